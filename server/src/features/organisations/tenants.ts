import { Refusal } from '../../kernel/refusal.ts'
import type { Database } from '../../platform/database/database.ts'

export interface TenantAddress {
  tenantId: string
  baseUrl: string
  host: string
}

/** How long a look at the list of tenants is good for; a new tenant answers after that at the latest. */
const GOOD_FOR_MS = 2000

export interface TenantDirectory {
  /**
   * Whose address a request came to. With one tenant every Host is its; with more an unknown one is nobody's (null).
   * `nobody yet` before the first set-up.
   */
  find(host: string | undefined): Promise<TenantAddress | null | 'nobody yet'>
  all(): Promise<TenantAddress[]>
}

/** The list of tenants and their addresses: ids and addresses only, read anew every two seconds while it is asked for. */
export function openTenantDirectory(database: Database): TenantDirectory {
  let known: TenantAddress[] = []
  let readAt = Number.NEGATIVE_INFINITY
  const all = async () => {
    if (performance.now() - readAt < GOOD_FOR_MS && known.length > 0) return known
    const rows = await database.bare
      .selectFrom('tenant_addresses')
      .select(['tenant_id', 'base_url', 'host'])
      .orderBy('tenant_id')
      .execute()
    known = rows.map((row) => ({ tenantId: row.tenant_id, baseUrl: row.base_url, host: row.host ?? '' }))
    readAt = performance.now()
    return known
  }
  return {
    all,
    async find(host) {
      const named = (tenants: TenantAddress[]) =>
        tenants.find((tenant) => tenant.host === host?.toLowerCase())
      const known = named(await all())
      if (known) return known
      // A Host not seen before may be a tenant's that was added a moment ago.
      readAt = Number.NEGATIVE_INFINITY
      const tenants = await all()
      if (tenants.length <= 1) return tenants[0] ?? 'nobody yet'
      return named(tenants) ?? null
    },
  }
}

/** The first tenant's address follows PUBLIC_URL. */
export async function followPublicUrl(database: Database, publicUrl: string): Promise<void> {
  const first = await database.bare
    .selectFrom('tenants')
    .select('id')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
  if (!first) return
  await database.bare
    .updateTable('tenant_addresses')
    .set({ base_url: publicUrl })
    .where('tenant_id', '=', first.id)
    .where('base_url', '<>', publicUrl)
    .execute()
}

/**
 * The tenant that a command means: the only one, or the one at this base address.
 * @throws Refusal not_set_up, tenant_unknown
 */
export async function chooseTenant(database: Database, url: string | undefined): Promise<TenantAddress> {
  const tenants = await openTenantDirectory(database).all()
  if (tenants.length === 0) throw new Refusal('conflict', 'not_set_up', 'Set Lanyard up first: lanyard setup')
  const wanted = url ? tenants.filter((tenant) => tenant.baseUrl === url.replace(/\/$/, '')) : tenants
  const [only] = wanted
  if (only && wanted.length === 1) return only
  const addresses = tenants.map((tenant) => tenant.baseUrl).join(', ')
  throw new Refusal('unprocessable', 'tenant_unknown', `Say which tenant with --url. There are: ${addresses}`)
}
