import { sql } from 'kysely'
import type { HashedPassword } from '../../platform/crypto/passwords.ts'
import { hashToken } from '../../platform/crypto/tokens.ts'
import type { Tx } from '../../platform/database/database.ts'

/** Who has signed in with a one-time password and chooses one of their own now. */
export interface Choosing {
  accountId: string
  email: string
  givenName: string
  /** What a password may not be made of. */
  names: string[]
  oneTime: HashedPassword
  until: Date
  isOver: boolean
  idleSeconds: number
  ageSeconds: number
}

/** The person of a session that is good for nothing but choosing a password; undefined for any other. */
export async function findChoosing(tx: Tx, sessionToken: string): Promise<Choosing | undefined> {
  const found = await sql<Choosing>`
    select a.id as "accountId", a.email, a.given_name as "givenName", array[a.given_name, a.family_name] || array(
        select o.name from memberships m join organisations o on o.tenant_id = m.tenant_id and o.id = m.organisation_id
        where m.tenant_id = a.tenant_id and m.account_id = a.id) as names,
      jsonb_build_object('hash', p.hash, 'pepperId', p.pepper_id) as "oneTime",
      p.one_time_until as until, p.one_time_until <= lanyard_now() as "isOver",
      extract(epoch from lanyard_now() - s.used_at)::float8 as "idleSeconds",
      extract(epoch from lanyard_now() - s.started_at)::float8 as "ageSeconds"
    from sessions s
    join accounts a on a.tenant_id = s.tenant_id and a.id = s.account_id and a.epoch = s.epoch
    join passwords p on p.tenant_id = a.tenant_id and p.account_id = a.id and p.one_time_until is not null
    where s.tenant_id = current_tenant() and s.token_hash = ${hashToken(sessionToken)} and s.ended_at is null and exists (
      select from memberships m where m.tenant_id = a.tenant_id and m.account_id = a.id and m.state = 'active')`.execute(
    tx,
  )
  return found.rows[0]
}

/** Puts a password of their own in the place of a one-time one: of any number of posts at once, one does. */
export async function replaceOneTime(tx: Tx, choosing: Choosing, own: HashedPassword): Promise<boolean> {
  const replaced = await sql`
    update passwords set hash = ${own.hash}, pepper_id = ${own.pepperId}, set_at = lanyard_now(), one_time_until = null
    where tenant_id = current_tenant() and account_id = ${choosing.accountId} and hash = ${choosing.oneTime.hash}
      and one_time_until > lanyard_now()`.execute(tx)
  return Number(replaced.numAffectedRows ?? 0) === 1
}

/** Ends a password that somebody was handed to begin with; one that they chose stays. They can have a link for one of their own. */
export async function endOneTime(tx: Tx, accountId: string): Promise<void> {
  await sql`
    update passwords set one_time_until = least(one_time_until, lanyard_now())
    where tenant_id = current_tenant() and account_id = ${accountId} and one_time_until is not null`.execute(
    tx,
  )
}
