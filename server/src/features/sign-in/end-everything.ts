import type { Tx } from '../../platform/database/database.ts'
import { raiseEpochs } from '../people/people.queries.ts'
import { endSessionsOf } from './sign-in.queries.ts'

/**
 * Ends everything that was issued to accounts: sessions, also one that is just being started, remembered browsers, and
 * links to choose a password or prove an address. Whoever names more than one holds their rows, in the order of
 * `lockAccounts`.
 * @returns how many sessions ended, by account; absent where there was none
 */
export async function endEverything(tx: Tx, accountIds: string[]): Promise<Map<string, number>> {
  await raiseEpochs(tx, accountIds)
  return endSessionsOf(tx, accountIds)
}
