import { newToken } from '../../platform/crypto/tokens.ts'
import type { Tx } from '../../platform/database/database.ts'
import { insertReset, insertResetLinks } from '../sign-in/password-resets.queries.ts'

/** A one-time link to choose a password, to be handed over by the operator. It proves nothing about the mailbox. */
export async function printPasswordLink(tx: Tx, accountId: string, baseUrl: string): Promise<string> {
  const resetId = await insertReset(tx, accountId, 'printed')
  const token = newToken('rst_')
  await insertResetLinks(tx, [{ resetId, token }])
  return `${baseUrl}/reset/${token}`
}
