import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'
import {
  allOf,
  everyCondition,
  isLeaving,
  missing,
  notArchived,
  type Wanted,
} from './wanted-people.queries.ts'

/** Who may have left, each counted once, by the first of these that is true. */
export interface LeaverCounts {
  /** Archived already, and to be deleted. */
  deleted: number
  passed: number
  missing: number
  soon: number
}

/** Counts the view of leavers, by what brings people into it. */
export async function countLeavers(tx: Tx, wanted: Wanted): Promise<LeaverCounts> {
  const { days } = wanted
  const passed = isLeaving('passed', days)
  const here = everyCondition({ ...wanted, view: null, archived: true })
  const found = await sql<LeaverCounts>`
    select (count(*) filter (where w.archived))::int as deleted,
      (count(*) filter (where not w.archived and w.passed))::int as passed,
      (count(*) filter (where not w.archived and not w.passed and w.missing))::int as missing,
      (count(*) filter (where not w.archived and not w.passed and not w.missing))::int as soon
    from (
      select m.inactive_as is not distinct from 'archived' as archived, coalesce(${passed}, false) as passed,
        x.id is not null as missing
      from memberships m left join (${missing}) x on x.id = m.id
      where ${allOf(here)} and ${notArchived(['soon', 'passed'], days)}
        and (x.id is not null or ${passed} or ${isLeaving('soon', days)})) w`.execute(tx)
  return found.rows[0] as LeaverCounts
}

/** Days after which a list of everyone says little of who works there now. */
const OLD_DAYS = 60

/** The list of everyone that leavers are told by. */
export interface FullList {
  /** When it was applied; null when none was. */
  at: Date | null
  /** Whether it is so old that who left since isn't known by it. */
  old: boolean
}

/** When everybody was last listed in these organisations, or in all; of several the one that was longest ago. */
export async function findFullList(tx: Tx, organisationIds: string[] | null): Promise<FullList> {
  const among = organisationIds ? sql`and o.id = any(${organisationIds}::uuid[])` : sql``
  const found = await sql<FullList>`
    select l.at, coalesce(l.at < lanyard_now() - make_interval(days => ${OLD_DAYS}), false) as old
    from (select min(full_list_at(o.id)) as at from organisations o where o.tenant_id = current_tenant() ${among}) l`.execute(
    tx,
  )
  return found.rows[0] ?? { at: null, old: false }
}

/** Those of these members who were here when everybody was last listed and aren't named. */
export async function listMissing(tx: Tx, ids: string[]): Promise<Set<string>> {
  const found = await sql<{ id: string }>`
    select m.id from memberships m
    where m.tenant_id = current_tenant() and m.id = any(${ids}::uuid[]) and m.created_at <= full_list_at(m.organisation_id)
      and not still_listed(m.id)`.execute(tx)
  return new Set(found.rows.map((row) => row.id))
}
