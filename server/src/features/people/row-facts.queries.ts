import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'

/** What the columns of a list show that not everybody has chosen; days are YYYY-MM-DD. */
export interface FactsRow {
  id: string
  relationship: string
  source: string
  language: string
  startDate: string | null
  leavingDate: string | null
  deletionDate: string | null
  timeZone: string
  /** When a staff list last named them. */
  seenAt: Date | null
  /** Whether the last list of everyone doesn't name them. */
  unlisted: boolean
}

export async function findRowFacts(tx: Tx, ids: string[]): Promise<Map<string, FactsRow>> {
  const found = await sql<FactsRow>`
    select m.id, m.relationship, m.added_by as source, a.language, m.start_date::text as "startDate",
      m.leaving_date::text as "leavingDate", m.deletion_date::text as "deletionDate", o.time_zone as "timeZone",
      s.seen_at as "seenAt", full_list_at(o.id) is not null and not still_listed(m.id) as unlisted
    from memberships m
    join accounts a on a.tenant_id = m.tenant_id and a.id = m.account_id
    join organisations o on o.tenant_id = m.tenant_id and o.id = m.organisation_id
    left join staff_records s on s.tenant_id = m.tenant_id and s.membership_id = m.id
    where m.tenant_id = current_tenant() and m.id = any(${ids}::uuid[])`.execute(tx)
  return new Map(found.rows.map((row) => [row.id, row]))
}
