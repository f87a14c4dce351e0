import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'
import type { FoldedName } from './same-person.ts'

/** Says nothing of anybody: whoever uploads here doesn't learn by trying whose address it is, nor where they are. */
const OUT_OF_SIGHT = {
  code: 'address_not_joined',
  field: 'email',
  detail:
    'This name and this address can’t be added together. Check both of them, or ask an admin of your trust.',
}
const IN_SIGHT = {
  code: 'address_elsewhere_other_name',
  field: 'email',
  detail:
    'This address belongs to somebody with another name in your trust. Check the address, or ask a trust admin.',
}

export interface NamedElsewhere {
  place: number
  name: FoldedName
  theirs: FoldedName
  /** They are a member somewhere where the planner sees people. */
  seen: boolean
}

/**
 * Rows that are nobody's here and whose address somebody has who works elsewhere in the tenant, or did, under a name
 * written another way. Whose membership was only ever taken back isn't there: nobody would know them.
 * @param sight organisations in which the planner sees people
 */
export async function listNamedElsewhere(tx: Tx, sight: string[]): Promise<NamedElsewhere[]> {
  const found = await sql<NamedElsewhere>`
    select r.place, jsonb_build_object('given', search_fold(r.given_name), 'family', search_fold(r.family_name)) as name,
      jsonb_build_object('given', search_fold(a.given_name), 'family', search_fold(a.family_name)) as theirs, w.seen
    from plan_found f
    join plan_rows r on r.place = f.place and r.counts and not r.leaving
    join accounts a on a.tenant_id = current_tenant() and a.email = r.email
    cross join lateral (
      select bool_or(m.organisation_id = any(${sight}::uuid[])) as seen from memberships m
      where m.tenant_id = a.tenant_id and m.account_id = a.id and m.state not in ('deleted', 'rejected')) w
    where f.rule = 'none' and r.given_name || r.family_name <> '' and a.given_name || a.family_name <> ''
      and (r.given_name, r.family_name) <> (a.given_name, a.family_name) and w.seen is not null`.execute(tx)
  return found.rows
}

/** Rows that would let one person in under the account of another have to be put right first. */
export async function markOtherNames(tx: Tx, rows: { place: number; seen: boolean }[]): Promise<void> {
  if (rows.length === 0) return
  await sql`
    update plan_rows r set problems = coalesce(r.problems, '[]') || case when o.seen then ${JSON.stringify([IN_SIGHT])}::jsonb
      else ${JSON.stringify([OUT_OF_SIGHT])}::jsonb end
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as o (place integer, seen boolean) where r.place = o.place`.execute(
    tx,
  )
}
