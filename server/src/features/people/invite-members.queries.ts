import { sql } from 'kysely'
import type { Holding } from '../../kernel/actor.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { Status } from './status.ts'

/** The one label, except that a lock of somebody's account elsewhere says nothing about their invitation here. */
const status = sql`membership_status(m.state, m.invited_until, a.email, can_sign_in(a.id) and m.state <> 'invited')`

/** Somebody an address belongs to, and what they are in one organisation. */
export interface KnownAddress {
  email: string
  accountId: string
  name: string
  /** Whether they have ever chosen a way to sign in. */
  registered: boolean
  /** Their membership there; null when they have none. */
  membershipId: string | null
  status: Status | 'rejected' | null
}

/**
 * Who these addresses belong to, by address, seen from one organisation. Addresses nobody has are absent. Memberships
 * are looked up one by one: right after thousands were added, the database doesn't know that there are many.
 */
export async function findByAddress(
  tx: Tx,
  organisationId: string,
  emails: string[],
): Promise<Map<string, KnownAddress>> {
  const found = await sql<KnownAddress>`
    select a.email, a.id as "accountId", coalesce(nullif(btrim(a.given_name || ' ' || a.family_name), ''), a.email) as name,
      can_sign_in(a.id) as registered, m.id as "membershipId",
      ${status} as status
    from accounts a
    left join lateral (
      select * from memberships
      where tenant_id = a.tenant_id and account_id = a.id and organisation_id = ${organisationId} and state <> 'deleted'
      limit 1
    ) m on true
    where a.tenant_id = current_tenant() and a.email = any(${emails}::text[])`.execute(tx)
  return new Map(found.rows.map((row) => [row.email, row]))
}

export interface InvitedMember {
  email: string
  givenName: string
  familyName: string
}

export interface MemberOffer {
  language: string
  labels: Record<string, string>
  /** YYYY-MM-DD. */
  deletionDate: string | null
}

export interface MadeMember {
  email: string
  accountId: string
  membershipId: string
}

/**
 * Makes people invited members of an organisation: known ones get a membership, unknown ones an account too; who was
 * invited and let it expire is pending again. Names are kept where there are some. Somebody who is a member already, or
 * was invited in the same moment by somebody else, is absent from what comes back.
 */
export async function inviteMembers(
  tx: Tx,
  organisationId: string,
  people: InvitedMember[],
  offer: MemberOffer,
): Promise<MadeMember[]> {
  const wanted = JSON.stringify(
    people.map((each) => ({
      email: each.email,
      given_name: each.givenName,
      family_name: each.familyName,
    })),
  )
  const made = await sql<MadeMember>`
    with wanted as (
      select * from jsonb_to_recordset(${wanted}::jsonb) as w (email text, given_name text, family_name text)
    ),
    account as (
      insert into accounts (email, given_name, family_name, language)
      select email, given_name, family_name, ${offer.language} from wanted order by email
      on conflict (tenant_id, email) do update set
        given_name = coalesce(nullif(accounts.given_name, ''), excluded.given_name),
        family_name = coalesce(nullif(accounts.family_name, ''), excluded.family_name)
      returning id, email
    ),
    member as (
      insert into memberships (account_id, organisation_id, state, added_by, labels, deletion_date)
      select id, ${organisationId}, 'invited', 'invitation', ${JSON.stringify(offer.labels)}::jsonb, ${offer.deletionDate}::date
      from account order by email
      on conflict (tenant_id, account_id, organisation_id) where state <> 'deleted' do update set
        state = 'invited', invited_until = null, labels = memberships.labels || excluded.labels,
        deletion_date = coalesce(excluded.deletion_date, memberships.deletion_date)
        where memberships.state in ('not_invited', 'rejected')
          or (memberships.state = 'invited' and memberships.invited_until <= lanyard_now())
      returning id, account_id
    )
    select member.id as "membershipId", account.id as "accountId", account.email
    from member join account on account.id = member.account_id`.execute(tx)
  return made.rows
}

/** What stands of memberships whose invitation ended without being accepted: none where only an address was known. */
export async function uninviteMembers(tx: Tx, membershipIds: string[]): Promise<void> {
  await sql`
    update memberships set invited_until = null, state = case when added_by = 'invitation' then 'deleted' else 'not_invited' end
    where tenant_id = current_tenant() and id = any(${membershipIds}::uuid[]) and state = 'invited'`.execute(
    tx,
  )
  await deleteInvitedUnits(tx, membershipIds)
}

/** Members leave the units that invitations put them into. */
export async function deleteInvitedUnits(tx: Tx, membershipIds: string[]): Promise<void> {
  await sql`
    delete from unit_members
    where tenant_id = current_tenant() and membership_id = any(${membershipIds}::uuid[]) and source = 'invitation'`.execute(
    tx,
  )
}

/** Until when the last link of somebody's open invitation works. */
export async function setInvitedUntil(
  tx: Tx,
  members: { membershipId: string; until: Date }[],
): Promise<void> {
  await sql`
    update memberships m set invited_until = u.until
    from unnest(${members.map((each) => each.membershipId)}::uuid[], ${members.map((each) => each.until)}::timestamptz[])
      as u (membership_id, until)
    where m.tenant_id = current_tenant() and m.id = u.membership_id and m.state = 'invited'`.execute(tx)
}

/** No link of these members' invitations is handed over any more. */
export async function clearInvitedUntil(tx: Tx, membershipIds: string[]): Promise<void> {
  await sql`
    update memberships set invited_until = null
    where tenant_id = current_tenant() and id = any(${membershipIds}::uuid[]) and state = 'invited'`.execute(
    tx,
  )
}

export async function insertUnitMembers(
  tx: Tx,
  organisationId: string,
  members: { membershipId: string; unitId: string }[],
  source: 'manual' | 'invitation',
): Promise<void> {
  if (members.length === 0) return
  await sql`
    insert into unit_members (organisation_id, unit_id, membership_id, source)
    select ${organisationId}, u.unit_id, u.membership_id, ${source}
    from unnest(${members.map((each) => each.unitId)}::uuid[], ${members.map((each) => each.membershipId)}::uuid[])
      as u (unit_id, membership_id)
    on conflict do nothing`.execute(tx)
}

/** A member whose invitation somebody would act on. */
export interface KnownMember extends MadeMember {
  name: string
  status: Status
  holdings: Holding[]
  unitIds: string[]
}

/** Members of an organisation by id, or all who have not set up their account. Ids that are none here are absent. */
export async function findMembers(
  tx: Tx,
  organisationId: string,
  which: string[] | 'not_set_up',
): Promise<KnownMember[]> {
  const wanted =
    which === 'not_set_up' ? sql`m.state in ('invited', 'not_invited')` : sql`m.id = any(${which}::uuid[])`
  const found = await sql<KnownMember>`
    select m.id as "membershipId", a.id as "accountId", a.email,
      coalesce(nullif(btrim(a.given_name || ' ' || a.family_name), ''), a.email) as name,
      ${status} as status, holdings_of(a.id) as holdings,
      array(select u.unit_id from unit_members u where u.tenant_id = m.tenant_id and u.membership_id = m.id) as "unitIds"
    from memberships m join accounts a on a.tenant_id = m.tenant_id and a.id = m.account_id
    where m.tenant_id = current_tenant() and m.organisation_id = ${organisationId}
      and m.state not in ('deleted', 'rejected') and ${wanted}
    order by m.name_key, m.id`.execute(tx)
  return found.rows
}

/** Members who were never invited are from now on. @returns those who still were not */
export async function reinviteMembers(tx: Tx, membershipIds: string[]): Promise<MadeMember[]> {
  const made = await sql<MadeMember>`
    update memberships m set state = 'invited', invited_until = null
    from accounts a
    where m.tenant_id = current_tenant() and m.id = any(${membershipIds}::uuid[]) and m.state = 'not_invited'
      and a.tenant_id = m.tenant_id and a.id = m.account_id
    returning m.id as "membershipId", a.id as "accountId", a.email`.execute(tx)
  return made.rows
}
