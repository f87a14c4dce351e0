import { sql } from 'kysely'
import type { App } from '../../platform/app.ts'
import type { Tx } from '../../platform/database/database.ts'
import { type ActivityRow, nameUnits } from '../activity/activity.queries.ts'
import { readPersonal } from '../activity/personal.ts'
import { type Reader, seenActivity } from '../activity/seen-activity.ts'
import { unitIdsIn } from '../activity/told.ts'
import { type Kept, whoIs } from './person-data.queries.ts'
import { findRoot } from './retention.queries.ts'

export interface PersonRecord {
  /** What was done about them or by them, oldest first. */
  entries: Kept[]
  /** From where a session was started, by its id. */
  origins: Map<string, Kept>
}

const OTHER = 'other'

/**
 * What the record says about somebody, and what they did. Of others it says only that there was somebody: who acted on
 * this person by the highest role they hold, whom this person acted on not at all, nor what was changed of them.
 */
export async function readRecord(
  app: App,
  tx: Tx,
  tenantId: string,
  me: { accountId: string; name: string },
): Promise<PersonRecord> {
  const { accountId } = me
  const rows = (await listEvents(tx, accountId)).map((row) => withoutSubject(row, accountId))
  const reader: Reader = {
    people: await nameActors(tx, rows, me),
    organisations: await nameOrganisations(tx),
    here: (await findRoot(tx)).name,
    names: await namesIn(tx, rows),
    mayOpen: () => false,
    personal: await readPersonal(app, tx, tenantId, rows, {
      subject: (row) => row.subjectId === accountId,
      origin: (row) => row.actorId === accountId,
    }),
  }
  const origins = new Map<string, Kept>()
  const entries = rows.map((row) => {
    const seen = seenActivity(row, reader)
    const origin = seen.origin
      ? { 'Network address': seen.origin.address, Browser: seen.origin.userAgent }
      : undefined
    if (row.event === 'session.started' && origin) origins.set(String(row.detail.sessionId), origin)
    return {
      When: row.at,
      'What happened': seen.sentence,
      Kind: seen.groupLabel,
      Organisation: seen.organisation?.name,
      'Way in': seen.doorLabel,
      'Before and after': seen.changes.map(({ label, before, after }) => ({
        Detail: label,
        Before: before,
        After: after,
      })),
      More: seen.facts.map(({ label, value }) => `${label}: ${value}`),
      ...origin,
    }
  })
  return { entries, origins }
}

async function listEvents(tx: Tx, accountId: string): Promise<ActivityRow[]> {
  const found = await sql<ActivityRow>`
    select e.id, e.at, e.event, e.door, e.actor_kind as "actorKind", e.actor_id as "actorId", e.subject_id as "subjectId",
      e.organisation_id as "organisationId", e.request_id as "requestId", e.detail,
      e.subject_detail as "subjectDetail", e.actor_detail as "actorDetail"
    from audit_events e
    where e.tenant_id = current_tenant() and (e.subject_id = ${accountId} or e.actor_id = ${accountId})
    order by e.at, e.id`.execute(tx)
  return found.rows
}

/** Of what was done to somebody else, only that it was done. */
const withoutSubject = (row: ActivityRow, me: string): ActivityRow =>
  row.subjectId === null || row.subjectId === me
    ? row
    : { ...row, subjectId: OTHER, subjectDetail: null, detail: {} }

async function nameActors(
  tx: Tx,
  rows: ActivityRow[],
  me: { accountId: string; name: string },
): Promise<Reader['people']> {
  const ids = [...new Set(rows.flatMap((row) => (row.actorId ? [row.actorId] : [])))]
  const found = await sql<{ id: string; name: string }>`
    select x.id, ${whoIs(sql`x.id`, me.accountId)} as name from unnest(${ids}::uuid[]) x (id)`.execute(tx)
  const named = [...found.rows, { id: OTHER, name: 'another person' }, { id: me.accountId, name: me.name }]
  return new Map(named.map(({ id, name }) => [id, { id, name, memberships: [] }]))
}

async function nameOrganisations(tx: Tx): Promise<Map<string, string>> {
  const found = await tx.selectFrom('organisations').select(['id', 'name']).execute()
  return new Map(found.map(({ id, name }) => [id, name]))
}

async function namesIn(tx: Tx, rows: ActivityRow[]): Promise<Reader['names']> {
  const units = await nameUnits(tx, [...new Set(rows.flatMap(unitIdsIn))])
  // The name of a file may name anybody.
  return { unit: (id) => units.get(id) ?? null, staffList: () => null }
}
