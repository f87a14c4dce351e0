import { sql } from 'kysely'
import type { Place } from '../../kernel/actor.ts'
import type { Tx } from '../../platform/database/database.ts'
import { kindsAlongPath } from '../access/places.queries.ts'

/** What a list of people stands on, whoever looks: the place, what is below it, and what the moment decides. */
export interface Ground {
  now: Date
  /** By whose calendar days are told apart here. */
  timeZone: string
  place: Place
  isRoot: boolean
  /** The organisation itself and, if asked for, those below it; itself first, then by name. */
  organisations: { id: string; name: string }[]
  /** Memberships of the tenant that are locked at this moment. */
  lockedIds: string[]
  /** Where private units stand, in these organisations. */
  privateUnits: Place[]
  /** The words searched for, folded as the keys are. */
  words: string[]
}

/** Reads the ground of a list in one go. @returns undefined where there is no such organisation */
export async function readGround(
  tx: Tx,
  wanted: { organisationId: string; below: boolean; q: string },
): Promise<Ground | undefined> {
  const here = wanted.below ? sql`b.path @> array[o.id]` : sql`b.id = o.id`
  const found = await sql<Omit<Ground, 'place' | 'words'> & { place: Place; folded: string }>`
    select (select lanyard_now()) as now, o.time_zone as "timeZone", o.parent_id is null as "isRoot", search_fold(${wanted.q}) as folded,
      jsonb_build_object('organisationId', o.id, 'path', o.path, 'type', o.type) as place,
      (select jsonb_agg(jsonb_build_object('id', b.id, 'name', b.name) order by b.id <> o.id, lower(b.name))
        from organisations b where b.tenant_id = o.tenant_id and ${here}) as organisations,
      array(${lockedMembers}) as "lockedIds",
      (select coalesce(jsonb_agg(jsonb_build_object('organisationId', b.id, 'path', b.path, 'type', b.type, 'unit',
          jsonb_build_object('id', u.id, 'kinds', ${kindsAlongPath}, 'path', u.path, 'private', true))), '[]')
        from units u join organisations b on b.tenant_id = u.tenant_id and b.id = u.organisation_id
        where u.tenant_id = o.tenant_id and u.private and ${here}) as "privateUnits"
    from organisations o where o.tenant_id = current_tenant() and o.id = ${wanted.organisationId}`.execute(tx)
  const row = found.rows[0]
  return row && { ...row, words: row.folded.split(' ').filter((word) => word !== '') }
}

/** Few at any moment, so they are looked up first and the rest of a list is told apart by the stored states alone. */
const lockedMembers = sql`
  select m.id from sign_in_locks l
  join accounts a on a.tenant_id = l.tenant_id and a.address_hash = l.address_hash
  join passwords p on p.tenant_id = a.tenant_id and p.account_id = a.id
  join memberships m on m.tenant_id = a.tenant_id and m.account_id = a.id
  where l.tenant_id = current_tenant() and l.locked_until > (select lanyard_now())
    and m.state not in ('deleted', 'rejected', 'inactive')`

/** Every unit of an organisation with where it stands, for who sees only some of them. */
export async function listUnitsOf(tx: Tx, organisationIds: string[]): Promise<UnitHere[]> {
  const found = await sql<UnitHere>`
    select u.id, u.name, u.kind, jsonb_build_object('organisationId', o.id, 'path', o.path, 'type', o.type, 'unit',
      jsonb_build_object('id', u.id, 'kinds', ${kindsAlongPath}, 'path', u.path, 'private', u.private)) as place
    from units u join organisations o on o.tenant_id = u.tenant_id and o.id = u.organisation_id
    where u.tenant_id = current_tenant() and u.organisation_id = any(${organisationIds}::uuid[])
    order by u.kind, lower(u.name), u.id`.execute(tx)
  return found.rows
}

export interface UnitHere {
  id: string
  name: string
  kind: string
  place: Place
}

/** Units by id and all that stand inside them. */
export async function listUnitsInside(tx: Tx, unitIds: string[]): Promise<string[]> {
  const found = await sql<{ id: string }>`
    select u.id from units u where u.tenant_id = current_tenant() and u.path && ${unitIds}::uuid[]`.execute(
    tx,
  )
  return found.rows.map((row) => row.id)
}

/** The roles that somebody holds in an organisation, or in the tenant: read by leaps, from each role to the next one held. */
export async function listRolesHeld(tx: Tx, organisationId: string | null): Promise<string[]> {
  const here = sql`a.tenant_id = current_tenant() ${organisationId ? sql`and a.organisation_id = ${organisationId}` : sql``}`
  const found = await sql<{ role: string }>`
    with recursive held as (
      (select a.role from role_assignments a where ${here} order by a.role limit 1)
      union all
      select (select a.role from role_assignments a where ${here} and a.role > held.role order by a.role limit 1)
      from held where held.role is not null
    )
    select role from held where role is not null`.execute(tx)
  return found.rows.map((row) => row.role)
}

/** The moment it is, by the clock of the product. */
export async function readNow(tx: Tx): Promise<Date> {
  const found = await sql<{ now: Date }>`select lanyard_now() as now`.execute(tx)
  return found.rows[0]?.now as Date
}
