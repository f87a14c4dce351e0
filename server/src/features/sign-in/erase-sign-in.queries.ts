import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'

/**
 * Takes away every way these people have to prove who they are, where they were signed in, addresses that waited to
 * be theirs, and what was tried at the ones they had. Requests for a new password say nothing of anybody, and end with the account's epoch.
 */
export async function eraseSignIn(tx: Tx, people: { accountIds: string[]; emails: string[] }): Promise<void> {
  const theirs = sql`tenant_id = current_tenant() and account_id = any(${people.accountIds}::uuid[])`
  await sql`delete from passwords where ${theirs}`.execute(tx)
  await sql`delete from sessions where ${theirs}`.execute(tx)
  await sql`delete from devices where ${theirs}`.execute(tx)
  await sql`
    delete from email_change_links where tenant_id = current_tenant()
      and change_id in (select id from email_changes where ${theirs})`.execute(tx)
  await sql`delete from email_changes where ${theirs}`.execute(tx)
  await sql`
    delete from sign_in_locks where tenant_id = current_tenant()
      and address_hash in (select address_hash(e) from unnest(${people.emails}::text[]) e)`.execute(tx)
}
