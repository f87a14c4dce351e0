import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'

const GOOD_FOR_DAYS = 7

/** Domains among these that are known to take no mail. */
export async function findWithoutMail(tx: Tx, domains: string[]): Promise<Set<string>> {
  const found = await tx
    .selectFrom('mail_domains')
    .select('domain')
    .where('domain', 'in', [...domains, ''])
    .where('takes_mail', '=', false)
    .execute()
  return new Set(found.map((row) => row.domain))
}

/** Notes domains to be asked about. @returns those that nobody asked about lately */
export async function noteDomains(tx: Tx, domains: string[]): Promise<string[]> {
  if (domains.length === 0) return []
  const noted = await sql<{ domain: string }>`
    insert into mail_domains (domain) select d from unnest(${domains}::text[]) as d order by d
    on conflict (tenant_id, domain) do update set asked_at = lanyard_now()
      where mail_domains.asked_at < lanyard_now() - make_interval(days => ${GOOD_FOR_DAYS})
    returning domain`.execute(tx)
  return noted.rows.map((row) => row.domain)
}

export async function keepAnswers(tx: Tx, domains: string[], takesMail: (boolean | null)[]): Promise<void> {
  await sql`
    update mail_domains d set takes_mail = a.takes_mail
    from unnest(${domains}::text[], ${takesMail}::boolean[]) as a (domain, takes_mail)
    where d.tenant_id = current_tenant() and d.domain = a.domain`.execute(tx)
}
