import type { Actor, Place } from '../../kernel/actor.ts'
import { writeCursor } from '../../kernel/paging.ts'
import { notFound } from '../../kernel/refusal.ts'
import type { App } from '../../platform/app.ts'
import { inTenant, type Tx } from '../../platform/database/database.ts'
import { holdsAtAUnit } from '../access/at-a-unit.policy.ts'
import { authorize } from '../access/authorize.policy.ts'
import { findPlace } from '../access/places.queries.ts'
import { inSight, mayNot } from '../access/require.ts'
import { sayProgress } from '../staff-lists/progress.ts'
import { BULK_ACTIONS, type BulkAction, type JobState } from './bulk.ts'
import { findSheet, type JobSheet } from './jobs.queries.ts'
import { MANY_ACTS } from './many-acts.ts'
import { countResults, listResults, type ResultCount, type ResultRow } from './results.queries.ts'
import { type Counted, sayJob } from './say-job.ts'
import { sayAction } from './say-people.ts'
import { sayWhy } from './say-why.ts'
import { whyNotUndo } from './undo-job.ts'

export interface SeenResult {
  id: string
  name: string
  email: string
  school: string
  /** Whether they are still on the list, to be opened. */
  here: boolean
  outcome: 'done' | 'skipped' | 'undone' | 'kept'
  code: string | null
  /** Why not, in words; null where it was done. */
  sentence: string | null
}

export interface SeenJob {
  id: string
  action: BulkAction
  title: string
  organisation: { id: string; name: string }
  state: JobState
  sentence: string
  problem: { code: string; detail: string } | null
  madeBy: string | null
  madeAt: string
  doneAt: string | null
  undoneBy: string | null
  undoneAt: string | null
  progress: { done: number; total: number; etaSeconds: number | null }
  counts: Counted
  /** Why some were left out, or stay after undoing. */
  reasons: { code: string; sentence: string; count: number; of: 'skipped' | 'kept' }[]
  /** Whether such a thing can be undone at all, and by whoever looks at it now. */
  undo: { undoable: boolean; possible: boolean; reason: string | null }
  results: { data: SeenResult[]; next: string | null }
}

/**
 * A job with what became of each person, by name. Seen by whoever made it and by those who see everybody there.
 * @throws Refusal not_found, forbidden
 */
export async function seeJob(
  app: App,
  actor: Actor,
  id: string,
  page: {
    outcome: 'done' | 'skipped' | null
    after: { nameKey: string; id: string } | null
    limit: number
  },
): Promise<SeenJob> {
  return inTenant(app.database, actor.tenantId, async (tx) => {
    const { sheet, place } = await jobInSight(tx, actor, id)
    const results = await countResults(tx, id)
    const counts = sumUp(results)
    const rows = await listResults(tx, id, { ...page, limit: page.limit + 1 })
    const shown = rows.slice(0, page.limit)
    const last = shown.at(-1)
    const mayUndo = authorize(actor, BULK_ACTIONS[sheet.action], place)
    const whyNot = mayUndo ? whyNotUndo(sheet) : mayNot(BULK_ACTIONS[sheet.action]).message
    const { done, total, etaSeconds } = sayProgress(sheet)
    return {
      id,
      action: sheet.action,
      title: sayAction('title', sheet.action, total),
      organisation: { id: sheet.organisationId, name: sheet.organisation },
      state: sheet.state,
      sentence: sayJob(sheet, counts),
      problem: sheet.problem,
      madeBy: sheet.maker,
      madeAt: sheet.madeAt.toISOString(),
      doneAt: sheet.doneAt?.toISOString() ?? null,
      undoneBy: sheet.undoer,
      undoneAt: sheet.undoneAt?.toISOString() ?? null,
      progress: { done, total, etaSeconds },
      counts,
      reasons: reasonsOf(results),
      undo: {
        undoable: MANY_ACTS[sheet.action].undo !== undefined,
        possible: whyNot === null && counts.done > 0,
        reason: whyNot,
      },
      results: {
        data: shown.map(asSeen),
        next: rows.length > page.limit && last ? writeCursor([last.nameKey, last.id]) : null,
      },
    }
  })
}

/** A job, for whoever made it and whoever sees everybody there. @throws Refusal not_found, forbidden */
export async function jobInSight(
  tx: Tx,
  actor: Actor,
  id: string,
): Promise<{ sheet: JobSheet; place: Place }> {
  const sheet = await findSheet(tx, id)
  if (!sheet) throw notFound()
  const place = inSight(actor, await findPlace(tx, sheet.organisationId))
  const own = actor.kind === 'person' && actor.accountId === sheet.madeBy
  if (!authorize(actor, 'users.view', place) && !(own && holdsAtAUnit(actor, 'users.view', place)))
    throw mayNot('users.view')
  return { sheet, place }
}

const sumUp = (results: ResultCount[]): Counted => {
  const sum = (fits: (each: ResultCount) => boolean) =>
    results.filter(fits).reduce((total, each) => total + each.count, 0)
  return {
    done: sum((each) => each.outcome === 'done'),
    skipped: sum((each) => each.outcome === 'skipped'),
    reversed: sum((each) => each.undone === 'reversed'),
    kept: sum((each) => each.undone === 'kept'),
  }
}

const reasonsOf = (results: ResultCount[]): SeenJob['reasons'] =>
  results.flatMap(({ code, undoneCode, count }) => [
    ...(code ? [{ code, sentence: sayWhy(code), count, of: 'skipped' as const }] : []),
    ...(undoneCode ? [{ code: undoneCode, sentence: sayWhy(undoneCode), count, of: 'kept' as const }] : []),
  ])

/** A result in words. */
export function asSeen({
  id,
  name,
  email,
  school,
  here,
  outcome,
  code,
  undone,
  undoneCode,
}: ResultRow): SeenResult {
  const why = undoneCode ?? code
  return {
    id,
    name,
    email,
    school,
    here,
    outcome: undone === null ? outcome : undone === 'reversed' ? 'undone' : 'kept',
    code: why,
    sentence: why && sayWhy(why),
  }
}
