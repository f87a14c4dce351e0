import { randomUUID } from 'node:crypto'
import type { System } from '../../kernel/actor.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import type { App } from '../../platform/app.ts'
import {
  inTenant,
  isConnectionError,
  isTimeout,
  OutcomeUnknown,
  type Tx,
} from '../../platform/database/database.ts'
import { lockTenant } from '../access/places.queries.ts'
import { record } from '../audit/record.ts'
import { queueMessages } from '../messages/queue-messages.ts'
import type { InactiveAs } from '../people/inactive-members.queries.ts'
import { deactivate } from './deactivate.ts'
import { deleteForGood } from './delete-members.ts'
import {
  type Due,
  isAnythingDue,
  listDueDeletions,
  listDueEnds,
  type NotDone,
  noteNotDone,
  noteNotices,
  noteTold,
} from './due.queries.ts'
import { tellAdmins } from './tell-admins.ts'

/**
 * Does in one tenant what is due: pauses and archives whose last day is over, deletes whose deletion date has begun, each
 * by the clock of their organisation and by the same functions as by hand. An end that was planned is carried out as
 * planned: it was decided by somebody who might, and what became of their own rights since makes no difference. What
 * these functions refuse stays, admins are told why, and it is tried again each day; so is what breaks, and it holds
 * nobody else back. Tells admins, and those who asked to be told, a week before. Runs each minute; may run twice at once.
 */
export async function workDueDates(app: App, tenantId: string): Promise<void> {
  if (!(await inTenant(app.database, tenantId, isAnythingDue))) return
  const system: System = { kind: 'system', tenantId, request: { id: randomUUID(), door: 'job' } }
  await workAll(app, system, ENDS)
  await workAll(app, system, DELETIONS)
  await underLock(app, system, async (tx) => {
    await tellAdmins(tx, 'leaving_soon', await noteNotices(tx))
    await queueMessages(
      tx,
      (await noteTold(tx)).map(({ membershipId, accountId, organisationId, email }) => ({
        kind: 'switching_off',
        organisationId,
        accountId,
        to: email,
        subjectIds: { membershipId },
      })),
    )
  })
}

type Failed = NotDone & { code: string }
type Problem = Pick<Refusal, 'code' | 'message'>

/** One kind of thing that comes due. */
interface Work {
  what: NotDone['what']
  /** Whose day has come: of all, or of these members. */
  list(tx: Tx, only?: string[]): Promise<Due[]>
  /** Does it to those of these members who are due still. @returns who stays, and why */
  run(app: App, tx: Tx, system: System, only: string[]): Promise<Failed[]>
}

const ENDS: Work = {
  what: 'end',
  list: listDueEnds,
  async run(app, tx, system, only) {
    const due = await listDueEnds(tx, only)
    const failed = async (as: InactiveAs) => {
      const members = due.filter((each) => each.as === as)
      const { refused } = await deactivate(app, tx, system, members, { as })
      return failures(members, refused, 'end')
    }
    return [...(await failed('paused')), ...(await failed('archived'))]
  },
}

/** Whom a source still lists is archived instead, until it no longer does. */
const DELETIONS: Work = {
  what: 'delete',
  list: listDueDeletions,
  async run(app, tx, system, only) {
    const due = await listDueDeletions(tx, only)
    const { refused } = await deleteForGood(app, tx, system, due, { because: 'deletion_date' })
    const listed = due.filter((each) => refused.get(each.membershipId)?.code === 'still_listed')
    const { refused: stay } = await deactivate(app, tx, system, listed, { as: 'archived' })
    const instead = listed.map(
      ({ membershipId }) => [membershipId, stay.get(membershipId) ?? WHILE_LISTED] as const,
    )
    return failures(due, new Map<string, Problem>([...refused, ...instead]), 'delete')
  },
}

const underLock = (app: App, { tenantId }: System, doing: (tx: Tx) => Promise<void>): Promise<void> =>
  inTenant(app.database, tenantId, async (tx) => {
    await lockTenant(tx, tenantId)
    await doing(tx)
  })

async function workAll(app: App, system: System, work: Work): Promise<void> {
  const due = await inTenant(app.database, system.tenantId, (tx) => work.list(tx))
  await workThese(
    app,
    system,
    work,
    due.map((each) => each.membershipId),
  )
}

/**
 * Does it to all of these at once. If that breaks, then to each half by itself, down to the one member it breaks on, who
 * alone stays until tomorrow. A database that is away or busy is nobody's fault: then all of it waits for the next minute.
 */
async function workThese(app: App, system: System, work: Work, ids: string[]): Promise<void> {
  if (ids.length === 0) return
  try {
    await underLock(app, system, async (tx) =>
      keepNotDone(app, tx, system, await work.run(app, tx, system, ids)),
    )
  } catch (error) {
    if (error instanceof OutcomeUnknown || isConnectionError(error) || isTimeout(error)) throw error
    if (ids.length > 1) {
      const middle = Math.ceil(ids.length / 2)
      await workThese(app, system, work, ids.slice(0, middle))
      await workThese(app, system, work, ids.slice(middle))
      return
    }
    app.log.error({ err: error, membershipId: ids[0], what: work.what }, 'what was due could not be done')
    await underLock(app, system, async (tx) => {
      const due = await work.list(tx, ids)
      const faults = new Map(due.map((each) => [each.membershipId, FAULT]))
      await keepNotDone(app, tx, system, failures(due, faults, work.what))
    })
  }
}

/** What is said instead of the advice to archive them: that has been done. */
const WHILE_LISTED = {
  code: 'still_listed',
  message: 'A staff list still names them, so they are archived instead, and deleted once no list does.',
}

const FAULT = {
  code: 'fault',
  message: 'Something went wrong on the way. Whoever looks after the server finds it in the log.',
}

/** Writes down what was not done. What is news goes into the record and to admins; the same again each day is none. */
async function keepNotDone(app: App, tx: Tx, system: System, notDone: Failed[]): Promise<void> {
  const notices = await noteNotDone(tx, notDone)
  const news = new Set(notices.flatMap((each) => each.membershipIds))
  await record(
    app,
    tx,
    system,
    notDone
      .filter((each) => news.has(each.membershipId))
      .map((each) => ({
        event: 'person.end_not_done',
        subjectId: each.accountId,
        organisationId: each.organisationId,
        detail: { membershipId: each.membershipId, what: each.what, code: each.code },
      })),
  )
  await tellAdmins(tx, 'not_done', notices)
}

const failures = (members: Due[], refused: Map<string, Problem>, what: NotDone['what']): Failed[] =>
  members.flatMap(({ membershipId, accountId, organisationId, on }) => {
    const refusal = refused.get(membershipId)
    return refusal
      ? [{ membershipId, accountId, organisationId, on, what, problem: refusal.message, code: refusal.code }]
      : []
  })
