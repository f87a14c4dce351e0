import type { Actor } from '../../kernel/actor.ts'
import type { App } from '../../platform/app.ts'
import type { Tx } from '../../platform/database/database.ts'
import { insertAssignmentsFrom } from '../access/access.queries.ts'
import { recordEach } from '../audit/record-each.ts'
import { languageOf } from '../invitations/invitation.ts'
import { findOverMailed } from '../invitations/invitations.queries.ts'
import { togglesOf } from '../invitations/offer.ts'
import { grantOffered, sendFirst } from '../invitations/send-first.ts'
import { setUpAccounts } from '../newcomers/set-up-accounts.ts'
import { MAILS_A_DAY } from '../people/invite-actions.policy.ts'
import {
  fillNamesFrom,
  insertAccountsFrom,
  insertMembersFrom,
  insertUnitMembersFrom,
} from '../people/list-members.queries.ts'
import {
  addedEvents,
  adoptAccounts,
  giveIds,
  insertRecords,
  keepNames,
  listAddedBefore,
  listInvited,
  listKnown,
  type MadeUnits,
  markOvertaken,
  namesOfKnown,
  newAccounts,
  newAssignments,
  newMembers,
  newUnitMembers,
  type Stretch,
  saySetUpElsewhere,
} from './add-rows.queries.ts'

/** When the people a list adds are invited: at a moment, at once, or not now; or their accounts are set up instead. */
export type InviteWhen = { sendAt: Date | null } | 'account' | null

/**
 * Adds the people of a stretch of rows: account, membership, role, units, what the list said of them, the record, and
 * their invitation if that was asked for. Each table is filled by one statement. Somebody who has had as much mail as
 * they may today is added and not invited; nor is an account set up for somebody who has one elsewhere.
 * @returns how many rows were to be added
 */
export async function addPeople(
  app: App,
  tx: Tx,
  actor: Actor,
  stretch: Stretch,
  units: MadeUnits,
  invite: InviteWhen,
): Promise<number> {
  const known = invite ? await listKnown(tx, stretch) : new Map<string, string>()
  const overMailed = await findOverMailed(tx, [...known.keys()], MAILS_A_DAY)
  const uninvited =
    invite === 'account' ? [...known.values()] : [...overMailed].flatMap((email) => known.get(email) ?? [])
  const former = await fillNamesFrom(tx, namesOfKnown(stretch))
  const { rows, unknown } = await giveIds(tx, stretch, units)
  if (rows === 0) return 0
  const accounts = await insertAccountsFrom(tx, newAccounts(stretch))
  if (accounts < unknown) await adoptAccounts(tx, stretch)
  const members = await insertMembersFrom(
    tx,
    newMembers(stretch, invite && invite !== 'account' ? 'invited' : 'not_invited', uninvited),
  )
  if (members < rows) await markOvertaken(tx, stretch)
  await insertAssignmentsFrom(tx, newAssignments(stretch), 'staff_list')
  await insertUnitMembersFrom(tx, newUnitMembers(stretch))
  await insertRecords(tx, stretch)
  if (former.length > 0) await keepNames(tx, stretch, former)
  await recordEach(tx, actor, 'person.added', addedEvents(stretch))
  if (invite === 'account') await setUpAdded(app, tx, actor, stretch, uninvited)
  else if (invite) await inviteAdded(app, tx, actor, stretch, invite.sendAt, uninvited)
  return rows
}

async function inviteAdded(
  app: App,
  tx: Tx,
  actor: Actor,
  stretch: Stretch,
  sendAt: Date | null,
  uninvited: string[],
): Promise<void> {
  const terms = { batchId: stretch.listId, staffListId: stretch.listId, language: languageOf(undefined) }
  for (const [organisationId, members] of await listInvited(tx, stretch, uninvited))
    await sendFirst(
      app,
      tx,
      actor,
      organisationId,
      members.map((each) => ({ ...each, roles: [each.role], permissions: togglesOf([each.role]) })),
      { ...terms, message: null, sendAt, holdSeconds: 0 },
    )
}

/**
 * Who has an account elsewhere is invited to join with it, when somebody decides so: the row says it. Who is new at
 * several schools has one account, which is set up once, with one password.
 */
async function setUpAdded(
  app: App,
  tx: Tx,
  actor: Actor,
  stretch: Stretch,
  elsewhere: string[],
): Promise<void> {
  const setUp = new Set(await listAddedBefore(tx, stretch))
  const again: string[] = []
  for (const [organisationId, members] of await listInvited(tx, stretch, elsewhere)) {
    const first = members.filter((each) => !setUp.has(each.accountId))
    again.push(...members.flatMap((each) => (setUp.has(each.accountId) ? each.membershipId : [])))
    for (const { accountId } of first) setUp.add(accountId)
    await grantOffered(
      tx,
      first.map(({ membershipId, role }) => ({ membershipId, permissions: togglesOf([role]) })),
    )
    await setUpAccounts(
      app,
      tx,
      actor,
      organisationId,
      first.map((each) => ({ ...each, roles: [each.role] })),
      { staffListId: stretch.listId },
    )
  }
  await saySetUpElsewhere(tx, stretch, elsewhere, again)
}
