import { sql } from 'kysely'
import type { Place } from '../../kernel/actor.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { Kind } from './retention.ts'

export async function listPeriods(tx: Tx): Promise<{ kind: string; amount: number }[]> {
  return tx.selectFrom('retention_periods').select(['kind', 'amount']).execute()
}

/** Writes how long these are kept from now on. */
export async function savePeriods(tx: Tx, periods: { kind: Kind; amount: number }[]): Promise<void> {
  await sql`
    insert into retention_periods (kind, amount)
    select * from unnest(${periods.map((each) => each.kind)}::text[], ${periods.map((each) => each.amount)}::int[])
    on conflict (tenant_id, kind) do update set amount = excluded.amount, changed_at = lanyard_now()`.execute(
    tx,
  )
}

/** Somebody whose time is over. */
export interface DuePerson {
  membershipId: string
  accountId: string
  organisationId: string
  name: string
  /** Kept all the same. */
  held: boolean
}

/** Of a review that is about the time somebody is archived now, not one before. */
const RESTORED = sql`case when r.flagged_at >= m.inactive_at then r.restored_as end`
const NAME = sql`coalesce(nullif(btrim(a.given_name || ' ' || a.family_name), ''), a.email)`

/**
 * Who was invited, never accepted, and whose invitation expired or was cancelled as long ago as such data is kept. Whoever a
 * staff list still names is not here: they are known from there. Nor is who was brought back or set up since, for then
 * somebody wanted them anew.
 */
export async function listLapsedInvited(tx: Tx): Promise<DuePerson[]> {
  const found = await sql<DuePerson>`
    with lapsed as materialized (
      select m.id, m.account_id, m.organisation_id
      from memberships m
      join lateral (
        select max(i.ended_at) as ended_at, bool_or(i.state = 'open') as open, bool_or(i.state = 'accepted') as accepted
        from invitations i where i.tenant_id = m.tenant_id and i.membership_id = m.id
      ) i on not coalesce(i.accepted, false)
      where m.tenant_id = current_tenant() and m.state in ('invited', 'not_invited')
        and case when coalesce(i.open, false) then m.invited_until else i.ended_at end <= lanyard_now() - kept_for('invitations')
    )
    select m.id as "membershipId", m.account_id as "accountId", m.organisation_id as "organisationId", ${NAME} as name,
      on_hold(m.account_id) as held
    from lapsed m join accounts a on a.tenant_id = current_tenant() and a.id = m.account_id
    where not still_listed(m.id) and not exists (
      select from audit_events e
      where e.tenant_id = current_tenant() and e.subject_id = m.account_id and e.organisation_id = m.organisation_id
        and e.event in ('person.reactivated', 'person.set_up') and e.at > lanyard_now() - kept_for('invitations'))
    order by m.id`.execute(tx)
  return found.rows
}

/**
 * Who is left without being a member anywhere any more, as after an invitation that was cancelled or a list that was
 * undone: as long after their last invitation ended, or else after they became known, as such data is kept.
 */
export async function listLeftOver(tx: Tx): Promise<DuePerson[]> {
  const found = await sql<DuePerson>`
    select m.id as "membershipId", a.id as "accountId", m.organisation_id as "organisationId", ${NAME} as name,
      on_hold(a.id) as held
    from accounts a
    join lateral (
      select l.id, l.organisation_id from memberships l
      where l.tenant_id = a.tenant_id and l.account_id = a.id order by l.id desc limit 1
    ) m on true
    where a.tenant_id = current_tenant() and a.erased_at is null
      and a.created_at <= lanyard_now() - kept_for('invitations')
      and not exists (select from memberships l
        where l.tenant_id = a.tenant_id and l.account_id = a.id and l.state not in ('deleted', 'rejected'))
      and not exists (select from invitations i
        where i.tenant_id = a.tenant_id and i.account_id = a.id and i.ended_at > lanyard_now() - kept_for('invitations'))
    order by m.id`.execute(tx)
  return found.rows
}

/**
 * Who has been archived, or was last decided about, as long ago as the tenant keeps archived people.
 * @param which only those not flagged yet since they were archived, or all
 * @param below only of this organisation and below; null for all
 */
export async function listArchivedDue(
  tx: Tx,
  which: 'new' | 'all',
  below: string | null,
  limit: number,
): Promise<ArchivedPerson[]> {
  const fresh = which === 'new' ? sql`(r.flagged_at is null or r.flagged_at < m.inactive_at)` : sql`true`
  const here = below ? sql`${below}::uuid = any(o.path)` : sql`true`
  const found = await sql<ArchivedPerson>`
    select m.id as "membershipId", m.account_id as "accountId", m.organisation_id as "organisationId", ${NAME} as name,
      o.name as "organisationName", m.inactive_at as "archivedAt", m.leaving_date::text as "leavingDate",
      r.flagged_at as "flaggedAt", (${RESTORED}) as "restoredAs", on_hold(m.account_id) as held
    from memberships m
    join accounts a on a.tenant_id = m.tenant_id and a.id = m.account_id
    join organisations o on o.tenant_id = m.tenant_id and o.id = m.organisation_id
    left join archive_reviews r on r.tenant_id = m.tenant_id and r.membership_id = m.id
    where m.tenant_id = current_tenant() and m.state = 'inactive' and m.inactive_as = 'archived'
      and (greatest(m.inactive_at, r.kept_at) <= lanyard_now() - kept_for('archived') or (${RESTORED}) is not null) and ${fresh} and ${here}
    order by m.inactive_at, m.id limit ${limit}`.execute(tx)
  return found.rows
}

export interface ArchivedPerson extends DuePerson {
  organisationName: string
  archivedAt: Date
  leavingDate: string | null
  flaggedAt: Date | null
  /** What had become of them after the backup was made that brought them back. */
  restoredAs: 'archived' | 'deleted' | null
}

/** Puts these up for a decision. */
export async function flagArchived(tx: Tx, membershipIds: string[]): Promise<void> {
  await sql`
    insert into archive_reviews (membership_id, flagged_at)
    select id, lanyard_now() from unnest(${membershipIds}::uuid[]) id
    on conflict (tenant_id, membership_id) do update set flagged_at = excluded.flagged_at`.execute(tx)
}

/** Puts people up for a decision whom a restored backup brought back although they had left. */
export async function flagRestored(
  tx: Tx,
  people: { membershipId: string; became: string }[],
): Promise<void> {
  await sql`
    insert into archive_reviews (membership_id, flagged_at, restored_as)
    select id, lanyard_now(), became
    from unnest(${people.map((each) => each.membershipId)}::uuid[], ${people.map((each) => each.became)}::text[]) p (id, became)
    on conflict (tenant_id, membership_id)
      do update set flagged_at = excluded.flagged_at, restored_as = excluded.restored_as`.execute(tx)
}

/** Writes that somebody decided to keep them: their time begins again. */
export async function keepArchived(tx: Tx, membershipId: string, by: string | null): Promise<void> {
  await sql`
    insert into archive_reviews (membership_id, kept_at, kept_by) values (${membershipId}, lanyard_now(), ${by}::uuid)
    on conflict (tenant_id, membership_id)
      do update set flagged_at = null, restored_as = null, kept_at = excluded.kept_at, kept_by = excluded.kept_by`.execute(
    tx,
  )
}

/** When each kind of keeping last did something, and to how many. */
export async function listLastRuns(
  tx: Tx,
  events: string[],
): Promise<{ event: string; at: Date; many: number }[]> {
  const found = await sql<{ event: string; at: Date; many: number }>`
    select e.event, l.at, coalesce((l.detail ->> 'many')::int, (l.detail ->> 'entries')::int, 0) as many
    from unnest(${events}::text[]) e (event)
    cross join lateral (
      select a.at, a.detail from audit_events a where a.tenant_id = current_tenant() and a.event = e.event and a.event like 'retention.%'
      order by a.at desc limit 1) l`.execute(tx)
  return found.rows
}

/** Where an account is a member, in whatever state but deleted, and where all of these stand. */
export async function listMembershipsOf(
  tx: Tx,
  accountId: string,
): Promise<{ membershipId: string; accountId: string; organisationId: string }[]> {
  const found = await sql<{ membershipId: string; accountId: string; organisationId: string }>`
    select m.id as "membershipId", m.account_id as "accountId", m.organisation_id as "organisationId" from memberships m
    where m.tenant_id = current_tenant() and m.account_id = ${accountId} and m.state <> 'deleted' order by m.id`.execute(
    tx,
  )
  return found.rows
}

/** The root of a tenant, which decides how long things are kept. */
export async function findRoot(tx: Tx): Promise<{ name: string; place: Place }> {
  const found = await sql<{ name: string; place: Place }>`
    select o.name, jsonb_build_object('organisationId', o.id, 'path', o.path, 'type', o.type) as place
    from organisations o where o.tenant_id = current_tenant() and o.parent_id is null`.execute(tx)
  return found.rows[0] as { name: string; place: Place }
}
