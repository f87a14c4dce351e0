import type { Anonymous } from '../../kernel/actor.ts'
import { Refusal, wrongFields } from '../../kernel/refusal.ts'
import type { App } from '../../platform/app.ts'
import { hashPassword, verifyPassword } from '../../platform/crypto/passwords.ts'
import { newToken } from '../../platform/crypto/tokens.ts'
import { inTenant } from '../../platform/database/database.ts'
import { record } from '../audit/record.ts'
import { findRoot } from '../organisations/organisations.queries.ts'
import { raiseEpoch } from '../people/people.queries.ts'
import { type Choosing, findChoosing, replaceOneTime } from './first-password.queries.ts'
import { rememberDevice } from './lock.queries.ts'
import { oneTimeOver } from './one-time-password.ts'
import { acceptPassword } from './password.ts'
import { isOver } from './session.ts'
import type { SignedIn } from './sign-in.ts'
import { startSession } from './start-session.ts'

/** Who came with a one-time password, for the page on which they choose one of their own. @throws Refusal signed_out, one_time_over */
export async function seeChoosing(
  app: App,
  visitor: Anonymous,
  sessionToken: string | undefined,
): Promise<{ givenName: string; email: string; organisation: string }> {
  const { choosing, organisation } = await readChoosing(app, visitor, sessionToken)
  return { givenName: choosing.givenName, email: choosing.email, organisation }
}

/**
 * Chooses a password of one's own after signing in with a one-time one. Until then the session opens nothing else; with
 * it every other session of the person ends, so that whoever saw the one-time password is out, and a new one begins.
 * @throws Refusal signed_out, one_time_over, password_same, password_short, password_long, password_known,
 *   password_personal, busy
 */
export async function chooseFirstPassword(
  app: App,
  visitor: Anonymous,
  sessionToken: string | undefined,
  password: string,
): Promise<SignedIn> {
  const { choosing } = await readChoosing(app, visitor, sessionToken)
  if (await verifyPassword(app.keys, choosing.oneTime, password))
    throw wrongFields([
      {
        pointer: '#/password',
        code: 'password_same',
        detail: 'That is the one-time password. Choose one that only you know',
      },
    ])
  await acceptPassword(password, { email: choosing.email, names: choosing.names })
  const own = await hashPassword(app.keys, password)
  const { accountId } = choosing
  const deviceToken = newToken()
  return inTenant(app.database, visitor.tenantId, async (tx) => {
    if (!(await replaceOneTime(tx, choosing, own))) throw signedOut()
    await raiseEpoch(tx, accountId)
    await rememberDevice(tx, accountId, deviceToken)
    await record(app, tx, visitor, [
      { event: 'password.changed', subjectId: accountId, detail: { by: 'one-time password' } },
    ])
    const token = await startSession(app, tx, visitor, accountId, ['password'])
    return { sessionToken: token, deviceToken, next: null }
  })
}

const signedOut = () =>
  new Refusal(
    'signed_out',
    'signed_out',
    'You’re signed out. Sign in with the one-time password again to go on.',
  )

async function readChoosing(
  app: App,
  visitor: Anonymous,
  sessionToken: string | undefined,
): Promise<{ choosing: Choosing; organisation: string }> {
  const found = sessionToken
    ? await inTenant(app.database, visitor.tenantId, async (tx) => ({
        choosing: await findChoosing(tx, sessionToken),
        organisation: (await findRoot(tx))?.name ?? '',
      }))
    : undefined
  // The shorter life for everybody: nobody needs hours to choose a password.
  if (!found?.choosing || isOver(found.choosing, true)) throw signedOut()
  if (found.choosing.isOver) throw oneTimeOver()
  return { choosing: found.choosing, organisation: found.organisation }
}
