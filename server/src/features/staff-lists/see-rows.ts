import type { Actor } from '../../kernel/actor.ts'
import { type Count, exactTotal, type Page, writeCursor } from '../../kernel/paging.ts'
import type { App } from '../../platform/app.ts'
import { inTenant, type Tx } from '../../platform/database/database.ts'
import { findNow } from './clock.queries.ts'
import { type HiddenUnit, listHiddenUnits } from './hidden-units.queries.ts'
import { withoutHidden } from './hide-units.ts'
import { listInSight } from './list-in-sight.ts'
import { asRow } from './row-answer.ts'
import {
  countSeenRows,
  findLeaverFacts,
  findPeopleHere,
  findSeenRow,
  listSeenRows,
  type SeenRow,
} from './see-rows.queries.ts'
import type { RowAnswer } from './staff-lists.shapes.ts'

/** Rows of a plan by their place, those of one outcome or all, those that hold some words or all. @throws Refusal not_found, forbidden */
export async function seeRows(
  app: App,
  actor: Actor,
  id: string,
  page: { limit: number; after: number | null; outcome: string | null; q: string | null; count: Count },
): Promise<Page<RowAnswer>> {
  return inTenant(app.database, actor.tenantId, async (tx) => {
    const { list } = await listInSight(tx, actor, id)
    const hidden = await listHiddenUnits(tx, actor)
    const found = await listSeenRows(tx, id, page, page.after, page.limit + 1, idsOf(hidden))
    const shown = found.slice(0, page.limit)
    const last = shown.at(-1)
    return {
      data: await answerRows(tx, list.organisationId, shown, hidden),
      next: last && found.length > page.limit ? writeCursor([last.place]) : null,
      ...(await exactTotal(page.count, () => countSeenRows(tx, id, page))),
    }
  })
}

/** One row inside a change, as the change has left it. */
export async function answerRow(
  tx: Tx,
  actor: Actor,
  list: { id: string; organisationId: string },
  place: number,
): Promise<RowAnswer | undefined> {
  const hidden = await listHiddenUnits(tx, actor)
  const row = await findSeenRow(tx, list.id, place, idsOf(hidden))
  return row && (await answerRows(tx, list.organisationId, [row], hidden))[0]
}

const idsOf = (units: HiddenUnit[]) => units.map(({ id }) => id)

/** Rows as people see them, with who is in them looked up together. */
async function answerRows(
  tx: Tx,
  organisationId: string,
  rows: SeenRow[],
  hidden: HiddenUnit[],
): Promise<RowAnswer[]> {
  const people = await findPeopleHere(
    tx,
    rows.flatMap((row) => row.candidates ?? []),
    idsOf(hidden),
  )
  const leavers = await findLeaverFacts(
    tx,
    rows.flatMap((row) => (row.leaver && row.membershipId ? [row.membershipId] : [])),
  )
  const clock = await findNow(tx, organisationId)
  return rows.map((row) =>
    asRow({ ...row, changes: withoutHidden(row.changes, hidden) }, people, leavers, clock),
  )
}
