import { sql } from 'kysely'
import type { Place } from '../../kernel/actor.ts'
import type { Tx } from '../../platform/database/database.ts'
import { kindsAlongPath } from '../access/places.queries.ts'

/** The unit of an organisation that a subject's name means, with where it stands. */
export async function findSubject(
  tx: Tx,
  organisationId: string,
  subject: string,
): Promise<{ id: string; name: string; place: Place } | null> {
  const found = await sql<{ id: string; name: string; place: Place }>`
    select u.id, u.name, jsonb_build_object('organisationId', o.id, 'path', o.path, 'type', o.type, 'unit',
      jsonb_build_object('id', u.id, 'kinds', ${kindsAlongPath}, 'path', u.path, 'private', u.private)) as place
    from units u join organisations o on o.tenant_id = u.tenant_id and o.id = u.organisation_id
    where u.tenant_id = current_tenant() and u.organisation_id = ${organisationId} and not u.private
      and u.kind in ('subject_area', 'faculty', 'department') and search_fold(u.name) = search_fold(${subject})
    order by u.kind = 'subject_area' desc, u.id limit 1`.execute(tx)
  return found.rows[0] ?? null
}

/**
 * Whether a role was decided on by hand for somebody here, or turned down, since they have the job title they have: then
 * nothing is suggested any more.
 */
export async function isDecided(tx: Tx, membershipId: string): Promise<boolean> {
  const found = await sql<{ decided: boolean }>`
    select m.suggestion_declined_for is not distinct from m.job_title or exists (
      select from audit_events e
      where e.tenant_id = m.tenant_id and e.subject_id = m.account_id and e.organisation_id = m.organisation_id
        and e.event = 'roles.changed' and not exists (
          select from audit_events t
          where t.tenant_id = m.tenant_id and t.subject_id = m.account_id and t.organisation_id = m.organisation_id
            and t.event = 'person.changed' and t.detail -> 'fields' ? 'jobTitle' and t.id > e.id)) as decided
    from memberships m where m.tenant_id = current_tenant() and m.id = ${membershipId}`.execute(tx)
  return found.rows[0]?.decided ?? true
}

/** What the job title of a member suggests is not wanted: not said again while they have that title. */
export async function declineSuggestion(tx: Tx, membershipId: string): Promise<void> {
  await sql`
    update memberships set suggestion_declined_for = job_title
    where tenant_id = current_tenant() and id = ${membershipId}`.execute(tx)
}
