import { sql } from 'kysely'
import type { App } from '../../src/platform/app.ts'
import { inTenant } from '../../src/platform/database/database.ts'

export interface Recorded {
  id: string
  event: string
  actor: string | null
  subject: string | null
  organisation: string | null
  detail: Record<string, unknown>
}

/** What the record of a tenant says, oldest first: what an auditor reads. */
export async function recorded(app: App, tenantId: string): Promise<Recorded[]> {
  return inTenant(app.database, tenantId, async (tx) => {
    const found = await sql<Recorded>`
      select id, event, actor_id as actor, subject_id as subject, organisation_id as organisation, detail
      from audit_events order by id`.execute(tx)
    return found.rows
  })
}
