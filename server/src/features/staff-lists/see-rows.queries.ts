import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'
import { effective } from './plan-ground.queries.ts'
import type { Outcome } from './staff-lists.shapes.ts'
import { PLACES_APART } from './stage.queries.ts'

/** Somebody here, as a row shows them. */
export interface PersonHere {
  membershipId: string
  accountId: string
  email: string
  givenName: string
  familyName: string
  jobTitle: string | null
  staffNumber: string | null
  relationship: string
  startDate: string | null
  leavingDate: string | null
  units: string[]
  state: string
}

export interface StoredChange {
  field: string
  before: string | null
  after: string | null
  taken: boolean
  why?: string
  /** Of units: ids of those that are given. */
  add?: string[]
}

export interface StoredProblem {
  code: string
  field: string | null
  detail: string
  value?: string
  suggestion?: string
  choices?: string[]
}

/** A row of the plan with what it is shown with. */
export interface SeenRow {
  place: number
  n: number | null
  outcome: Outcome
  rule: string | null
  given: Record<string, string>
  /** Its row of the file names several schools, and this is one of them. */
  atSeveral: boolean
  typed: Record<string, string> | null
  decision: 'take' | 'skip' | 'same' | 'different' | 'archive' | null
  edits: Record<string, string | null> | null
  role: string | null
  changes: StoredChange[] | null
  problems: StoredProblem[] | null
  warnings: string[] | null
  candidates: string[] | null
  leaver: { left: boolean; stays: string | null } | null
  leftOut: { code: string; detail: string } | null
  result: string | null
  resultDetail: string | null
  membershipId: string | null
  person: PersonHere | null
  unitNames: string[]
}

/** Names of units, without those that aren’t for whoever looks. */
const nameOfUnits = (ids: RawBuilder<unknown>, hidden: string[]) => sql`
  coalesce((select array_agg(u.name order by u.name) from units u where u.tenant_id = current_tenant() and u.id = any(${ids}) and u.id <> all(${hidden}::uuid[])), '{}')`

const personHere = (
  hidden: string[],
) => sql`jsonb_build_object('membershipId', m.id, 'accountId', a.id, 'email', a.email, 'givenName', a.given_name,
  'familyName', a.family_name, 'jobTitle', m.job_title, 'staffNumber', m.staff_number, 'relationship', m.relationship,
  'startDate', m.start_date, 'leavingDate', m.leaving_date, 'state', m.state,
  'units', array(select u.name from unit_members x join units u on u.tenant_id = x.tenant_id and u.id = x.unit_id
    where x.tenant_id = m.tenant_id and x.membership_id = m.id and u.id <> all(${hidden}::uuid[]) order by u.name))`

/** A leaver who is ticked, or waits since the list was applied, shows that in place of who they were said to be. */
const isWaiting = sql`
  case when r.outcome = 'not_on_list' and case when r.result is null then r.ticked else r.result = 'held' end then 'archive'
    else r.decision end as decision`

const atSeveral = sql`
  (r.n is not null and (r.place <> r.n or exists (select from staff_list_rows x where x.tenant_id = r.tenant_id
    and x.list_id = r.list_id and x.place = r.place + ${PLACES_APART}::integer and x.n is not null))) as "atSeveral"`

const seenColumns = (hidden: string[]) => sql<SeenRow>`
  r.place, r.n, r.outcome, r.rule, ${effective} as given, ${atSeveral}, r.typed, ${isWaiting}, r.edits, r.role, r.changes, r.problems, r.warnings,
  r.candidates, r.leaver, r.left_out as "leftOut", r.result, r.result_detail as "resultDetail",
  r.membership_id as "membershipId", case when m.id is not null then ${personHere(hidden)} end as person,
  ${nameOfUnits(sql`r.unit_ids`, hidden)} || coalesce(r.new_units, '{}') as "unitNames"
  from staff_list_rows r
  left join memberships m on m.tenant_id = r.tenant_id and m.id = r.membership_id and m.state <> 'deleted'
  left join accounts a on a.tenant_id = m.tenant_id and a.id = m.account_id`

export interface RowsWanted {
  outcome: string | null
  /** Words of a name or an address. */
  q: string | null
}

const wantedRows = (listId: string, { outcome, q }: RowsWanted) => sql`
  r.tenant_id = current_tenant() and r.list_id = ${listId} and ${outcome === null ? sql`r.outcome is not null` : sql`r.outcome = ${outcome}`}
  ${q === null || q.trim() === '' ? sql`` : sql`and ${matches(q)}`}`

/** Every word stands in the name or the address that the row shows. */
const matches = (q: string) => sql`(
  select bool_and(strpos(search_fold(concat_ws(' ', ${effective} ->> 'givenName', ${effective} ->> 'familyName', ${effective} ->> 'email',
    (select m.search_key from memberships m where m.tenant_id = r.tenant_id and m.id = r.membership_id))), w) > 0)
  from unnest(string_to_array(search_fold(${q}), ' ')) w)`

/** Rows of a plan by place, after `after`. */
export async function listSeenRows(
  tx: Tx,
  listId: string,
  wanted: RowsWanted,
  after: number | null,
  limit: number,
  hidden: string[],
): Promise<SeenRow[]> {
  const found = await sql<SeenRow>`
    select ${seenColumns(hidden)} where ${wantedRows(listId, wanted)} ${after === null ? sql`` : sql`and r.place > ${after}`}
    order by r.place limit ${limit}`.execute(tx)
  return found.rows
}

export async function countSeenRows(tx: Tx, listId: string, wanted: RowsWanted): Promise<number> {
  const found = await sql<{ total: number }>`
    select count(*)::int as total from staff_list_rows r where ${wantedRows(listId, wanted)}`.execute(tx)
  return found.rows[0]?.total ?? 0
}

export async function findSeenRow(
  tx: Tx,
  listId: string,
  place: number,
  hidden: string[],
): Promise<SeenRow | undefined> {
  const found = await sql<SeenRow>`
    select ${seenColumns(hidden)} where r.tenant_id = current_tenant() and r.list_id = ${listId} and r.place = ${place}
      and r.outcome is not null`.execute(tx)
  return found.rows[0]
}

/** People of a plan's conflicts, by membership. */
export async function findPeopleHere(
  tx: Tx,
  membershipIds: string[],
  hidden: string[],
): Promise<Map<string, PersonHere>> {
  if (membershipIds.length === 0) return new Map()
  const found = await sql<{ person: PersonHere }>`
    select ${personHere(hidden)} as person from memberships m
    join accounts a on a.tenant_id = m.tenant_id and a.id = m.account_id
    where m.tenant_id = current_tenant() and m.id = any(${membershipIds}::uuid[]) and m.state <> 'deleted'`.execute(
    tx,
  )
  return new Map(found.rows.map(({ person }) => [person.membershipId, person]))
}

/** What is known of somebody who may have left. */
export interface LeaverFacts {
  membershipId: string
  addedBy: string
  addedAt: Date
  invitedAt: Date | null
  lastActiveAt: Date | null
  roles: string[]
  firstList: string | null
}

export async function findLeaverFacts(tx: Tx, membershipIds: string[]): Promise<Map<string, LeaverFacts>> {
  if (membershipIds.length === 0) return new Map()
  const found = await sql<LeaverFacts>`
    select m.id as "membershipId", m.added_by as "addedBy", m.created_at as "addedAt",
      case when m.state = 'invited' then (select max(i.made_at) from invitations i
        where i.tenant_id = m.tenant_id and i.membership_id = m.id) end as "invitedAt",
      t.last_active_at as "lastActiveAt", l.file_name as "firstList",
      array(select distinct r.role from role_assignments r where r.tenant_id = m.tenant_id and r.membership_id = m.id order by 1) as roles
    from memberships m
    left join people_active t on t.tenant_id = m.tenant_id and t.account_id = m.account_id
    left join staff_records s on s.tenant_id = m.tenant_id and s.membership_id = m.id
    left join staff_lists l on l.tenant_id = s.tenant_id and l.id = s.list_id
    where m.tenant_id = current_tenant() and m.id = any(${membershipIds}::uuid[])`.execute(tx)
  return new Map(found.rows.map((row) => [row.membershipId, row]))
}
