import type { Actor } from '../../kernel/actor.ts'
import type { App } from '../../platform/app.ts'
import { inTenant, isConnectionError, isTimeout, type Tx } from '../../platform/database/database.ts'
import { authorize } from '../access/authorize.policy.ts'
import { findPlace, lockTenant } from '../access/places.queries.ts'
import { dropRequest, takeRequest } from '../audit/promised-requests.ts'
import { record } from '../audit/record.ts'
import { recordEach } from '../audit/record-each.ts'
import { endInvitations } from '../invitations/invitations.queries.ts'
import { readdressInvitations } from '../invitations/readdress.ts'
import { deactivate } from '../leaving/deactivate.ts'
import { restorePlannedEndsFrom } from '../leaving/planned-ends.queries.ts'
import { reactivate } from '../leaving/reactivate.ts'
import { cancelQueued } from '../messages/cancel-messages.ts'
import { readdressFirstLetters } from '../newcomers/readdress-first-letters.ts'
import {
  changeAccountsFrom,
  changeMembersFrom,
  deleteUnitMembersFrom,
  insertUnitMembersFrom,
  removeMembersFrom,
  restoreInactiveFrom,
} from '../people/list-members.queries.ts'
import { actorOf } from './actor-of.queries.ts'
import { type AskedList, giveTime, isFree, lockAskedList, setBack } from './apply.queries.ts'
import { tellProgress } from './tell-progress.ts'
import { settleUndo, sumUndo, toUndo } from './undo-plan.queries.ts'
import { findUndoReach } from './undo-reach.queries.ts'
import {
  broughtSomebodyBack,
  formerAccountFields,
  formerEnds,
  formerLeavingDates,
  formerlyInactive,
  formerMemberFields,
  formerUnits,
  keepAfterAll,
  listFormerEnds,
  listInvitationsToEnd,
  listPutBack,
  listReaddressedBack,
  listToMoveBack,
  lockListed,
  markUndone,
  membersToRemove,
  removedEvents,
  restoreRecords,
} from './undo-rows.queries.ts'

/** Invitations that are ended in one go. */
const ENDED_AT_ONCE = 5000

/**
 * Takes a list back, in one transaction: all of it, or nothing. What goes back and what is kept is looked at anew under
 * the locks. May be run any number of times and on several nodes at once. Lock order is tenant, list, accounts,
 * memberships, and an invitation before its membership wherever nobody but us can have either.
 */
export async function undoNow(app: App, tenantId: string, listId: string): Promise<void> {
  try {
    await inTenant(app.database, tenantId, async (tx) => {
      if (!(await isFree(tx, listId))) return
      await giveTime(tx)
      // Only where somebody is archived again could a last admin go.
      if (await broughtSomebodyBack(tx, listId)) await lockTenant(tx, tenantId)
      const list = await lockAskedList(tx, listId)
      if (list?.state !== 'undoing') return
      const by = { tenantId, accountId: list.undoneBy }
      const actor = await actorOf(tx, tenantId, list.undoneBy, await takeRequest(app, tx, by, listId))
      const place = await findPlace(tx, list.organisationId)
      if (place && authorize(actor, 'staff_list.upload', place)) await undo(app, tx, actor, list)
      else await setBack(tx, listId, RIGHTS_LOST)
    })
  } catch (error) {
    if (isTimeout(error) || isConnectionError(error)) throw error
    app.log.error({ err: error, listId }, 'a staff list could not be undone')
    await inTenant(app.database, tenantId, async (tx) => {
      await setBack(tx, listId, COULD_NOT)
      await dropRequest(tx, listId)
    })
  }
}

const COULD_NOT = {
  code: 'could_not_undo',
  detail:
    'Something went wrong, and nothing was undone. Try again; if it happens again, quote the reference.',
}
const RIGHTS_LOST = {
  code: 'rights_lost',
  detail: 'Whoever undid this list no longer has the right to. Nothing was undone.',
}

async function undo(app: App, tx: Tx, actor: Actor, list: AskedList): Promise<void> {
  await lockListed(tx, list.id)
  const reach = await findUndoReach(tx, actor, list.id)
  const sums = await sumUndo(tx, list.id, reach)
  await settleUndo(tx, list.id, reach)
  const tell = (done: number) => tellProgress(app, actor.tenantId, list.id, done)
  await removeAdded(tx, actor, list.id)
  await tell(sums.removed)
  await putFieldsBack(app, tx, actor, list.id)
  await tell(sums.removed + sums.putBack)
  await moveBack(app, tx, actor, list.id)
  await tell(toUndo(sums))
  await restoreRecords(tx, list.id)
  await markUndone(tx, list.id, sums)
  await record(app, tx, actor, [
    {
      event: 'staff_list.undone',
      organisationId: list.organisationId,
      detail: { staffListId: list.id, ...sums },
    },
  ])
}

/** Who was added and never used the account goes again, with the invitation that still was open. */
async function removeAdded(tx: Tx, actor: Actor, listId: string): Promise<void> {
  const invitations = await listInvitationsToEnd(tx, listId)
  for (let from = 0; from < invitations.length; from += ENDED_AT_ONCE) {
    const ids = invitations.slice(from, from + ENDED_AT_ONCE)
    await endInvitations(tx, ids, 'undone')
    await cancelQueued(tx, { subject: 'invitationId', ids })
  }
  await recordEach(tx, actor, 'person.removed', removedEvents(listId))
  await removeMembersFrom(tx, membersToRemove(listId))
}

async function putFieldsBack(app: App, tx: Tx, actor: Actor, listId: string): Promise<void> {
  const putBack = await listPutBack(tx, listId)
  if (putBack.length === 0) return
  await changeAccountsFrom(tx, formerAccountFields(listId))
  await changeMembersFrom(tx, formerMemberFields(listId))
  await deleteUnitMembersFrom(tx, formerUnits(listId, 'after'))
  await insertUnitMembersFrom(tx, formerUnits(listId, 'before'))
  const readdressed = await listReaddressedBack(tx, listId)
  await readdressInvitations(app, tx, actor, readdressed)
  await readdressFirstLetters(tx, readdressed)
  await record(
    app,
    tx,
    actor,
    putBack.map(({ accountId, organisationId, fields }) => ({
      event: 'person.changed',
      subjectId: accountId,
      organisationId,
      detail: { staffListId: listId, undone: true, fields: fields.map((each) => each.field) },
      subjectDetail: {
        before: Object.fromEntries(fields.map((each) => [each.field, each.before])),
        after: Object.fromEntries(fields.map((each) => [each.field, each.after])),
      },
    })),
  )
}

/** Who was archived comes back, and who was brought back leaves again as before; who may not is kept. */
async function moveBack(app: App, tx: Tx, actor: Actor, listId: string): Promise<void> {
  const back = await reactivate(app, tx, actor, await listToMoveBack(tx, listId, 'archived'), {
    staffListId: listId,
  })
  await keepAfterAll(tx, listId, 'archived', [...back.refused.keys()])
  await changeMembersFrom(tx, formerLeavingDates(listId))
  await planEndsAgain(app, tx, actor, listId)
  const leaving = await listToMoveBack(tx, listId, 'reactivated')
  for (const [as, members] of Map.groupBy(leaving, (each) => each.as)) {
    const { refused } = await deactivate(app, tx, actor, members, { as, staffListId: listId })
    await keepAfterAll(tx, listId, 'reactivated', [...refused.keys()])
  }
  await restoreInactiveFrom(tx, formerlyInactive(listId))
}

/** A last day that was set before the list archived somebody stands again; one that is over by now is kept with the next due dates. */
async function planEndsAgain(app: App, tx: Tx, actor: Actor, listId: string): Promise<void> {
  const ending = await listFormerEnds(tx, listId)
  await restorePlannedEndsFrom(tx, formerEnds(listId))
  await record(
    app,
    tx,
    actor,
    ending.map(({ membershipId, accountId, organisationId, as, on }) => ({
      event: 'person.end_planned',
      subjectId: accountId,
      organisationId,
      detail: { staffListId: listId, membershipId, as, on, undone: true },
    })),
  )
}
