import { sql } from 'kysely'
import type { Holding, Place } from '../../kernel/actor.ts'
import type { Tx } from '../../platform/database/database.ts'
import { kindsAlongPath } from '../access/places.queries.ts'
import type { MessageState } from '../messages/message.ts'
import { LETTER_KINDS, wasCaptured, wasTried } from './email-problems.queries.ts'
import type { Relationship } from './job-category.ts'
import type { Status } from './status.ts'

/** The last letter of an open invitation. */
export interface Letter {
  state: MessageState
  captured: boolean
  attempts: number
  explanation: string | null
  nextTryAt: string | null
}

/** An open invitation; moments are ISO texts, as they come out of JSON. */
export interface OpenInvitation {
  id: string
  inviter: string | null
  sendAt: string | null
  sentAt: string | null
  /** Whether its last link stands in mail that was captured. */
  captured: boolean
  startedAt: string | null
  step: 'start' | 'name' | 'mobile' | 'password' | null
  newLinkAskedAt: string | null
  needsReapprovalAt: string | null
  /** Seconds since mail of it was last asked for, and how many in the last 24 hours. */
  askedSecondsAgo: number | null
  mailsToday: number
  letter: Letter | null
}

/** An account that was set up for somebody who has not chosen a password yet; moments are ISO texts. */
export interface SetUpAccount {
  handedOverAt: string | null
  /** Until when the password to begin with works. */
  until: string | null
  letter: Letter | null
}

export interface PersonRow {
  id: string
  personId: string
  email: string
  givenName: string
  familyName: string
  organisation: { id: string; name: string; path: string[]; type: string; timeZone: string }
  status: Status
  unlocksAt: Date | null
  jobTitle: string | null
  staffNumber: string | null
  labels: Record<string, string>
  relationship: Relationship
  createdAt: Date
  invitedUntil: Date | null
  accountCreatedAt: Date
  emailProvedAt: Date | null
  lastActiveAt: Date | null
  outsideDomains: boolean
  /** Of somebody inactive: how, when and by whom. */
  inactive: { as: 'archived' | 'paused'; at: string; by: string | null; leavingDate: string | null } | null
  /** Access ends with that day there, YYYY-MM-DD. */
  plannedEnd: { as: 'archived' | 'paused'; on: string } | null
  /** Last day of work, YYYY-MM-DD: it ends no access. */
  leavingDate: string | null
  /** YYYY-MM-DD, at whose beginning they are deleted. */
  deletionDate: string | null
  invitation: OpenInvitation | null
  setUp: SetUpAccount | null
  /** Units they belong to, with where those stand. */
  units: { id: string; name: string; place: Place }[]
  holdings: Holding[]
}

const lettersOf = sql`
  from messages s where s.tenant_id = i.tenant_id and s.account_id = i.account_id and s.kind = any(${LETTER_KINDS}::text[])
    and s.subject_ids ->> 'invitationId' = i.id::text`

const linksOf = sql`
  from invitation_links l
  where l.tenant_id = i.tenant_id and l.invitation_id = i.id and l.handed_over_at is not null`

const invitation = sql`
  select jsonb_build_object('id', i.id, 'inviter', nullif(btrim(b.given_name || ' ' || b.family_name), ''),
    'sendAt', i.send_at, 'startedAt', i.started_at, 'step', i.progress ->> 'step',
    'newLinkAskedAt', i.new_link_asked_at, 'needsReapprovalAt', i.needs_reapproval_at,
    'sentAt', (select max(l.handed_over_at) ${linksOf} and l.kind = 'mailed' and not ${wasCaptured}),
    'captured', coalesce((select ${wasCaptured} ${linksOf} order by l.handed_over_at desc limit 1), false),
    'askedSecondsAgo', mails.ago, 'mailsToday', mails.today,
    'letter', (select jsonb_build_object('state', s.state, 'captured', s.captured, 'attempts', s.attempts,
        'explanation', s.explanation, 'nextTryAt', s.next_try_at)
      ${lettersOf} and ${wasTried} order by s.id desc limit 1))
  from invitations i
  left join accounts b on b.tenant_id = i.tenant_id and b.id = i.inviter_id
  cross join lateral (select extract(epoch from clock.now - max(s.created_at))::float8 as ago,
    (count(*) filter (where s.created_at > clock.now - interval '24 hours'))::int as today ${lettersOf}) mails
  where i.tenant_id = m.tenant_id and i.membership_id = m.id and i.state = 'open'`

const setUp = sql`
  select jsonb_build_object('handedOverAt', f.handed_over_at, 'until', p.one_time_until, 'letter', (
    select jsonb_build_object('state', s.state, 'captured', s.captured, 'attempts', s.attempts,
      'explanation', s.explanation, 'nextTryAt', s.next_try_at)
    from messages s where s.tenant_id = f.tenant_id and s.account_id = f.account_id and s.kind = 'first_password'
      and s.subject_ids ->> 'firstPasswordId' = f.id::text order by s.id desc limit 1))
  from first_passwords f where f.tenant_id = m.tenant_id and f.membership_id = m.id`

const units = sql`
  select coalesce(jsonb_agg(jsonb_build_object('id', u.id, 'name', u.name, 'place', jsonb_build_object(
      'organisationId', o.id, 'path', o.path, 'type', o.type, 'unit',
      jsonb_build_object('id', u.id, 'kinds', ${kindsAlongPath}, 'path', u.path, 'private', u.private))) order by lower(u.name)), '[]')
  from unit_members x join units u on u.tenant_id = x.tenant_id and u.id = x.unit_id
  where x.tenant_id = m.tenant_id and x.membership_id = m.id`

/** Rows of people by their memberships, in the order given; those that are gone are left out. */
export async function findPersonRows(tx: Tx, ids: string[]): Promise<PersonRow[]> {
  if (ids.length === 0) return []
  const found = await sql<Omit<PersonRow, 'holdings'>>`
    select m.id, a.id as "personId", a.email, a.given_name as "givenName", a.family_name as "familyName",
      jsonb_build_object('id', o.id, 'name', o.name, 'path', o.path, 'type', o.type, 'timeZone', o.time_zone) as organisation,
      membership_status(m.state, m.invited_until, a.email, p.account_id is not null) as status,
      case when l.locked_until > clock.now then l.locked_until end as "unlocksAt",
      m.job_title as "jobTitle", m.staff_number as "staffNumber", m.labels, m.relationship, m.created_at as "createdAt",
      m.invited_until as "invitedUntil", a.created_at as "accountCreatedAt", a.email_proved_at as "emailProvedAt",
      t.last_active_at as "lastActiveAt", d.known and not d.inside as "outsideDomains",
      case when m.inactive_as is not null then jsonb_build_object('as', m.inactive_as, 'at', m.inactive_at,
        'leavingDate', m.leaving_date, 'by', (select nullif(btrim(b.given_name || ' ' || b.family_name), '')
          from accounts b where b.tenant_id = m.tenant_id and b.id = m.inactive_by)) end as inactive,
      m.leaving_date::text as "leavingDate", m.deletion_date::text as "deletionDate",
      (select jsonb_build_object('as', e.ends_as, 'on', e.ends_on) from planned_ends e
        where e.tenant_id = m.tenant_id and e.membership_id = m.id) as "plannedEnd",
      case when m.state = 'invited' then (${invitation}) end as invitation,
      case when m.state = 'not_invited' or (m.state = 'active' and p.one_time_until is not null) then (${setUp}) end as "setUp", (${units}) as units
    from unnest(${ids}::uuid[]) with ordinality as wanted (id, place)
    join memberships m on m.tenant_id = current_tenant() and m.id = wanted.id and m.state not in ('deleted', 'rejected')
    join accounts a on a.tenant_id = m.tenant_id and a.id = m.account_id
    join organisations o on o.tenant_id = m.tenant_id and o.id = m.organisation_id
    cross join (select lanyard_now() as now) clock
    left join passwords p on p.tenant_id = a.tenant_id and p.account_id = a.id
    left join sign_in_locks l on l.tenant_id = a.tenant_id and l.address_hash = a.address_hash
    left join people_active t on t.tenant_id = a.tenant_id and t.account_id = a.id
    cross join lateral (select count(*) > 0 as known, coalesce(bool_or(d.domain = split_part(a.email, '@', 2)), false) as inside
      from organisation_domains d where d.tenant_id = o.tenant_id and d.organisation_id = o.id) d
    order by wanted.place`.execute(tx)
  const holdings = await findHoldings(tx, [...new Set(found.rows.map((row) => row.personId))])
  return found.rows.map((row) => ({ ...row, holdings: holdings.get(row.personId) ?? [] }))
}

/** What accounts hold in each of their organisations, as holdings_of() says of one, for a page of them at once. */
async function findHoldings(tx: Tx, accountIds: string[]): Promise<Map<string, Holding[]>> {
  const found = await sql<{ accountId: string } & Holding>`
    select m.account_id as "accountId", m.id as "membershipId", m.state,
      jsonb_build_object('id', o.id, 'name', o.name, 'slug', o.slug, 'type', o.type, 'parentId', o.parent_id, 'path', o.path)
        as organisation,
      (select coalesce(jsonb_agg(jsonb_build_object('role', r.role, 'scope', r.scope, 'organisationId', r.organisation_id,
          'unitId', r.unit_id, 'unitName', u.name, 'unitKind', r.unit_kind, 'source', r.source) order by r.created_at, r.id), '[]')
        from role_assignments r left join units u on u.tenant_id = r.tenant_id and u.id = r.unit_id
        where r.tenant_id = m.tenant_id and r.membership_id = m.id) as assignments,
      array(select g.permission from permission_grants g
        where g.tenant_id = m.tenant_id and g.membership_id = m.id order by g.permission) as grants
    from memberships m join organisations o on o.tenant_id = m.tenant_id and o.id = m.organisation_id
    where m.tenant_id = current_tenant() and m.account_id = any(${accountIds}::uuid[])
      and m.state not in ('deleted', 'rejected')`.execute(tx)
  const byAccount = new Map<string, Holding[]>()
  for (const { accountId, ...holding } of found.rows) {
    const known = byAccount.get(accountId)
    if (known) known.push(holding)
    else byAccount.set(accountId, [holding])
  }
  return byAccount
}
