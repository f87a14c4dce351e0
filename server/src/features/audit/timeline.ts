import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'
import { AUDIT_EVENTS, type AuditEvent } from './audit-events.ts'

export interface TimelineEntry {
  at: string
  event: string
  /** What happened, and who did it when somebody else. */
  sentence: string
}

const TIMELINE_ENTRIES = 50

/** The latest that happened to a person: in general, and in this organisation. Newest first. */
export async function timelineOf(
  tx: Tx,
  subjectId: string,
  organisationId: string,
): Promise<TimelineEntry[]> {
  const found = await sql<{ at: Date; event: AuditEvent; actor_kind: string; actor: string | null }>`
    select e.at, e.event, e.actor_kind, case when e.actor_id <> e.subject_id then a.given_name || ' ' || a.family_name end as actor
    from audit_events e
    left join accounts a on a.tenant_id = e.tenant_id and a.id = e.actor_id
    where e.tenant_id = current_tenant() and e.subject_id = ${subjectId}
      and (e.organisation_id is null or e.organisation_id = ${organisationId})
    order by e.at desc, e.id desc limit ${TIMELINE_ENTRIES}`.execute(tx)
  return found.rows.map((row) => {
    const by = row.actor ?? (row.actor_kind === 'operator' ? 'the operator, at the command line' : null)
    return {
      at: row.at.toISOString(),
      event: row.event,
      sentence:
        by && !AUDIT_EVENTS[row.event].includes('command line')
          ? `${AUDIT_EVENTS[row.event]}, by ${by}`
          : AUDIT_EVENTS[row.event],
    }
  })
}
