import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'

/** A unit that nobody would lead any more once some people are gone. */
export interface LeftUnit {
  id: string
  name: string
  organisationId: string
  organisation: string
  /** Those of them who lead it, by name: the active ones, or else whoever holds the role. */
  leaders: string[]
  /** Whether one of them is active, so that it has a leader until then. */
  active: boolean
}

/** Who leads which unit, among the members a condition means: by the role at it, or at every unit of its kind. */
const ledBy = (which: RawBuilder<unknown>) => sql`
  select r.unit_id, r.membership_id from role_assignments r
  where r.tenant_id = current_tenant() and r.role = 'leader' and r.scope = 'unit' and ${which}
  union
  select u.id, r.membership_id from role_assignments r
  join units u on u.tenant_id = r.tenant_id and u.organisation_id = r.organisation_id and u.kind = r.unit_kind
  where r.tenant_id = current_tenant() and r.role = 'leader' and r.scope = 'kind' and ${which}`

/** Units that these members lead and nobody else who is active does, by name. */
export async function listUnitsLeft(tx: Tx, leaving: string[]): Promise<LeftUnit[]> {
  if (leaving.length === 0) return []
  const found = await sql<LeftUnit>`
    with going as (${ledBy(sql`r.membership_id = any(${leaving}::uuid[])`)}),
      staying as (${ledBy(sql`r.membership_id <> all(${leaving}::uuid[])`)})
    select u.id, u.name, u.organisation_id as "organisationId", o.name as organisation, bool_or(m.state = 'active') as active,
      coalesce(array_agg(n.name order by m.name_key, m.id) filter (where m.state = 'active'),
        array_agg(n.name order by m.name_key, m.id)) as leaders
    from going g
    join units u on u.tenant_id = current_tenant() and u.id = g.unit_id
    join organisations o on o.tenant_id = u.tenant_id and o.id = u.organisation_id
    join memberships m on m.tenant_id = u.tenant_id and m.id = g.membership_id
    join accounts a on a.tenant_id = m.tenant_id and a.id = m.account_id
    cross join lateral (select coalesce(nullif(btrim(a.given_name || ' ' || a.family_name), ''), a.email) as name) n
    where not exists (
      select from staying s join memberships x on x.tenant_id = u.tenant_id and x.id = s.membership_id
      where s.unit_id = u.id and x.state = 'active')
    group by u.id, u.name, u.organisation_id, o.name
    order by lower(u.name), lower(o.name), u.id`.execute(tx)
  return found.rows
}
