import type { Actor, Place } from '../../kernel/actor.ts'
import { type Count, exactTotal, type Page, writeCursor } from '../../kernel/paging.ts'
import { notFound } from '../../kernel/refusal.ts'
import type { App } from '../../platform/app.ts'
import { inTenant, type Tx } from '../../platform/database/database.ts'
import { authorize } from '../access/authorize.policy.ts'
import { findPlace } from '../access/places.queries.ts'
import { type Action, mayNot } from '../access/require.ts'
import { type HeldLeavers, listHeldLeavers } from './leaver-limit.ts'
import { listsAt } from './list-in-sight.ts'
import { findProgress } from './progress.queries.ts'
import { sayProgress } from './progress.ts'
import { type PlanGround, sayDone, sayHeld, sayNotes, sayPlan, saySums } from './say-plan.ts'
import {
  type BatchState,
  countInvitations,
  countLists,
  findSeenList,
  listSeenLists,
  type SeenList,
} from './see-staff-list.queries.ts'
import { type ListState, UNDO_DAYS } from './staff-list.ts'
import type { StaffListAnswer } from './staff-lists.shapes.ts'

const DAY_MS = 86_400_000

/** A staff list: what was read, the plan in numbers, how far it is. @throws Refusal not_found, forbidden */
export async function seeStaffList(app: App, actor: Actor, id: string): Promise<StaffListAnswer> {
  return inTenant(app.database, actor.tenantId, (tx) => answerList(tx, actor, id))
}

/** The same inside a change, as the change has left it. @throws Refusal not_found, forbidden */
export async function answerList(tx: Tx, actor: Actor, id: string): Promise<StaffListAnswer> {
  const list = await findSeenList(tx, id)
  if (!list) throw notFound()
  listsAt(actor, placeOf(list))
  const [answer] = await answersOf(tx, actor, [list])
  return answer as StaffListAnswer
}

/** Lists that were uploaded for an organisation, the latest first. @throws Refusal not_found, forbidden */
export async function seeStaffLists(
  app: App,
  actor: Actor,
  organisationId: string,
  page: { limit: number; before: string | null; count: Count },
): Promise<Page<StaffListAnswer>> {
  return inTenant(app.database, actor.tenantId, async (tx) => {
    listsAt(actor, await findPlace(tx, organisationId))
    const found = await listSeenLists(tx, organisationId, page.before, page.limit + 1)
    const shown = found.slice(0, page.limit)
    const last = shown.at(-1)
    return {
      data: await answersOf(tx, actor, shown),
      next: last && found.length > page.limit ? writeCursor([last.id]) : null,
      ...(await exactTotal(page.count, () => countLists(tx, organisationId))),
    }
  })
}

async function answersOf(tx: Tx, actor: Actor, lists: SeenList[]): Promise<StaffListAnswer[]> {
  const ids = lists.map((list) => list.id)
  const progress = await findProgress(tx, ids)
  const invitations = await countInvitations(tx, ids)
  const held = await listHeldLeavers(
    tx,
    lists.filter(mayBeHeld).map((list) => list.id),
  )
  return lists.map((list) => ({
    ...answerOf(actor, list, progressOf(list, progress.get(list.id)), invitations.get(list.id) ?? null),
    held: sayWhoIsHeld(list, held.get(list.id)),
  }))
}

function answerOf(
  actor: Actor,
  list: SeenList,
  progress: StaffListAnswer['progress'],
  invitations: BatchState | null,
): Omit<StaffListAnswer, 'held'> {
  const { counts, reading } = list
  const ground: PlanGround = {
    everyone: list.everyone,
    organisationName: list.organisationName,
    isTrust: list.organisationType === 'trust',
    fields: reading?.columns.flatMap((column) => column.field ?? []) ?? [],
  }
  const undoUntil = list.appliedAt && new Date(list.appliedAt.getTime() + UNDO_DAYS * DAY_MS)
  return {
    id: list.id,
    reference: list.reference,
    organisationId: list.organisationId,
    organisationName: list.organisationName,
    fileName: list.fileName,
    fileBytes: list.fileBytes,
    fileDigest: list.fileDigest,
    originalSentences: list.original?.sentences ?? [],
    everyone: list.everyone,
    madeBy: list.madeBy === null ? null : { name: list.madeBy },
    madeAt: list.madeAt.toISOString(),
    touchedAt: list.touchedAt.toISOString(),
    state: list.state,
    stateLabel: STATE_LABELS[list.state],
    problem: list.problem && { code: list.problem.code, detail: list.problem.detail },
    reading,
    values: list.meanings ?? [],
    keep: list.keep ?? [],
    counts,
    summary: counts && summaryOf(list, counts),
    sums: counts ? saySums(counts, ground) : [],
    notes: counts && list.state === 'ready' ? sayNotes(counts, ground) : [],
    invite: list.invite,
    progress,
    invitations,
    appliedBy: list.appliedAt && list.appliedBy !== null ? { name: list.appliedBy } : null,
    appliedAt: list.appliedAt?.toISOString() ?? null,
    undoUntil: list.state === 'applied' ? (undoUntil?.toISOString() ?? null) : null,
    undoneAt: list.undoneAt?.toISOString() ?? null,
    fileKeptUntil: list.fileKeptUntil?.toISOString() ?? null,
    actions: actionsOf(actor, list, undoUntil),
  }
}

const STATE_LABELS: Record<ListState, string> = {
  analysing: 'Being read',
  ready: 'Draft',
  applying: 'Being applied',
  applied: 'Applied',
  undoing: 'Being undone',
  undone: 'Undone',
  failed: 'Couldn’t be read',
}

function summaryOf(list: SeenList, counts: NonNullable<SeenList['counts']>): string {
  if (list.state === 'undone') return 'This list was applied and then undone.'
  if (counts.done) return sayDone(counts.done, counts.skipped)
  return sayPlan(counts)
}

function progressOf(
  list: SeenList,
  progress: Parameters<typeof sayProgress>[0],
): StaffListAnswer['progress'] {
  if (list.state === 'analysing') return { done: 0, total: 0, etaSeconds: null, sentence: 'Reading the file' }
  return sayProgress(progress)
}

/** Leavers above the limit: of a draft those who are ticked, of an applied list those who still wait. */
const mayBeHeld = ({ state, held, counts }: SeenList): boolean =>
  state === 'applied' ? held > 0 : state === 'ready' && (counts?.taking.archive ?? 0) > 0

const sayWhoIsHeld = ({ state }: SeenList, held: HeldLeavers | undefined): StaffListAnswer['held'] =>
  held ? { ...held, detail: sayHeld(held.people, held.limit, state === 'applied') } : null

/** What may be done with a list now, or why not. */
function actionsOf(actor: Actor, list: SeenList, undoUntil: Date | null): Action[] {
  const place = placeOf(list)
  const upload = authorize(actor, 'staff_list.upload', place) ? null : mayNot('staff_list.upload').message
  const archive = authorize(actor, 'staff_list.apply_leavers', place)
    ? null
    : mayNot('staff_list.apply_leavers').message
  const action = (name: string, reason: string | null): Action =>
    reason === null ? { action: name, allowed: true } : { action: name, allowed: false, reason }
  switch (list.state) {
    case 'ready':
      return [action('apply', upload ?? whyNotApply(list)), action('discard', upload)]
    case 'failed':
      return [action('discard', upload)]
    case 'applied':
      return [
        action(
          'undo',
          upload ??
            (undoUntil && undoUntil > list.now ? null : `A list can be undone for ${UNDO_DAYS} days.`),
        ),
        ...(list.held > 0
          ? [
              action(
                'archive_leavers',
                archive ??
                  (undoUntil && undoUntil > list.now
                    ? null
                    : `A list can archive people for ${UNDO_DAYS} days.`),
              ),
            ]
          : []),
      ]
    case 'analysing':
    case 'applying':
    case 'undoing':
    case 'undone':
      return []
    default:
      return list.state satisfies never
  }
}

function whyNotApply(list: SeenList): string | null {
  if (list.reading && list.reading.questions.length > 0)
    return list.reading.questions[0]?.detail ?? 'Say first what the columns are.'
  return list.counts && list.counts.people > 0 ? null : 'There is nobody on this list.'
}

const placeOf = (list: SeenList): Place => ({
  organisationId: list.organisationId,
  path: list.path,
  type: list.organisationType,
})
