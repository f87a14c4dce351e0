import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'
import { isUnlisted, wasActive } from '../people/wanted-people.queries.ts'

/** An organisation, the time there, and up to which half term its admins were reminded or had no need to be. */
export interface Reviewed {
  organisationId: string
  /** YYYY-MM-DD HH:MM by a clock there. */
  local: string
  /** YYYY-MM-DD */
  reminded: string
}

/** A new organisation isn't reminded of the half term in which it began. */
export async function listReviewed(tx: Tx): Promise<Reviewed[]> {
  const found = await sql<Reviewed>`
    select o.id as "organisationId", to_char(lanyard_now() at time zone o.time_zone, 'YYYY-MM-DD HH24:MI') as local,
      to_char(coalesce(r.half_term, (o.created_at at time zone o.time_zone)::date), 'YYYY-MM-DD') as reminded
    from organisations o
    left join review_reminders r on r.tenant_id = o.tenant_id and r.organisation_id = o.id
    where o.tenant_id = current_tenant()`.execute(tx)
  return found.rows
}

/** How many active people of each organisation an admin should look at, as the filtered lists count them. */
export interface ToReview {
  organisationId: string
  never: number
  unused: number
  unlisted: number
}

export async function countToReview(tx: Tx, organisationIds: string[]): Promise<Map<string, ToReview>> {
  const found = await sql<ToReview>`
    select m.organisation_id as "organisationId",
      (count(*) filter (where ${wasActive('never')}))::int as never,
      (count(*) filter (where ${wasActive('unused_120d')}))::int as unused,
      (count(*) filter (where ${isUnlisted}))::int as unlisted
    from memberships m
    where m.tenant_id = current_tenant() and m.state = 'active' and m.organisation_id = any(${organisationIds}::uuid[])
    group by m.organisation_id`.execute(tx)
  return new Map(found.rows.map((row) => [row.organisationId, row]))
}

/** Writes down that these are done with for a half term. */
export async function saveReminded(
  tx: Tx,
  reminded: { organisationId: string; halfTerm: string }[],
): Promise<void> {
  await sql`
    insert into review_reminders (organisation_id, half_term)
    select * from unnest(${reminded.map((each) => each.organisationId)}::uuid[], ${reminded.map((each) => each.halfTerm)}::date[])
    on conflict (tenant_id, organisation_id) do update set half_term = excluded.half_term, at = lanyard_now()`.execute(
    tx,
  )
}
