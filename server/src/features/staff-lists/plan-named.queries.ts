import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'

/** Somebody whom a row `f` is about by one of our rules, or could be, so that a person has to look. */
const found = sql`
  select membership_id as id from plan_found where membership_id is not null
  union select seen_id from plan_found where seen_id is not null
  union select unnest(candidates) from plan_found where candidates is not null`

/** What stands between the addresses of a cell. */
const ADDRESSES = String.raw`[^\s,;/|<>()\[\]"']+@[^\s,;/|<>()\[\]"']+`

/**
 * Lays out everybody whom the list names. A row that can't be taken as it is, or that somebody left out, is matched with
 * nobody, and names somebody all the same: whoever has one of the addresses in its cell, its staff number or id, or its
 * name word for word. Of a row whose school isn't known that may be anybody at any school of the list. Nobody is missing
 * from a list as long as such a row may be them; once it is put right, that is looked at anew.
 */
export async function layOutNamed(tx: Tx): Promise<void> {
  await sql`drop table if exists pg_temp.plan_unclear, pg_temp.plan_named`.execute(tx)
  await sql`
    create temporary table plan_unclear on commit drop as
    select r.place, r.org, r.email, r.staff_number, r.source_id, r.given_name, r.family_name, r.typed ->> 'email' as typed,
      r.problems, r.school_problem is not null as anywhere,
      f.membership_id is null and f.seen_id is null and f.candidates is null and r.decision is distinct from 'different'
        -- Left out because it is another school's: its name is that of somebody else.
        and not (r.decision = 'skip' and coalesce(r.school_problem ->> 'code' = 'other_school', false)) as by_name
    from plan_found f join plan_rows r on r.place = f.place
    where not r.out and r.repeats is null
      and (r.problems is not null or r.school_problem is not null or r.twice is not null or r.decision = 'skip')`.execute(
    tx,
  )
  await sql`analyze plan_unclear`.execute(tx)
  await sql`
    create temporary table plan_named on commit drop as
    with addresses as (
      select u.org, u.anywhere, rtrim(lower(a.address), '.') as address from plan_unclear u
      cross join lateral (
        select u.email as address
        union select m[1] from regexp_matches(u.typed, ${ADDRESSES}, 'g') m
        union select p ->> 'suggestion' from jsonb_array_elements(u.problems) p where p ->> 'field' = 'email'
        union select c from jsonb_array_elements(u.problems) p cross join lateral jsonb_array_elements_text(p -> 'choices') c
          where p ->> 'field' = 'email') a
      where a.address <> ''
    ),
    names as (
      select u.org, u.anywhere, u.email, n.name from plan_unclear u
      cross join lateral (
        select search_fold(u.family_name || ' ' || u.given_name) as name
        union select search_fold(u.given_name || ' ' || u.family_name)) n
      where u.by_name and u.given_name <> '' and u.family_name <> ''
    )
    select p.membership_id as id from addresses a join plan_people p on p.email = a.address and (a.anywhere or p.org = a.org)
    union select p.membership_id from names n join plan_people p on p.name_key = n.name and (n.anywhere or p.org = n.org)
      where not exists (select from staff_list_not_same x where x.tenant_id = current_tenant() and x.organisation_id = n.org
        and x.membership_id = p.membership_id and x.email = n.email)
    union select p.membership_id from plan_unclear u join plan_people p on p.staff_number = u.staff_number and u.by_name
      and case when u.anywhere then lower(u.given_name) = lower(p.given_name) or lower(u.family_name) = lower(p.family_name)
        else p.org = u.org and p.number_twice end
    union select p.membership_id from plan_unclear u join plan_people p on p.source_key = u.source_id and u.by_name
      and case when u.anywhere then lower(u.given_name) = lower(p.given_name) or lower(u.family_name) = lower(p.family_name)
        else p.org = u.org and p.source_twice end
    union ${found}`.execute(tx)
  await sql`analyze plan_named`.execute(tx)
}
