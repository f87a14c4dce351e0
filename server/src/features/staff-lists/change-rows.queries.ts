import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'
import type { MadeUnits, Stretch } from './add-rows.queries.ts'
import { effective } from './plan-ground.queries.ts'

/** The changes `c` that rows `r` of a stretch make, one by one: those that are taken, of people who may be changed. */
const changes = ({ listId, from, to }: Stretch) => sql`
  staff_list_rows r cross join lateral jsonb_to_recordset(r.changes)
    as c (field text, before text, after text, taken boolean, "add" jsonb, remove jsonb, new jsonb)
  where r.tenant_id = current_tenant() and r.list_id = ${listId} and r.place between ${from} and ${to}
    and r.outcome in ('update', 'reactivate') and r.result is distinct from 'not_done' and c.taken`

const ofAccount = sql`c.field in ('email', 'givenName', 'familyName')`

/** New values of the accounts and of the memberships of a stretch. */
export const accountFields = (stretch: Stretch) =>
  sql<{
    account_id: string
    fields: Record<string, string | null>
  }>`select r.account_id, jsonb_object_agg(c.field, c.after) as fields from ${changes(stretch)} and ${ofAccount} group by 1`

export const memberFields = (stretch: Stretch) => sql<{
  membership_id: string
  fields: Record<string, string | null>
}>`
  select r.membership_id, jsonb_object_agg(c.field, c.after) as fields from ${changes(stretch)}
    and not ${ofAccount} and c.field <> 'unit' group by 1`

/** Units that a change `c` puts somebody into, those made for the list included. */
const unitsAdded = (units: MadeUnits) => sql`(
  select coalesce(jsonb_agg(u.id), '[]') from (
    select e.id from jsonb_array_elements_text(coalesce(c."add", '[]')) as e (id)
    union select ${JSON.stringify(units)}::jsonb -> r.organisation_id::text ->> e.name
      from jsonb_array_elements_text(coalesce(c.new, '[]')) as e (name)) u)`

/**
 * Writes every change of a stretch down with what was there before, for undo: also when an address was proved. Units
 * stand by their ids.
 */
export async function keepChanges(tx: Tx, stretch: Stretch, units: MadeUnits): Promise<void> {
  await sql`
    insert into staff_list_changes (list_id, membership_id, field, before, after)
    select r.list_id, r.membership_id, c.field,
      case when c.field = 'unit' then coalesce(c.remove, '[]') else to_jsonb(c.before) end,
      case when c.field = 'unit' then ${unitsAdded(units)} else to_jsonb(c.after) end
    from ${changes(stretch)}`.execute(tx)
  await sql`
    insert into staff_list_changes (list_id, membership_id, field, before)
    select r.list_id, r.membership_id, 'proof', to_jsonb(a.email_proved_at)
    from staff_list_rows r join accounts a on a.tenant_id = r.tenant_id and a.id = r.account_id
    where r.tenant_id = current_tenant() and r.list_id = ${stretch.listId} and r.place between ${stretch.from} and ${stretch.to}
      and a.email_proved_at is not null and r.outcome in ('update', 'reactivate') and r.result is distinct from 'not_done'
      and r.changes @> '[{"field": "email", "taken": true}]'`.execute(tx)
}

/**
 * What was written down of a row's units. Looked up by the whole key, row by row: the planner knows nothing of what was
 * written a moment ago, and would go through all of a list's changes for each row.
 */
const unitChange = sql`(
  select c.before, c.after from staff_list_changes c
  where c.tenant_id = r.tenant_id and c.list_id = r.list_id and c.membership_id = r.membership_id and c.field = 'unit' offset 0)`

/** The units named on one side of the changes of a stretch. */
const unitsOf = ({ listId, from, to }: Stretch, side: 'before' | 'after') => sql<{
  organisation_id: string
  unit_id: string
  membership_id: string
}>`
  select r.organisation_id, u.id::uuid as unit_id, r.membership_id
  from staff_list_rows r
  cross join lateral ${unitChange} k
  cross join lateral jsonb_array_elements_text(${sql.ref(`k.${side}`)}) as u (id)
  where r.tenant_id = current_tenant() and r.list_id = ${listId} and r.place between ${from} and ${to}
    and r.outcome in ('update', 'reactivate')`

export const unitsToJoin = (stretch: Stretch) => unitsOf(stretch, 'after')
export const unitsToLeave = (stretch: Stretch) => unitsOf(stretch, 'before')

/**
 * Keeps what the list said of those who are here already, where it is not what an earlier one said; what stood before is
 * written down for undo. Fields that the list doesn't have stay as they were last said.
 * @param addsOnly organisations where whoever applies may change nobody: what their list says of people there is no word to go by
 */
export async function renewRecords(tx: Tx, { listId, from, to }: Stretch, addsOnly: string[]): Promise<void> {
  await sql`
    with said as materialized (
      select r.membership_id, r.organisation_id, ${effective} as given, s.membership_id is not null as known, s.given as before,
        s.source_key, s.unit_ids, s.list_id, k.before as gone, k.after as come
      from staff_list_rows r
      left join staff_records s on s.tenant_id = r.tenant_id and s.membership_id = r.membership_id
      left join lateral ${unitChange} k on r.outcome <> 'unchanged'
      where r.tenant_id = current_tenant() and r.list_id = ${listId} and r.place between ${from} and ${to}
        and r.outcome in ('update', 'reactivate', 'unchanged') and r.membership_id is not null
        and r.result is distinct from 'not_done'
        and r.organisation_id <> all(${addsOnly}::uuid[])
        and (s.membership_id is null or k.after is not null or not s.given @> ${effective})
    ),
    kept as (
      insert into staff_list_changes (list_id, membership_id, field, before, after)
      select ${listId}, membership_id, 'record', case when known then jsonb_build_object('given', before,
        'source_key', source_key, 'unit_ids', unit_ids, 'list_id', list_id) end, given from said
    )
    insert into staff_records as s (membership_id, organisation_id, source_key, given, unit_ids, list_id)
    select membership_id, organisation_id, coalesce(given ->> 'sourceId', source_key), coalesce(before, '{}') || given,
      array(select u from unnest(unit_ids) u where not coalesce(gone, '[]') ? u::text
        union select e::uuid from jsonb_array_elements_text(coalesce(come, '[]')) e), ${listId}::uuid
    from said
    on conflict (tenant_id, membership_id) do update set source_key = excluded.source_key, given = excluded.given,
      unit_ids = excluded.unit_ids, list_id = excluded.list_id, seen_at = lanyard_now()`.execute(tx)
}

/** What changed of somebody, for the record: personal, so it is encrypted under their key. */
export interface ChangedPerson {
  accountId: string
  organisationId: string
  row: number | null
  fields: { field: string; before: string | null; after: string | null }[]
}

export async function listChanged(tx: Tx, stretch: Stretch): Promise<ChangedPerson[]> {
  const found = await sql<ChangedPerson>`
    select r.account_id as "accountId", r.organisation_id as "organisationId", r.n as row,
      jsonb_agg(jsonb_build_object('field', c.field, 'before', c.before, 'after', c.after) order by c.field) as fields
    from ${changes(stretch)} group by r.place, 1, 2, 3 order by r.place`.execute(tx)
  return found.rows
}

/** Writes at the rows that they changed something. @returns how many people were changed */
export async function markChanged(tx: Tx, stretch: Stretch): Promise<number> {
  const marked = await sql`
    update staff_list_rows r set result = 'changed'
    where r.tenant_id = current_tenant() and r.list_id = ${stretch.listId} and r.outcome = 'update'
      and r.place = any(array(select r.place from ${changes(stretch)}))`.execute(tx)
  return Number(marked.numAffectedRows ?? 0)
}

/** Rows of a stretch about people who are here and become something else. */
export async function countToChange(tx: Tx, { listId, from, to }: Stretch): Promise<number> {
  const found = await sql<{ rows: number }>`
    select count(*)::int as rows from staff_list_rows r
    where r.tenant_id = current_tenant() and r.list_id = ${listId} and r.place between ${from} and ${to}
      and r.outcome in ('update', 'reactivate')`.execute(tx)
  return found.rows[0]?.rows ?? 0
}

/** Accounts whose address a stretch changes. */
export async function listReaddressed(tx: Tx, stretch: Stretch): Promise<string[]> {
  const found = await sql<{ id: string }>`
    select distinct r.account_id as id from ${changes(stretch)} and c.field = 'email'`.execute(tx)
  return found.rows.map((row) => row.id)
}
