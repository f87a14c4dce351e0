import { sql } from 'kysely'
import type { Tx } from '../../platform/database/database.ts'

/** Locks an account's row, so that of several changes of one person each sees what those before it did. Lock order is account, then invitation, then membership. */
export async function lockAccount(tx: Tx, accountId: string): Promise<void> {
  await tx.selectFrom('accounts').select('id').where('id', '=', accountId).forNoKeyUpdate().execute()
}

export interface OwnDetails {
  givenName: string
  familyName: string
  language: string
  /** E.164 and as typed; null: none was given, and one that is known stays. */
  mobile: { e164: string; asTyped: string } | null
}

/** Writes what a person says of themselves on registering. */
export async function saveOwnDetails(tx: Tx, accountId: string, own: OwnDetails): Promise<void> {
  await sql`
    update accounts set given_name = ${own.givenName}, family_name = ${own.familyName}, language = ${own.language},
      mobile = coalesce(${own.mobile?.e164 ?? null}, mobile),
      mobile_as_typed = coalesce(${own.mobile?.asTyped ?? null}, mobile_as_typed)
    where tenant_id = current_tenant() and id = ${accountId}`.execute(tx)
}

/** Makes an invited member active. @returns false when they are not invited any more */
export async function activateInvited(tx: Tx, membershipId: string): Promise<boolean> {
  const changed = await sql`
    update memberships set state = 'active', invited_until = null
    where tenant_id = current_tenant() and id = ${membershipId} and state = 'invited'`.execute(tx)
  return Number(changed.numAffectedRows ?? 0) === 1
}
