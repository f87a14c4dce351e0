import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'
import type { Sort } from './sorts-and-views.ts'
import { STATUS_ORDER, STATUS_WORDS } from './status.ts'
import {
  allOf,
  type Condition,
  conditionsOf,
  foundFirst,
  isRare,
  labelled,
  sourceOf,
  statusesOf,
  type Wanted,
} from './wanted-people.queries.ts'

/** Where a page ended: the sort, the segment of it, and the last row's key in it with its id. */
export type Cursor = [sort: Sort, segment: number, key: string, id: string]

/** A stretch of a list: rows that fit a condition, by one key. Where one ends the next begins. */
interface Segment {
  rank: number
  from?: Condition
  where: Condition[]
  key: Condition
  keyType: 'text' | 'timestamptz'
  down?: boolean
}

/**
 * A page of people. The list is a row of segments, each read in the order of an index from where the page before ended,
 * so any page costs what the first does; a label that the clock decides is a segment like any other.
 * @param page.count whether to count on the way how many are found, where they are looked up first
 */
export async function listPeople(
  tx: Tx,
  wanted: Wanted,
  page: { sort: Sort; after: Cursor | null; limit: number; count?: boolean },
): Promise<{ rows: { id: string; cursor: Cursor }[]; found: number | null }> {
  const { after } = page
  const segments = segmentsOf(page.sort, wanted).filter((segment) => !after || segment.rank >= after[1])
  if (segments.length === 0) return { rows: [], found: null }
  const parts = segments.map((segment) => {
    const from = after && segment.rank === after[1] ? [laterThan(segment, after)] : []
    const where = [...conditionsOf(wanted), ...segment.where, ...from]
    const way = segment.down ? sql`desc` : sql`asc`
    return sql`(select m.id, ${sql.lit(segment.rank)} as segment, ${segment.key}::text as key
      from ${sourceOf(wanted)} m ${segment.from ?? sql``}
      where ${allOf(where)} order by ${segment.key} ${way}, m.id ${way} limit ${page.limit})`
  })
  // The parts are read one after another and no further than the page is full. Each is in order, so the page is.
  const all =
    page.count && isRare(wanted)
      ? sql`(select count(*)::int from found m where ${allOf(statusesOf(wanted))})`
      : sql`null::int`
  const found = await sql<{ id: string; segment: number; key: string; all: number | null }>`
    ${foundFirst(wanted)} select page.*, ${all} as "all"
    from (${sql.join(parts, sql` union all `)}) page limit ${page.limit}`.execute(tx)
  return {
    rows: found.rows.map((row) => ({ id: row.id, cursor: [page.sort, row.segment, row.key, row.id] })),
    found: found.rows[0]?.all ?? null,
  }
}

function segmentsOf(sort: Sort, wanted: Wanted): Segment[] {
  const byName = { key: sql`m.name_key`, keyType: 'text' as const }
  const statuses = statusesOf(wanted)
  switch (sort) {
    case 'name':
      return [{ rank: 0, where: statuses, ...byName }]
    case '-name':
      return [{ rank: 0, where: statuses, ...byName, down: true }]
    case 'urgency':
    case 'status': {
      const order = sort === 'urgency' ? STATUS_ORDER : BY_LABEL
      return order.flatMap((status, rank) =>
        (wanted.statuses && !wanted.statuses.includes(status)) ||
        (status === 'locked' && wanted.lockedIds.length === 0)
          ? []
          : [{ rank, where: [labelled(status, wanted)], ...byName }],
      )
    }
    case 'lastActiveAt':
    case '-lastActiveAt':
      return [
        {
          rank: 0,
          from: sql`join people_active p on p.tenant_id = m.tenant_id and p.account_id = m.account_id`,
          where: statuses,
          key: sql`p.last_active_at`,
          keyType: 'timestamptz',
          down: sort === '-lastActiveAt',
        },
        {
          rank: 1,
          where: [
            ...statuses,
            sql`not exists (select from people_active p where p.tenant_id = m.tenant_id and p.account_id = m.account_id)`,
          ],
          ...byName,
        },
      ]
    default:
      return sort satisfies never
  }
}

const BY_LABEL = [...STATUS_ORDER].sort((one, other) =>
  STATUS_WORDS[one].label < STATUS_WORDS[other].label ? -1 : 1,
)

function laterThan(segment: Segment, [, , key, id]: Cursor): Condition {
  const last = sql`(${key}::${sql.raw(segment.keyType)}, ${id}::uuid)`
  return segment.down ? sql`(${segment.key}, m.id) < ${last}` : sql`(${segment.key}, m.id) > ${last}`
}
