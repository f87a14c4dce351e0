import { sql } from 'kysely'
import type { Holding } from '../../kernel/actor.ts'
import { hashToken } from '../../platform/crypto/tokens.ts'
import type { Tx } from '../../platform/database/database.ts'
import { deleteGrants, withdrawOffers } from '../access/access.queries.ts'
import { deleteInvitedUnits, setInvitedUntil, uninviteMembers } from '../people/invite-members.queries.ts'
import type { Status } from '../people/status.ts'

export interface NewInvitation {
  membershipId: string
  accountId: string
  /** Offered besides the roles, which stand at the membership. */
  permissions: string[]
}

export interface InvitationTerms {
  organisationId: string
  batchId: string
  inviterId: string | null
  language: string
  message: string | null
  sendAt: Date | null
}

/** Makes invitations; one that is open already goes on with these terms. @returns ids, in the order given */
export async function insertInvitations(
  tx: Tx,
  invited: NewInvitation[],
  terms: InvitationTerms,
): Promise<string[]> {
  const wanted = invited.map((each) => ({
    membership_id: each.membershipId,
    account_id: each.accountId,
    permissions: each.permissions,
  }))
  const made = await sql<{ id: string }>`
    with wanted as materialized (
      select * from rows from (
        jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) as (membership_id uuid, account_id uuid, permissions text[])
      ) with ordinality as w (membership_id, account_id, permissions, place)
    ),
    made as (
      insert into invitations (organisation_id, membership_id, account_id, batch_id, inviter_id, language, message, permissions, send_at)
      select ${terms.organisationId}, membership_id, account_id, ${terms.batchId}, ${terms.inviterId}, ${terms.language},
        ${terms.message}, permissions, ${terms.sendAt} from wanted order by place
      on conflict (tenant_id, membership_id) where state = 'open' do update set
        batch_id = excluded.batch_id, inviter_id = excluded.inviter_id, language = excluded.language,
        message = excluded.message, permissions = excluded.permissions, send_at = excluded.send_at,
        sent_again_at = lanyard_now(), new_link_asked_at = null, needs_reapproval_at = null
      returning id, membership_id
    )
    select made.id from wanted join made using (membership_id) order by place`.execute(tx)
  return made.rows.map((row) => row.id)
}

/** An open invitation, as the verbs need it to decide. */
export interface OpenInvitation {
  id: string
  organisationId: string
  membershipId: string
  accountId: string
  email: string
  name: string
  status: Status
  holdings: Holding[]
  unitIds: string[]
  inviterId: string | null
  /** Offered besides the roles. */
  permissions: string[]
  /** Seconds since mail of it was last asked for; null when not in the last 24 hours. */
  askedSecondsAgo: number | null
  /** Mails with a link that the person got, or waits for, in the last 24 hours, of whatever organisation. */
  mailsToday: number
}

export const MAIL_KINDS_WITH_LINKS = ['invitation', 'invitation_new_link']

/** The status of somebody with an open invitation. A lock is of their account elsewhere and says nothing about it. */
export const ofInvited = sql<Status>`membership_status(m.state, m.invited_until, a.email, false)`

type Which = { ids: string[] } | { membershipIds: string[] }

/** Open invitations, by their ids or by their memberships. */
export async function findOpenInvitations(tx: Tx, which: Which): Promise<OpenInvitation[]> {
  const where =
    'ids' in which
      ? sql`i.id = any(${which.ids}::uuid[])`
      : sql`i.membership_id = any(${which.membershipIds}::uuid[])`
  const found = await sql<OpenInvitation>`
    select i.id, i.organisation_id as "organisationId", i.membership_id as "membershipId", i.account_id as "accountId",
      a.email, coalesce(nullif(btrim(a.given_name || ' ' || a.family_name), ''), a.email) as name,
      ${ofInvited} as status, holdings_of(a.id) as holdings,
      array(select u.unit_id from unit_members u where u.tenant_id = m.tenant_id and u.membership_id = m.id) as "unitIds",
      i.inviter_id as "inviterId", i.permissions, mails.ago as "askedSecondsAgo", mails.today as "mailsToday"
    from invitations i
    join memberships m on m.tenant_id = i.tenant_id and m.id = i.membership_id
    join accounts a on a.tenant_id = i.tenant_id and a.id = i.account_id
    cross join lateral (
      select count(*)::int as today, extract(epoch from lanyard_now() - max(s.created_at)
          filter (where s.subject_ids ->> 'invitationId' = i.id::text))::float8 as ago
      from messages s
      where s.tenant_id = i.tenant_id and s.account_id = i.account_id and s.kind = any(${MAIL_KINDS_WITH_LINKS})
        and s.created_at > lanyard_now() - interval '24 hours' and not (s.state = 'suppressed' and not s.captured)
    ) mails
    where i.tenant_id = current_tenant() and i.state = 'open' and ${where}
    order by i.id`.execute(tx)
  return found.rows
}

/** Makes whoever would send invitations of these members again wait for each other. Lock order is by id. */
export async function lockInvitations(tx: Tx, membershipIds: string[]): Promise<void> {
  await sql`
    select from invitations
    where tenant_id = current_tenant() and membership_id = any(${membershipIds}::uuid[]) and state = 'open'
    order by id for no key update`.execute(tx)
}

/** Where an invitation is or was, open or not. */
export async function findOrganisationOf(tx: Tx, invitationId: string): Promise<string | undefined> {
  const found = await tx
    .selectFrom('invitations')
    .select('organisation_id')
    .where('id', '=', invitationId)
    .executeTakeFirst()
  return found?.organisation_id
}

/** Seconds from now until a moment; below zero when it has passed. */
export async function secondsUntil(tx: Tx, moment: Date): Promise<number> {
  const found = await sql<{ seconds: number }>`
    select extract(epoch from ${moment}::timestamptz - lanyard_now())::float8 as seconds`.execute(tx)
  return found.rows[0]?.seconds ?? 0
}

/** Invitations of a batch that are still open, and whether it is their first. */
export async function findBatch(tx: Tx, batchId: string): Promise<{ id: string; isNew: boolean }[]> {
  const found = await sql<{ id: string; isNew: boolean }>`
    select id, sent_again_at is null as "isNew" from invitations
    where tenant_id = current_tenant() and batch_id = ${batchId} and state = 'open'`.execute(tx)
  return found.rows
}

/** The mails with links of these invitations that wait to be sent; not those that tell of a copied link. */
export async function findWaitingLetters(tx: Tx, invitationIds: string[]): Promise<string[]> {
  const found = await sql<{ id: string }>`
    select s.id from messages_due d join messages s on s.tenant_id = d.tenant_id and s.id = d.message_id
    where d.tenant_id = current_tenant() and s.kind = any(${MAIL_KINDS_WITH_LINKS})
      and s.subject_ids ->> 'invitationId' = any(${invitationIds}::text[])`.execute(tx)
  return found.rows.map((row) => row.id)
}

/** Addresses among these that have had as many invitation mails as they may in 24 hours, from whatever organisation. */
export async function findOverMailed(tx: Tx, emails: string[], limit: number): Promise<Set<string>> {
  const found = await sql<{ email: string }>`
    select s.to_address as email from messages s
    join accounts a on a.tenant_id = s.tenant_id and a.id = s.account_id
    where s.tenant_id = current_tenant() and a.email = any(${emails}::text[]) and s.kind = any(${MAIL_KINDS_WITH_LINKS})
      and s.created_at > lanyard_now() - interval '24 hours'
      and not (s.state = 'suppressed' and not s.captured)
    group by s.to_address having count(*) >= ${limit}`.execute(tx)
  return new Set(found.rows.map((row) => row.email))
}

/** Takes away what open invitations of these members offered: they are to offer something else. */
export async function clearOffers(tx: Tx, membershipIds: string[]): Promise<void> {
  const open = await sql<{ membershipId: string; permissions: string[] }>`
    select membership_id as "membershipId", permissions from invitations
    where tenant_id = current_tenant() and membership_id = any(${membershipIds}::uuid[]) and state = 'open'`.execute(
    tx,
  )
  await withdrawOffers(tx, open.rows)
  await deleteInvitedUnits(
    tx,
    open.rows.map((each) => each.membershipId),
  )
}

/** Invitations go out again: by whom if somebody else stands behind them now, and in which batch. */
export async function markSentAgain(
  tx: Tx,
  invitations: { id: string; inviterId: string | null }[],
  batchId: string,
): Promise<void> {
  await sql`
    update invitations i set sent_again_at = lanyard_now(), batch_id = ${batchId}, inviter_id = w.inviter_id,
      send_at = null, new_link_asked_at = null, needs_reapproval_at = null
    from unnest(${invitations.map((each) => each.id)}::uuid[], ${invitations.map((each) => each.inviterId)}::uuid[])
      as w (id, inviter_id)
    where i.tenant_id = current_tenant() and i.id = w.id and i.state = 'open'`.execute(tx)
}

export interface EndedInvitation {
  id: string
  membershipId: string
  accountId: string
  inviterId: string | null
  organisationId: string
  permissions: string[]
}

/**
 * Ends open invitations without acceptance, with all their links and what they offered, in one statement that an
 * acceptance at the same moment cannot share: of the two, one gets the row.
 * @returns those that were open
 */
export async function endInvitations(
  tx: Tx,
  ids: string[],
  how: 'cancelled' | 'stopped' | 'declined' | 'undone',
): Promise<EndedInvitation[]> {
  const ended = await sql<EndedInvitation>`
    update invitations i set state = 'cancelled', ended_at = lanyard_now(), ended_how = ${how}, progress = null
    where i.tenant_id = current_tenant() and i.id = any(${ids}::uuid[]) and i.state = 'open'
    returning i.id, i.membership_id as "membershipId", i.account_id as "accountId", i.inviter_id as "inviterId",
      i.organisation_id as "organisationId", i.permissions`.execute(tx)
  if (ended.rows.length === 0) return []
  await withdrawOffers(tx, ended.rows)
  await uninviteMembers(
    tx,
    ended.rows.map((each) => each.membershipId),
  )
  return ended.rows
}

/**
 * Ends the open invitations of members who are made inactive: links and offered permissions go, while roles stay for
 * the day on which the person comes back. The membership is the caller's to change.
 * @returns the invitations that were open
 */
export async function closeInvitations(tx: Tx, membershipIds: string[]): Promise<string[]> {
  const ended = await sql<{ id: string; membershipId: string; permissions: string[] }>`
    update invitations i set state = 'cancelled', ended_at = lanyard_now(), ended_how = 'inactive', progress = null
    where i.tenant_id = current_tenant() and i.membership_id = any(${membershipIds}::uuid[]) and i.state = 'open'
    returning i.id, i.membership_id as "membershipId", i.permissions`.execute(tx)
  await deleteGrants(tx, ended.rows)
  return ended.rows.map((row) => row.id)
}

/** Open invitations of these people, with where they go from now on. */
export async function findOpenOfAccounts(
  tx: Tx,
  accountIds: string[],
): Promise<
  {
    id: string
    membershipId: string
    accountId: string
    organisationId: string
    email: string
    sendAt: Date | null
  }[]
> {
  const found = await sql<{
    id: string
    membershipId: string
    accountId: string
    organisationId: string
    email: string
    sendAt: Date | null
  }>`
    select i.id, i.membership_id as "membershipId", i.account_id as "accountId", i.organisation_id as "organisationId",
      a.email, i.send_at as "sendAt"
    from invitations i join accounts a on a.tenant_id = i.tenant_id and a.id = i.account_id
    where i.tenant_id = current_tenant() and i.account_id = any(${accountIds}::uuid[]) and i.state = 'open'
    order by i.id for no key update of i`.execute(tx)
  return found.rows
}

/** Ends every link of these invitations, which stay open. */
export async function deleteLinks(tx: Tx, invitationIds: string[]): Promise<void> {
  await sql`
    delete from invitation_links where tenant_id = current_tenant() and invitation_id = any(${invitationIds}::uuid[])`.execute(
    tx,
  )
}

export interface NewLink {
  invitationId: string
  token: string
  messageId: string | null
}

/** Gives invitations a link each. One that is copied is handed over at that moment. @returns when each ends, by invitation */
export async function insertLinks(
  tx: Tx,
  links: NewLink[],
  kind: 'mailed' | 'copied',
): Promise<Map<string, Date>> {
  const made = await sql<{ invitationId: string; expiresAt: Date }>`
    insert into invitation_links (invitation_id, kind, token_hash, message_id, handed_over_at, expires_at)
    select i.id, ${kind}, l.token_hash, l.message_id, case when ${kind} = 'copied' then lanyard_now() end,
      lanyard_now() + make_interval(hours => 24 * o.invitation_days)
    from unnest(${links.map((link) => link.invitationId)}::uuid[], ${links.map((link) => hashToken(link.token))}::bytea[],
      ${links.map((link) => link.messageId)}::uuid[]) as l (invitation_id, token_hash, message_id)
    join invitations i on i.tenant_id = current_tenant() and i.id = l.invitation_id
    join organisations o on o.tenant_id = i.tenant_id and o.id = i.organisation_id
    returning invitation_id as "invitationId", expires_at as "expiresAt"`.execute(tx)
  return new Map(made.rows.map((row) => [row.invitationId, row.expiresAt]))
}

/**
 * The life of a link begins when its letter was handed over, and a link whose letter surely was not is gone. A link
 * whose attempt ended unseen keeps the life it got when it was minted.
 */
export async function startLinks(tx: Tx, handedOver: string[], notHandedOver: string[]): Promise<void> {
  const newestOf = (messageIds: string[]) => sql`
    l.tenant_id = current_tenant() and l.handed_over_at is null and l.id in (
      select distinct on (n.message_id) n.id from invitation_links n
      where n.tenant_id = current_tenant() and n.message_id = any(${messageIds}::uuid[]) order by n.message_id, n.id desc)`
  if (notHandedOver.length > 0)
    await sql`delete from invitation_links l where ${newestOf(notHandedOver)}`.execute(tx)
  if (handedOver.length > 0)
    await sql`
      update invitation_links l set handed_over_at = lanyard_now(),
        expires_at = lanyard_now() + make_interval(hours => 24 * o.invitation_days)
      from invitations i join organisations o on o.tenant_id = i.tenant_id and o.id = i.organisation_id
      where ${newestOf(handedOver)} and i.tenant_id = l.tenant_id and i.id = l.invitation_id`.execute(tx)
}

/** Writes at the memberships until when the last link of each of these open invitations works. */
export async function renewInvitedUntil(tx: Tx, invitationIds: string[]): Promise<void> {
  const ends = await sql<{ membershipId: string; until: Date }>`
    select i.membership_id as "membershipId", max(l.expires_at) as until
    from invitations i join invitation_links l on l.tenant_id = i.tenant_id and l.invitation_id = i.id
    where i.tenant_id = current_tenant() and i.id = any(${invitationIds}::uuid[]) and i.state = 'open'
    group by i.membership_id`.execute(tx)
  if (ends.rows.length > 0) await setInvitedUntil(tx, ends.rows)
}
