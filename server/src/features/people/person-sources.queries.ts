import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'
import { type ChangedHow, changedBy, changedHow, changesFields } from './field-changes.queries.ts'

/** Who a change or an invitation was by; null: the operator at the command line. */
type By = string | null

/** Where what is known of a person came from. */
export interface Sources {
  language: string
  mobile: string | null
  jobCategory: string | null
  /** Days, YYYY-MM-DD. */
  startDate: string | null
  leavingDate: string | null
  deletionDate: string | null
  addedBy: 'set_up' | 'command_line' | 'hand' | 'invitation' | 'staff_list' | 'moved'
  addedAt: Date
  /** They were known in the tenant before they came to be here. */
  knownSince: Date | null
  /** The first and the last invitation to this organisation. */
  firstInvitation: { by: By; at: string } | null
  lastInvitation: { by: By; at: string } | null
  /** When they registered through an invitation, wherever. */
  registeredAt: Date | null
  /** When their roles here were last changed. */
  rolesChanged: { by: By; at: string } | null
  /** The last change of each field since they are here, by hand or by a list. */
  changed: Partial<Record<string, FieldChange>>
  /** Fields of which the last applied staff list had a word to say. */
  listed: string[]
  /** A new address that waits to be confirmed. */
  waitingEmail: { email: string; by: By; at: string } | null
  unitSources: ('manual' | 'sync' | 'invitation' | 'staff_list')[]
}

export interface FieldChange {
  by: By
  at: string
  how: ChangedHow
  /** Whether it was carried out on a day that somebody had set before. */
  planned: boolean
  /** Whether it was changed at this organisation; who did it elsewhere isn't told. */
  here: boolean
}

const OF_ACCOUNT = ['givenName', 'familyName', 'email', 'language']

const changed = sql`(
  select coalesce(jsonb_object_agg(c.field, jsonb_build_object('by', c.by, 'at', c.at, 'how', c.how, 'planned', c.planned,
    'here', c.here)), '{}')
  from (
    select distinct on (f.field) f.field, e.at, e.organisation_id = m.organisation_id as here,
      nullif(btrim(b.given_name || ' ' || b.family_name), '') as by,
      ${changedHow} as how, e.actor_kind = 'system' as planned
    from audit_events e
    cross join jsonb_array_elements_text(e.detail -> 'fields') as f (field)
    left join accounts b on b.tenant_id = e.tenant_id and b.id = ${changedBy}
    where e.tenant_id = m.tenant_id and e.subject_id = m.account_id
      and ${changesFields} and (e.organisation_id = m.organisation_id or f.field = any(${OF_ACCOUNT}::text[]))
    order by f.field, e.id desc
  ) c)`

/** One whose link has run out, or whose mail has been tried for days, doesn't wait any more. Who asked for it elsewhere isn't told. */
const waitingEmail = sql`(
  select jsonb_build_object('email', c.email, 'at', c.created_at,
    'by', case when c.membership_id = m.id then nullif(btrim(b.given_name || ' ' || b.family_name), '') end)
  from email_changes c left join accounts b on b.tenant_id = c.tenant_id and b.id = c.asked_by
  where c.tenant_id = a.tenant_id and c.account_id = a.id and c.used_at is null and c.revoked_at is null and c.epoch = a.epoch
    and coalesce((select max(l.expires_at) from email_change_links l
      where l.tenant_id = c.tenant_id and l.change_id = c.id), c.created_at + interval '5 days') > lanyard_now()
  order by c.id desc limit 1)`

/**
 * Only an older membership says so, also one that was deleted since: a list makes an account and its membership one after
 * the other, so that the account by itself is always a little older. The oldest of all is the first one of the account,
 * which has an index for when it is gone.
 */
const wasElsewhereBefore = sql`exists (
    select from memberships o where o.tenant_id = m.tenant_id and o.account_id = m.account_id and o.state <> 'deleted'
      and o.created_at < m.created_at
  ) or exists (
    select from memberships o where o.tenant_id = m.tenant_id and o.account_id = m.account_id and not o.again
      and o.state in ('deleted', 'rejected') and o.created_at < m.created_at)`

export async function findSources(tx: Tx, membershipId: string): Promise<Sources | undefined> {
  const invitation = (order: 'asc' | 'desc') => sql`(
    select jsonb_build_object('by', nullif(btrim(b.given_name || ' ' || b.family_name), ''), 'at', i.made_at)
    from invitations i left join accounts b on b.tenant_id = i.tenant_id and b.id = i.inviter_id
    where i.tenant_id = m.tenant_id and i.account_id = m.account_id and i.membership_id = m.id
    order by i.id ${sql.raw(order)} limit 1)`
  const found = await sql<Sources>`
    select a.language, a.mobile_as_typed as mobile, m.job_category as "jobCategory",
      m.start_date::text as "startDate", m.leaving_date::text as "leavingDate", m.deletion_date::text as "deletionDate",
      ${changed} as changed, ${waitingEmail} as "waitingEmail",
      array(select jsonb_object_keys(s.given) from staff_records s
        where s.tenant_id = m.tenant_id and s.membership_id = m.id) as listed, m.added_by as "addedBy",
      m.created_at as "addedAt", case when ${wasElsewhereBefore} then a.created_at end as "knownSince",
      ${invitation('asc')} as "firstInvitation", ${invitation('desc')} as "lastInvitation",
      (select max(i.ended_at) from invitations i
        where i.tenant_id = m.tenant_id and i.account_id = m.account_id and i.ended_how = 'registered') as "registeredAt",
      (select jsonb_build_object('by', nullif(btrim(b.given_name || ' ' || b.family_name), ''), 'at', e.at)
        from audit_events e left join accounts b on b.tenant_id = e.tenant_id and b.id = e.actor_id
        where e.tenant_id = m.tenant_id and e.subject_id = m.account_id and e.organisation_id = m.organisation_id
          and e.event = 'roles.changed'
        order by e.id desc limit 1) as "rolesChanged",
      array(select distinct x.source from unit_members x
        where x.tenant_id = m.tenant_id and x.membership_id = m.id) as "unitSources"
    from memberships m join accounts a on a.tenant_id = m.tenant_id and a.id = m.account_id
    where m.tenant_id = current_tenant() and m.id = ${membershipId}`.execute(tx)
  return found.rows[0]
}
