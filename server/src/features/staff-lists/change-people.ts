import type { Actor } from '../../kernel/actor.ts'
import type { App } from '../../platform/app.ts'
import type { Tx } from '../../platform/database/database.ts'
import { record } from '../audit/record.ts'
import { readdressInvitations } from '../invitations/readdress.ts'
import { reactivate } from '../leaving/reactivate.ts'
import { readdressFirstLetters } from '../newcomers/readdress-first-letters.ts'
import {
  changeAccountsFrom,
  changeMembersFrom,
  deleteUnitMembersFrom,
  insertUnitMembersFrom,
} from '../people/list-members.queries.ts'
import type { MadeUnits, Stretch } from './add-rows.queries.ts'
import { keepMoves, listReturning, markResults, settleMoves } from './apply.queries.ts'
import {
  accountFields,
  countToChange,
  keepChanges,
  listChanged,
  listReaddressed,
  markChanged,
  memberFields,
  renewRecords,
  unitsToJoin,
  unitsToLeave,
} from './change-rows.queries.ts'
import { listOrganisationsHere } from './plan-ground.queries.ts'
import { notEditable } from './reach.ts'

/**
 * Changes the people of a stretch of rows who are here already: brings back who was inactive, writes the fields that are
 * taken with what stood there before, moves them between units, and keeps what the list said of them.
 * @returns how many rows it had to look after
 */
export async function changePeople(
  app: App,
  tx: Tx,
  actor: Actor,
  stretch: Stretch,
  units: MadeUnits,
): Promise<number> {
  await bringBack(app, tx, actor, stretch)
  const changed = await listChanged(tx, stretch)
  if (changed.length > 0) {
    await keepChanges(tx, stretch, units)
    await changeAccountsFrom(tx, accountFields(stretch))
    await changeMembersFrom(tx, memberFields(stretch))
    await deleteUnitMembersFrom(tx, unitsToLeave(stretch))
    await insertUnitMembersFrom(tx, unitsToJoin(stretch))
    const readdressed = await listReaddressed(tx, stretch)
    await readdressInvitations(app, tx, actor, readdressed)
    await readdressFirstLetters(tx, readdressed)
    await markChanged(tx, stretch)
    await record(
      app,
      tx,
      actor,
      changed.map(({ accountId, organisationId, row, fields }) => ({
        event: 'person.changed',
        subjectId: accountId,
        organisationId,
        detail: { staffListId: stretch.listId, row, fields: fields.map((each) => each.field) },
        subjectDetail: {
          before: Object.fromEntries(fields.map((each) => [each.field, each.before])),
          after: Object.fromEntries(fields.map((each) => [each.field, each.after])),
        },
      })),
    )
  }
  await renewRecords(tx, stretch, notEditable(actor, await listOrganisationsHere(tx)))
  return countToChange(tx, stretch)
}

async function bringBack(app: App, tx: Tx, actor: Actor, stretch: Stretch): Promise<void> {
  const { listId } = stretch
  const returning = await listReturning(tx, stretch)
  if (returning.length === 0) return
  const before = returning.map((each) => each.membershipId)
  await keepMoves(tx, listId, 'reactivated', before)
  const { done, refused } = await reactivate(app, tx, actor, returning, { staffListId: listId })
  const back = new Set(done.map((each) => each.membershipId))
  await settleMoves(tx, listId, 'reactivated', [...back])
  await markResults(
    tx,
    listId,
    returning.map(({ membershipId }) => ({
      membershipId,
      result: back.has(membershipId) ? 'reactivated' : 'not_done',
      detail: refused.get(membershipId)?.message ?? null,
    })),
  )
}
