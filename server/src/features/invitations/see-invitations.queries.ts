import { type RawBuilder, sql } from 'kysely'
import type { Holding } from '../../kernel/actor.ts'
import type { Tx } from '../../platform/database/database.ts'
import { holdsWords } from '../../platform/database/holds-words.ts'
import type { MessageState } from '../messages/message.ts'
import { wasCaptured } from '../people/email-problems.queries.ts'
import type { Status } from '../people/status.ts'
import { MAIL_KINDS_WITH_LINKS, ofInvited } from './invitations.queries.ts'

export interface InvitationRow {
  id: string
  membershipId: string
  accountId: string
  email: string
  name: string
  status: Status
  holdings: Holding[]
  unitIds: string[]
  units: { id: string; name: string }[]
  inviter: string | null
  batchId: string
  madeAt: Date
  sendAt: Date | null
  sentAt: Date | null
  expiresAt: Date | null
  delivery: {
    state: MessageState
    captured: boolean
    explanation: string | null
    nextTryAt: string | null
  } | null
}

/** Which of the open invitations of an organisation. */
export interface WantedInvitations {
  organisationId: string
  /** Only people of these units and those below; null: everybody. */
  unitIds: string[] | null
  /** Sent together. */
  batchId: string | null
  /** Words, each found in the name, the address or the staff number. */
  q: string
}

/** Open invitations, newest first, older than `before`. */
export async function listOpenInvitations(
  tx: Tx,
  wanted: WantedInvitations,
  page: { before: string | null; limit: number },
): Promise<InvitationRow[]> {
  const found = await sql<InvitationRow>`
    select i.id, i.membership_id as "membershipId", i.account_id as "accountId", a.email,
      coalesce(nullif(btrim(a.given_name || ' ' || a.family_name), ''), a.email) as name,
      ${ofInvited} as status, holdings_of(a.id) as holdings,
      array(select u.unit_id from unit_members u where u.tenant_id = m.tenant_id and u.membership_id = m.id) as "unitIds",
      (select coalesce(jsonb_agg(jsonb_build_object('id', u.id, 'name', u.name) order by u.name), '[]')
        from unit_members x join units u on u.tenant_id = x.tenant_id and u.id = x.unit_id
        where x.tenant_id = m.tenant_id and x.membership_id = m.id) as units,
      b.given_name || ' ' || b.family_name as inviter, i.batch_id as "batchId", i.made_at as "madeAt", i.send_at as "sendAt",
      (select max(l.handed_over_at) from invitation_links l
        where l.tenant_id = i.tenant_id and l.invitation_id = i.id and l.kind = 'mailed' and not ${wasCaptured}) as "sentAt",
      m.invited_until as "expiresAt",
      (select jsonb_build_object('state', s.state, 'captured', s.captured, 'explanation', s.explanation, 'nextTryAt', s.next_try_at)
        from messages s
        where s.tenant_id = i.tenant_id and s.account_id = i.account_id and s.kind = any(${MAIL_KINDS_WITH_LINKS})
          and s.subject_ids ->> 'invitationId' = i.id::text order by s.id desc limit 1) as delivery
    from invitations i
    join memberships m on m.tenant_id = i.tenant_id and m.id = i.membership_id
    join accounts a on a.tenant_id = i.tenant_id and a.id = i.account_id
    left join accounts b on b.tenant_id = i.tenant_id and b.id = i.inviter_id
    where ${matching(wanted)} and ${page.before ? sql`i.id < ${page.before}::uuid` : sql`true`}
    order by i.id desc limit ${page.limit}`.execute(tx)
  return found.rows
}

/** How many there are on all pages. */
export async function countOpenInvitations(tx: Tx, wanted: WantedInvitations): Promise<number> {
  const found = await sql<{ total: number }>`
    select count(*)::int as total from invitations i
    join memberships m on m.tenant_id = i.tenant_id and m.id = i.membership_id
    where ${matching(wanted)}`.execute(tx)
  return found.rows[0]?.total ?? 0
}

function matching({ organisationId, unitIds, batchId, q }: WantedInvitations): RawBuilder<unknown> {
  const conditions = [
    sql`i.tenant_id = current_tenant()`,
    sql`i.state = 'open'`,
    sql`i.organisation_id = ${organisationId}`,
    ...(batchId ? [sql`i.batch_id = ${batchId}`] : []),
    // What describes somebody stands after the bar; here people are found by what names them.
    ...(q ? [holdsWords(sql`split_part(m.search_key, '|', 1)`, q)] : []),
    ...(unitIds
      ? [
          sql`exists (select from unit_members x join units u on u.tenant_id = x.tenant_id and u.id = x.unit_id
            where x.tenant_id = i.tenant_id and x.membership_id = i.membership_id and u.path && ${unitIds}::uuid[])`,
        ]
      : []),
  ]
  return sql.join(conditions, sql` and `)
}
