import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'
import { ADMIN_LEVEL, permissionsOf, ROLE_KEYS, roleOf } from '../access/built-in-roles.ts'

/** Roles whose holders run the people of a place. */
const ADMIN_ROLES = ROLE_KEYS.filter(
  (key) => roleOf(key).level >= ADMIN_LEVEL && [...permissionsOf(key)].includes('users.archive'),
)

/** Who runs these organisations: active admins of the place itself, or else of the nearest above it that has some. */
export async function listAdminsOf(
  tx: Tx,
  organisationIds: string[],
): Promise<{ organisationId: string; accountId: string; email: string }[]> {
  const found = await sql<{ organisationId: string; accountId: string; email: string }>`
    select distinct w.id as "organisationId", w.account_id as "accountId", w.email from (
      select o.id, m.account_id, a.email, p.depth, max(p.depth) over (partition by o.id) as nearest
      from organisations o
      cross join lateral unnest(o.path) with ordinality as p (id, depth)
      join role_assignments r on r.tenant_id = o.tenant_id and r.role = any(${ADMIN_ROLES})
        and r.organisation_id = p.id and r.scope in ('organisation', 'tenant')
      join memberships m on m.tenant_id = r.tenant_id and m.id = r.membership_id and m.state = 'active'
      join accounts a on a.tenant_id = m.tenant_id and a.id = m.account_id and can_sign_in(a.id)
      where o.tenant_id = current_tenant() and o.id = any(${organisationIds}::uuid[])) w
    where w.depth = w.nearest order by 1, 2`.execute(tx)
  return found.rows
}

/** Somebody in a notice, and what stands behind it now. */
export interface Noticed {
  noticeId: string
  name: string
  what: 'end' | 'delete'
  as: 'paused' | 'archived' | null
  on: Date
  problem: string | null
}

/** What a notice is about as it stands now: whatever was called off, done or put off meanwhile is not in it. */
export async function listNoticed(
  tx: Tx,
  noticeIds: string[],
  kind: 'leaving_soon' | 'not_done',
): Promise<Noticed[]> {
  const column = sql.ref(kind === 'leaving_soon' ? 'n.notice_id' : 'n.problem_notice_id')
  const found = await sql<Noticed>`
    select ${column} as "noticeId", coalesce(nullif(btrim(a.given_name || ' ' || a.family_name), ''), a.email) as name,
      n.what, e.ends_as as as, n.due_on::timestamp at time zone 'UTC' as on, n.problem
    from due_notes n
    join memberships m on m.tenant_id = n.tenant_id and m.id = n.membership_id and m.state <> 'deleted'
    join accounts a on a.tenant_id = m.tenant_id and a.id = m.account_id
    left join planned_ends e on e.tenant_id = n.tenant_id and e.membership_id = n.membership_id and n.what = 'end'
    where n.tenant_id = current_tenant() and ${column} = any(${noticeIds}::uuid[])
      and n.due_on = case n.what when 'end' then e.ends_on else m.deletion_date end
    order by n.due_on, m.name_key, m.id`.execute(tx)
  return found.rows
}

/** Who gets a letter about their own account, and how it stands now. */
export interface Concerned {
  membershipId: string
  givenName: string
  language: string
  state: string
  /** Of a planned end; null when it was called off. */
  endsOn: Date | null
  /** When access ended, as a day there. */
  endedOn: Date | null
  roles: string[]
  by: { name: string; address: string } | null
  keepUntil: Date
}

/** Days for which captured mail without a link is kept. */
const PLAIN_CONTENT_DAYS = 7

/** Of these members, who had an account in use until they were made inactive, or has one now. */
export async function listInUse(
  tx: Tx,
  membershipIds: string[],
): Promise<{ membershipId: string; accountId: string; organisationId: string; email: string }[]> {
  const found = await sql<{
    membershipId: string
    accountId: string
    organisationId: string
    email: string
  }>`
    select m.id as "membershipId", m.account_id as "accountId", m.organisation_id as "organisationId", a.email
    from memberships m join accounts a on a.tenant_id = m.tenant_id and a.id = m.account_id
    where m.tenant_id = current_tenant() and m.id = any(${membershipIds}::uuid[])
      and coalesce(m.inactive_from, m.state) = 'active' order by m.id`.execute(tx)
  return found.rows
}

export async function listConcerned(tx: Tx, membershipIds: string[]): Promise<Map<string, Concerned>> {
  const found = await sql<Concerned>`
    select m.id as "membershipId", a.given_name as "givenName", a.language, m.state,
      e.ends_on::timestamp at time zone 'UTC' as "endsOn",
      (m.inactive_at at time zone o.time_zone)::date::timestamp at time zone 'UTC' as "endedOn",
      array(select distinct r.role from role_assignments r where r.tenant_id = m.tenant_id and r.membership_id = m.id) as roles,
      case when b.id is not null then jsonb_build_object('name', btrim(b.given_name || ' ' || b.family_name), 'address', b.email) end as by,
      lanyard_now() + make_interval(days => ${PLAIN_CONTENT_DAYS}) as "keepUntil"
    from memberships m
    join organisations o on o.tenant_id = m.tenant_id and o.id = m.organisation_id
    join accounts a on a.tenant_id = m.tenant_id and a.id = m.account_id
    left join planned_ends e on e.tenant_id = m.tenant_id and e.membership_id = m.id
    left join accounts b on b.tenant_id = m.tenant_id and b.id = coalesce(m.inactive_by, e.planned_by) and b.erased_at is null
    where m.tenant_id = current_tenant() and m.id = any(${membershipIds}::uuid[])`.execute(tx)
  return new Map(found.rows.map((row) => [row.membershipId, row]))
}

/** What a notice is sent from: when it may be forgotten, in whose language. */
export async function listReaders(
  tx: Tx,
  accountIds: string[],
): Promise<Map<string, { givenName: string; language: string; keepUntil: Date }>> {
  const found = await sql<{ id: string; givenName: string; language: string; keepUntil: Date }>`
    select id, given_name as "givenName", language,
      lanyard_now() + make_interval(days => ${PLAIN_CONTENT_DAYS}) as "keepUntil"
    from accounts where tenant_id = current_tenant() and id = any(${accountIds}::uuid[])`.execute(tx)
  return new Map(found.rows.map((row) => [row.id, row]))
}

/** How addresses of pages name these organisations. */
export async function findSlugs(tx: Tx, organisationIds: string[]): Promise<Map<string, string>> {
  const found = await sql<{ id: string; slug: string }>`
    select id, slug from organisations where tenant_id = current_tenant() and id = any(${organisationIds}::uuid[])`.execute(
    tx,
  )
  return new Map(found.rows.map((row) => [row.id, row.slug]))
}
