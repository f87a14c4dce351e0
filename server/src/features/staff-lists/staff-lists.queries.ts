import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'
import type { Choices, Meaning, PlanCounts, StaffListRow } from './staff-list.ts'

const listColumns = sql<StaffListRow>`
  l.id, l.organisation_id as "organisationId", l.everyone, l.state, l.choices, l.reading, l.made_by as "madeBy", l.problem`

/** A list, with its row locked until the end of the transaction: whoever changes, plans or applies it goes one after the other. */
export async function lockList(tx: Tx, id: string): Promise<StaffListRow | undefined> {
  return findList(tx, id, sql`for no key update`)
}

/** The same, if nobody else has it locked. */
export async function lockFreeList(tx: Tx, id: string): Promise<StaffListRow | undefined> {
  return findList(tx, id, sql`for no key update skip locked`)
}

export async function findList(
  tx: Tx,
  id: string,
  lock: RawBuilder<unknown> = sql``,
): Promise<StaffListRow | undefined> {
  const found = await sql<StaffListRow>`
    select ${listColumns} from staff_lists l where l.tenant_id = current_tenant() and l.id = ${id} ${lock}`.execute(
    tx,
  )
  return found.rows[0]
}

export async function savePlanned(
  tx: Tx,
  id: string,
  counts: PlanCounts,
  meanings: Meaning[],
  seen: string,
): Promise<void> {
  await sql`
    update staff_lists set counts = ${JSON.stringify(counts)}::jsonb, meanings = ${JSON.stringify(meanings)}::jsonb,
      planned_at = lanyard_now(), planned_seeing = ${seen}::pg_snapshot
    where tenant_id = current_tenant() and id = ${id}`.execute(tx)
}

export interface NewList {
  organisationId: string
  reference: string
  madeBy: string | null
  fileName: string
  digest: Buffer
  bytes: Buffer
  original: object | null
  everyone: boolean
  choices: Choices
}

/** Keeps what was uploaded, to be read next. */
export async function insertList(tx: Tx, list: NewList): Promise<string> {
  const made = await sql<{ id: string }>`
    with list as (
      insert into staff_lists (organisation_id, reference, made_by, file_name, file_bytes, file_digest, original, everyone, choices)
      values (${list.organisationId}, ${list.reference}, ${list.madeBy}, ${list.fileName}, ${list.bytes.length},
        ${list.digest}, ${list.original && JSON.stringify(list.original)}::jsonb, ${list.everyone},
        ${JSON.stringify(list.choices)}::jsonb)
      returning id
    ),
    file as (
      insert into staff_list_files (list_id, content, kept_until)
      select id, ${list.bytes}, lanyard_now() + kept_for('staff_list_files') from list
    )
    select id from list`.execute(tx)
  return (made.rows[0] as { id: string }).id
}

export async function findFile(
  tx: Tx,
  listId: string,
): Promise<{ content: Buffer; name: string } | undefined> {
  const found = await sql<{ content: Buffer; name: string }>`
    select f.content, l.file_name as name from staff_list_files f
    join staff_lists l on l.tenant_id = f.tenant_id and l.id = f.list_id
    where f.tenant_id = current_tenant() and f.list_id = ${listId} and f.kept_until > lanyard_now()`.execute(
    tx,
  )
  return found.rows[0]
}

/** Counts that a file is about to be read. @returns how many times that makes */
export async function countAttempt(tx: Tx, listId: string): Promise<number> {
  const counted = await sql<{ attempts: number }>`
    update staff_list_files set attempts = attempts + 1
    where tenant_id = current_tenant() and list_id = ${listId} returning attempts`.execute(tx)
  return counted.rows[0]?.attempts ?? 0
}

/** Deletes a list with all that belongs to it. */
export async function deleteList(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('staff_lists').where('id', '=', id).execute()
}

export async function saveReading(tx: Tx, id: string, reading: object): Promise<void> {
  await sql`
    update staff_lists set reading = ${JSON.stringify(reading)}::jsonb, state = 'ready', problem = null,
      counts = null, meanings = null, planned_at = null
    where tenant_id = current_tenant() and id = ${id}`.execute(tx)
}

export async function saveFailure(
  tx: Tx,
  id: string,
  problem: NonNullable<StaffListRow['problem']>,
): Promise<void> {
  await sql`
    update staff_lists set state = 'failed', problem = ${JSON.stringify(problem)}::jsonb
    where tenant_id = current_tenant() and id = ${id} and state = 'analysing'`.execute(tx)
}

/** What people decided about a list, and that somebody was at work on it. */
export async function saveChoices(tx: Tx, id: string, choices: Choices): Promise<void> {
  await sql`
    update staff_lists set choices = ${JSON.stringify(choices)}::jsonb, touched_at = lanyard_now(), problem = null
    where tenant_id = current_tenant() and id = ${id}`.execute(tx)
}

export async function touchList(tx: Tx, id: string): Promise<void> {
  await sql`
    update staff_lists set touched_at = lanyard_now(), problem = null
    where tenant_id = current_tenant() and id = ${id}`.execute(tx)
}

/** What to know before a draft is applied again; whoever goes on with it has read it. */
export async function saveProblem(
  tx: Tx,
  id: string,
  problem: NonNullable<StaffListRow['problem']>,
): Promise<void> {
  await sql`
    update staff_lists set problem = ${JSON.stringify(problem)}::jsonb
    where tenant_id = current_tenant() and id = ${id} and state = 'ready'`.execute(tx)
}

/** Lists that somebody has to finish: read, apply or undo. */
export async function listUnderWay(tx: Tx): Promise<string[]> {
  const found = await tx
    .selectFrom('staff_lists')
    .select('id')
    .where('state', 'in', ['analysing', 'applying', 'undoing'])
    .execute()
  return found.map((row) => row.id)
}

/** Choices of earlier lists of an organisation, by the fingerprint of their headings. */
export async function listMappings(tx: Tx, organisationId: string): Promise<Record<string, Choices>> {
  const found = await sql<{ fingerprint: string; choices: Choices }>`
    select fingerprint, choices from staff_list_mappings
    where tenant_id = current_tenant() and organisation_id = ${organisationId}
    order by used_at desc limit 200`.execute(tx)
  return Object.fromEntries(found.rows.map((row) => [row.fingerprint, row.choices]))
}

/** Keeps how a list with these headings was read, for the next one. What was chosen for other columns before stays. */
export async function saveMapping(
  tx: Tx,
  organisationId: string,
  fingerprint: string,
  choices: Choices,
): Promise<void> {
  await sql`
    insert into staff_list_mappings (organisation_id, fingerprint, choices)
    values (${organisationId}, ${fingerprint}, ${JSON.stringify(choices)}::jsonb)
    on conflict (tenant_id, organisation_id, fingerprint)
      do update set used_at = lanyard_now(), choices = staff_list_mappings.choices || excluded.choices || jsonb_build_object(
        'columns', coalesce(staff_list_mappings.choices -> 'columns', '{}') || coalesce(excluded.choices -> 'columns', '{}'),
        'dateOrders', coalesce(staff_list_mappings.choices -> 'dateOrders', '{}') || coalesce(excluded.choices -> 'dateOrders', '{}'))`.execute(
    tx,
  )
}
