import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'

interface Counts {
  schools: number
  units: number
  domains: number
}

/** What an organisation has so far, for its task list. */
export async function countForTasks(tx: Tx, organisationId: string): Promise<Counts> {
  const found = await sql<Counts>`
      select
        (select count(*)::int from organisations o where o.tenant_id = current_tenant() and o.parent_id = ${organisationId}) as schools,
        (select count(*)::int from units u where u.tenant_id = current_tenant() and u.organisation_id = ${organisationId}) as units,
        (select count(*)::int from organisation_domains d where d.tenant_id = current_tenant() and d.organisation_id = ${organisationId}) as domains`.execute(
    tx,
  )
  return found.rows[0] ?? { schools: 0, units: 0, domains: 0 }
}
