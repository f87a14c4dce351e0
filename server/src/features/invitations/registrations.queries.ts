import { sql } from 'kysely'
import { hashToken } from '../../platform/crypto/tokens.ts'
import type { Tx } from '../../platform/database/database.ts'
import { wasCaptured } from '../people/email-problems.queries.ts'
import type { OfferedRole } from './acceptance.policy.ts'
import type { LinkState } from './dead-invitation.ts'
import { MAIL_KINDS_WITH_LINKS } from './invitations.queries.ts'
import type { Progress } from './progress.ts'

export interface InvitationOfToken {
  id: string
  membershipId: string
  accountId: string
  organisation: { id: string; name: string; timeZone: string; askMobile: 'required' | 'optional' | 'no' }
  state: LinkState
  /** mailed: it went to the mailbox. copied: a person handed it over, or could have. */
  link: 'mailed' | 'copied'
  expiresAt: Date
  inviterId: string | null
  inviter: string | null
  email: string
  givenName: string
  familyName: string
  /** Whether the person has an account to sign in to, rather than one to set up. */
  hasAccount: boolean
  language: string
  message: string | null
  permissions: string[]
  progress: Progress | null
  /** Names of the organisations the person is in or invited to. */
  places: string[]
}

/** What a link proves. One that was captured never left: whoever may read captured mail has it, as with a copied one. */
const provenBy = sql<'mailed' | 'copied'>`(
  case when l.kind = 'mailed' and not ${wasCaptured} then 'mailed' else 'copied' end)`

/**
 * Whether the person must sign in rather than choose a password: who has a password and a place to use it in. A link
 * that was handed over by somebody proves no mailbox, so with it neither an old password nor a place somewhere else may
 * be taken over.
 */
const hasAccount = sql<boolean>`(
  select case ${provenBy} when 'mailed' then can_sign_in(i.account_id) and member.active else can_sign_in(i.account_id) or member.active end
  from (select exists (
    select from memberships x where x.tenant_id = i.tenant_id and x.account_id = i.account_id and x.state = 'active'
  ) as active) member)`

/** What a token stands for now; undefined when it was never one of ours. Changes nothing. */
export async function findInvitationOfToken(tx: Tx, token: string): Promise<InvitationOfToken | undefined> {
  const found = await sql<InvitationOfToken>`
    select i.id, i.membership_id as "membershipId", a.id as "accountId", ${provenBy} as link, l.expires_at as "expiresAt",
      jsonb_build_object('id', o.id, 'name', o.name, 'timeZone', o.time_zone, 'askMobile', o.ask_mobile) as organisation,
      case when i.state = 'accepted' or m.state = 'active' then 'used'
        when i.state = 'cancelled' or m.state <> 'invited' then 'revoked'
        when l.expires_at <= lanyard_now() then 'expired' else 'open' end as state,
      i.inviter_id as "inviterId", nullif(btrim(b.given_name || ' ' || b.family_name), '') as inviter,
      a.email, a.given_name as "givenName", a.family_name as "familyName", ${hasAccount} as "hasAccount",
      i.language, i.message, i.permissions, i.progress, array(
        select p.name from memberships x join organisations p on p.tenant_id = x.tenant_id and p.id = x.organisation_id
        where x.tenant_id = a.tenant_id and x.account_id = a.id) as places
    from invitation_links l
    join invitations i on i.tenant_id = l.tenant_id and i.id = l.invitation_id
    join memberships m on m.tenant_id = i.tenant_id and m.id = i.membership_id
    join organisations o on o.tenant_id = i.tenant_id and o.id = i.organisation_id
    join accounts a on a.tenant_id = i.tenant_id and a.id = i.account_id
    left join accounts b on b.tenant_id = i.tenant_id and b.id = i.inviter_id
    where l.tenant_id = current_tenant() and l.token_hash = ${hashToken(token)}`.execute(tx)
  return found.rows[0]
}

/** What stood at an invitation at the moment it was accepted. */
export interface Consumed {
  inviterId: string | null
  permissions: string[]
}

/**
 * Ends an invitation by acceptance, in one statement: of any number of posts at once, through whichever of its links,
 * one gets it and the others nothing. The caller holds the account's row, so what it says of the account is the latest.
 * @param how registered: only when the person has no account yet. joined: only by the person themselves.
 */
export async function consumeInvitation(
  tx: Tx,
  token: string,
  by: { how: 'registered' } | { how: 'joined'; accountId: string },
): Promise<Consumed | undefined> {
  const theirs = by.how === 'registered' ? sql`not ${hasAccount}` : sql`i.account_id = ${by.accountId}`
  const ended = await sql<Consumed>`
    update invitations i set state = 'accepted', ended_at = lanyard_now(), ended_how = ${by.how}, progress = null
    from invitation_links l
    where l.tenant_id = current_tenant() and l.token_hash = ${hashToken(token)} and l.expires_at > lanyard_now()
      and i.tenant_id = l.tenant_id and i.id = l.invitation_id and i.state = 'open' and ${theirs}
    returning i.inviter_id as "inviterId", i.permissions`.execute(tx)
  return ended.rows[0]
}

/** Keeps how far the form is filled in, and when it was begun. @returns false when the link works no more */
export async function keepProgress(tx: Tx, token: string, progress: Partial<Progress>): Promise<boolean> {
  const kept = await sql`
    update invitations i set progress = coalesce(i.progress, '{}') || ${JSON.stringify(progress)}::jsonb,
      started_at = coalesce(i.started_at, lanyard_now())
    from invitation_links l
    where l.tenant_id = current_tenant() and l.token_hash = ${hashToken(token)} and l.expires_at > lanyard_now()
      and i.tenant_id = l.tenant_id and i.id = l.invitation_id and i.state = 'open'`.execute(tx)
  return Number(kept.numAffectedRows ?? 0) === 1
}

/** The roles an invitation offers: its own, and those of the staff list that added the person. Nobody gave them by hand and no source wrote them. */
export async function findOfferedRoles(tx: Tx, membershipId: string): Promise<OfferedRole[]> {
  return tx
    .selectFrom('role_assignments')
    .select(['role', 'organisation_id as organisationId', 'unit_id as unitId', 'unit_kind as unitKind'])
    .select(sql<OfferedRole['scope']>`scope`.as('scope'))
    .select(sql<OfferedRole['source']>`source`.as('source'))
    .where('membership_id', '=', membershipId)
    .where('source', 'in', ['invitation', 'staff_list'])
    .execute()
}

/** Tells the admins that an invitation could not be accepted as it is. @returns it, when nobody had been told yet */
export async function markNeedsReapproval(
  tx: Tx,
  token: string,
): Promise<{ id: string; accountId: string; organisationId: string } | undefined> {
  const marked = await sql<{ id: string; accountId: string; organisationId: string }>`
    update invitations i set needs_reapproval_at = lanyard_now()
    from invitation_links l
    where l.tenant_id = current_tenant() and l.token_hash = ${hashToken(token)}
      and i.tenant_id = l.tenant_id and i.id = l.invitation_id and i.state = 'open' and i.needs_reapproval_at is null
    returning i.id, i.account_id as "accountId", i.organisation_id as "organisationId"`.execute(tx)
  return marked.rows[0]
}

/** @returns false when the invitation has ended */
export async function markNewLinkAsked(tx: Tx, invitationId: string): Promise<boolean> {
  const marked = await sql`
    update invitations set new_link_asked_at = lanyard_now()
    where tenant_id = current_tenant() and id = ${invitationId} and state = 'open'`.execute(tx)
  return Number(marked.numAffectedRows ?? 0) === 1
}

/** Seconds since each of the mails with a link that a person got, or waits for, in the last 24 hours, the latest first. */
export async function mailsOfADay(tx: Tx, accountId: string): Promise<number[]> {
  const found = await sql<{ ago: number }>`
    select extract(epoch from lanyard_now() - s.created_at)::float8 as ago from messages s
    where s.tenant_id = current_tenant() and s.account_id = ${accountId} and s.kind = any(${MAIL_KINDS_WITH_LINKS})
      and s.created_at > lanyard_now() - interval '24 hours' and not (s.state = 'suppressed' and not s.captured)
    order by s.created_at desc`.execute(tx)
  return found.rows.map((row) => row.ago)
}

/** The address of an inviter who still is somewhere in the tenant. */
export async function findInviterAddress(tx: Tx, inviterId: string): Promise<string | undefined> {
  const found = await sql<{ email: string }>`
    select a.email from accounts a
    where a.tenant_id = current_tenant() and a.id = ${inviterId} and exists (
      select from memberships m where m.tenant_id = a.tenant_id and m.account_id = a.id and m.state = 'active')`.execute(
    tx,
  )
  return found.rows[0]?.email
}
