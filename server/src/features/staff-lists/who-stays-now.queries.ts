import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'

/** What is recorded when somebody's standing somewhere becomes another, though it may be the same again by now. */
const MOVES = ['person.archived', 'person.paused', 'person.reactivated', 'person.removed']

/** Writes down how the possible leavers of a list stand at the moment it is applied. */
export async function keepStates(tx: Tx, listId: string): Promise<void> {
  await sql`
    update staff_list_rows r set leaver = r.leaver || jsonb_build_object('state', m.state) from memberships m
    where r.tenant_id = current_tenant() and r.list_id = ${listId} and r.outcome = 'not_on_list'
      and m.tenant_id = r.tenant_id and m.id = r.membership_id`.execute(tx)
}

/**
 * Those of a list's leavers who aren't as they were when it was applied, or whom a later list names, each with why in
 * words.
 */
export async function listMovedSince(
  tx: Tx,
  listId: string,
  membershipIds: string[],
): Promise<Map<string, string>> {
  const found = await sql<{ membershipId: string; later: string | null; moved: boolean }>`
    select * from (
      select m.id as "membershipId", m.state <> r.leaver ->> 'state' or exists (
          select from audit_events e where e.tenant_id = m.tenant_id and e.subject_id = m.account_id
            and e.organisation_id = m.organisation_id and e.at > s.applied_at and e.event = any(${MOVES})) as moved,
        (select l.file_name from staff_list_rows o join staff_lists l on l.tenant_id = o.tenant_id and l.id = o.list_id
          where o.tenant_id = m.tenant_id and o.membership_id = m.id and o.list_id <> s.id and l.state = 'applied'
            and l.applied_at > s.applied_at and o.outcome in ('update', 'unchanged', 'reactivate')
          order by l.applied_at desc limit 1) as later
      from staff_lists s
      join staff_list_rows r on r.tenant_id = s.tenant_id and r.list_id = s.id and r.outcome = 'not_on_list'
      join memberships m on m.tenant_id = r.tenant_id and m.id = r.membership_id
      where s.tenant_id = current_tenant() and s.id = ${listId} and m.id = any(${membershipIds}::uuid[])) w
    where moved or later is not null`.execute(tx)
  return new Map(
    found.rows.map(({ membershipId, later }) => [
      membershipId,
      later === null
        ? 'Not archived: they were changed here after this list was applied.'
        : `Not archived: a later list, ${later}, names them.`,
    ]),
  )
}
