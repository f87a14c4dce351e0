import { sql } from 'kysely'
import type { App } from '../../platform/app.ts'
import { inTenant, type Tx } from '../../platform/database/database.ts'
import { verifyAudit } from './verify-audit.ts'

/** How the record was found when it was last looked at whole. */
export interface RecordCheck {
  at: Date
  sealed: number
  forgotten: number
  anchors: number
  fromAt: Date | null
  throughAt: Date | null
  firstBad: number | null
  problem: string | null
}

/** Looks at the whole record of a tenant and keeps what was found, for everybody who reads it. Runs each night, and when asked. */
export async function checkRecord(app: App, tenantId: string): Promise<RecordCheck> {
  const { sealed, forgotten, anchors, firstBad, problem } = await verifyAudit(app, tenantId)
  return inTenant(app.database, tenantId, async (tx) => {
    await sql`
      insert into audit_checks (sealed, forgotten, anchors, first_bad, problem, from_at, through_at)
      select ${sealed}, ${forgotten}, ${anchors}, ${firstBad}::bigint, ${problem}, min(e.at), max(e.at)
      from audit_events e
      where e.tenant_id = current_tenant() and e.id in (
        (select s.event_id from audit_seals s join audit_events x on x.tenant_id = s.tenant_id and x.id = s.event_id
          where s.tenant_id = current_tenant() and s.sequence <= ${sealed} order by s.sequence limit 1)
        union all
        (select s.event_id from audit_seals s join audit_events x on x.tenant_id = s.tenant_id and x.id = s.event_id
          where s.tenant_id = current_tenant() and s.sequence <= ${sealed} order by s.sequence desc limit 1))
      on conflict (tenant_id) do update set at = excluded.at, sealed = excluded.sealed, forgotten = excluded.forgotten,
        anchors = excluded.anchors, from_at = excluded.from_at, through_at = excluded.through_at,
        first_bad = excluded.first_bad, problem = excluded.problem`.execute(tx)
    return (await findLastCheck(tx)) as RecordCheck
  })
}

/** @returns undefined while it was never looked at */
export async function findLastCheck(tx: Tx): Promise<RecordCheck | undefined> {
  const found = await sql<RecordCheck>`
    select at, sealed::int, forgotten::int, anchors, from_at as "fromAt", through_at as "throughAt",
      first_bad::int as "firstBad", problem
    from audit_checks where tenant_id = current_tenant()`.execute(tx)
  return found.rows[0]
}
