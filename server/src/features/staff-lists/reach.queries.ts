import { sql } from 'kysely'
import type { Assignment, Place } from '../../kernel/actor.ts'
import type { Tx } from '../../platform/database/database.ts'
import { kindsAlongPath } from '../access/places.queries.ts'

/** A role at a place, and the accounts that hold it, or would again, through a membership of one organisation. */
export interface Held {
  role: string
  scope: Assignment['scope']
  place: Place
  memberOf: string
  accounts: string[]
}

/** Who holds one of these roles, or any role at another place than where they are a member; also who was only offered it, and who is inactive. */
export async function listHeld(tx: Tx, roles: string[]): Promise<Held[]> {
  const found = await sql<Held>`
    select h.role, h.scope, h.member_of as "memberOf", h.accounts,
      jsonb_build_object('organisationId', o.id, 'path', o.path, 'type', o.type) || case
        when u.id is not null then jsonb_build_object('unit', jsonb_build_object(
          'id', u.id, 'kinds', ${kindsAlongPath}, 'path', u.path, 'private', u.private))
        when h.unit_kind is not null then jsonb_build_object('unit', jsonb_build_object(
          'id', '', 'kinds', jsonb_build_array(h.unit_kind), 'path', jsonb_build_array(), 'private', false))
        else '{}' end as place
    from (
      select a.role, a.scope, a.organisation_id, a.unit_id, a.unit_kind, m.organisation_id as member_of,
        array_agg(distinct m.account_id) as accounts
      from role_assignments a
      join memberships m on m.tenant_id = a.tenant_id and m.id = a.membership_id and m.state not in ('deleted', 'rejected')
      where a.tenant_id = current_tenant() and (a.role = any(${roles}) or a.organisation_id <> m.organisation_id)
      group by 1, 2, 3, 4, 5, 6
    ) h
    join organisations o on o.tenant_id = current_tenant() and o.id = h.organisation_id
    left join units u on u.tenant_id = current_tenant() and u.id = h.unit_id`.execute(tx)
  return found.rows
}
