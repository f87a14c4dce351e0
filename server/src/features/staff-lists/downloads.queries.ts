import type { GivenField } from '@lanyard/reader/staff-list.ts'
import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'
import { STATUS_ORDER, STATUS_WORDS } from '../people/status.ts'
import { effective } from './plan-ground.queries.ts'
import { OUTCOME_LABELS, RESULT_LABELS } from './result-labels.ts'

const ROWS_IN_PART = 1000

const statusKey = sql`select membership_status(m.state, m.invited_until, a.email, exists (
  select from passwords p where p.tenant_id = a.tenant_id and p.account_id = a.id))`

/** Rows as JSON of many at a time: made by the database, to be looked into only where the file is written. */
export interface Packed {
  parts: string[]
  rows: number
}

/** What a list of people may say of them. */
export interface ExportGround {
  /** Which memberships `m`. */
  who: RawBuilder<unknown>
  organisationIds: string[]
  /** Of those, the ones that share their name with another: they are called by their address. */
  sameNamedIds: string[]
  fields: GivenField[]
  /** Keys and labels of roles, the highest first: that is the one a list says of several. */
  roles: { keys: string[]; labels: string[] }
  /** Private units that the reader does not see: neither they nor roles held there are said. */
  hiddenUnitIds: string[]
}

/** Everybody who is here: those of a list that is to be edited and uploaded again. */
export const everybodyHere = (organisationIds: string[]) => sql`m.tenant_id = current_tenant()
  and m.organisation_id = any(${organisationIds}::uuid[]) and m.state in ('active', 'invited', 'not_invited')`

/** What a list says of people beside its own fields: our reader leaves these columns alone. */
export const MORE_CELLS: RawBuilder<unknown>[] = [
  sql`case (${statusKey}) ${sql.join(
    STATUS_ORDER.map((status) => sql`when ${sql.lit(status)} then ${sql.lit(STATUS_WORDS[status].label)}`),
    sql` `,
  )} end`,
  sql`(select (p.last_active_at at time zone o.time_zone)::date from people_active p
    where p.tenant_id = m.tenant_id and p.account_id = m.account_id)`,
  sql`(select string_agg(l.key || ': ' || l.value, '; ' order by l.key) from jsonb_each_text(m.labels) as l (key, value))`,
]

/** People, each a row of text in the order of the fields, by school and name. @param more cells behind those of the fields */
export async function packPeople(
  tx: Tx,
  ground: ExportGround,
  more: RawBuilder<unknown>[] = [],
): Promise<Packed> {
  const columns: Partial<Record<GivenField, RawBuilder<unknown>>> = {
    givenName: sql`a.given_name`,
    familyName: sql`a.family_name`,
    email: sql`a.email`,
    staffNumber: sql`m.staff_number`,
    jobTitle: sql`m.job_title`,
    relationship: sql`initcap(m.relationship)`,
    startDate: sql`m.start_date`,
    leavingDate: sql`m.leaving_date`,
    status: sql`case when m.state = 'inactive' then 'Inactive' else 'Current' end`,
    school: sql`case when o.id = any(${ground.sameNamedIds}::uuid[]) then o.slug else o.name end`,
    role: sql`(${roleHeld(ground)})`,
    unit: sql`(${unitsNamed(await unitsUnsaid(tx, ground))})`,
  }
  const said = [...ground.fields.map((field) => columns[field] ?? sql`null`), ...more]
  const cells = said.map((cell) => sql`coalesce(${cell}::text, '')`)
  // What is looked up for each person is looked up by key: joined as whole tables it would be, at times, all against all.
  return packed(
    tx,
    sql`
    select row_number() over (order by lower(o.name), o.id, m.name_key, m.id) as place, jsonb_build_array(${sql.join(cells)}) as cells
    from memberships m
    join organisations o on o.tenant_id = m.tenant_id and o.id = m.organisation_id
    join accounts a on a.tenant_id = m.tenant_id and a.id = m.account_id
    where ${ground.who}`,
  )
}

const roleHeld = ({ roles, hiddenUnitIds }: ExportGround) => sql`
  select (${roles.labels}::text[])[min(array_position(${roles.keys}::text[], x.role))] from role_assignments x
  where x.tenant_id = m.tenant_id and x.membership_id = m.id
    and (x.unit_id is null or x.unit_id <> all(${hiddenUnitIds}::uuid[]))`

const unitsNamed = (unsaidIds: string[]) => sql`
  select string_agg(n.name, '; ' order by n.name)
  from unit_members x join units n on n.tenant_id = x.tenant_id and n.id = x.unit_id
  where x.tenant_id = m.tenant_id and x.membership_id = m.id and n.id <> all(${unsaidIds}::uuid[])`

/**
 * Units that a list cannot name: those that the reader does not see, those with a semicolon, and of several with one name
 * all but the one nearest the top, which is the one that the name means when the list comes back.
 */
async function unitsUnsaid(tx: Tx, { organisationIds, hiddenUnitIds }: ExportGround): Promise<string[]> {
  const found = await sql<{ id: string }>`
    select w.id from (
      select n.id, row_number() over (partition by n.organisation_id, search_fold(n.name)
        order by cardinality(n.path), n.name, n.id) > 1 or n.name like '%;%' or n.id = any(${hiddenUnitIds}::uuid[]) as unsaid
      from units n where n.tenant_id = current_tenant() and n.organisation_id = any(${organisationIds}::uuid[])
    ) w where w.unsaid`.execute(tx)
  return found.rows.map((row) => row.id)
}

/** Fields that rows of a list say anything of, whatever somebody typed over them included. */
export async function fieldsSaid(tx: Tx, listId: string): Promise<GivenField[]> {
  const found = await sql<{ field: GivenField }>`
    select distinct k.field
    from staff_list_rows r
    cross join lateral jsonb_object_keys(r.given || coalesce(r.typed, '{}') || coalesce(r.edits, '{}')) as k (field)
    where r.tenant_id = current_tenant() and r.list_id = ${listId} and r.n is not null`.execute(tx)
  return found.rows.map((row) => row.field)
}

/** Rows that have to be put right: their place, which is their number but at a further school, what stands in their cells, and what is wrong. */
export async function packProblemRows(tx: Tx, listId: string, fields: GivenField[]): Promise<Packed> {
  return packed(
    tx,
    sql`
    select r.place, jsonb_build_array(r.place::text, ${sql.join(fields.map(cellOf))}${fields.length ? sql`,` : sql``}
      (select coalesce(string_agg(p.detail, ' '), '') from jsonb_to_recordset(r.problems) as p (detail text))) as cells
    from staff_list_rows r
    where r.tenant_id = current_tenant() and r.list_id = ${listId} and r.outcome = 'error' and r.n is not null`,
  )
}

/** Every row with what would become of it, or became of it; after them those who were not on the list. */
export async function packResult(tx: Tx, listId: string, fields: GivenField[]): Promise<Packed> {
  const label = (labels: Record<string, string>, key: string) =>
    sql`coalesce(${JSON.stringify(labels)}::jsonb ->> ${sql.ref(key)}, '')`
  const cells = fields.map((field) => {
    const own = { givenName: 'a.given_name', familyName: 'a.family_name', email: 'a.email' }[field as string]
    return own ? sql`case when r.n is null then ${sql.ref(own)} else ${cellOf(field)} end` : cellOf(field)
  })
  return packed(
    tx,
    sql`
    select r.place, jsonb_build_array(coalesce(r.n::text, ''), ${sql.join(cells)}${fields.length ? sql`,` : sql``}
      ${label(OUTCOME_LABELS, 'r.outcome')}, ${label(RESULT_LABELS, 'r.result')},
      concat_ws(' ', r.result_detail,
        (select string_agg(p.detail, ' ') from jsonb_to_recordset(r.problems) as p (detail text)))) as cells
    from staff_list_rows r
    left join accounts a on r.n is null and a.tenant_id = r.tenant_id and a.id = r.account_id
    where r.tenant_id = current_tenant() and r.list_id = ${listId}`,
  )
}

/**
 * What somebody typed over a cell; else what stood in it where that could not be taken; else how it was read, for only
 * that means the same in whatever file it stands: a date of ours has one order, and a name is apart.
 */
function cellOf(field: GivenField) {
  return sql`coalesce(case when r.edits ? ${field} then r.edits ->> ${field}
    when r.problems @> jsonb_build_array(jsonb_build_object('field', ${field}::text))
      then coalesce(r.typed ->> ${field}, r.given ->> ${field})
    else coalesce(r.given ->> ${field}, r.typed ->> ${field}) end, '')`
}

/** A row as it was written into a file of the rows to fix: what it means, and what stands in the cells of that file. */
export interface WrittenRow {
  place: number
  given: Partial<Record<GivenField, string>>
  cells: Partial<Record<GivenField, string>>
}

export async function findWritten(
  tx: Tx,
  listId: string,
  places: number[],
  fields: GivenField[],
): Promise<Map<number, WrittenRow>> {
  const cells = sql.join(fields.map((field) => sql`${field}::text, ${cellOf(field)}`))
  const found = await sql<WrittenRow>`
    select r.place, ${effective} as given, jsonb_build_object(${cells}) as cells from staff_list_rows r
    where r.tenant_id = current_tenant() and r.list_id = ${listId} and r.n is not null
      and r.place = any(${places}::bigint[])`.execute(tx)
  return new Map(found.rows.map((row) => [row.place, row]))
}

async function packed(tx: Tx, rows: RawBuilder<unknown>): Promise<Packed> {
  const found = await sql<{ part: string; rows: number }>`
    with rows as (${rows})
    select jsonb_agg(w.cells order by w.place)::text as part, count(*)::int as rows
    from (select place, cells, (row_number() over (order by place) - 1) / ${ROWS_IN_PART}::integer as part from rows) w
    group by w.part order by w.part`.execute(tx)
  return {
    parts: found.rows.map((row) => row.part),
    rows: found.rows.reduce((sum, row) => sum + row.rows, 0),
  }
}
