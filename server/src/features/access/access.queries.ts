import { type RawBuilder, sql } from 'kysely'
import type { Assignment, Holding } from '../../kernel/actor.ts'
import type { Tx } from '../../platform/database/database.ts'
import { ADMIN_LEVEL, ROLE_KEYS, roleOf } from './built-in-roles.ts'

/** A membership as the rules of access see it. */
export interface Member {
  membershipId: string
  accountId: string
  organisationId: string
  name: string
  state: string
  canSignIn: boolean
  holdings: Holding[]
  /** Units they belong to. */
  unitIds: string[]
}

const memberColumns = sql<Member>`
  m.id as "membershipId", m.account_id as "accountId", m.organisation_id as "organisationId",
  a.given_name || ' ' || a.family_name as name, m.state, can_sign_in(a.id) as "canSignIn", holdings_of(a.id) as holdings,
  array(select x.unit_id from unit_members x where x.tenant_id = m.tenant_id and x.membership_id = m.id) as "unitIds"`

export async function findMember(tx: Tx, membershipId: string): Promise<Member | undefined> {
  const found = await sql<Member>`
    select ${memberColumns}
    from memberships m join accounts a on a.tenant_id = m.tenant_id and a.id = m.account_id
    where m.tenant_id = current_tenant() and m.id = ${membershipId} and m.state <> 'deleted'`.execute(tx)
  return found.rows[0]
}

/** Those of these members who hold one of these roles here, or anywhere else: few, where it is admins that are asked for. */
export async function findHolders(tx: Tx, membershipIds: string[], roles: string[]): Promise<Member[]> {
  const found = await sql<Member>`
    select ${memberColumns}
    from memberships m join accounts a on a.tenant_id = m.tenant_id and a.id = m.account_id
    where m.tenant_id = current_tenant() and m.id = any(${membershipIds}::uuid[]) and m.account_id in (
      select h.account_id from role_assignments r join memberships h on h.tenant_id = r.tenant_id and h.id = r.membership_id
      where r.tenant_id = current_tenant() and r.role = any(${roles}))
    order by m.id`.execute(tx)
  return found.rows
}

const ADMIN_ROLES = ROLE_KEYS.filter((key) => roleOf(key).level >= ADMIN_LEVEL)

/** Active people with an admin's role given at exactly this organisation, or at the tenant. */
export async function listAdmins(tx: Tx, at: 'tenant' | { organisationId: string }): Promise<Member[]> {
  const where =
    at === 'tenant'
      ? sql`r.scope = 'tenant'`
      : sql`r.scope = 'organisation' and r.organisation_id = ${at.organisationId}`
  const found = await sql<Member>`
    select ${memberColumns}
    from memberships m join accounts a on a.tenant_id = m.tenant_id and a.id = m.account_id
    where m.tenant_id = current_tenant() and m.state = 'active' and exists (
      select from role_assignments r
      where r.tenant_id = m.tenant_id and r.membership_id = m.id and r.role = any(${ADMIN_ROLES}) and ${where})`.execute(
    tx,
  )
  return found.rows
}

export type NewAssignment = Pick<
  Assignment,
  'role' | 'scope' | 'organisationId' | 'unitId' | 'unitKind' | 'source'
>

/** Gives roles, any number at once. One that is held already stays as it is. */
export async function insertAssignments(
  tx: Tx,
  assignments: (NewAssignment & { membershipId: string })[],
): Promise<void> {
  if (assignments.length === 0) return
  const column = <T>(pick: (each: (typeof assignments)[number]) => T) => assignments.map(pick)
  await sql`
    insert into role_assignments (membership_id, role, scope, organisation_id, unit_id, unit_kind, source)
    select * from unnest(${column((each) => each.membershipId)}::uuid[], ${column((each) => each.role)}::text[],
      ${column((each) => each.scope)}::text[], ${column((each) => each.organisationId)}::uuid[],
      ${column((each) => each.unitId)}::uuid[], ${column((each) => each.unitKind)}::text[],
      ${column((each) => each.source)}::text[])
    on conflict do nothing`.execute(tx)
}

export async function deleteAssignments(
  tx: Tx,
  membershipId: string,
  assignments: NewAssignment[],
): Promise<void> {
  if (assignments.length === 0) return
  await sql`
    delete from role_assignments r
    using unnest(${assignments.map((each) => each.role)}::text[], ${assignments.map((each) => each.scope)}::text[],
      ${assignments.map((each) => each.organisationId)}::uuid[], ${assignments.map((each) => each.unitId)}::uuid[],
      ${assignments.map((each) => each.unitKind)}::text[]) as gone (role, scope, organisation_id, unit_id, unit_kind)
    where r.tenant_id = current_tenant() and r.membership_id = ${membershipId} and r.source <> 'sync'
      and r.role = gone.role and r.scope = gone.scope and r.organisation_id = gone.organisation_id
      and r.unit_id is not distinct from gone.unit_id and r.unit_kind is not distinct from gone.unit_kind`.execute(
    tx,
  )
}

/** Switches permissions on and off for a membership. */
export async function changeGrants(tx: Tx, membershipId: string, on: string[], off: string[]): Promise<void> {
  if (off.length > 0)
    await tx
      .deleteFrom('permission_grants')
      .where('membership_id', '=', membershipId)
      .where('permission', 'in', off)
      .execute()
  if (on.length > 0)
    await tx
      .insertInto('permission_grants')
      .values(on.map((permission) => ({ membership_id: membershipId, permission })))
      .onConflict((conflict) => conflict.doNothing())
      .execute()
}

/** Switches the same permissions on for many memberships. */
export async function insertGrants(tx: Tx, membershipIds: string[], permissions: string[]): Promise<void> {
  if (membershipIds.length === 0 || permissions.length === 0) return
  await sql`
    insert into permission_grants (membership_id, permission)
    select m.id, p.permission from unnest(${membershipIds}::uuid[]) as m (id)
      cross join unnest(${permissions}::text[]) as p (permission)
    on conflict do nothing`.execute(tx)
}

/** Gives roles to everybody a query names: `membership_id`, `role`, `scope`, `organisation_id`, `unit_id`. */
export async function insertAssignmentsFrom(
  tx: Tx,
  source: RawBuilder<unknown>,
  from: Assignment['source'],
): Promise<void> {
  await sql`
    insert into role_assignments (membership_id, role, scope, organisation_id, unit_id, source)
    select s.membership_id, s.role, s.scope, s.organisation_id, s.unit_id, ${from}::text from (${source}) s
    on conflict do nothing`.execute(tx)
}

/** Switches off, for each membership, the permissions named with it. */
export async function deleteGrants(
  tx: Tx,
  grants: { membershipId: string; permissions: string[] }[],
): Promise<void> {
  const pairs = grants.flatMap((each) =>
    each.permissions.map((permission) => ({ membership_id: each.membershipId, permission })),
  )
  if (pairs.length === 0) return
  await sql`
    delete from permission_grants g
    using jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) as gone (membership_id uuid, permission text)
    where g.tenant_id = current_tenant() and g.membership_id = gone.membership_id and g.permission = gone.permission`.execute(
    tx,
  )
}

/** Takes away what invitations offered, and nothing else. */
export async function withdrawOffers(
  tx: Tx,
  offers: { membershipId: string; permissions: string[] }[],
): Promise<void> {
  const ids = offers.map((offer) => offer.membershipId)
  const permissions = JSON.stringify(
    offers.flatMap((offer) =>
      offer.permissions.map((permission) => ({ membership_id: offer.membershipId, permission })),
    ),
  )
  await sql`
    with grants as (
      delete from permission_grants g
      using jsonb_to_recordset(${permissions}::jsonb) as gone (membership_id uuid, permission text)
      where g.tenant_id = current_tenant() and g.membership_id = gone.membership_id and g.permission = gone.permission
    )
    delete from role_assignments r
    where r.tenant_id = current_tenant() and r.membership_id = any(${ids}::uuid[]) and r.source = 'invitation'`.execute(
    tx,
  )
}

/** Units that a member leads and nobody else who is active does, by name. */
export async function listUnitsLedAlone(
  tx: Tx,
  membershipId: string,
): Promise<{ id: string; name: string }[]> {
  const found = await sql<{ id: string; name: string }>`
    select u.id, u.name from role_assignments r
    join units u on u.tenant_id = r.tenant_id and u.id = r.unit_id
    where r.tenant_id = current_tenant() and r.membership_id = ${membershipId} and r.role = 'leader' and r.scope = 'unit'
      and not exists (
        select from role_assignments x join memberships m on m.tenant_id = x.tenant_id and m.id = x.membership_id
        where x.tenant_id = r.tenant_id and x.role = 'leader' and x.membership_id <> r.membership_id and m.state = 'active'
          and (x.unit_id = u.id or (x.scope = 'kind' and x.unit_kind = u.kind and x.organisation_id = u.organisation_id)))
    order by lower(u.name), u.id`.execute(tx)
  return found.rows
}
