import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'
import { ROLE_KEYS, roleOf } from '../access/built-in-roles.ts'
import { type ChangedHow, changedBy, changedHow, changesFields } from '../people/field-changes.queries.ts'

/** Something kept, by what it is called in words. */
export type Kept = Record<string, unknown>

/** Somebody as a file about somebody else says it: never by name, only by the highest role they hold. */
export const whoIs = (account: ReturnType<typeof sql>, me: string) => sql`case
  when ${account} = ${me}::uuid then 'this person'
  when ${account} is null then 'nobody, or the operator at the command line'
  else 'another person' || coalesce((select ' (' || known.label || ')'
    from memberships theirs
    join role_assignments given on given.tenant_id = theirs.tenant_id and given.membership_id = theirs.id
    join unnest(${ROLE_KEYS}::text[], ${ROLE_KEYS.map((key) => roleOf(key).label)}::text[],
      ${ROLE_KEYS.map((key) => roleOf(key).level)}::int[]) known (key, label, level) on known.key = given.role
    where theirs.tenant_id = current_tenant() and theirs.account_id = ${account} and theirs.state not in ('deleted', 'rejected')
    order by known.level desc, known.key limit 1), '') end`

export const inWords = (column: ReturnType<typeof sql>) => sql`replace(${column}, '_', ' ')`

export async function readAccount(tx: Tx, me: string): Promise<Kept> {
  const found = await sql<Kept>`
    select a.id as "Person id", a.given_name as "First name", a.family_name as "Last name", a.email as "Email address",
      a.email_proved_at as "Email address confirmed", a.mobile as "Mobile number",
      a.mobile_as_typed as "Mobile number as typed", a.language as "Language", a.created_at as "Known since",
      v.last_active_at as "Last active", p.set_at as "Password chosen",
      p.one_time_until as "One-time password works until", l.failures as "Wrong passwords in a row",
      case when l.failures > 0 then l.updated_at end as "Last wrong password", l.locked_until as "Signing in paused until"
    from accounts a
    left join people_active v on v.tenant_id = a.tenant_id and v.account_id = a.id
    left join passwords p on p.tenant_id = a.tenant_id and p.account_id = a.id
    left join sign_in_locks l on l.tenant_id = a.tenant_id and l.address_hash = a.address_hash
    where a.tenant_id = current_tenant() and a.id = ${me}`.execute(tx)
  return found.rows[0] ?? {}
}

/** A membership with what is needed to say where its details came from. */
export interface KeptMembership {
  kept: Kept
  addedBy: string
  registeredAt: string | null
  changed: Record<string, { by: string; at: string; how: ChangedHow }>
  listed: string[]
}

/** Everywhere they are or were a member, with the details kept there and who gave them. */
export async function readMemberships(tx: Tx, me: string): Promise<KeptMembership[]> {
  const found = await sql<KeptMembership>`
    select m.added_by as "addedBy", json_build_object('Membership id', m.id, 'Organisation', o.name,
        'State', ${inWords(sql`m.state`)}, 'Relationship', m.relationship, 'Job title', m.job_title,
        'Kind of work', ${inWords(sql`m.job_category`)}, 'Staff number', m.staff_number, 'Start date', m.start_date,
        'Leaving date', m.leaving_date, 'Deletion date', m.deletion_date, 'Labels', m.labels, 'Here since', m.created_at,
        'Added by', ${inWords(sql`m.added_by`)}, 'Invited until', m.invited_until,
        'Inactive as', ${inWords(sql`m.inactive_as`)}, 'Inactive since', m.inactive_at,
        'Made inactive by', case when m.inactive_at is not null then ${whoIs(sql`m.inactive_by`, me)} end,
        'State before that', ${inWords(sql`m.inactive_from`)},
        'Suggested role turned down', ${inWords(sql`m.suggestion_declined_for`)}) as kept,
      (select to_jsonb(max(i.ended_at)) #>> '{}' from invitations i where i.tenant_id = m.tenant_id and i.account_id = m.account_id
        and i.ended_how = 'registered') as "registeredAt",
      (select coalesce(jsonb_object_agg(c.field, jsonb_build_object('by', c.by, 'at', c.at, 'how', c.how)), '{}')
        from (
          select distinct on (f.field) f.field, e.at, ${whoIs(changedBy, me)} as by, ${changedHow} as how
          from audit_events e cross join jsonb_array_elements_text(e.detail -> 'fields') as f (field)
          where e.tenant_id = m.tenant_id and e.subject_id = m.account_id
            and ${changesFields} and (e.organisation_id = m.organisation_id or f.field in ('givenName', 'familyName', 'email', 'language'))
          order by f.field, e.at desc, e.id desc
        ) c) as changed,
      array(select jsonb_object_keys(s.given) from staff_records s
        where s.tenant_id = m.tenant_id and s.membership_id = m.id) as listed
    from memberships m join organisations o on o.tenant_id = m.tenant_id and o.id = m.organisation_id
    where m.tenant_id = current_tenant() and m.account_id = ${me} order by m.id`.execute(tx)
  return found.rows
}

export async function readUnits(tx: Tx, me: string): Promise<Kept[]> {
  const found = await sql<Kept>`
    select u.name as "Department or group", ${inWords(sql`u.kind`)} as "Kind", o.name as "Organisation",
      x.created_at as "Since", ${inWords(sql`x.source`)} as "Came from"
    from memberships m
    join unit_members x on x.tenant_id = m.tenant_id and x.membership_id = m.id
    join units u on u.tenant_id = x.tenant_id and u.id = x.unit_id
    join organisations o on o.tenant_id = u.tenant_id and o.id = u.organisation_id
    where m.tenant_id = current_tenant() and m.account_id = ${me} order by x.created_at, u.id`.execute(tx)
  return found.rows
}

/** What they hold now; keys of roles and permissions, for their labels. */
export async function readAccess(tx: Tx, me: string): Promise<{ roles: Kept[]; permissions: Kept[] }> {
  const roles = await sql<Kept>`
    select g.role as "Role", o.name as "Organisation", ${inWords(sql`g.scope`)} as "Reach",
      coalesce(u.name, ${inWords(sql`g.unit_kind`)}) as "Department or group", g.created_at as "Since",
      ${inWords(sql`g.source`)} as "Came from"
    from memberships m
    join role_assignments g on g.tenant_id = m.tenant_id and g.membership_id = m.id
    join organisations o on o.tenant_id = g.tenant_id and o.id = g.organisation_id
    left join units u on u.tenant_id = g.tenant_id and u.id = g.unit_id
    where m.tenant_id = current_tenant() and m.account_id = ${me} order by g.created_at, g.id`.execute(tx)
  const permissions = await sql<Kept>`
    select g.permission as "Permission", o.name as "Organisation", g.created_at as "Since"
    from memberships m
    join permission_grants g on g.tenant_id = m.tenant_id and g.membership_id = m.id
    join organisations o on o.tenant_id = m.tenant_id and o.id = m.organisation_id
    where m.tenant_id = current_tenant() and m.account_id = ${me} order by g.created_at, g.permission`.execute(
    tx,
  )
  return { roles: roles.rows, permissions: permissions.rows }
}

/** Every place somebody is or ever was a member of, deleted ones too: what is kept names them. */
export async function listEveryMembership(
  tx: Tx,
  accountId: string,
): Promise<{ membershipId: string; accountId: string; organisationId: string }[]> {
  return tx
    .selectFrom('memberships')
    .select(['id as membershipId', 'account_id as accountId', 'organisation_id as organisationId'])
    .where('account_id', '=', accountId)
    .execute()
}

/**
 * Holds the account, so that nobody else takes the same away at the same time.
 * @returns seconds until it may be taken away again; 0 when now
 */
export async function waitToExport(tx: Tx, accountId: string, minutes: number): Promise<number> {
  await sql`select from accounts where tenant_id = current_tenant() and id = ${accountId} for no key update`.execute(
    tx,
  )
  const found = await sql<{ seconds: number }>`
    select greatest(0, ceil(extract(epoch from max(e.at) + make_interval(mins => ${minutes}) - lanyard_now())))::int as seconds
    from audit_events e
    where e.tenant_id = current_tenant() and e.subject_id = ${accountId} and e.event = 'person.data_exported'`.execute(
    tx,
  )
  return found.rows[0]?.seconds ?? 0
}
