import type { System } from '../../kernel/actor.ts'
import type { App } from '../../platform/app.ts'
import type { Tx } from '../../platform/database/database.ts'
import { record } from '../audit/record.ts'
import { activateTold } from '../people/create-members.queries.ts'
import { lockAccounts } from '../people/inactive-members.queries.ts'
import { openSeats } from '../seats/open-seats.ts'
import { saveOneTimePasswords } from '../sign-in/sign-in.queries.ts'
import { findAccountsOf, forgetHashes, markHandedOver } from './first-passwords.queries.ts'

/**
 * The emails about new accounts were handed over, or may have been: the passwords in them work from now on, for as long
 * as an invitation would, the people are active and their seats open. Told again, by an attempt after one that ended
 * unseen, the newest password counts. Who was made inactive or invited meanwhile stays so.
 * Lock order is account, then membership.
 */
export async function handOver(app: App, tx: Tx, firstPasswordIds: string[]): Promise<void> {
  if (firstPasswordIds.length === 0) return
  await lockAccounts(tx, await findAccountsOf(tx, firstPasswordIds))
  const told = await markHandedOver(tx, firstPasswordIds)
  if (told.length === 0) return
  const active = new Set(
    await activateTold(
      tx,
      told.map((each) => each.membershipId),
    ),
  )
  const first = told.filter((each) => active.has(each.membershipId))
  await saveOneTimePasswords(
    tx,
    told.filter((each) => each.again || active.has(each.membershipId)),
  )
  await forgetHashes(
    tx,
    told.map((each) => each.id),
  )
  await openSeats(tx, first, 'notified')
  const [{ tenantId }] = told as [(typeof told)[number]]
  const lanyard: System = {
    kind: 'system',
    tenantId,
    request: { id: `told-${told[0]?.id}`, door: 'job' },
  }
  await record(
    app,
    tx,
    lanyard,
    first.map(({ accountId, organisationId, membershipId, how }) => ({
      event: 'person.told',
      subjectId: accountId,
      organisationId,
      detail: { membershipId, password: how },
    })),
  )
}
