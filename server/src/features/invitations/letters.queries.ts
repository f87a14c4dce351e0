import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'

/** Days for which captured mail without a link is kept. */
const PLAIN_CONTENT_DAYS = 7

/** Somebody a letter speaks of. */
export interface Writer {
  name: string
  givenName: string
  email: string
  language: string
}

/** What a letter about an invitation says. */
export interface LetterFacts {
  id: string
  state: 'open' | 'accepted' | 'cancelled'
  language: string
  message: string | null
  email: string
  givenName: string
  /** Whether the invited person has an account already, through another organisation. */
  registered: boolean
  inviter: Writer | null
  timeZone: string
  days: number
  invitedUntil: Date | null
  keepUntil: Date
}

/** What letters about these invitations say, by invitation. */
export async function findLetters(tx: Tx, invitationIds: string[]): Promise<Map<string, LetterFacts>> {
  const found = await sql<LetterFacts>`
    select i.id, i.state, i.language, i.message, a.email, a.given_name as "givenName", can_sign_in(a.id) as registered,
      case when b.id is not null then jsonb_build_object('name', b.given_name || ' ' || b.family_name,
        'givenName', b.given_name, 'email', b.email, 'language', b.language) end as inviter,
      o.time_zone as "timeZone", o.invitation_days as days, m.invited_until as "invitedUntil",
      lanyard_now() + make_interval(days => ${PLAIN_CONTENT_DAYS}) as "keepUntil"
    from invitations i
    join accounts a on a.tenant_id = i.tenant_id and a.id = i.account_id
    join memberships m on m.tenant_id = i.tenant_id and m.id = i.membership_id
    join organisations o on o.tenant_id = i.tenant_id and o.id = i.organisation_id
    left join accounts b on b.tenant_id = i.tenant_id and b.id = i.inviter_id
    where i.tenant_id = current_tenant() and i.id = any(${invitationIds}::uuid[])`.execute(tx)
  return new Map(found.rows.map((row) => [row.id, row]))
}

/** People by their accounts. */
export async function findWriters(tx: Tx, accountIds: string[]): Promise<Map<string, Writer>> {
  const found = await sql<Writer & { id: string }>`
    select id, given_name || ' ' || family_name as name, given_name as "givenName", email, language
    from accounts where tenant_id = current_tenant() and id = any(${accountIds}::uuid[])`.execute(tx)
  return new Map(found.rows.map(({ id, ...writer }) => [id, writer]))
}

/** When the link of a letter sent then, or now, would end. */
export async function previewEnding(tx: Tx, sendAt: string | null, days: number): Promise<Date> {
  const found = await sql<{ ending: Date }>`
    select coalesce(${sendAt}::timestamptz, lanyard_now()) + make_interval(hours => 24 * ${days}::int) as ending`.execute(
    tx,
  )
  return found.rows[0]?.ending as Date
}
