import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'
import { effective } from './plan-ground.queries.ts'

/** Rows with the same thing wrong, and the same way to put it right. */
export interface ProblemGroup {
  key: string
  code: string
  field: string
  /** What is wrong: for addresses the domain that was typed, else the value. */
  value: string
  /** What it should be: for addresses the domain. */
  suggestion: string
  rows: number
}

const GROUPS_MAX = 100

/** Each problem `p` of a row `r` that has a suggestion, and what makes it like others. Addresses are alike by domain. */
const suggested = (listId: string) => sql`
  select r.place, p ->> 'code' as code, p ->> 'field' as field, p ->> 'suggestion' as suggestion,
    coalesce(p ->> 'value', r.edits ->> (p ->> 'field'), r.typed ->> (p ->> 'field'), r.given ->> (p ->> 'field'), '') as typed,
    ${effective} ->> (p ->> 'field') as given
  from staff_list_rows r cross join lateral jsonb_array_elements(r.problems) p
  where r.tenant_id = current_tenant() and r.list_id = ${listId} and r.outcome = 'error' and p ? 'suggestion' and p ? 'field'`

const grouped = (listId: string) => sql`
  select *, md5(concat_ws(E'\\n', code, field, value, meant)) as key from (
    select s.*, case when field <> 'email' then typed when code in ('two_addresses', 'email_incomplete') then ''
        else split_part(typed, '@', 2) end as value,
      case when field = 'email' then split_part(suggestion, '@', 2) else suggestion end as meant
    from (${suggested(listId)}) s) v`

/** Rows with the same problem; a department is worth a word even when one row has it. */
export async function listProblemGroups(tx: Tx, listId: string): Promise<ProblemGroup[]> {
  const found = await sql<ProblemGroup>`
    select key, min(code) as code, min(field) as field, min(value) as value, min(meant) as suggestion, count(*)::int as rows
    from (${grouped(listId)}) g group by key having count(*) > 1 or min(code) = 'unit_unknown'
    order by count(*) desc, min(code), min(value), key limit ${GROUPS_MAX}`.execute(tx)
  return found.rows
}

export interface SuggestedEdit {
  place: number
  field: string
  typed: string
  given: string | null
  suggestion: string
}

/** Rows of one such group, with what each should say. */
export async function listSuggested(tx: Tx, listId: string, key: string): Promise<SuggestedEdit[]> {
  const found = await sql<SuggestedEdit>`
    select place, field, typed, given, suggestion from (${grouped(listId)}) g where key = ${key} order by place`.execute(
    tx,
  )
  return found.rows
}

/** Rows of which everything says who they are, and only the domain of the address is another. */
export interface DomainGroup {
  from: string
  to: string
  rows: number
  places: number[]
  membershipIds: string[]
}

export async function listDomainGroups(tx: Tx, listId: string): Promise<DomainGroup[]> {
  const found = await sql<DomainGroup>`
    select "from", "to", count(*)::int as rows, array_agg(place order by place) as places,
      array_agg(membership_id order by place) as "membershipIds"
    from (
      select r.place, m.id as membership_id, split_part(a.email, '@', 1) as mine, split_part(r.email, '@', 1) as theirs,
        split_part(a.email, '@', 2) as "from", split_part(r.email, '@', 2) as "to",
        m.name_key = search_fold(concat_ws(' ', r.eff ->> 'familyName', r.eff ->> 'givenName')) as same_name
      from (select r.*, ${effective} as eff, ${effective} ->> 'email' as email from staff_list_rows r) r
      join memberships m on m.tenant_id = r.tenant_id and m.id = (r.candidates ->> 0)::uuid
      join accounts a on a.tenant_id = m.tenant_id and a.id = m.account_id
      where r.tenant_id = current_tenant() and r.list_id = ${listId} and r.outcome = 'conflict'
        and r.rule in ('number_other_email', 'same_name') and jsonb_array_length(r.candidates) = 1
    ) c
    where mine = theirs and "from" <> "to" and same_name
    group by 1, 2 having count(*) > 1 order by 3 desc, 1, 2 limit ${GROUPS_MAX}`.execute(tx)
  return found.rows
}
