import type { Actor } from '../../kernel/actor.ts'
import type { App } from '../../platform/app.ts'
import { inTenant, isConnectionError, isTimeout, type Tx } from '../../platform/database/database.ts'
import { authorize } from '../access/authorize.policy.ts'
import type { Permission } from '../access/permissions.ts'
import { findPlace, lockTenant } from '../access/places.queries.ts'
import { dropRequest, takeRequest } from '../audit/promised-requests.ts'
import { record } from '../audit/record.ts'
import { actorOf } from './actor-of.queries.ts'
import { addPeople, type InviteWhen } from './add-people.ts'
import {
  type AskedList,
  countResults,
  findAskedList,
  giveTime,
  isFree,
  lockAskedList,
  lockTouched,
  markApplied,
  mayBeStale,
  setBack,
  sumUp,
  type Work,
} from './apply.queries.ts'
import { archiveLeavers } from './archive-leavers.ts'
import { changePeople } from './change-people.ts'
import { forgetUnused } from './forget-files.queries.ts'
import { makeUnits } from './make-units.ts'
import { planList } from './plan-list.ts'
import { tellProgress } from './tell-progress.ts'

interface Problem {
  code: string
  detail: string
}

/**
 * Does what was promised when a list was applied, in one transaction: all of it, or nothing. May be run any number of
 * times and on several nodes at once: whoever holds the list's row does it, and who comes after finds it done. What
 * changed since the plan was looked at, or a right that was lost since, sends the list back with a word why. Lock order
 * is tenant, list, accounts, invitations, memberships.
 */
export async function applyNow(app: App, tenantId: string, listId: string): Promise<void> {
  try {
    await inTenant(app.database, tenantId, async (tx) => {
      if (!(await isFree(tx, listId))) return
      await giveTime(tx)
      const before = await findAskedList(tx, listId)
      if (before?.state !== 'applying') return
      const work = await sumUp(tx, listId)
      if (work.archive > 0) await lockTenant(tx, tenantId)
      const list = await lockAskedList(tx, listId)
      if (list?.state !== 'applying') return
      const problem = await apply(app, tx, tenantId, list, work)
      if (problem) await setBack(tx, listId, problem)
    })
  } catch (error) {
    if (isTimeout(error) || isConnectionError(error)) throw error
    app.log.error({ err: error, listId }, 'a staff list could not be applied')
    await inTenant(app.database, tenantId, async (tx) => {
      await setBack(tx, listId, COULD_NOT)
      await dropRequest(tx, listId)
    })
  }
}

/** What one must hold to add people so that they hear of it: those who are set up have their roles at once. */
export function rightsToAdd(invite: string | null): Permission[] {
  if (invite === null || invite === 'later') return []
  return invite === 'account' ? ['users.create', 'roles.assign'] : ['users.invite']
}

const COULD_NOT: Problem = {
  code: 'could_not_apply',
  detail:
    'Something went wrong, and nothing was changed. Try again; if it happens again, quote the reference.',
}
const RIGHTS_LOST: Problem = {
  code: 'rights_lost',
  detail: 'Whoever applied this list no longer has the right to. Nothing was changed.',
}
export const stalePlan = (rows: number): Problem => ({
  code: 'stale_plan',
  detail: `${rows === 1 ? '1 row has' : `${rows.toLocaleString('en-GB')} rows have`} changed since this plan was made. Nothing was applied. Look at the new plan and apply it again.`,
})

async function apply(
  app: App,
  tx: Tx,
  tenantId: string,
  list: AskedList,
  work: Work,
): Promise<Problem | null> {
  const by = { tenantId, accountId: list.appliedBy }
  const actor = await actorOf(tx, tenantId, list.appliedBy, await takeRequest(app, tx, by, list.id))
  const place = await findPlace(tx, list.organisationId)
  const again = list.appliedAt !== null
  const needs = [
    'staff_list.upload' as const,
    ...(work.archive > 0 ? (['staff_list.apply_leavers'] as const) : []),
    ...(!again && work.add > 0 ? rightsToAdd(list.invite) : []),
  ]
  if (!place || !needs.every((right) => authorize(actor, right, place))) return RIGHTS_LOST
  await lockTouched(tx, list.id)
  if (!again && (await mayBeStale(tx, list.id, list.appliedBy))) {
    const { differ } = await planList(tx, list, actor)
    if (differ > 0) return stalePlan(differ)
  }
  const { units, rows } = again
    ? { units: list.unitsMade, rows: 0 }
    : await applyRows(app, tx, actor, list, work)
  const leavers = await archiveLeavers(app, tx, actor, list)
  await tellProgress(app, tenantId, list.id, rows + leavers)
  const done = await countResults(tx, list.id, units)
  await markApplied(tx, list.id, done)
  if (!again) await forgetUnused(tx, [list.id])
  await record(app, tx, actor, [
    {
      event: again ? 'staff_list.leavers_archived' : 'staff_list.applied',
      organisationId: list.organisationId,
      detail: { staffListId: list.id, ...done },
    },
  ])
  return null
}

/** @returns how many departments were made, and how many rows are done */
async function applyRows(
  app: App,
  tx: Tx,
  actor: Actor,
  list: AskedList,
  work: Work,
): Promise<{ units: number; rows: number }> {
  const tell = (done: number) => tellProgress(app, actor.tenantId, list.id, done)
  const { units, made } = await makeUnits(app, tx, actor, list.id)
  const invite = readInvite(list.invite)
  const stretches = work.stretches.map((each) => ({ listId: list.id, ...each }))
  let rows = 0
  for (const stretch of stretches) {
    rows += await addPeople(app, tx, actor, stretch, units, invite)
    await tell(rows)
  }
  for (const stretch of stretches) {
    rows += await changePeople(app, tx, actor, stretch, units)
    await tell(rows)
  }
  return { units: made, rows }
}

function readInvite(invite: string | null): InviteWhen {
  if (invite === null || invite === 'later') return null
  if (invite === 'account') return 'account'
  return { sendAt: invite === 'now' ? null : new Date(invite) }
}
