import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'

export interface NewPerson {
  email: string
  givenName: string
  familyName: string
  organisationId: string
  state: 'not_invited' | 'active'
  /** How they come to be here; by hand unless said. */
  addedBy?: 'set_up' | 'command_line'
}

/** Makes a person known and a member, or gives a known one another membership. @returns both ids */
export async function insertPerson(
  tx: Tx,
  draft: NewPerson,
): Promise<{ accountId: string; membershipId: string }> {
  const made = await sql<{ accountId: string; membershipId: string }>`
    with account as (
      insert into accounts (email, given_name, family_name) values (${draft.email}, ${draft.givenName}, ${draft.familyName})
      on conflict (tenant_id, email) do update set email = excluded.email
      returning id
    )
    insert into memberships (account_id, organisation_id, state, added_by)
    select account.id, ${draft.organisationId}, ${draft.state}, ${draft.addedBy ?? 'hand'} from account
    on conflict (tenant_id, account_id, organisation_id) where state <> 'deleted' do update set state = excluded.state
    returning account_id as "accountId", id as "membershipId"`.execute(tx)
  return made.rows[0] as { accountId: string; membershipId: string }
}

/** Ends everything issued to an account before: sessions, remembered browsers and links carry the epoch they were made in. */
export async function raiseEpoch(tx: Tx, accountId: string): Promise<void> {
  await raiseEpochs(tx, [accountId])
}

/** The same for several. Whoever names more than one holds their rows already, in the order of `lockAccounts`. */
export async function raiseEpochs(tx: Tx, accountIds: string[]): Promise<void> {
  await sql`
    update accounts set epoch = epoch + 1
    where tenant_id = current_tenant() and id = any(${accountIds}::uuid[])`.execute(tx)
}

/** The mailbox was proved by a link or code that went to it. The first proof stands. @returns whether this is the first */
export async function markEmailProved(tx: Tx, accountId: string): Promise<boolean> {
  const proved = await sql`
    update accounts set email_proved_at = lanyard_now()
    where tenant_id = current_tenant() and id = ${accountId} and email_proved_at is null`.execute(tx)
  return Number(proved.numAffectedRows ?? 0) === 1
}
