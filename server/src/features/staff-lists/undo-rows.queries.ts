import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'
import type { FormerEnd } from '../leaving/planned-ends.queries.ts'
import type { RowMember } from './apply.queries.ts'
import { effective } from './plan-ground.queries.ts'
import { laterRows } from './undo-plan.queries.ts'

/** What of a list is being reversed: changes `k` with the membership `m` they were made at. */
const reversed = (listId: string, and = sql``) => sql`
  staff_list_changes k join memberships m on m.tenant_id = k.tenant_id and m.id = k.membership_id ${and}
  where k.tenant_id = current_tenant() and k.list_id = ${listId} and k.undone = 'reversed'`

/** Whether a list brought people back who were inactive: undone, they leave again. */
export async function broughtSomebodyBack(tx: Tx, listId: string): Promise<boolean> {
  const found = await sql<{ some: boolean }>`
    select exists (select from staff_list_changes
      where tenant_id = current_tenant() and list_id = ${listId} and field = 'reactivated') as some`.execute(
    tx,
  )
  return found.rows[0]?.some ?? false
}

/** Holds the people of a list that is about to be undone, accounts first, each by id. */
export async function lockListed(tx: Tx, listId: string): Promise<void> {
  const listed = sql`
    select membership_id from staff_list_rows where tenant_id = current_tenant() and list_id = ${listId} and result = 'added'
    union select membership_id from staff_list_changes where tenant_id = current_tenant() and list_id = ${listId}`
  await sql`
    select from accounts where tenant_id = current_tenant() and id = any(array(
      select m.account_id from memberships m where m.tenant_id = current_tenant() and m.id = any(array(${listed}))))
    order by id for no key update`.execute(tx)
  await sql`
    select from memberships where tenant_id = current_tenant() and id = any(array(${listed})) order by id for no key update`.execute(
    tx,
  )
}

/** Open invitations of the people whose membership goes. */
export async function listInvitationsToEnd(tx: Tx, listId: string): Promise<string[]> {
  const found = await sql<{ id: string }>`
    select i.id from invitations i
    where i.tenant_id = current_tenant() and i.state = 'open' and i.membership_id = any(array(${membersToRemove(listId)}))
    order by i.id`.execute(tx)
  return found.rows.map((row) => row.id)
}

export const membersToRemove = (listId: string) => sql<{ membership_id: string }>`
  select k.membership_id from staff_list_changes k
  where k.tenant_id = current_tenant() and k.list_id = ${listId} and k.field = 'added' and k.undone = 'reversed'`

export const removedEvents = (listId: string) => sql<{
  subject_id: string
  organisation_id: string
  detail: Record<string, unknown>
}>`
  select m.account_id as subject_id, m.organisation_id,
    jsonb_build_object('staffListId', k.list_id, 'membershipId', m.id) as detail
  from ${reversed(listId)} and k.field = 'added'`

/** When the address that a change `k` replaced was proved. */
const proof = sql`join staff_list_changes p on p.tenant_id = k.tenant_id and p.list_id = k.list_id
  and p.membership_id = k.membership_id and p.field = 'proof'`

const ofAccount = sql`k.field in ('email', 'givenName', 'familyName')`

/** Names can't be null: one that was empty is empty again. An address that was proved before is so again. */
export const formerAccountFields = (listId: string) => sql<{
  account_id: string
  fields: Record<string, string | null>
}>`
  select w.account_id, jsonb_object_agg(w.field, coalesce(w.before #>> '{}', '')) as fields from (
    select m.account_id, k.field, k.before from ${reversed(listId)} and ${ofAccount}
    union all
    select m.account_id, 'emailProvedAt', p.before from ${reversed(listId, proof)} and k.field = 'email') w
  group by 1`

export const formerMemberFields = (listId: string) => sql<{
  membership_id: string
  fields: Record<string, string | null>
}>`
  select m.id as membership_id, jsonb_object_agg(k.field, k.before #>> '{}') as fields
  from ${reversed(listId)} and k.field in ('staffNumber', 'jobTitle', 'relationship', 'startDate', 'leavingDate') group by 1`

/** Units on one side of what is reversed. */
export const formerUnits = (listId: string, side: 'before' | 'after') => sql<{
  organisation_id: string
  unit_id: string
  membership_id: string
}>`
  select w.organisation_id, u.id::uuid as unit_id, w.membership_id
  from (select m.organisation_id, m.id as membership_id, ${sql.ref(`k.${side}`)} as units from ${reversed(listId)} and k.field = 'unit') w
  cross join lateral jsonb_array_elements_text(w.units) as u (id)`

export async function listReaddressedBack(tx: Tx, listId: string): Promise<string[]> {
  const found = await sql<{ id: string }>`
    select distinct m.account_id as id from ${reversed(listId)} and k.field = 'email'`.execute(tx)
  return found.rows.map((row) => row.id)
}

/** Fields of somebody that were put back, for the record. */
export interface PutBack {
  accountId: string
  organisationId: string
  fields: { field: string; before: unknown; after: unknown }[]
}

export async function listPutBack(tx: Tx, listId: string): Promise<PutBack[]> {
  const found = await sql<PutBack>`
    select m.account_id as "accountId", m.organisation_id as "organisationId",
      jsonb_agg(jsonb_build_object('field', k.field, 'before', k.after, 'after', k.before) order by k.field) as fields
    from ${reversed(listId)} and k.field not in ('added', 'archived', 'reactivated', 'record') group by m.id, 1, 2 order by m.id`.execute(
    tx,
  )
  return found.rows
}

/** Those who were archived, or brought back, and are to go the other way. */
export async function listToMoveBack(
  tx: Tx,
  listId: string,
  field: 'archived' | 'reactivated',
): Promise<(RowMember & { as: 'archived' | 'paused' })[]> {
  const found = await sql<RowMember & { as: 'archived' | 'paused' }>`
    select m.id as "membershipId", m.account_id as "accountId", m.organisation_id as "organisationId", null::int as row,
      null as "leavingDate", coalesce(k.before ->> 'as', 'archived') as as
    from ${reversed(listId)} and k.field = ${field} order by m.id`.execute(tx)
  return found.rows
}

export const formerlyInactive = (listId: string) =>
  sql<{
    membership_id: string
    before: Record<string, string | null>
  }>`select m.id as membership_id, k.before from ${reversed(listId)} and k.field = 'reactivated'`

/** Leaving dates of those who come back, as they were before the list archived them. */
export const formerLeavingDates = (listId: string) => sql<{
  membership_id: string
  fields: Record<string, string | null>
}>`
  select m.id as membership_id, jsonb_build_object('leavingDate', k.before -> 'leavingDate') as fields
  from ${reversed(listId)} and k.field = 'archived'`

/** What was planned for those who come back, before the list archived them. */
export const formerEnds = (listId: string) => sql<{ membership_id: string; planned: FormerEnd }>`
  select m.id as membership_id, k.before -> 'planned' as planned
  from ${reversed(listId)} and k.field = 'archived' and jsonb_typeof(k.before -> 'planned') = 'object'`

/** The same, as it is written into the record. */
export async function listFormerEnds(tx: Tx, listId: string): Promise<FormerlyEnding[]> {
  const found = await sql<FormerlyEnding>`
    select m.id as "membershipId", m.account_id as "accountId", m.organisation_id as "organisationId",
      f.planned ->> 'ends_as' as as, f.planned ->> 'ends_on' as on
    from (${formerEnds(listId)}) f join memberships m on m.tenant_id = current_tenant() and m.id = f.membership_id
    order by m.id`.execute(tx)
  return found.rows
}

interface FormerlyEnding {
  membershipId: string
  accountId: string
  organisationId: string
  as: string
  /** YYYY-MM-DD. */
  on: string
}

/** Some stay as they are after all. */
export async function keepAfterAll(
  tx: Tx,
  listId: string,
  field: 'archived' | 'reactivated',
  membershipIds: string[],
): Promise<void> {
  if (membershipIds.length === 0) return
  await sql`
    update staff_list_changes set undone = 'kept'
    where tenant_id = current_tenant() and list_id = ${listId} and field = ${field}
      and membership_id = any(${membershipIds}::uuid[])`.execute(tx)
}

/**
 * What earlier lists said of people stands again, and over it what later ones said: their words, and the units they put
 * somebody into.
 */
export async function restoreRecords(tx: Tx, listId: string): Promise<void> {
  await sql`
    create temporary table undone_records on commit drop as
    select k.membership_id, k.field, k.before, l.given, l.unit_ids, l.list_id
    from staff_list_changes k
    join memberships m on m.tenant_id = k.tenant_id and m.id = k.membership_id
    left join lateral (
      select jsonb_object_agg(e.key, e.value order by o.applied_at) as given, (array_agg(o.id order by o.applied_at desc))[1] as list_id,
        (select array_agg(distinct u) from unnest(string_to_array(string_agg(nullif(array_to_string(o.unit_ids, ','), ''), ','), ',')::uuid[]) u) as unit_ids
      from (select l.id, l.applied_at, r.unit_ids, ${effective} as said from ${laterRows(listId)}) o
      cross join lateral jsonb_each(o.said) e
    ) l on true
    where k.tenant_id = current_tenant() and k.list_id = ${listId}
      and ((k.field = 'added' and k.undone = 'reversed') or k.field = 'record')`.execute(tx)
  await sql`
    delete from staff_records s using undone_records k
    where s.tenant_id = current_tenant() and s.membership_id = k.membership_id and k.before is null and k.list_id is null
      and (k.field = 'added' or s.list_id = ${listId})`.execute(tx)
  await sql`
    update staff_records s set given = coalesce(k.before -> 'given', '{}') || coalesce(k.given, '{}'),
      source_key = coalesce(k.given ->> 'sourceId', k.before ->> 'source_key'),
      unit_ids = array(select u::uuid from jsonb_array_elements_text(coalesce(k.before -> 'unit_ids', '[]')) u
        union select u from unnest(s.unit_ids) u where u = any(k.unit_ids)),
      list_id = coalesce(k.list_id, (select l.id from staff_lists l where l.tenant_id = s.tenant_id and l.id = (k.before ->> 'list_id')::uuid))
    from undone_records k
    where k.field = 'record' and (k.before is not null or k.list_id is not null)
      and s.tenant_id = current_tenant() and s.membership_id = k.membership_id`.execute(tx)
}

export async function acknowledgeUndo(tx: Tx, listId: string, by: string | null): Promise<void> {
  await sql`
    update staff_lists set state = 'undoing', undone_by = ${by}, problem = null, touched_at = lanyard_now()
    where tenant_id = current_tenant() and id = ${listId}`.execute(tx)
}

export async function markUndone(tx: Tx, listId: string, sums: object): Promise<void> {
  await sql`
    update staff_lists set state = 'undone', undone_at = lanyard_now(), problem = null, touched_at = lanyard_now(),
      counts = coalesce(counts, '{}') || jsonb_build_object('undone', ${JSON.stringify(sums)}::jsonb)
    where tenant_id = current_tenant() and id = ${listId}`.execute(tx)
}
