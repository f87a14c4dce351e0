import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'
import { effective } from './plan-ground.queries.ts'
import type { SeenRow } from './see-rows.queries.ts'
import type { GroupDecision } from './staff-lists.shapes.ts'

/** A row as somebody changes it. */
export interface RowToChange {
  place: number
  n: number | null
  organisationId: string | null
  outcome: SeenRow['outcome']
  decision: Exclude<SeenRow['decision'], 'archive'>
  /** Of a possible leaver: whether they are to be archived. */
  ticked: boolean
  candidates: string[] | null
  stays: string | null
  email: string | null
}

export async function findRow(tx: Tx, listId: string, place: number): Promise<RowToChange | undefined> {
  const found = await sql<RowToChange>`
    select r.place, r.n, r.organisation_id as "organisationId", r.outcome, r.decision, r.ticked, r.candidates,
      r.leaver ->> 'stays' as stays, ${effective} ->> 'email' as email
    from staff_list_rows r
    where r.tenant_id = current_tenant() and r.list_id = ${listId} and r.place = ${place} and r.outcome is not null`.execute(
    tx,
  )
  return found.rows[0]
}

/** What somebody typed over rows. What was typed before stays where nothing new was. */
export async function saveEdits(
  tx: Tx,
  listId: string,
  edits: { place: number; edits: Record<string, string | null> }[],
): Promise<void> {
  if (edits.length === 0) return
  await sql`
    update staff_list_rows r set edits = coalesce(r.edits, '{}') || e.edits
    from jsonb_to_recordset(${JSON.stringify(edits)}::jsonb) as e (place integer, edits jsonb)
    where r.tenant_id = current_tenant() and r.list_id = ${listId} and r.place = e.place`.execute(tx)
}

export async function saveKeep(tx: Tx, listId: string, place: number, keep: string[]): Promise<void> {
  await sql`
    update staff_list_rows set keep = ${keep.length > 0 ? keep : null}::text[]
    where tenant_id = current_tenant() and list_id = ${listId} and place = ${place}`.execute(tx)
}

export async function saveDecisions(
  tx: Tx,
  listId: string,
  places: number[],
  decision: RowToChange['decision'],
  membershipIds: (string | null)[],
): Promise<void> {
  await sql`
    update staff_list_rows r set decision = ${decision}, decision_membership_id = d.membership_id
    from unnest(${places}::int[], ${membershipIds}::uuid[]) as d (place, membership_id)
    where r.tenant_id = current_tenant() and r.list_id = ${listId} and r.place = d.place`.execute(tx)
}

export async function saveTick(tx: Tx, listId: string, place: number, ticked: boolean): Promise<void> {
  await sql`
    update staff_list_rows set ticked = ${ticked}
    where tenant_id = current_tenant() and list_id = ${listId} and place = ${place}`.execute(tx)
}

/** Ticks every possible leaver but those who stay, or unticks them all. */
export async function saveTicks(tx: Tx, listId: string, ticked: boolean): Promise<void> {
  await sql`
    update staff_list_rows r set ticked = ${ticked}
    where r.tenant_id = current_tenant() and r.list_id = ${listId} and r.outcome = 'not_on_list'
      and r.ticked <> ${ticked} and (not ${ticked} or r.leaver ->> 'stays' is null)`.execute(tx)
}

/**
 * Decides about every row of an outcome, where that says something else than now: a row of which something is taken isn't
 * asked for more. One that was said to be somebody stays them while it is taken.
 */
export async function saveGroupDecision(
  tx: Tx,
  listId: string,
  outcome: GroupDecision['outcome'],
  decision: 'take' | 'skip' | null,
): Promise<void> {
  const of = sql`r.tenant_id = current_tenant() and r.list_id = ${listId} and r.outcome = ${outcome}`
  if (decision === 'take') {
    await sql`
      update staff_list_rows r set decision = coalesce(r.decision, 'take'), keep = null
      where ${of} and r.outcome = 'update' and not coalesce(r.changes @> '[{"taken": true}]', false)`.execute(
      tx,
    )
    return
  }
  const concerned = decision === 'skip' ? sql`r.decision is distinct from 'skip'` : sql`r.decision = 'skip'`
  await sql`
    update staff_list_rows r set decision = ${decision}, decision_membership_id = null
    where ${of} and ${concerned}`.execute(tx)
}

/** Remembers that people and an address are not the same person, so that nobody is asked again. */
export async function saveNotSame(
  tx: Tx,
  organisationId: string,
  membershipIds: string[],
  email: string,
): Promise<void> {
  await sql`
    insert into staff_list_not_same (organisation_id, membership_id, email)
    select ${organisationId}, id, ${email} from unnest(${membershipIds}::uuid[]) as m (id)
    on conflict do nothing`.execute(tx)
}

/** Forgets it again. */
export async function forgetNotSame(tx: Tx, organisationId: string, email: string): Promise<void> {
  await tx
    .deleteFrom('staff_list_not_same')
    .where('organisation_id', '=', organisationId)
    .where('email', '=', email)
    .execute()
}

/** The sums of a plan in which only ticks have changed. */
export async function saveTaking(tx: Tx, listId: string, taking: object): Promise<void> {
  await sql`
    update staff_lists set counts = counts || jsonb_build_object('taking', ${JSON.stringify(taking)}::jsonb)
    where tenant_id = current_tenant() and id = ${listId}`.execute(tx)
}
