import type { Actor } from '../../kernel/actor.ts'
import type { App } from '../../platform/app.ts'
import type { Tx } from '../../platform/database/database.ts'
import { readNow } from '../people/people-ground.queries.ts'
import { findPersonRows } from '../people/person-rows.queries.ts'
import { sayHour, sayWeekday } from '../people/say-when.ts'
import { unitsOfRoles } from '../people/see-people.ts'
import { asSeen, nameOf, type SeenPerson } from '../people/seen-person.ts'

export interface CreatedPerson
  extends Pick<SeenPerson, 'id' | 'personId' | 'email' | 'status' | 'statusLabel' | 'statusDetail'> {
  /** What was done and what it leads to, to be said to who did it. */
  sentence: string
  invitationId: string | null
  batchId: string | null
}

type How =
  | { notify: 'invite'; sendAt: Date | null; invitationId: string; batchId: string }
  | { notify: 'credentials'; mailed: boolean }
  | { notify: 'none' }

/** Somebody who was just added, with a sentence that says what happens next and when they take a seat. */
export async function sayCreated(
  app: Pick<App, 'mail'>,
  tx: Tx,
  actor: Actor,
  membershipId: string,
  how: How,
): Promise<CreatedPerson> {
  const [row] = await findPersonRows(tx, [membershipId])
  if (!row) throw new Error('Who was just added is not there')
  const now = await readNow(tx)
  const seen = asSeen(actor, row, await unitsOfRoles(tx, [row]), now)
  const { id, personId, email, status, statusLabel, statusDetail } = seen
  const { timeZone } = row.organisation
  return {
    ...{ id, personId, email, status, statusLabel, statusDetail },
    sentence: sentence(nameOf(row), how, { now, timeZone }, app.mail.mode === 'captured'),
    invitationId: how.notify === 'invite' ? how.invitationId : null,
    batchId: how.notify === 'invite' ? how.batchId : null,
  }
}

function sentence(name: string, how: How, clock: { now: Date; timeZone: string }, captured: boolean): string {
  if (how.notify === 'none')
    return `${name} is on the list and not invited. No email was sent, and no seat is taken.`
  if (how.notify === 'credentials')
    return how.mailed
      ? `The account of ${name} is set up. It is active, and takes a seat, as soon as the email with the one-time password has left.`
      : `The account of ${name} is set up. It is active, and takes a seat, as soon as the email that tells them has left. Give them the password yourself.`
  if (captured && !how.sendAt)
    return `Email isn’t set up, so the invitation to ${name} is kept on the Email page and not sent. They take a seat once they have registered.`
  const when = how.sendAt
    ? `goes out on ${sayWeekday(how.sendAt, clock)}, ${sayHour(how.sendAt, clock.timeZone)}`
    : 'is on its way'
  return `The invitation to ${name} ${when}. They take a seat once they have registered.`
}
