import { sql } from 'kysely'
import type { Holding } from '../../kernel/actor.ts'
import type { Tx } from '../../platform/database/database.ts'
import { ADMIN_LEVEL, ROLE_KEYS, roleOf } from '../access/built-in-roles.ts'

/** An admin of a place or of one above it, and all that they hold. */
export interface Exporter {
  accountId: string
  email: string
  /** How far down the tree they are an admin: the tenant's root is 1. */
  depth: number
  holdings: Holding[]
}

const ADMIN_ROLES = ROLE_KEYS.filter((key) => roleOf(key).level >= ADMIN_LEVEL)

/** Active admins of an organisation and of those above it, but for one account. */
export async function listAdminsAround(
  tx: Tx,
  organisationId: string,
  without: string | undefined,
): Promise<Exporter[]> {
  const found = await sql<Exporter>`
    select w.account_id as "accountId", w.email, w.depth, holdings_of(w.account_id) as holdings from (
      select a.id as account_id, a.email, max(p.depth) as depth
      from organisations o
      cross join lateral unnest(o.path) with ordinality as p (id, depth)
      join role_assignments r on r.tenant_id = o.tenant_id and r.role = any(${ADMIN_ROLES})
        and r.organisation_id = p.id and r.scope in ('organisation', 'tenant')
      join memberships m on m.tenant_id = r.tenant_id and m.id = r.membership_id and m.state = 'active'
      join accounts a on a.tenant_id = m.tenant_id and a.id = m.account_id and can_sign_in(a.id)
      where o.tenant_id = current_tenant() and o.id = ${organisationId} and a.id is distinct from ${without ?? null}::uuid
      group by a.id, a.email) w
    order by w.depth desc, w.account_id`.execute(tx)
  return found.rows
}

/** An export as its entry in the record tells it; `name` is null for whoever is not a person, or no longer known. */
export interface Exported {
  eventId: string
  name: string | null
  byOperator: boolean
  people: number
  reference: string
  at: Date
  timeZone: string
  slug: string
}

export async function listExported(tx: Tx, eventIds: string[]): Promise<Map<string, Exported>> {
  const found = await sql<Exported>`
    select e.id as "eventId", coalesce(nullif(btrim(a.given_name || ' ' || a.family_name), ''), a.email) as name,
      e.actor_kind = 'operator' as "byOperator", (e.detail ->> 'people')::int as people, e.detail ->> 'reference' as reference,
      e.at, o.time_zone as "timeZone", o.slug
    from audit_events e
    join organisations o on o.tenant_id = e.tenant_id and o.id = e.organisation_id
    left join accounts a on a.tenant_id = e.tenant_id and a.id = e.actor_id and a.erased_at is null
    where e.tenant_id = current_tenant() and e.id = any(${eventIds}::uuid[]) and e.event = 'people.exported'`.execute(
    tx,
  )
  return new Map(found.rows.map((row) => [row.eventId, row]))
}
