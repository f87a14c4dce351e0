import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'

/** Who a change or an invitation was by; null: the operator at the command line. */
type By = string | null

/** Where what is known of a person came from. */
export interface Sources {
  language: string
  mobile: string | null
  deletionDate: string | null
  addedBy: 'set_up' | 'command_line' | 'hand' | 'invitation' | 'staff_list'
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
  unitSources: ('manual' | 'sync' | 'invitation' | 'staff_list')[]
}

export async function findSources(tx: Tx, membershipId: string): Promise<Sources | undefined> {
  const invitation = (order: 'asc' | 'desc') => sql`(
    select jsonb_build_object('by', nullif(btrim(b.given_name || ' ' || b.family_name), ''), 'at', i.made_at)
    from invitations i left join accounts b on b.tenant_id = i.tenant_id and b.id = i.inviter_id
    where i.tenant_id = m.tenant_id and i.account_id = m.account_id and i.membership_id = m.id
    order by i.id ${sql.raw(order)} limit 1)`
  const found = await sql<Sources>`
    select a.language, a.mobile_as_typed as mobile, m.deletion_date::text as "deletionDate", m.added_by as "addedBy",
      m.created_at as "addedAt", case when a.created_at < m.created_at then a.created_at end as "knownSince",
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
