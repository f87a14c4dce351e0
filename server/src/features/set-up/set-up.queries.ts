import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'

export interface Counts {
  schools: number
  units: number
  domains: number
  people: number
  /** Staff lists that were applied and not taken back. */
  lists: number
  expired: number
  refused: number
  waiting: number
}

/** What an organisation has so far, for its task list. */
export async function countForTasks(tx: Tx, organisationId: string): Promise<Counts> {
  const found = await sql<Counts>`
      select
        (select count(*)::int from organisations o where o.tenant_id = current_tenant() and o.parent_id = ${organisationId}) as schools,
        (select count(*)::int from units u where u.tenant_id = current_tenant() and u.organisation_id = ${organisationId}) as units,
        (select count(*)::int from organisation_domains d where d.tenant_id = current_tenant() and d.organisation_id = ${organisationId}) as domains,
        (select count(*)::int from staff_lists l where l.tenant_id = current_tenant() and l.organisation_id = ${organisationId} and l.state = 'applied') as lists,
        members.people, members.expired, members.refused, members.open - members.expired - members.refused as waiting
      from (
        select (count(*) filter (where m.inactive_as is distinct from 'archived'))::int as people,
          count(*) filter (where m.state = 'invited')::int as open,
          count(*) filter (where m.state = 'invited' and m.invited_until <= lanyard_now())::int as expired,
          count(*) filter (where m.state = 'invited' and (m.invited_until is null or m.invited_until > lanyard_now()) and (
            select s.state in ('bounced', 'failed') from messages s
            where s.tenant_id = m.tenant_id and s.account_id = m.account_id and s.organisation_id = m.organisation_id
              and s.kind in ('invitation', 'invitation_new_link')
            order by s.id desc limit 1))::int as refused
        from memberships m
        where m.tenant_id = current_tenant() and m.organisation_id = ${organisationId} and m.state not in ('deleted', 'rejected')
      ) members`.execute(tx)
  return (
    found.rows[0] ?? {
      schools: 0,
      units: 0,
      domains: 0,
      people: 0,
      lists: 0,
      expired: 0,
      refused: 0,
      waiting: 0,
    }
  )
}
