import { type RawBuilder, sql } from 'kysely'
import type { Place } from '../../kernel/actor.ts'
import type { BareTx, Tx } from '../../platform/database/database.ts'
import { holdsWords } from '../../platform/database/holds-words.ts'
import type { Sight } from '../access/authorize.policy.ts'
import type { AskMobile, OrganisationSort } from './organisation.ts'

export interface OrganisationRow {
  id: string
  slug: string
  name: string
  type: 'trust' | 'school'
  parentId: string | null
  path: string[]
  urn: string | null
  domains: string[]
  timeZone: string
  people: number
  units: number
  askMobile: AskMobile
  invitationDays: number
  needsUnit: boolean
}

const organisationColumns = sql<OrganisationRow>`
  o.id, o.slug, o.name, o.type, o.parent_id as "parentId", o.path, o.urn, o.time_zone as "timeZone",
  array(select d.domain from organisation_domains d
    where d.tenant_id = o.tenant_id and d.organisation_id = o.id order by d.position) as domains,
  (select count(*)::int from memberships m where m.tenant_id = o.tenant_id and m.organisation_id = o.id
    and m.state not in ('deleted', 'rejected')) as people,
  o.ask_mobile as "askMobile", o.invitation_days as "invitationDays", o.needs_unit as "needsUnit",
  (select count(*)::int from units u where u.tenant_id = o.tenant_id and u.organisation_id = o.id) as units`

export async function findOrganisation(tx: Tx, id: string): Promise<OrganisationRow | undefined> {
  const found = await sql<OrganisationRow>`
    select ${organisationColumns} from organisations o where o.tenant_id = current_tenant() and o.id = ${id}`.execute(
    tx,
  )
  return found.rows[0]
}

/** Which organisations: those in sight whose names hold the words. */
export interface WantedOrganisations {
  sight: Sight
  q: string
}

/** Where a page ended: the order, and the depth, lower-case name and id of the last seen. */
export type OrganisationCursor = [sort: OrganisationSort, depth: number, name: string, id: string]

export async function listOrganisations(
  tx: Tx,
  wanted: WantedOrganisations,
  page: { sort: OrganisationSort; after: OrganisationCursor | null; limit: number },
): Promise<(OrganisationRow & { cursor: OrganisationCursor })[]> {
  const { sort, after, limit } = page
  const { order, laterThan } = ORDERS[sort]
  const found = await sql<OrganisationRow & { key: string }>`
    select ${organisationColumns}, lower(o.name) as key from organisations o
    where ${matching(wanted)} and ${after ? laterThan(after) : sql`true`}
    order by ${order} limit ${limit}`.execute(tx)
  return found.rows.map(({ key, ...row }) => ({ ...row, cursor: [sort, row.path.length, key, row.id] }))
}

const ORDERS: Record<
  OrganisationSort,
  { order: RawBuilder<unknown>; laterThan: (last: OrganisationCursor) => RawBuilder<unknown> }
> = {
  depth: {
    order: sql`cardinality(o.path), lower(o.name), o.id`,
    laterThan: ([, depth, name, id]) =>
      sql`(cardinality(o.path), lower(o.name), o.id) > (${depth}::int, ${name}, ${id}::uuid)`,
  },
  name: {
    order: sql`lower(o.name), o.id`,
    laterThan: ([, , name, id]) => sql`(lower(o.name), o.id) > (${name}, ${id}::uuid)`,
  },
  '-name': {
    order: sql`lower(o.name) desc, o.id desc`,
    laterThan: ([, , name, id]) => sql`(lower(o.name), o.id) < (${name}, ${id}::uuid)`,
  },
}

export async function countOrganisations(tx: Tx, wanted: WantedOrganisations): Promise<number> {
  const found = await sql<{ total: number }>`
    select count(*)::int as total from organisations o where ${matching(wanted)}`.execute(tx)
  return found.rows[0]?.total ?? 0
}

/** The topmost organisation in sight. */
export async function findTop(tx: Tx, sight: Sight): Promise<Place | undefined> {
  const found = await sql<Place>`
    select o.id as "organisationId", o.path, o.type from organisations o
    where o.tenant_id = current_tenant() and ${within(sight)}
    order by cardinality(o.path), lower(o.name), o.id limit 1`.execute(tx)
  return found.rows[0]
}

const matching = ({ sight, q }: WantedOrganisations) =>
  sql`o.tenant_id = current_tenant() and ${within(sight)} and ${holdsWords(sql`' ' || search_fold(o.name)`, q)}`

const within = (sight: Sight) =>
  sight === 'everything'
    ? sql`true`
    : sql`(o.path && ${sight.below}::uuid[] or o.id = any(${sight.only}::uuid[]))`

export async function findRoot(tx: Tx): Promise<{ id: string; name: string; type: string } | undefined> {
  return tx
    .selectFrom('organisations')
    .select(['id', 'name', 'type'])
    .where('parent_id', 'is', null)
    .executeTakeFirst()
}

/** The tenant's base address, from which its links are built. */
export async function findBaseUrl(tx: Tx): Promise<string> {
  const found = await sql<{ baseUrl: string }>`
    select base_url as "baseUrl" from tenant_addresses where tenant_id = current_tenant()`.execute(tx)
  return found.rows[0]?.baseUrl ?? ''
}

/** Today where an organisation is, as YYYY-MM-DD. */
export async function findToday(tx: Tx, organisationId: string): Promise<string> {
  const found = await sql<{ today: string }>`
    select to_char(lanyard_now() at time zone o.time_zone, 'YYYY-MM-DD') as today
    from organisations o where o.tenant_id = current_tenant() and o.id = ${organisationId}`.execute(tx)
  return found.rows[0]?.today ?? ''
}

/** The time zone an organisation keeps. */
export async function findTimeZone(tx: Tx, organisationId: string): Promise<string> {
  const row = await tx
    .selectFrom('organisations')
    .select('time_zone')
    .where('id', '=', organisationId)
    .executeTakeFirstOrThrow()
  return row.time_zone
}

export interface NewOrganisation {
  parentId: string | null
  type: string
  name: string
  slug: string
  urn: string | null
  timeZone: string
  domains: string[]
}

/**
 * Adds an organisation with its domains, in one statement. A slug that is taken gets the next free number.
 * The parent's row is locked, so that two additions at once number their slugs one after the other.
 */
export async function insertOrganisation(tx: Tx, draft: NewOrganisation): Promise<string> {
  await sql`select pg_advisory_xact_lock(hashtextextended(current_tenant()::text || '|organisation-slug', 0))`.execute(
    tx,
  )
  const made = await sql<{ id: string }>`
    with draft as (select uuid_v7() as id),
    taken as (select slug from organisations where tenant_id = current_tenant()),
    slug as (
      select case when not exists (select from taken where slug = ${draft.slug}) then ${draft.slug} else (
        select ${draft.slug} || '-' || n from generate_series(2, 10000) n
        where not exists (select from taken where slug = ${draft.slug} || '-' || n) order by n limit 1) end as slug
    ),
    made as (
      insert into organisations (id, parent_id, path, type, name, slug, urn, time_zone)
      select draft.id, ${draft.parentId}::uuid,
        coalesce((select p.path from organisations p where p.tenant_id = current_tenant() and p.id = ${draft.parentId}::uuid), '{}') || draft.id,
        ${draft.type}, ${draft.name}, slug.slug, ${draft.urn}, ${draft.timeZone}
      from draft, slug returning id
    ),
    domains as (
      insert into organisation_domains (organisation_id, domain, position)
      select made.id, d.domain, d.position from made, unnest(${draft.domains}::text[]) with ordinality as d (domain, position)
    )
    select id from made`.execute(tx)
  return (made.rows[0] as { id: string }).id
}

export async function updateOrganisation(
  tx: Tx,
  id: string,
  change: {
    name?: string
    urn?: string | null
    time_zone?: string
    ask_mobile?: AskMobile
    invitation_days?: number
    needs_unit?: boolean
  },
): Promise<void> {
  if (Object.keys(change).length === 0) return
  await tx.updateTable('organisations').set(change).where('id', '=', id).execute()
}

/** Makes these the domains of an organisation, in this order. */
export async function replaceDomains(tx: Tx, organisationId: string, domains: string[]): Promise<void> {
  await tx.deleteFrom('organisation_domains').where('organisation_id', '=', organisationId).execute()
  if (domains.length === 0) return
  await tx
    .insertInto('organisation_domains')
    .values(domains.map((domain, position) => ({ organisation_id: organisationId, domain, position })))
    .execute()
}

/** Makes a tenant with its base address. */
export async function insertTenant(tx: BareTx, baseUrl: string): Promise<string> {
  const tenant = await tx.insertInto('tenants').defaultValues().returning('id').executeTakeFirstOrThrow()
  await tx.insertInto('tenant_addresses').values({ tenant_id: tenant.id, base_url: baseUrl }).execute()
  return tenant.id
}
