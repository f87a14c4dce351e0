import { sql } from 'kysely'
import type { Holding } from '../../kernel/actor.ts'
import type { Tx } from '../../platform/database/database.ts'
import { STATUS_ORDER, type Status } from './status.ts'

export interface NewPerson {
  email: string
  givenName: string
  familyName: string
  organisationId: string
  state: 'not_invited' | 'active'
}

/** Makes a person known and a member, or gives a known one another membership. @returns both ids */
export async function insertPerson(
  tx: Tx,
  draft: NewPerson,
): Promise<{ accountId: string; membershipId: string }> {
  const made = await sql<{ accountId: string; membershipId: string }>`
    with account as (
      insert into accounts (email, given_name, family_name) values (${draft.email}, ${draft.givenName}, ${draft.familyName})
      on conflict (tenant_id, email) do update set email = excluded.email
      returning id
    )
    insert into memberships (account_id, organisation_id, state)
    select account.id, ${draft.organisationId}, ${draft.state} from account
    on conflict (tenant_id, account_id, organisation_id) where state <> 'deleted' do update set state = excluded.state
    returning account_id as "accountId", id as "membershipId"`.execute(tx)
  return made.rows[0] as { accountId: string; membershipId: string }
}

/** Ends everything issued to an account before: sessions, remembered browsers and links carry the epoch they were made in. */
export async function raiseEpoch(tx: Tx, accountId: string): Promise<void> {
  await sql`update accounts set epoch = epoch + 1 where tenant_id = current_tenant() and id = ${accountId}`.execute(
    tx,
  )
}

/** The mailbox was proved by a link or code that went to it. The first proof stands. @returns whether this is the first */
export async function markEmailProved(tx: Tx, accountId: string): Promise<boolean> {
  const proved = await sql`
    update accounts set email_proved_at = lanyard_now()
    where tenant_id = current_tenant() and id = ${accountId} and email_proved_at is null`.execute(tx)
  return Number(proved.numAffectedRows ?? 0) === 1
}

export interface PersonRow {
  id: string
  personId: string
  email: string
  givenName: string
  familyName: string
  organisation: { id: string; name: string; path: string[]; timeZone: string }
  status: Status
  unlocksAt: Date | null
  jobTitle: string | null
  createdAt: Date
  accountCreatedAt: Date
  emailProvedAt: Date | null
  lastActiveAt: Date | null
  holdings: Holding[]
}

const status = sql`membership_status(m.state, m.invited_until, a.email, can_sign_in(a.id))`
const urgency = sql`array_position(${STATUS_ORDER}::text[], ${status})`
const nameKey = sql`m.name_key`

const personColumns = sql`
  m.id, a.id as "personId", a.email, a.given_name as "givenName", a.family_name as "familyName",
  jsonb_build_object('id', o.id, 'name', o.name, 'path', o.path, 'timeZone', o.time_zone) as organisation,
  ${status} as status,
  (select l.locked_until from sign_in_locks l where l.tenant_id = m.tenant_id and l.address_hash = address_hash(a.email)
    and l.locked_until > lanyard_now()) as "unlocksAt",
  m.job_title as "jobTitle", m.created_at as "createdAt", a.created_at as "accountCreatedAt",
  a.email_proved_at as "emailProvedAt",
  (select max(s.used_at) from sessions s where s.tenant_id = a.tenant_id and s.account_id = a.id) as "lastActiveAt",
  holdings_of(a.id) as holdings`

const joined = sql`memberships m
  join accounts a on a.tenant_id = m.tenant_id and a.id = m.account_id
  join organisations o on o.tenant_id = m.tenant_id and o.id = m.organisation_id`

export interface PeopleWanted {
  organisationId: string
  below: boolean
  status: Status[] | null
  sort: 'urgency' | 'name'
  /** Urgency (0 when sorting by name), name key and id of the last one seen. */
  after: [number, string, string] | null
  limit: number
}

/** People of an organisation, and of those below it if asked, without those who are only applicants turned down. */
export async function listPeople(
  tx: Tx,
  wanted: PeopleWanted,
): Promise<(PersonRow & { cursor: [number, string, string] })[]> {
  const rank = wanted.sort === 'urgency' ? urgency : sql`0`
  const { after } = wanted
  const later = after
    ? sql`(${rank}, ${nameKey}, m.id) > (${after[0]}::int, ${after[1]}, ${after[2]}::uuid)`
    : sql`true`
  const found = await sql<PersonRow & { rank: number; key: string }>`
    with page as (
      select m.tenant_id, m.id, ${rank} as rank, ${nameKey} as key from ${joined}
      where ${within(wanted)} and ${later} order by 3, 4, 2 limit ${wanted.limit}
    )
    select ${personColumns}, page.rank, page.key
    from page join ${joined} on m.tenant_id = page.tenant_id and m.id = page.id
    order by page.rank, page.key, page.id`.execute(tx)
  return found.rows.map(({ rank: place, key, ...row }) => ({ ...row, cursor: [place, key, row.id] }))
}

/** How many people and places (memberships) there are in all, and how many places are registered. */
export async function countPeople(
  tx: Tx,
  wanted: Pick<PeopleWanted, 'organisationId' | 'below' | 'status'>,
): Promise<{ people: number; places: number; registered: number }> {
  const found = await sql<{ people: number; places: number; registered: number }>`
    select count(distinct a.id)::int as people, count(*)::int as places,
      count(*) filter (where m.state in ('active', 'inactive') and can_sign_in(a.id))::int as registered
    from ${joined} where ${within(wanted)}`.execute(tx)
  return found.rows[0] ?? { people: 0, places: 0, registered: 0 }
}

export async function findPerson(tx: Tx, membershipId: string): Promise<PersonRow | undefined> {
  const found = await sql<PersonRow>`
    select ${personColumns} from ${joined}
    where m.tenant_id = current_tenant() and m.id = ${membershipId} and m.state not in ('deleted', 'rejected')`.execute(
    tx,
  )
  return found.rows[0]
}

function within(wanted: Pick<PeopleWanted, 'organisationId' | 'below' | 'status'>) {
  const here = wanted.below
    ? sql`o.path @> array[${wanted.organisationId}::uuid]`
    : sql`o.id = ${wanted.organisationId}`
  const labelled = wanted.status ? sql`${status} = any(${wanted.status}::text[])` : sql`true`
  return sql`m.tenant_id = current_tenant() and m.state not in ('deleted', 'rejected') and ${here} and ${labelled}`
}
