import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'

export interface Hold {
  id: string
  organisation: { id: string; name: string }
  /** Null: everything of the organisation and below. */
  person: { accountId: string; membershipId: string | null; name: string } | null
  reason: string
  placedBy: string | null
  placedAt: Date
}

/** The holds placed in an organisation, at one above it and at those below, the latest first. */
export async function listHolds(tx: Tx, organisationId: string): Promise<Hold[]> {
  const found = await sql<Hold>`
    select h.id, jsonb_build_object('id', o.id, 'name', o.name) as organisation, h.reason, h.placed_at as "placedAt",
      btrim(b.given_name || ' ' || b.family_name) as "placedBy",
      case when a.id is not null then jsonb_build_object('accountId', a.id,
        'membershipId', (select m.id from memberships m where m.tenant_id = h.tenant_id and m.account_id = h.account_id
          and m.organisation_id = h.organisation_id order by m.state = 'deleted', m.id desc limit 1),
        'name', coalesce(nullif(btrim(a.given_name || ' ' || a.family_name), ''), a.email)) end as person
    from holds h
    join organisations here on here.tenant_id = h.tenant_id and here.id = ${organisationId}
    join organisations o on o.tenant_id = h.tenant_id and o.id = h.organisation_id
    left join accounts a on a.tenant_id = h.tenant_id and a.id = h.account_id
    left join accounts b on b.tenant_id = h.tenant_id and b.id = h.placed_by
    where h.tenant_id = current_tenant() and h.lifted_at is null
      and (o.id = any(here.path) and (h.account_id is null or o.id = here.id) or here.id = any(o.path))
    order by h.id desc`.execute(tx)
  return found.rows
}

export interface Held {
  organisationId: string
  accountId: string | null
}

/** Places a hold. @returns false when there is one already */
export async function insertHold(
  tx: Tx,
  { organisationId, accountId }: Held,
  reason: string,
  by: string | null,
): Promise<boolean> {
  const placed = await sql`
    insert into holds (organisation_id, account_id, reason, placed_by)
    values (${organisationId}, ${accountId}::uuid, ${reason}, ${by}::uuid)
    on conflict do nothing returning id`.execute(tx)
  return placed.rows.length > 0
}

/** Who placed the hold that stands; null when nobody known did. */
export async function findPlacer(tx: Tx, { organisationId, accountId }: Held): Promise<string | null> {
  const found = await sql<{ by: string | null }>`
    select placed_by as by from holds
    where tenant_id = current_tenant() and organisation_id = ${organisationId}
      and account_id is not distinct from ${accountId}::uuid and lifted_at is null`.execute(tx)
  return found.rows[0]?.by ?? null
}

/** Lifts a hold. @returns false when there is none */
export async function endHold(
  tx: Tx,
  { organisationId, accountId }: Held,
  by: string | null,
): Promise<boolean> {
  const lifted = await sql`
    update holds set lifted_at = lanyard_now(), lifted_by = ${by}::uuid
    where tenant_id = current_tenant() and organisation_id = ${organisationId}
      and account_id is not distinct from ${accountId}::uuid and lifted_at is null returning id`.execute(tx)
  return lifted.rows.length > 0
}

/** Whether the whole tenant is on hold. */
export async function isTenantOnHold(tx: Tx): Promise<boolean> {
  const found = await sql<{ held: boolean }>`
    select place_on_hold(o.id) as held from organisations o
    where o.tenant_id = current_tenant() and o.parent_id is null`.execute(tx)
  return found.rows[0]?.held ?? false
}
