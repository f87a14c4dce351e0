import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'
import { isTicked } from './leaver-limit.ts'
import type { PlanCounts, PlanFacts } from './staff-list.ts'
import { OUTCOMES } from './staff-lists.shapes.ts'
import { PLACES_APART } from './stage.queries.ts'

/** Whether a row's plan has a change that is made. */
const isChanging = sql`r.changes @> '[{"taken": true}]'`
type Tallies = Pick<PlanCounts, 'people' | 'leaving' | 'taking' | (typeof OUTCOMES)[number]>

/** The sums of a stored plan: rows by outcome, and what applying would do with what is ticked. */
export async function countRows(tx: Tx, listId: string): Promise<Tallies> {
  const found = await sql<{ outcome: (typeof OUTCOMES)[number]; rows: number; named: number; taken: number }>`
    select r.outcome, count(*)::int as rows, (count(r.n))::int as named,
      (count(*) filter (where case r.outcome when 'update' then ${isChanging} when 'not_on_list' then ${isTicked}
        else true end))::int as taken
    from staff_list_rows r
    where r.tenant_id = current_tenant() and r.list_id = ${listId} and r.outcome is not null
    group by 1`.execute(tx)
  const of = (outcome: string) => found.rows.find((row) => row.outcome === outcome)
  const rows = Object.fromEntries(OUTCOMES.map((outcome) => [outcome, of(outcome)?.rows ?? 0]))
  return {
    ...(rows as Record<(typeof OUTCOMES)[number], number>),
    people: found.rows.reduce((sum, row) => sum + row.named, 0),
    leaving: of('not_on_list')?.named ?? 0,
    taking: {
      add: of('add')?.rows ?? 0,
      update: of('update')?.taken ?? 0,
      reactivate: of('reactivate')?.rows ?? 0,
      archive: of('not_on_list')?.taken ?? 0,
    },
  }
}

/** How many are here, and how many of them the list names. As laid out by the planner. */
export async function countHere(tx: Tx, covered: string[]): Promise<{ here: number; matched: number }> {
  const found = await sql<{ here: number; matched: number }>`
    select count(*)::int as here, count(named.id)::int as matched
    from plan_people p left join plan_named named on named.id = p.membership_id
    where p.state in ('active', 'invited', 'not_invited') and p.org = any(${covered}::uuid[])`.execute(tx)
  return found.rows[0] ?? { here: 0, matched: 0 }
}

/** What is odd about the whole list. As laid out by the planner. */
export async function findFacts(tx: Tx): Promise<Omit<PlanFacts, 'schoolColumnUnused'>> {
  const found = await sql<Omit<PlanFacts, 'schoolColumnUnused'>>`
    with moves as (
      select split_part(p.email, '@', 2) as "from", split_part(r.email, '@', 2) as "to", count(*)::int as rows
      from plan_found f join plan_rows r on r.place = f.place and r.counts
      join plan_people p on p.membership_id = coalesce(f.membership_id, f.candidates[1])
      where r.email <> p.email and split_part(r.email, '@', 2) <> split_part(p.email, '@', 2)
        and coalesce(cardinality(f.candidates), 1) = 1
      group by 1, 2
    ),
    most as (select * from moves order by rows desc, 1, 2 limit 1)
    select coalesce((select rows from most), 0) as "emailsChange", (select "from" from most), (select "to" from most),
      -- A cell that can't be read isn't empty.
      (select count(*)::int from plan_rows where counts and email is null
        and not coalesce(jsonb_path_exists(problems, '$[*] ? (@.field == "email")'), false)) as "withoutEmail",
      (select count(*)::int from plan_rows where place > ${PLACES_APART}) as again,
      (select count(distinct org)::int from plan_rows) as organisations`.execute(tx)
  return found.rows[0] as Omit<PlanFacts, 'schoolColumnUnused'>
}
