import type { App } from '../../platform/app.ts'
import { newToken } from '../../platform/crypto/tokens.ts'
import type { Tx } from '../../platform/database/database.ts'
import { type Doer, record } from '../audit/record.ts'
import { insertSession } from './sign-in.queries.ts'

/**
 * Starts a session for somebody who has proved who they are, by whatever means: each way of signing in ends here.
 * A new token every time, so that no cookie from before is worth anything.
 * @param factors what was proved, such as `password`
 * @returns the token for the cookie; only its hash is kept
 */
export async function startSession(
  app: Pick<App, 'keys'>,
  tx: Tx,
  visitor: Doer,
  accountId: string,
  factors: string[],
): Promise<string> {
  const token = newToken()
  const sessionId = await insertSession(tx, accountId, token, factors)
  const person: Doer = { kind: 'person', tenantId: visitor.tenantId, accountId, request: visitor.request }
  await record(app, tx, person, [
    { event: 'session.started', subjectId: accountId, detail: { sessionId, factors } },
  ])
  return token
}
