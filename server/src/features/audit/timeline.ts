import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'
import { AUDIT_EVENTS, type AuditEvent } from './audit-events.ts'
import { sayEnd } from './say-end.ts'

export interface TimelineEntry {
  at: string
  event: string
  /** What happened, and who did it when somebody else. */
  sentence: string
}

const TIMELINE_ENTRIES = 50

/** Events read for them: of sign-ins that failed one after the other, one entry is made. */
const EVENTS_READ = 500

interface Row {
  at: Date
  event: AuditEvent
  actor_kind: string
  actor: string | null
  moved: boolean
  planned: { as: unknown; on: unknown }
}

/** The latest that happened to a person: in general, and in this organisation. Newest first. */
export async function timelineOf(
  tx: Tx,
  subjectId: string,
  organisationId: string,
): Promise<TimelineEntry[]> {
  const found = await sql<Row>`
    select e.at, e.event, e.actor_kind, e.detail ? 'movedTo' as moved,
      jsonb_build_object('as', e.detail -> 'as', 'on', e.detail -> 'on') as planned,
      case when e.actor_id <> e.subject_id then a.given_name || ' ' || a.family_name end as actor
    from audit_events e
    left join accounts a on a.tenant_id = e.tenant_id and a.id = e.actor_id
    where e.tenant_id = current_tenant() and e.subject_id = ${subjectId}
      and (e.organisation_id is null or e.organisation_id = ${organisationId})
    order by e.at desc, e.id desc limit ${EVENTS_READ}`.execute(tx)
  return inRuns(found.rows)
    .slice(0, TIMELINE_ENTRIES)
    .map(({ row, times }) => ({ at: row.at.toISOString(), event: row.event, sentence: said(row, times) }))
}

/** Failed sign-ins one after the other are one, so that they don’t push everything else out of sight. */
function inRuns(rows: Row[]): { row: Row; times: number }[] {
  const runs: { row: Row; times: number }[] = []
  for (const row of rows) {
    const last = runs.at(-1)
    if (last && row.event === 'sign_in.failed' && last.row.event === row.event) last.times++
    else runs.push({ row, times: 1 })
  }
  return runs
}

function said(row: Row, times: number): string {
  const telling = AUDIT_EVENTS[row.event]
  const end = row.event === 'person.end_planned' ? sayEnd(row.planned) : null
  const what = `${telling}${end ? `: ${end}` : ''}${row.moved ? ' on moving to another organisation' : ''}${times > 1 ? ` ${times} times` : ''}`
  const by = row.actor ?? (row.actor_kind === 'operator' ? 'the operator, at the command line' : null)
  return by && !telling.includes('command line') ? `${what}, by ${by}` : what
}
