import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'
import { PLACES_APART } from './stage.queries.ts'

/** From here on the places of those who are not on the list: behind any row of a file. */
export const LEAVERS_FROM = 1_000_000_000

/** What stands in the way of a row, each with what to do. */
const EMAIL_MISSING = {
  code: 'email_missing',
  field: 'email',
  detail: 'There is no email address in this row. Enter one.',
}
const NEEDS_UNIT = {
  code: 'role_needs_unit',
  field: 'unit',
  detail: 'This role is given at a department, and the row names none. Enter one, or choose another role.',
}
const ADDRESS_KEPT = {
  code: 'address_kept',
  field: 'email',
  detail:
    'Somebody here has this address, so a new person can’t have it. Enter another, or leave the row out.',
}

const list = (problem: object) => sql`${JSON.stringify([problem])}::jsonb`

/** Decides what would become of each row. */
export async function layOutOutcomes(tx: Tx, person: { accountId: string | null }): Promise<void> {
  await sql`drop table if exists pg_temp.plan_result`.execute(tx)
  const isNew = sql`(f.rule = 'none' and not r.leaving)`
  await sql`
    create temporary table plan_result on commit drop as
    with gathered as materialized (
      select r.place, r.org, r.counts, r.repeats, r.out, r.leaving, r.decision, r.email, r.given_name, r.family_name,
        f.rule, coalesce(f.membership_id, f.seen_id) as membership_id, f.candidates, coalesce(p.account_id, a.id) as account_id,
        p.state, c.changes, c.shown, u.unit_ids, u.new_units, u.unused, ro.role, ro."atUnit",
        o.domains, o.may_reactivate, o.may_archive, s.level, o.level as planner, p.account_id = ${person.accountId}::uuid as own,
        case when r.problems is null and r.school_problem is null and r.twice is null and u.problems is null
            and f.rule <> 'address_kept' and not ${isNew} then null
          else coalesce(r.problems, '[]') || case when r.school_problem is null then '[]' else jsonb_build_array(r.school_problem) end
            || coalesce(r.twice, '[]')
            || coalesce(u.problems, '[]')
            || case when f.rule = 'address_kept' then ${list(ADDRESS_KEPT)} else '[]' end
            || case when ${isNew} and r.email is null
              and not coalesce(jsonb_path_exists(r.problems, '$[*] ? (@.field == "email")'), false) then ${list(EMAIL_MISSING)} else '[]' end
            || case when ${isNew} and ro.problem is not null then jsonb_build_array(ro.problem)
              when ${isNew} and ro."atUnit" and coalesce(u.unit_ids, '{}') = '{}' and u.new_units is null then ${list(NEEDS_UNIT)} else '[]' end
        end as problems
      from plan_rows r
      join plan_found f on f.place = r.place
      left join plan_places o on o.org = r.org
      left join plan_people p on p.membership_id = coalesce(f.membership_id, f.seen_id)
      left join accounts a on f.rule = 'none' and r.counts and a.tenant_id = current_tenant() and a.email = r.email
      left join plan_standing s on s.account_id = p.account_id and s.org = r.org
      left join plan_roles ro on ro.org = r.org and ro.value = r.eff ->> 'role'
      left join plan_units u on u.place = r.place
      left join (select place, jsonb_agg(change order by position) as changes, bool_or(why is distinct from 'by_hand') as shown
        from plan_changes group by place) c on c.place = r.place
    ),
    decided as (
      select g.*, case
          when g.decision = 'skip' or g.out or g.repeats is not null then 'skipped'
          when g.problems <> '[]' then 'error'
          when g.candidates is not null then 'conflict'
          when g.membership_id is null then case when g.leaving then 'skipped' else 'add' end
          when g.leaving then case when g.state = 'inactive' then 'unchanged' else 'not_on_list' end
          when g.state = 'inactive' then case when g.may_reactivate and coalesce(g.level <= g.planner, true) then 'reactivate' else 'skipped' end
          when g.shown then 'update'
          else 'unchanged' end as outcome
      from gathered g
    )
    select d.place, d.org as organisation_id, d.outcome, d.rule,
      d.membership_id, case when d.outcome <> 'conflict' then d.account_id end as account_id,
      case when d.outcome = 'add' then coalesce(d.role, 'user') end as role,
      case when d.outcome in ('add', 'update', 'unchanged', 'reactivate') then d.unit_ids end as unit_ids,
      case when d.outcome in ('add', 'update', 'unchanged', 'reactivate') then d.new_units end as new_units,
      case when d.outcome in ('update', 'unchanged', 'reactivate') then d.changes end as changes,
      case when d.outcome = 'error' then d.problems end as problems,
      case when d.outcome = 'conflict' then to_jsonb(d.candidates) end as candidates,
      case when d.outcome = 'not_on_list' then ${leaver('d', true)} end as leaver,
      nullif(to_jsonb(array_remove(array[
        case when d.outcome in ('add', 'update', 'unchanged', 'reactivate', 'conflict') and cardinality(d.domains) > 0
          and split_part(d.email, '@', 2) <> all(d.domains) then 'not_work_address' end,
        case when d.outcome = 'add' and d.given_name || d.family_name = '' then 'no_name' end,
        case when d.outcome in ('add', 'update', 'unchanged', 'reactivate') and d.unused then 'unit_not_used' end,
        case when d.outcome in ('update', 'unchanged', 'reactivate') and d.role <> 'user' and not exists (
          select from role_assignments x where x.tenant_id = current_tenant() and x.membership_id = d.membership_id
            and x.role = d.role) then 'role_not_changed' end,
        case when d.outcome = 'skipped' and d.decision is distinct from 'skip' then case
          when d.out then 'left_out' when d.repeats is not null then 'repeat:' || d.repeats % ${PLACES_APART}::integer when d.membership_id is null then 'left'
          when d.may_reactivate then 'above_you' else 'may_not_reactivate' end end
      ], null)), '[]') as warnings
    from decided d`.execute(tx)
}

/** Of somebody who may have left: why they stay, if they do, and whether the file itself says that they left. */
function leaver(table: string, left: boolean) {
  const column = (name: string) => sql.ref(`${table}.${name}`)
  return sql`jsonb_build_object('left', ${sql.lit(left)}, 'stays', case
    when ${column('own')} then 'you' when ${column('level')} >= 60 then 'admin'
    when ${column('level')} > ${column('planner')} then 'above_you'
    when not ${column('may_archive')} then 'may_not_archive' end)`
}

/** Lays out those here whom the list doesn't name. A school that the list doesn't name is none that everybody left. */
export async function layOutLeavers(
  tx: Tx,
  everyone: boolean,
  person: { accountId: string | null },
  covered: string[],
): Promise<void> {
  await sql`drop table if exists pg_temp.plan_leavers`.execute(tx)
  await sql`
    create temporary table plan_leavers on commit drop as
    with missing as (
      select p.membership_id, p.account_id, p.org, p.name_key, p.account_id = ${person.accountId}::uuid as own, s.level,
        o.level as planner, o.may_archive
      from plan_people p
      left join plan_named named on named.id = p.membership_id
      left join plan_places o on o.org = p.org
      left join plan_standing s on s.account_id = p.account_id and s.org = p.org
      where ${everyone} and named.id is null and p.state in ('active', 'invited', 'not_invited')
        and p.org = any(${covered}::uuid[])
    )
    select m.membership_id, m.account_id, m.org, m.name_key, ${leaver('m', false)} as leaver from missing m`.execute(
    tx,
  )
}
