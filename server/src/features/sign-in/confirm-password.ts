import type { Person } from '../../kernel/actor.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { App } from '../../platform/app.ts'
import { verifyPassword } from '../../platform/crypto/passwords.ts'
import { newToken } from '../../platform/crypto/tokens.ts'
import { inTenant } from '../../platform/database/database.ts'
import { record } from '../audit/record.ts'
import { clearFailures, startAttempt } from './lock.queries.ts'
import { renewProof } from './sign-in.queries.ts'

/**
 * Proves again who is at the keyboard, for a powerful act. Counts towards the same lock as signing in.
 * @returns a new token for the session's cookie
 * @throws Refusal sign_in_failed, busy
 */
export async function confirmPassword(
  app: App,
  person: Person,
  password: string,
  deviceToken: string | undefined,
): Promise<string> {
  const attempt = await inTenant(app.database, person.tenantId, (tx) =>
    startAttempt(tx, person.email, deviceToken),
  )
  const known = attempt.admitted ? (attempt.account?.password ?? null) : null
  if (!(await verifyPassword(app.keys, known, password))) {
    await inTenant(app.database, person.tenantId, (tx) =>
      record(app, tx, person, [
        { event: 'sign_in.failed', subjectId: person.accountId, detail: { attempt: attempt.failures } },
      ]),
    )
    throw new Refusal('signed_out', 'sign_in_failed', 'That isn’t your password. Try again.')
  }
  const token = newToken()
  await inTenant(app.database, person.tenantId, async (tx) => {
    await clearFailures(tx, person.email, attempt)
    await renewProof(tx, person.sessionId, token)
    await record(app, tx, person, [{ event: 'session.confirmed', subjectId: person.accountId }])
  })
  return token
}
