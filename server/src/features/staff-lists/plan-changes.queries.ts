import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'
import type { Reach } from './reach.ts'

/**
 * Lays out, field by field, what rows would change of those they are: what is there now, what the row says, and whether
 * it is taken. Three sides are compared: what the row says, what is here, and what the last applied list said. Who
 * changed a field by hand since keeps it.
 * @param hidden units that aren't for the planner: neither named nor left
 */
export async function layOutChanges(
  tx: Tx,
  { own, notEditable, above }: Reach,
  keep: string[],
  hidden: string[],
): Promise<void> {
  await sql`drop table if exists pg_temp.plan_changes`.execute(tx)
  await sql`
    create temporary table plan_changes on commit drop as
    with differing as materialized (
      select f.place, f.rule, v.position, v.field, v.before, v.after, v.of_account, p.last ->> v.field as last, p.account_id, p.org,
        coalesce(r.decision = 'take', false) as asked, r.keep
      from plan_found f
      join plan_rows r on r.place = f.place and r.counts and not r.leaving
      join plan_people p on p.membership_id = f.membership_id
      cross join lateral (values
        (1, 'givenName', p.given_name, r.eff ->> 'givenName', true),
        (2, 'familyName', p.family_name, r.eff ->> 'familyName', true),
        (3, 'email', p.email, r.email, true),
        (4, 'staffNumber', coalesce(p.staff_number, ''), r.staff_number, false),
        (5, 'jobTitle', coalesce(p.job_title, ''), r.eff ->> 'jobTitle', false),
        (7, 'relationship', p.relationship, r.eff ->> 'relationship', false),
        (8, 'startDate', coalesce(p.start_date::text, ''), r.eff ->> 'startDate', false),
        (9, 'leavingDate', coalesce(p.leaving_date::text, ''), r.eff ->> 'leavingDate', false)
      ) as v (position, field, before, after, of_account)
      where v.after <> v.before and f.rule <> 'seen'
        -- A cell that says word for word what is here changes nothing, whatever was read from it.
        and v.before is distinct from r.typed ->> v.field
        -- Asked of the row as a whole first: most rows say what is here.
        and (r.email <> p.email or r.staff_number <> coalesce(p.staff_number, '')
          or (coalesce(r.eff ->> 'givenName', p.given_name), coalesce(r.eff ->> 'familyName', p.family_name),
            coalesce(r.eff ->> 'jobTitle', p.job_title, ''), coalesce(r.eff ->> 'relationship', p.relationship),
            coalesce(r.eff ->> 'startDate', p.start_date::text, ''), coalesce(r.eff ->> 'leavingDate', p.leaving_date::text, ''))
          <> (p.given_name, p.family_name, coalesce(p.job_title, ''), p.relationship, coalesce(p.start_date::text, ''),
            coalesce(p.leaving_date::text, '')))
    ),
    -- Whose an address would be: rows at several schools may well be one person's.
    claims as (
      select w.email, array_agg(distinct coalesce(p.account_id, w.org)) as who from plan_rows w
      join plan_found f on f.place = w.place
      left join plan_people p on p.membership_id
        = coalesce(f.membership_id, case when cardinality(f.candidates) = 1 then f.candidates[1] end)
      where w.email in (select after from differing where field = 'email')
      group by w.email
    ),
    reasoned as (
      select d.*, case
          when d.field = 'email' and d.account_id = ${own}::uuid then 'own_email'
          when s.level > o.level then 'above_you'
          when d.org = any(${notEditable}::uuid[]) then 'adds_only'
          when d.of_account and exists (select from memberships e where e.tenant_id = current_tenant()
            and e.account_id = d.account_id and e.organisation_id = any(${notEditable}::uuid[])
            and e.organisation_id <> d.org and e.state not in ('deleted', 'rejected')) then 'elsewhere'
          when d.of_account and d.account_id = any(${above}::uuid[]) then 'above_elsewhere'
          when d.field = 'email' and (exists (select from accounts a where a.tenant_id = current_tenant() and a.email = d.after)
            or not c.who <@ array[d.account_id, d.org]) then 'address_in_use'
          when d.of_account and d.after <> first_value(d.after) over (partition by d.account_id, d.field order by d.place) then 'other_row'
          when d.field = any(coalesce(d.keep, '{}') || ${keep}::text[]) then 'keep'
          when d.asked then null
          when d.last = d.after then 'by_hand'
          when d.last is not null and d.last <> d.before then 'both_changed'
        end as why
      from differing d
      left join plan_standing s on s.account_id = d.account_id and s.org = d.org
      left join plan_places o on o.org = d.org
      left join claims c on d.field = 'email' and c.email = d.after
    )
    select place, position, why, jsonb_build_object('field', field, 'before', nullif(before, ''), 'after', after,
      'taken', why is null) || case when why is null then '{}' else jsonb_build_object('why', why) end as change
    from reasoned`.execute(tx)
  await layOutUnitChanges(tx, notEditable, keep, hidden)
  await sql`analyze plan_changes`.execute(tx)
}

/**
 * Units: those that a row names are added, those that an earlier list put somebody into and this one doesn't name are
 * left; whatever was given by hand stays. A unit that somebody was taken out of by hand isn't given again.
 */
async function layOutUnitChanges(
  tx: Tx,
  notEditable: string[],
  keep: string[],
  hidden: string[],
): Promise<void> {
  await sql`
    insert into plan_changes (place, position, why, change)
    with now as materialized (
      select f.place, u.unit_ids as wanted, coalesce(u.new_units, '{}') as new_units, p.last_units, p.account_id, p.org, p.last,
        array(select x.unit_id from unit_members x
          where x.tenant_id = current_tenant() and x.membership_id = p.membership_id and x.unit_id <> all(${hidden}::uuid[])) as ours
      from plan_units u
      join plan_found f on f.place = u.place and f.rule <> 'seen'
      join plan_rows r on r.place = f.place and r.counts and not r.leaving
      join plan_people p on p.membership_id = f.membership_id
      where u.problems is null
    ),
    moves as (
      select n.*, array(select w from unnest(n.wanted) w where w <> all(n.ours)) as missing,
        array(select w from unnest(n.ours) w where w = any(n.last_units) and w <> all(n.wanted)) as leave
      from now n
      where n.new_units <> '{}' or not n.wanted <@ n.ours or exists (
        select from unnest(n.ours) w where w = any(n.last_units) and w <> all(n.wanted))
    ),
    reasoned as (
      select m.*, array(select w from unnest(m.missing) w where w <> all(m.last_units)) as added, case
          when s.level > o.level then 'above_you'
          when m.org = any(${notEditable}::uuid[]) then 'adds_only'
          when 'unit' = any(coalesce(r.keep, '{}') || ${keep}::text[]) then 'keep'
          when r.decision = 'take' then null
          when m.missing <@ m.last_units and m.leave = '{}' and m.new_units = '{}' then 'by_hand'
        end as why, r.decision = 'take' as asked
      from moves m join plan_rows r on r.place = m.place
      left join plan_standing s on s.account_id = m.account_id and s.org = m.org
      left join plan_places o on o.org = m.org
    )
    select place, 6, why, jsonb_build_object('field', 'unit', 'before', ${namesOf('ours')},
      'after', nullif(concat_ws('; ', (select string_agg(u.name, '; ' order by u.name) from units u
          where u.tenant_id = current_tenant() and u.id = any(ours || missing) and u.id <> all(leave)),
        nullif(array_to_string(new_units, '; '), '')), ''),
      'taken', why is null, 'add', to_jsonb(case when asked or why = 'by_hand' then missing else added end),
      'remove', to_jsonb(leave), 'new', to_jsonb(new_units))
      || case when why is null then '{}' else jsonb_build_object('why', why) end
    from reasoned`.execute(tx)
}

const namesOf = (ids: string) => sql`(select string_agg(u.name, '; ' order by u.name) from units u
  where u.tenant_id = current_tenant() and u.id = any(${sql.ref(ids)}))`
