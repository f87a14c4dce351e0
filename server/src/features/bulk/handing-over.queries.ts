import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'

/** Open invitations that people who are to leave sent to others. */
export interface Senders {
  /** Who sent them, in the order of the list. */
  names: string[]
  invitations: number
}

/** Those of the invitations they sent at the place where they leave that stay open: not to whoever leaves with them. */
export async function readSenders(tx: Tx, leaving: string[]): Promise<Senders> {
  const found = await sql<Senders>`
    select coalesce(array_agg(s.name order by s.name_key, s.id), '{}') as names, coalesce(sum(s.sent), 0)::int as invitations
    from (
      select m.id, m.name_key, coalesce(nullif(btrim(a.given_name || ' ' || a.family_name), ''), a.email) as name,
        count(*) as sent
      from memberships m
      join accounts a on a.tenant_id = m.tenant_id and a.id = m.account_id
      join invitations i on i.tenant_id = m.tenant_id and i.inviter_id = m.account_id
        and i.organisation_id = m.organisation_id and i.state = 'open'
      where m.tenant_id = current_tenant() and m.id = any(${leaving}::uuid[])
        and i.membership_id <> all(${leaving}::uuid[])
      group by m.id, m.name_key, a.given_name, a.family_name, a.email
    ) s`.execute(tx)
  return found.rows[0] as Senders
}

/** Keeps with a job who was given what was to be handed over, for whoever looks at it later. */
export async function noteHandedOver(tx: Tx, jobId: string, units: number): Promise<void> {
  await sql`
    update bulk_jobs set wish = wish || jsonb_build_object('handedOver', ${units}::int)
    where tenant_id = current_tenant() and id = ${jobId}`.execute(tx)
}
