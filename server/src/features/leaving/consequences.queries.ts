import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'
import { openAmong } from '../seats/open-among.ts'

/** What only the database knows of a member who is to leave or to come back. */
export interface MemberFacts {
  leavingDate: string | null
  seatOpen: boolean
  comesBackActive: boolean
  knownElsewhere: boolean
  /** Open invitations of others here that they sent. */
  invitationsSent: number
  stillListed: boolean
}

/** A member is active again if they were, or have a way to sign in and of whom nothing else is known: as makeActiveAgain. */
export async function readMemberFacts(tx: Tx, membershipId: string): Promise<MemberFacts> {
  const found = await sql<MemberFacts>`
    select m.leaving_date::text as "leavingDate",
      m.id in (${openAmong([membershipId])}) as "seatOpen",
      coalesce(m.inactive_from = 'active', can_sign_in(m.account_id)) as "comesBackActive",
      exists (select from memberships o where o.tenant_id = m.tenant_id and o.account_id = m.account_id and o.id <> m.id
        and o.state not in ('deleted', 'rejected')) as "knownElsewhere",
      (select count(*)::int from invitations i where i.tenant_id = m.tenant_id and i.inviter_id = m.account_id
        and i.organisation_id = m.organisation_id and i.membership_id <> m.id and i.state = 'open') as "invitationsSent",
      still_listed(m.id) as "stillListed"
    from memberships m where m.tenant_id = current_tenant() and m.id = ${membershipId}`.execute(tx)
  return found.rows[0] as MemberFacts
}

/** Organisations of the tenant but one, with where they stand, by name. */
export async function listOthers(
  tx: Tx,
  organisationId: string,
): Promise<{ id: string; name: string; path: string[]; type: string }[]> {
  const found = await sql<{ id: string; name: string; path: string[]; type: string }>`
    select id, name, path, type from organisations where tenant_id = current_tenant() and id <> ${organisationId}
    order by cardinality(path), lower(name), id`.execute(tx)
  return found.rows
}
