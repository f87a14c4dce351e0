import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'

/** How an account stands, as far as acting on it goes. */
export interface AccountFacts {
  membershipId: string
  accountId: string
  name: string
  email: string
  /** The membership is active. */
  active: boolean
  /** Links to choose a password that it was sent within the hour, and seconds since the last of them. */
  resetsThisHour: number
  sentSecondsAgo: number | null
}

/** How the accounts behind these memberships stand, by membership. */
export async function findAccountFacts(tx: Tx, membershipIds: string[]): Promise<Map<string, AccountFacts>> {
  const found = await sql<AccountFacts>`
    select m.id as "membershipId", a.id as "accountId", a.email, m.state = 'active' as active,
      coalesce(nullif(btrim(a.given_name || ' ' || a.family_name), ''), a.email) as name,
      coalesce(r.hour, 0) as "resetsThisHour", r.ago as "sentSecondsAgo"
    from memberships m
    join accounts a on a.tenant_id = m.tenant_id and a.id = m.account_id
    left join lateral (
      select count(*)::int as hour, extract(epoch from lanyard_now() - max(p.created_at))::float8 as ago
      from password_resets p
      where p.tenant_id = a.tenant_id and p.account_id = a.id and p.sent and p.created_at > lanyard_now() - interval '1 hour'
    ) r on true
    where m.tenant_id = current_tenant() and m.id = any(${membershipIds}::uuid[])`.execute(tx)
  return new Map(found.rows.map((row) => [row.membershipId, row]))
}
