import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'
import type { FoldedName } from './same-person.ts'
import { PLACES_APART } from './stage.queries.ts'

/**
 * Marks rows that name one person twice: the same words again count once; one address, number or id for two different
 * rows has to be settled first.
 */
export async function markRepeats(tx: Tx): Promise<void> {
  await sql`
    update plan_rows r set repeats = t.first, counts = false from (
      select o.place, min(o.place) over (partition by o.org, o.eff - 'school') as first from plan_rows o
      join (select org, email from plan_rows where counts and email <> '' group by 1, 2 having count(*) > 1) d
        on d.org = o.org and d.email = o.email
      where o.counts) t
    where t.place = r.place and t.first < r.place`.execute(tx)
  for (const { column, field, words } of ONCE)
    await sql`
      update plan_rows r
      set twice = coalesce(r.twice, '[]') || jsonb_build_object('code', 'twice', 'field', ${field}::text, 'detail', format(
        'Rows %s and %s have the same %s. Correct one of them, or leave one out.',
        array_to_string(d.places[1:least(cardinality(d.places) - 1, 4)], ', '), d.places[cardinality(d.places)], ${words}::text))
      from (select org, ${sql.ref(column)} as value, array_agg(place % ${PLACES_APART}::integer order by place) as places from plan_rows
        where counts and ${sql.ref(column)} <> '' group by 1, 2 having count(*) > 1) d
      where r.counts and r.org = d.org and ${sql.ref(`r.${column}`)} = d.value`.execute(tx)
}

/** What only one row may have. */
const ONCE = [
  { column: 'email', field: 'email', words: 'email address' },
  { column: 'staff_number', field: 'staffNumber', words: 'staff number' },
  { column: 'source_id', field: 'sourceId', words: 'id' },
] as const

/** Finds for each row who it could be by id, number and address. What a person said are two people stays two. */
export async function findHits(tx: Tx): Promise<void> {
  await sql`drop table if exists pg_temp.plan_hits`.execute(tx)
  await sql`
    create temporary table plan_hits on commit drop as
    select r.place, s.membership_id as by_source, k.membership_id as by_number, e.membership_id as by_email
    from plan_rows r
    left join plan_people s on s.org = r.org and s.source_key = r.source_id and not s.source_twice
    left join plan_people k on k.org = r.org and k.staff_number = r.staff_number and not k.number_twice
    left join plan_people e on e.org = r.org and e.email = r.email`.execute(tx)
  await sql`
    update plan_hits h set
      by_source = case when h.by_source = any(x.others) then null else h.by_source end,
      by_number = case when h.by_number = any(x.others) then null else h.by_number end
    from plan_rows r
    join (select organisation_id, email, array_agg(membership_id) as others from staff_list_not_same
      where tenant_id = current_tenant() group by 1, 2) x on x.organisation_id = r.org and x.email = r.email
    where r.place = h.place and (h.by_source = any(x.others) or h.by_number = any(x.others))`.execute(tx)
  await sql`analyze plan_hits`.execute(tx)
}

export interface OtherName {
  place: number
  name: FoldedName
  theirs: FoldedName
  email: string
}

/** Rows whose name is another than that of the person they hit, written apart. */
export async function listOtherNames(tx: Tx): Promise<OtherName[]> {
  const found = await sql<OtherName>`
    select r.place, coalesce(r.email, '') as email,
      jsonb_build_object('given', search_fold(r.given_name), 'family', search_fold(r.family_name)) as name,
      jsonb_build_object('given', search_fold(p.given_name), 'family', search_fold(p.family_name)) as theirs
    from plan_hits h join plan_rows r on r.place = h.place
    join plan_people p on p.membership_id = coalesce(h.by_source, h.by_number, h.by_email)
    where (r.given_name, r.family_name) <> (p.given_name, p.family_name)
      and r.given_name || r.family_name <> '' and p.given_name || p.family_name <> ''`.execute(tx)
  return found.rows
}

/** A row whose name is another: whether it could not be the same person, and whether the address is one that passes on. */
export interface Stranger {
  place: number
  mailbox: boolean
  other: boolean
}

/** Rules that say by themselves who a row is. */
const SURE = ['source', 'staff_number', 'email', 'seen']
/** What `rule` says of rows that nobody has to look at. */
const SETTLED = [...SURE, 'decision', 'none', 'address_kept']

/**
 * Decides who each row is: the first rule that hits wins, unless rules contradict each other or a guard says that a
 * person has to look. `rule` says which rule it was, or of a conflict which guard.
 */
export async function decideMatches(tx: Tx, strangers: Stranger[]): Promise<void> {
  await sql`drop table if exists pg_temp.plan_found`.execute(tx)
  const differ = sql`(s.other is true)`
  const otherEmail = sql`(r.email <> p.email)`
  const otherSource = sql`(p.source_key <> r.source_id)`
  const mailbox = sql`(s.mailbox is true)`
  // Nobody takes an address over by an id alone.
  const nameless = sql`('' in (r.given_name, p.given_name))`
  await sql`
    create temporary table plan_found on commit drop as
    with found as (
      select h.place, c.membership_id as chosen, coalesce(h.by_source, h.by_number, h.by_email) as hit,
        h.by_source, h.by_number, h.by_email,
        case
          when not r.counts then 'seen'
          when c.membership_id is not null then 'decision'
          when r.decision = 'different' then case when h.by_email is null then 'none' else 'address_kept' end
          when h.by_source <> h.by_number or h.by_source <> h.by_email or h.by_number <> h.by_email then 'two_people'
          when h.by_source is not null then
            case when (${differ} or ${nameless}) and ${otherEmail} then 'source_other_person'
              when ${differ} and ${mailbox} then 'role_mailbox' else 'source' end
          when h.by_number is not null then case
            when ${otherSource} then 'other_source'
            when ${otherEmail} then 'number_other_email'
            when ${mailbox} then 'role_mailbox'
            when ${differ} and r.email is null then 'number_other_name'
            else 'staff_number' end
          when h.by_email is not null then case
            when ${otherSource} then 'recycled'
            when ${mailbox} then 'role_mailbox'
            when ${differ} then 'email_other_name'
            else 'email' end
          else 'none' end as rule
      from plan_hits h
      join plan_rows r on r.place = h.place
      left join plan_people p on p.membership_id = coalesce(h.by_source, h.by_number, h.by_email)
      left join jsonb_to_recordset(${JSON.stringify(strangers)}::jsonb) as s (place integer, mailbox boolean, other boolean)
        on s.place = h.place
      left join plan_people c on r.decision = 'same' and c.membership_id = r.chosen and c.org = r.org
    )
    select place, rule,
      case when rule = 'decision' then chosen when rule = any(${SURE}) then hit end as membership_id,
      case when rule <> all(${SETTLED}) then array(select distinct x from unnest(array[by_source, by_number, by_email]) x
        where x is not null) end as candidates,
      case when rule = 'seen' or rule = 'address_kept' then hit end as seen_id
    from found`.execute(tx)
  await sql`analyze plan_found (place, rule, membership_id)`.execute(tx)
  await sql`
    update plan_found f set rule = 'taken_twice', candidates = array[f.membership_id], membership_id = null
    from (select membership_id, count(*) filter (where rule = 'decision') as decided from plan_found
      where membership_id is not null and rule <> 'seen' group by 1 having count(*) > 1) t
    where f.membership_id = t.membership_id and f.rule <> 'seen' and not (f.rule = 'decision' and t.decided = 1)`.execute(
    tx,
  )
}
