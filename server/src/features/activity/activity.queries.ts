import { type RawBuilder, sql } from 'kysely'
import type { Place } from '../../kernel/actor.ts'
import type { Tx } from '../../platform/database/database.ts'
import { kindsAlongPath } from '../access/places.queries.ts'

/** What a list of activity stands on, whoever looks. */
export interface ActivityGround {
  place: Place
  name: string
  timeZone: string
  /** The organisation itself and, if asked for, those below it. */
  organisations: { id: string; name: string; path: string[]; type: string }[]
  /** There is no organisation but these, so that what happened at none belongs here too. */
  isAll: boolean
  /** Where private units stand, in these organisations. */
  privateUnits: Place[]
  /** The words searched for, folded as names are. */
  folded: string
  /** Moments, as text to the microsecond: where the page begins, and the first and the last day asked for. */
  before: string | null
  since: string | null
  until: string | null
}

/** @returns undefined where there is no such organisation */
export async function readActivityGround(
  tx: Tx,
  wish: {
    organisationId: string
    below: boolean
    q: string
    beforeId: string | null
    from: string | null
    to: string | null
  },
): Promise<ActivityGround | undefined> {
  const here = wish.below ? sql`b.path @> array[o.id]` : sql`b.id = o.id`
  const found = await sql<ActivityGround>`
    select o.name, o.time_zone as "timeZone", search_fold(${wish.q}) as folded,
      jsonb_build_object('organisationId', o.id, 'path', o.path, 'type', o.type) as place,
      (select jsonb_agg(jsonb_build_object('id', b.id, 'name', b.name, 'path', b.path, 'type', b.type))
        from organisations b where b.tenant_id = o.tenant_id and ${here}) as organisations,
      not exists (select from organisations b where b.tenant_id = o.tenant_id and not (${here})) as "isAll",
      (select coalesce(jsonb_agg(jsonb_build_object('organisationId', b.id, 'path', b.path, 'type', b.type, 'unit',
          jsonb_build_object('id', u.id, 'kinds', ${kindsAlongPath}, 'path', u.path, 'private', true))), '[]')
        from units u join organisations b on b.tenant_id = u.tenant_id and b.id = u.organisation_id
        where u.tenant_id = o.tenant_id and u.private and ${here}) as "privateUnits",
      (select e.at::text from audit_events e where e.tenant_id = o.tenant_id and e.id = ${wish.beforeId}::uuid) as before,
      (${wish.from}::date::timestamp at time zone o.time_zone)::text as since,
      ((${wish.to}::date + 1)::timestamp at time zone o.time_zone)::text as until
    from organisations o where o.tenant_id = current_tenant() and o.id = ${wish.organisationId}`.execute(tx)
  return found.rows[0]
}

/** Which of what happened is asked for. Null asks for everything. */
export interface WantedActivity {
  organisationIds: string[]
  /** Also what happened at no organisation, whoever it was. */
  elsewhere: boolean
  events: string[] | null
  doors: string[] | null
  actorId: string | null
  subjectId: string | null
  words: string[]
  hiddenUnitIds: string[]
  since: string | null
  until: string | null
  before: { at: string; id: string } | null
}

export interface ActivityRow {
  id: string
  at: Date
  event: string
  door: string
  actorKind: string
  actorId: string | null
  subjectId: string | null
  organisationId: string | null
  requestId: string | null
  detail: Record<string, unknown>
  subjectDetail: Buffer | null
  actorDetail: Buffer | null
}

/** Above so many people it is quicker to walk what happened and ask of each whether it is about one of them. */
const MANY_PEOPLE = 500

/**
 * What happened, newest first. Signing in and the like happen at no organisation: they are told wherever the person is a
 * member. Every source is read in the order of an index from where the page before ended, and no further than a page.
 */
export async function listActivity(tx: Tx, wanted: WantedActivity, limit: number): Promise<ActivityRow[]> {
  const sources = await sourcesOf(tx, wanted, sql`order by e.at desc, e.id desc limit ${limit}`)
  if (sources.length === 0) return []
  const found = await sql<ActivityRow>`
    with found as materialized (${namedBy(wanted.words)}),
    page as (select id, at from (${sql.join(sources, sql` union `)}) e order by at desc, id desc limit ${limit})
    select e.id, e.at, e.event, e.door, e.actor_kind as "actorKind", e.actor_id as "actorId", e.subject_id as "subjectId",
      e.organisation_id as "organisationId", e.request_id as "requestId", e.detail,
      e.subject_detail as "subjectDetail", e.actor_detail as "actorDetail"
    from page p join audit_events e on e.tenant_id = current_tenant() and e.id = p.id
    order by p.at desc, p.id desc`.execute(tx)
  return found.rows
}

/** How much of it there is on all pages. @param most how far to count; null: to the end */
export async function countActivity(tx: Tx, wanted: WantedActivity, most: number | null): Promise<number> {
  const sources = await sourcesOf(tx, { ...wanted, before: null }, sql`limit ${most}`)
  if (sources.length === 0) return 0
  const found = await sql<{ total: number }>`
    with found as materialized (${namedBy(wanted.words)})
    select count(*)::int as total from (
      select from (${sql.join(sources, sql` union `)}) e limit ${most}) counted`.execute(tx)
  return found.rows[0]?.total ?? 0
}

type Condition = RawBuilder<unknown>

/** What to read, each source as far as `part` says; nothing where the words name nobody. */
async function sourcesOf(tx: Tx, wanted: WantedActivity, part: Condition): Promise<Condition[]> {
  const named = wanted.words.length > 0 ? await findNamed(tx, wanted.words) : null
  if (named?.length === 0) return []
  return wanted.subjectId || wanted.actorId || (named && named.length <= MANY_PEOPLE)
    ? byPeople(wanted, named, part)
    : byPlace(tx, wanted, part)
}

/** Read from those it is about: from the one asked for, or from the few that the words name, done by them or to them. */
function byPeople(wanted: WantedActivity, named: string[] | null, part: Condition): Condition[] {
  const { subjectId, actorId, organisationIds, elsewhere } = wanted
  const here = sql`(e.organisation_id = any(${organisationIds}::uuid[])
    or (e.organisation_id is null and ${elsewhere ? sql`true` : isOfMembers(organisationIds)}))`
  const where = sql.join([here, ...conditionsOf(wanted)], sql` and `)
  const of = (ids: string[], column: Condition) => sql`(
    select e.id, e.at from unnest(${ids}::uuid[]) p (id), lateral (select e.id, e.at from audit_events e
      where e.tenant_id = current_tenant() and ${column} = p.id and ${where} ${part}) e)`
  if (subjectId) return [of([subjectId], sql`e.subject_id`)]
  if (actorId) return [of([actorId], sql`e.actor_id`)]
  return [of(named ?? [], sql`e.subject_id`), of(named ?? [], sql`e.actor_id`)]
}

/** Read from where it happened: at each organisation, and at none. */
async function byPlace(tx: Tx, wanted: WantedActivity, part: Condition): Promise<Condition[]> {
  const { organisationIds, elsewhere } = wanted
  const where = sql.join([sql`e.tenant_id = current_tenant()`, ...conditionsOf(wanted)], sql` and `)
  const at = sql`(select e.id, e.at from unnest(${organisationIds}::uuid[]) o (id), lateral (
    select e.id, e.at from audit_events e where e.organisation_id = o.id and ${where} ${part}) e)`
  const nowhere = (more: Condition) =>
    sql`(select e.id, e.at from audit_events e where e.organisation_id is null and ${more} and ${where} ${part})`
  if (elsewhere) return [at, nowhere(sql`true`)]
  const members = await findFewMembers(tx, organisationIds)
  if (members === null) return [at, nowhere(isOfMembers(organisationIds))]
  const own = (whose: Condition) => sql`(select e.id, e.at from unnest(${members}::uuid[]) m (id), lateral (
    select e.id, e.at from audit_events e where e.organisation_id is null and ${whose} and ${where} ${part}) e)`
  return [at, own(sql`e.subject_id = m.id`), own(sql`e.actor_id = m.id and e.subject_id is null`)]
}

/**
 * What happened at no organisation is told of whom it was about, and else of who did it. Asked as one value, so that each
 * event is looked up by itself and no list of all members is made first.
 */
const isOfMembers = (organisationIds: string[]) => sql`(select true from memberships m
  where m.tenant_id = current_tenant() and m.account_id = coalesce(e.subject_id, e.actor_id)
    and m.organisation_id = any(${organisationIds}::uuid[]) limit 1)`

/** Accounts of the members of organisations; null when they are many. */
async function findFewMembers(tx: Tx, organisationIds: string[]): Promise<string[] | null> {
  const found = await sql<{ id: string }>`
    select m.account_id as id from memberships m
    where m.tenant_id = current_tenant() and m.organisation_id = any(${organisationIds}::uuid[])
    limit ${MANY_PEOPLE + 1}`.execute(tx)
  return found.rows.length > MANY_PEOPLE ? null : [...new Set(found.rows.map((row) => row.id))]
}

/** Whom the words name, up to one more than are few. */
async function findNamed(tx: Tx, words: string[]): Promise<string[]> {
  const found = await sql<{ id: string }>`
    select account_id as id from (${namedBy(words)}) m limit ${MANY_PEOPLE + 1}`.execute(tx)
  return [...new Set(found.rows.map((row) => row.id))]
}

/**
 * Accounts that the words name, whatever describes them after the bar. Under three letters a word is the beginning of a
 * word, else it may stand anywhere.
 */
function namedBy(words: string[]): Condition {
  if (words.length === 0) return sql`select null::uuid as account_id where false`
  const holds = words.map((word) => {
    const plain = word.replace(/[\\%_]/g, '\\$&')
    return sql`m.search_key like ${word.length < 3 ? `% ${plain}%|%` : `%${plain}%|%`}`
  })
  return sql`select m.account_id from memberships m
    where m.tenant_id = current_tenant() and ${sql.join(holds, sql` and `)}`
}

function conditionsOf(wanted: WantedActivity): Condition[] {
  const { events, doors, actorId, words, hiddenUnitIds, since, until, before } = wanted
  return [
    sql`true`,
    ...(before ? [sql`(e.at, e.id) < (${before.at}::timestamptz, ${before.id}::uuid)`] : []),
    ...(since ? [sql`e.at >= ${since}::timestamptz`] : []),
    ...(until ? [sql`e.at < ${until}::timestamptz`] : []),
    ...(events ? [sql`e.event = any(${events}::text[])`] : []),
    ...(doors ? [sql`e.door = any(${doors}::text[])`] : []),
    ...(actorId ? [sql`e.actor_id = ${actorId}::uuid`] : []),
    ...(words.length > 0
      ? [
          sql`(e.subject_id in (select account_id from found) or e.actor_id in (select account_id from found))`,
        ]
      : []),
    ...(hiddenUnitIds.length > 0
      ? [sql`coalesce(e.detail ->> 'unitId', '') <> all(${hiddenUnitIds}::text[])`]
      : []),
  ]
}

/** Somebody named in the record, with where they are a member. */
export interface NamedPerson {
  id: string
  name: string
  memberships: { id: string; organisationId: string }[]
}

/** The people behind these accounts. Who was erased is absent. */
export async function namePeople(
  tx: Tx,
  accountIds: string[],
  organisationIds: string[],
): Promise<Map<string, NamedPerson>> {
  if (accountIds.length === 0) return new Map()
  const found = await sql<NamedPerson>`
    select a.id, coalesce(nullif(btrim(a.given_name || ' ' || a.family_name), ''), a.email) as name,
      (select coalesce(jsonb_agg(jsonb_build_object('id', m.id, 'organisationId', m.organisation_id)), '[]')
        from memberships m where m.tenant_id = a.tenant_id and m.account_id = a.id
          and m.organisation_id = any(${organisationIds}::uuid[]) and m.state not in ('deleted', 'rejected')) as memberships
    from accounts a where a.tenant_id = current_tenant() and a.id = any(${accountIds}::uuid[])`.execute(tx)
  return new Map(found.rows.map((row) => [row.id, row]))
}

/** Names of units, by id. */
export async function nameUnits(tx: Tx, ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const found = await sql<{ id: string; name: string }>`
    select u.id, u.name from units u where u.tenant_id = current_tenant() and u.id = any(${ids}::uuid[])`.execute(
    tx,
  )
  return new Map(found.rows.map((row) => [row.id, row.name]))
}

/** Names of the files of uploaded staff lists, by id. */
export async function nameStaffLists(tx: Tx, ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const found = await sql<{ id: string; name: string }>`
    select l.id, l.file_name as name from staff_lists l
    where l.tenant_id = current_tenant() and l.id = any(${ids}::uuid[])`.execute(tx)
  return new Map(found.rows.map((row) => [row.id, row.name]))
}

/** When the newest event that is sealed happened, and whether younger ones wait for the next seal. */
export async function findLastSeal(tx: Tx): Promise<{ through: Date | null; waiting: boolean }> {
  const found = await sql<{ through: Date | null; waiting: boolean }>`
    select (select e.at from audit_seals s join audit_events e on e.tenant_id = s.tenant_id and e.id = s.event_id
        where s.tenant_id = current_tenant() order by s.sequence desc limit 1) as through,
      exists (select from audit_unsealed u where u.tenant_id = current_tenant()) as waiting`.execute(tx)
  return found.rows[0] as { through: Date | null; waiting: boolean }
}
