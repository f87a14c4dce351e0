import type { Tx } from '../../platform/database/database.ts'
import { forgetAnswers } from '../../platform/database/sweep-platform.ts'
import { destroyPersonKeys } from '../audit/person-keys.ts'
import { eraseInvitations } from '../invitations/erase-invitations.queries.ts'
import { cancelQueued } from '../messages/cancel-messages.ts'
import { endUnderWay, eraseMessages, listWaiting } from '../messages/erase-messages.queries.ts'
import { eraseFirstPasswords } from '../newcomers/first-passwords.queries.ts'
import { erasePeople, listErasable } from '../people/erase-people.queries.ts'
import { eraseSignIn } from '../sign-in/erase-sign-in.queries.ts'
import { forgetDatesOf } from './planned-ends.queries.ts'

/**
 * Erases people who are a member nowhere any more: names, addresses and numbers leave every table, the keys of what the
 * record keeps of them are destroyed, and their addresses are free for somebody new. The record and the ledger of seats
 * keep that somebody was there. Tables that stand further right than this feature let go by a trigger on
 * `accounts.erased_at`. Who still is a member somewhere, or was erased before, is left as they are. The caller records
 * why, before this. Lock order is tenant, account, membership.
 * @returns the accounts that were erased
 */
export async function eraseAccounts(tx: Tx, accountIds: string[]): Promise<string[]> {
  const erasable = accountIds.length === 0 ? [] : await listErasable(tx, accountIds)
  if (erasable.length === 0) return []
  const ids = erasable.map((each) => each.accountId)
  const people = { accountIds: ids, emails: erasable.map((each) => each.email) }
  await cancelQueued(tx, { messageIds: await listWaiting(tx, ids) })
  await endUnderWay(tx, ids)
  await eraseMessages(tx, people)
  await eraseSignIn(tx, people)
  await eraseFirstPasswords(tx, ids)
  await eraseInvitations(tx, ids)
  await forgetDatesOf(tx, ids)
  await erasePeople(tx, ids)
  await forgetAnswers(tx, ids, [...people.emails, ...erasable.map((each) => each.name)])
  await destroyPersonKeys(tx, ids)
  return ids
}
