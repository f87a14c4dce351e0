import type { Person } from '../../kernel/actor.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { App } from '../../platform/app.ts'
import { newToken } from '../../platform/crypto/tokens.ts'
import { inTenant } from '../../platform/database/database.ts'
import { record } from '../audit/record.ts'
import { renewProof } from './sign-in.queries.ts'
import { acceptTry, failTry, tryPassword } from './try-password.ts'

const failed = () => new Refusal('signed_out', 'sign_in_failed', 'That isn’t your password. Try again.')

/**
 * Proves again who is at the keyboard, for a powerful act. Counts towards the same lock and limits as signing in.
 * @returns a new token for the session's cookie
 * @throws Refusal sign_in_failed, slow_down, busy
 */
export async function confirmPassword(
  app: App,
  person: Person,
  password: string,
  deviceToken: string | undefined,
): Promise<string> {
  const tried = await tryPassword(app, person, { email: person.email, password, deviceToken })
  if (!tried.matches) {
    await failTry(app, person, tried)
    throw failed()
  }
  const token = newToken()
  await inTenant(app.database, person.tenantId, async (tx) => {
    if (!(await acceptTry(tx, tried))) throw failed()
    await renewProof(tx, person.sessionId, token)
    await record(app, tx, person, [{ event: 'session.confirmed', subjectId: person.accountId }])
  })
  return token
}
