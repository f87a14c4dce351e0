import type { Anonymous, Operator, Person, Request } from '../../kernel/actor.ts'
import type { App } from '../../platform/app.ts'
import { shiftClock } from '../../platform/database/clock.ts'
import type { Connection } from '../../platform/database/database.ts'
import type { MailKinds } from '../messages/message.ts'
import { sendDueMessages } from '../messages/send-messages.ts'
import { signIn } from '../sign-in/sign-in.ts'
import { openWhoIsAsking } from '../sign-in/who-is-asking.ts'
import { openPostOffice, type PostOffice } from './post-office.ts'

const DAY_SECONDS = 86_400

/** Where the demonstration is played: the installation with a mail server and a calendar of its own. */
export interface Stage {
  app: App
  tenantId: string
  request: Request
  operator: Operator
  visitor: Anonymous
  password: string
  post: PostOffice
  /** Goes to a day before today; 0 is now. */
  goTo(daysAgo: number): Promise<void>
  /** Hands over all mail that is due on that day. */
  deliver(): Promise<void>
  /** Signs somebody in who has registered: as what they may do at that moment. */
  as(email: string): Promise<Person>
}

export function openStage(
  real: App,
  owner: Connection,
  kinds: MailKinds,
  play: { tenantId: string; request: Request; password: string; nobody: Set<string> },
): Stage {
  const { tenantId, request, password } = play
  const post = openPostOffice(play.nobody)
  const app: App = { ...real, mail: post.mail }
  const whoIsAsking = openWhoIsAsking(app)
  const visitor: Anonymous = { kind: 'anonymous', tenantId, request }
  return {
    app,
    tenantId,
    request,
    operator: { kind: 'operator', tenantId, request },
    visitor,
    password,
    post,
    goTo: (daysAgo) => goTo(owner, daysAgo),
    async deliver() {
      while ((await sendDueMessages(app, kinds)) > 0);
    },
    async as(email) {
      const { sessionToken } = await signIn(app, visitor, { email, password })
      const person = await whoIsAsking(tenantId, sessionToken, request, () => {})
      if (!person) throw new Error(`${email} could not sign in`)
      return person
    },
  }
}

/** Sets the clock of the product so many days back; it can be done only while nobody else is here. */
export async function goTo(owner: Connection, daysAgo: number): Promise<void> {
  await shiftClock(owner, null)
  if (daysAgo > 0) await shiftClock(owner, -daysAgo * DAY_SECONDS)
}
