import type { Field, Reading } from '@lanyard/reader/staff-list.ts'
import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'
import type { ListState, Meaning, PlanCounts } from './staff-list.ts'

/** A list as it is shown. */
export interface SeenList {
  id: string
  organisationId: string
  organisationName: string
  organisationType: string
  timeZone: string
  path: string[]
  reference: string
  fileName: string
  fileBytes: number
  fileDigest: string
  original: { sentences?: string[] } | null
  everyone: boolean
  madeBy: string | null
  madeAt: Date
  touchedAt: Date
  now: Date
  state: ListState
  problem: { code: string; detail: string } | null
  reading: Reading | null
  meanings: Meaning[] | null
  keep: Field[] | null
  counts: PlanCounts | null
  held: number
  invite: string | null
  appliedBy: string | null
  appliedAt: Date | null
  undoneAt: Date | null
  fileKeptUntil: Date | null
}

const seenColumns = sql<SeenList>`
  l.id, l.organisation_id as "organisationId", o.name as "organisationName", o.type as "organisationType",
  o.time_zone as "timeZone", o.path, l.reference, l.file_name as "fileName", l.file_bytes as "fileBytes",
  encode(l.file_digest, 'hex') as "fileDigest", l.original, l.everyone,
  nullif(btrim(m.given_name || ' ' || m.family_name), '') as "madeBy", l.made_at as "madeAt", l.touched_at as "touchedAt",
  lanyard_now() as now, l.state, l.problem, l.reading, l.meanings, l.choices -> 'keep' as keep, l.counts, l.held, l.invite,
  nullif(btrim(a.given_name || ' ' || a.family_name), '') as "appliedBy", l.applied_at as "appliedAt",
  l.undone_at as "undoneAt", f.kept_until as "fileKeptUntil"
  from staff_lists l
  join organisations o on o.tenant_id = l.tenant_id and o.id = l.organisation_id
  left join accounts m on m.tenant_id = l.tenant_id and m.id = l.made_by
  left join accounts a on a.tenant_id = l.tenant_id and a.id = l.applied_by
  left join staff_list_files f on f.tenant_id = l.tenant_id and f.list_id = l.id`

export async function findSeenList(tx: Tx, id: string): Promise<SeenList | undefined> {
  const found = await sql<SeenList>`
    select ${seenColumns} where l.tenant_id = current_tenant() and l.id = ${id}`.execute(tx)
  return found.rows[0]
}

/** Lists of an organisation, the latest first, before `before`. */
export async function listSeenLists(
  tx: Tx,
  organisationId: string,
  before: string | null,
  limit: number,
): Promise<SeenList[]> {
  const older = before ? sql`and l.id < ${before}::uuid` : sql``
  const found = await sql<SeenList>`
    select ${seenColumns} where l.tenant_id = current_tenant() and l.organisation_id = ${organisationId} ${older}
    order by l.id desc limit ${limit}`.execute(tx)
  return found.rows
}

export async function countLists(tx: Tx, organisationId: string): Promise<number> {
  const found = await sql<{ total: number }>`
    select count(*)::int as total from staff_lists
    where tenant_id = current_tenant() and organisation_id = ${organisationId}`.execute(tx)
  return found.rows[0]?.total ?? 0
}

export interface BatchState {
  total: number
  handedOver: number
  problems: number
}

/** How the invitations that lists asked for are getting on, by list: the list's id is their batch. */
export async function countInvitations(tx: Tx, listIds: string[]): Promise<Map<string, BatchState>> {
  const found = await sql<BatchState & { id: string }>`
    select i.batch_id as id, count(*)::int as total,
      (count(*) filter (where l.handed_over))::int as "handedOver", (count(*) filter (where s.problem))::int as problems
    from invitations i
    cross join lateral (select exists (select from invitation_links l where l.tenant_id = i.tenant_id
      and l.invitation_id = i.id and l.handed_over_at is not null) as handed_over) l
    cross join lateral (select exists (select from messages s where s.tenant_id = i.tenant_id and s.account_id = i.account_id
      and s.kind = 'invitation' and s.subject_ids ->> 'invitationId' = i.id::text
      and s.state in ('bounced', 'failed', 'unknown')) as problem) s
    where i.tenant_id = current_tenant() and i.batch_id = any(${listIds}::uuid[]) group by 1`.execute(tx)
  return new Map(found.rows.map(({ id, ...state }) => [id, state]))
}
