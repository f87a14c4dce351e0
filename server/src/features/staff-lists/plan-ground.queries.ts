import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'
import { type RowsAt, rowsAt } from './stage.queries.ts'

/** An organisation that a list could be about. */
export interface OrganisationHere {
  id: string
  name: string
  slug: string
  urn: string | null
  type: string
  path: string[]
  domains: string[]
}

/** Every organisation of the tenant, for what somebody may do where. */
export async function listOrganisationsHere(tx: Tx): Promise<OrganisationHere[]> {
  const found = await sql<OrganisationHere>`
    select o.id, o.name, o.slug, o.urn, o.type, o.path,
      array(select d.domain from organisation_domains d
        where d.tenant_id = o.tenant_id and d.organisation_id = o.id order by d.position) as domains
    from organisations o where o.tenant_id = current_tenant() order by cardinality(o.path), o.name, o.id`.execute(
    tx,
  )
  return found.rows
}

/** The schools that the rows of a list name, and how often. */
export async function countSchoolValues(
  tx: Tx,
  listId: string,
  at: RowsAt,
): Promise<{ value: string; rows: number }[]> {
  const found = await sql<{ value: string; rows: number }>`
    select ${effective} ->> 'school' as value, count(*)::int as rows
    from ${rowsAt(at)} r
    where r.tenant_id = current_tenant() and r.list_id = ${listId} and r.n is not null and ${effective} ? 'school'
    group by 1 order by 2 desc, 1`.execute(tx)
  return found.rows
}

/** What a row `r` says: the file, and over it what a person typed. */
export const effective = sql`(case when r.edits is null then r.given else jsonb_strip_nulls(r.given || r.edits) end)`

/** A school of the file, with where it is here or why it is nowhere. */
export interface SchoolOf {
  value: string
  organisationId: string | null
  problem: object | null
}

/**
 * Lays the rows of a list out for planning: what they say, where they belong, and which of them count. Rows that say
 * the same word for word count once.
 * @param schools null when the column is not used
 */
export async function layOutRows(
  tx: Tx,
  list: { id: string; organisationId: string },
  today: string,
  schools: SchoolOf[] | null,
  blankSchool: object | null,
  at: RowsAt,
): Promise<void> {
  await sql`drop table if exists pg_temp.plan_rows`.execute(tx)
  const named = JSON.stringify(
    (schools ?? []).map((each) => ({ value: each.value, org: each.organisationId, problem: each.problem })),
  )
  const blank = schools && blankSchool ? sql`${JSON.stringify(blankSchool)}::jsonb` : sql`null::jsonb`
  await sql`
    create temporary table plan_rows on commit drop as
    with rows as materialized (
      select r.place, ${effective} as eff, case when r.edits is null then r.typed
          else r.typed - array(select jsonb_object_keys(r.edits)) end as typed, r.decision, r.decision_membership_id as chosen, r.keep,
        r.left_out is not null and r.decision is distinct from 'take' as out,
        case when r.read_problems is not null then (
          select jsonb_agg(p) from jsonb_array_elements(r.read_problems) p
          where p ->> 'code' <> 'email_missing' and case when p ->> 'field' is null then r.decision is distinct from 'take'
            else not coalesce(r.edits, '{}') ? (p ->> 'field') end) end as problems
      from ${rowsAt(at)} r
      where r.tenant_id = current_tenant() and r.list_id = ${list.id} and r.n is not null
    ),
    schools as (select * from jsonb_to_recordset(${named}::jsonb) as s (value text, org uuid, problem jsonb))
    select r.place, r.eff, r.typed, r.eff ->> 'email' as email, r.eff ->> 'sourceId' as source_id,
      r.eff ->> 'staffNumber' as staff_number, coalesce(r.eff ->> 'givenName', '') as given_name,
      coalesce(r.eff ->> 'familyName', '') as family_name, coalesce(s.org, ${list.organisationId}::uuid) as org,
      r.decision, r.chosen, r.keep, r.out, r.problems,
      case when s.value is not null then s.problem when not r.eff ? 'school' then ${blank} end as school_problem,
      coalesce(r.eff ->> 'status' = 'left' or r.eff ->> 'leavingDate' < ${today}, false) as leaving,
      r.decision is distinct from 'skip' and not r.out as counts,
      null::integer as repeats, null::jsonb as twice
    from rows r left join schools s on s.value = r.eff ->> 'school'`.execute(tx)
  await sql`analyze plan_rows (place, org, email, staff_number, source_id)`.execute(tx)
}

/** Lays out everybody who is here, where the rows belong: those they could be. */
export async function layOutPeople(tx: Tx, organisationIds: string[]): Promise<void> {
  await sql`drop table if exists pg_temp.plan_people`.execute(tx)
  await sql`
    create temporary table plan_people on commit drop as
    select m.id as membership_id, m.account_id, m.organisation_id as org, m.state, m.staff_number, m.job_title,
      m.relationship, m.start_date, m.leaving_date, m.name_key, a.email, a.given_name, a.family_name,
      s.source_key, s.given as last, coalesce(s.unit_ids, '{}') as last_units, false as number_twice, false as source_twice
    from memberships m
    join accounts a on a.tenant_id = m.tenant_id and a.id = m.account_id
    left join staff_records s on s.tenant_id = m.tenant_id and s.membership_id = m.id
    where m.tenant_id = current_tenant() and m.organisation_id = any(${organisationIds}::uuid[])
      and m.state not in ('deleted', 'rejected')`.execute(tx)
  await sql`
    update plan_people p set number_twice = true from (
      select org, staff_number from plan_people where staff_number <> '' group by 1, 2 having count(*) > 1) t
    where t.org = p.org and t.staff_number = p.staff_number`.execute(tx)
  await sql`
    update plan_people p set source_twice = true from (
      select org, source_key from plan_people where source_key <> '' group by 1, 2 having count(*) > 1) t
    where t.org = p.org and t.source_key = p.source_key`.execute(tx)
  await sql`analyze plan_people (membership_id, account_id, org, email, staff_number, source_key)`.execute(tx)
}

/** An organisation of the list and what the planner may do there. */
export interface PlannedPlace {
  org: string
  path: string[]
  domains: string[]
  /** The highest level the planner has there; null for the operator, above whom nobody stands. */
  level: number | null
  may_reactivate: boolean
  may_archive: boolean
}

/** Lays out the places of the list, and who stands high there. */
export async function layOutPlaces(
  tx: Tx,
  places: PlannedPlace[],
  high: { role: string; level: number }[],
): Promise<void> {
  await sql`drop table if exists pg_temp.plan_places, pg_temp.plan_standing`.execute(tx)
  await sql`
    create temporary table plan_places on commit drop as
    select * from jsonb_to_recordset(${JSON.stringify(places)}::jsonb)
      as p (org uuid, path uuid[], domains text[], level integer, may_reactivate boolean, may_archive boolean)`.execute(
    tx,
  )
  await sql`
    create temporary table plan_standing on commit drop as
    select m.account_id, p.org, max(h.level) as level
    from jsonb_to_recordset(${JSON.stringify(high)}::jsonb) as h (role text, level integer)
    join role_assignments a on a.tenant_id = current_tenant() and a.role = h.role
    join memberships m on m.tenant_id = a.tenant_id and m.id = a.membership_id and m.state not in ('deleted', 'rejected')
    join plan_places p on a.scope = 'tenant' or (a.scope = 'organisation' and a.organisation_id = any(p.path))
    group by 1, 2`.execute(tx)
  await sql`analyze plan_standing`.execute(tx)
}
