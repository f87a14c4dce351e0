import type { Actor } from '../../kernel/actor.ts'
import type { App } from '../../platform/app.ts'
import type { Tx } from '../../platform/database/database.ts'
import { record } from '../audit/record.ts'
import { deactivate } from '../leaving/deactivate.ts'
import { whoIsOutOfReach } from '../leaving/may-move.ts'
import { deletePlannedEnds, restorePlannedEndsFrom } from '../leaving/planned-ends.queries.ts'
import { reactivate } from '../leaving/reactivate.ts'
import { changeMembersFrom, restoreInactiveFrom } from '../people/list-members.queries.ts'
import type { JobRow } from './bulk.ts'
import type { Changed, Refused } from './many-act.ts'
import { formerEnds, formerLeavingDates, formerly } from './results.queries.ts'
import { whoDoesNotFit } from './who-does-not-fit.ts'

/**
 * Takes back that people were paused, archived or brought back, by the same functions that anybody is moved by. Whoever
 * changed since stays as they are, and so does whom the actor may not move. A last day that was set before stands again;
 * whose is over by now stays as they are too: to come back they would have to leave at once.
 */
export async function undoMove(
  app: App,
  tx: Tx,
  actor: Actor,
  job: JobRow,
  changed: Changed[],
): Promise<Refused> {
  const kept: Refused = new Map()
  for (const each of changed) {
    if (each.endIsOver) kept.set(each.membershipId, 'last_day_over')
    if (!isAsItWasLeft(job, each)) kept.set(each.membershipId, 'changed_since')
  }
  const still = changed.filter((each) => !kept.has(each.membershipId))
  const away = job.action === 'reactivate' || job.wish.on !== undefined
  for (const [id, code] of await whoDoesNotFit(tx, actor, away ? 'archive' : 'reactivate', still))
    kept.set(id, code)
  const going = still.filter((each) => !kept.has(each.membershipId))
  const undo = job.wish.on ? callOff : job.action === 'reactivate' ? sendAwayAgain : bringBack
  for (const [id, code] of await undo(app, tx, actor, job.id, going)) kept.set(id, code)
  return kept
}

function isAsItWasLeft({ action, wish }: JobRow, { state, sinceThen, plannedThen }: Changed): boolean {
  if (action === 'reactivate') return state === 'active' || state === 'not_invited'
  return wish.on ? plannedThen : sinceThen
}

/** The day on which they were to leave before is set again; without one, no day is. */
async function callOff(app: App, tx: Tx, actor: Actor, jobId: string, going: Changed[]): Promise<Refused> {
  const { refused: kept } = await whoIsOutOfReach(tx, actor, going)
  const staying = going.filter((each) => !kept.has(each.membershipId))
  await deletePlannedEnds(tx, idsOf(staying))
  await record(
    app,
    tx,
    actor,
    staying
      .filter((each) => each.endedOn === null)
      .map(({ membershipId, accountId, organisationId }) => ({
        event: 'person.end_called_off',
        subjectId: accountId,
        organisationId,
        detail: { membershipId },
      })),
  )
  await setFormerEnds(app, tx, actor, jobId, staying)
  return new Map([...kept].map(([id, { code }]) => [id, code]))
}

/** Sets the last day again that the job did away with, for those who had one. */
async function setFormerEnds(app: App, tx: Tx, actor: Actor, jobId: string, back: Changed[]): Promise<void> {
  const ending = back.filter((each) => each.endedOn !== null)
  await restorePlannedEndsFrom(tx, formerEnds(jobId, idsOf(ending)))
  await record(
    app,
    tx,
    actor,
    ending.map(({ membershipId, accountId, organisationId, endedAs, endedOn }) => ({
      event: 'person.end_planned',
      subjectId: accountId,
      organisationId,
      detail: { membershipId, as: endedAs, on: endedOn, undone: true },
    })),
  )
}

const idsOf = (members: Changed[]) => members.map((each) => each.membershipId)

/** Who was paused before they were archived is paused again; everybody else is back with the leaving date they had. */
async function bringBack(app: App, tx: Tx, actor: Actor, jobId: string, going: Changed[]): Promise<Refused> {
  const { false: away = [], true: wasPaused = [] } = Object.groupBy(going, (each) =>
    each.stateBefore === 'inactive' ? 'true' : 'false',
  )
  const kept: Refused = new Map()
  const moved = await reactivate(app, tx, actor, away, {})
  const reach = await whoIsOutOfReach(tx, actor, wasPaused)
  for (const [id, { code }] of [...moved.refused, ...reach.refused]) kept.set(id, code)
  const paused = wasPaused.filter((each) => !kept.has(each.membershipId))
  await restoreInactiveFrom(tx, formerly(jobId, idsOf(paused)))
  await changeMembersFrom(
    tx,
    formerLeavingDates(
      jobId,
      moved.done.map((each) => each.membershipId),
    ),
  )
  await record(
    app,
    tx,
    actor,
    paused.map(({ membershipId, accountId, organisationId }) => ({
      event: 'person.paused',
      subjectId: accountId,
      organisationId,
      detail: { membershipId, undone: true },
    })),
  )
  const back = new Set([...idsOf(paused), ...moved.done.map((each) => each.membershipId)])
  await setFormerEnds(
    app,
    tx,
    actor,
    jobId,
    going.filter((each) => back.has(each.membershipId)),
  )
  return kept
}

/** Who was brought back leaves again as they had left before. */
async function sendAwayAgain(
  app: App,
  tx: Tx,
  actor: Actor,
  jobId: string,
  going: Changed[],
): Promise<Refused> {
  const kept: Refused = new Map()
  // Two kinds at most.
  for (const [as, members] of Map.groupBy(going, (each) => each.asBefore ?? 'archived')) {
    const { done, refused } = await deactivate(app, tx, actor, members, { as })
    for (const [id, { code }] of refused) kept.set(id, code)
    await restoreInactiveFrom(
      tx,
      formerly(
        jobId,
        done.map((each) => each.membershipId),
      ),
    )
  }
  return kept
}
