import { type RawBuilder, sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'
import { type Facet, LAST_ACTIVE, LEAVING, type Sighted } from './people-filter.ts'
import { VIEWS } from './sorts-and-views.ts'
import { STATUS_ORDER } from './status.ts'
import {
  allOf,
  type Condition,
  countMatching,
  everyCondition,
  isLeaving,
  labelled,
  notArchived,
  statusesOf,
  viewed,
  type Wanted,
} from './wanted-people.queries.ts'

/** A value that a filter can have, and how many people there are with it. */
export interface Counted {
  value: string
  count: number
}

/** More labels than these are not offered: the commonest are. */
const LABELS_MAX = 200

/**
 * How many people each value of a filter would leave, with all the other filters as they are. Of units and schools every
 * one that anybody is in, whoever sees it.
 */
export async function countOptions(
  tx: Tx,
  { wanted, everybody }: Pick<Sighted, 'wanted' | 'everybody'>,
  facet: Facet,
): Promise<Counted[]> {
  switch (facet) {
    case 'status':
      // Who asks for Inactive sees those archived too.
      return parts(
        tx,
        { ...wanted, statuses: null, archived: true },
        STATUS_ORDER.map((status) => [status, labelled(status, wanted)]),
      )
    case 'view':
      return views(tx, wanted)
    case 'lastActive':
      return lastActive(tx, { ...wanted, lastActive: null })
    case 'leaving':
      return parts(
        tx,
        { ...wanted, leaving: null, archived: true },
        LEAVING.map((when) => [
          when,
          wanted.archived
            ? isLeaving(when, wanted.days)
            : sql`${isLeaving(when, wanted.days)} and ${notArchived([when], wanted.days)}`,
        ]),
      )
    case 'admin':
      return [{ value: 'yes', count: (await countMatching(tx, { ...wanted, admin: true }, {})).all }]
    case 'listed':
      return [{ value: 'no', count: (await countMatching(tx, { ...wanted, unlisted: true }, {})).all }]
    case 'relationship':
      return grouped(tx, { ...wanted, relationships: null }, sql`m.relationship`)
    case 'source':
      return grouped(tx, { ...wanted, sources: null }, sql`m.added_by`)
    case 'school':
      return grouped(tx, { ...wanted, organisationIds: everybody.organisationIds }, sql`m.organisation_id`)
    case 'role':
      return groupedOnce(
        tx,
        { ...wanted, roles: null },
        sql`r.role`,
        sql`join role_assignments r on r.tenant_id = m.tenant_id and r.membership_id = m.id
          and (r.unit_id is null or r.unit_id <> all(${wanted.hiddenUnitIds}::uuid[]))`,
      )
    case 'unit':
      return groupedOnce(
        tx,
        { ...wanted, unitIds: null },
        sql`inside.id`,
        sql`join unit_members x on x.tenant_id = m.tenant_id and x.membership_id = m.id
          join units u on u.tenant_id = x.tenant_id and u.id = x.unit_id and u.id <> all(${wanted.hiddenUnitIds}::uuid[])
          cross join lateral unnest(u.path) as inside (id)`,
      )
    case 'label':
      return labels(tx, { ...wanted, labels: null })
    default:
      return facet satisfies never
  }
}

/** Everybody who is wanted, without looking some of them up first: nothing here is sorted. */
const areWanted = (wanted: Wanted) => allOf([...everyCondition(wanted), ...statusesOf(wanted)])

async function parts(tx: Tx, wanted: Wanted, conditions: [string, Condition][]): Promise<Counted[]> {
  const columns = conditions.map(
    ([value, condition]) => sql`(count(*) filter (where ${condition}))::int as ${sql.ref(value)}`,
  )
  const found = await sql<Record<string, number>>`
    select ${sql.join(columns)} from memberships m where ${areWanted(wanted)}`.execute(tx)
  return conditions.map(([value]) => ({ value, count: found.rows[0]?.[value] ?? 0 }))
}

/** Most views are told by what is written at a membership; those that are not are few, and looked up by themselves. */
async function views(tx: Tx, wanted: Wanted): Promise<Counted[]> {
  const asksForInactive = wanted.statuses?.includes('inactive') ?? false
  const listed = { ...wanted, archived: asksForInactive }
  const plain = VIEWS.filter((view) => view !== 'email_problems' && view !== 'admins' && view !== 'leavers')
  const counted = await parts(
    tx,
    { ...wanted, view: null, archived: true },
    plain.map((view) => [
      view,
      view === 'archived' || asksForInactive
        ? viewed(view, wanted)
        : sql`${viewed(view, wanted)} and m.inactive_as is distinct from 'archived'`,
    ]),
  )
  const problems = await countMatching(tx, { ...listed, view: 'email_problems' }, {})
  const admins = await countMatching(tx, { ...listed, view: 'admins' }, {})
  const leavers = await countMatching(tx, { ...listed, view: 'leavers' }, {})
  return [
    ...counted,
    { value: 'email_problems', count: problems.all },
    { value: 'admins', count: admins.all },
    { value: 'leavers', count: leavers.all },
  ]
}

async function lastActive(tx: Tx, wanted: Wanted): Promise<Counted[]> {
  const found = await sql<Record<(typeof LAST_ACTIVE)[number], number>>`
    select (count(*) filter (where p.account_id is null))::int as never,
      (count(*) filter (where p.last_active_at >= (select lanyard_now()) - interval '30 days'))::int as "30d",
      (count(*) filter (where p.last_active_at < (select lanyard_now()) - interval '120 days'))::int as "unused_120d"
    from memberships m left join people_active p on p.tenant_id = m.tenant_id and p.account_id = m.account_id
    where ${areWanted(wanted)}`.execute(tx)
  return LAST_ACTIVE.map((value) => ({ value, count: found.rows[0]?.[value] ?? 0 }))
}

/** By something that each has one of. */
async function grouped(tx: Tx, wanted: Wanted, value: RawBuilder<unknown>): Promise<Counted[]> {
  const found = await sql<Counted>`
    select ${value} as value, count(*)::int as count from memberships m where ${areWanted(wanted)} group by 1`.execute(
    tx,
  )
  return found.rows
}

/** By something that somebody may have several of, or one of twice. */
async function groupedOnce(
  tx: Tx,
  wanted: Wanted,
  value: RawBuilder<unknown>,
  joined: Condition,
): Promise<Counted[]> {
  const found = await sql<Counted>`
    select once.value, count(*)::int as count
    from (select distinct m.id, ${value} as value from memberships m ${joined} where ${areWanted(wanted)}) once
    group by 1`.execute(tx)
  return found.rows
}

async function labels(tx: Tx, wanted: Wanted): Promise<Counted[]> {
  const found = await sql<Counted>`
    select l.key || '=' || l.value as value, count(*)::int as count
    from memberships m cross join lateral jsonb_each_text(m.labels) as l (key, value)
    where m.labels <> '{}' and ${areWanted(wanted)}
    group by 1 order by 2 desc, 1 limit ${LABELS_MAX}`.execute(tx)
  return found.rows
}
