import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Actor, Person, Request } from '../../kernel/actor.ts'
import type { Tx } from '../../platform/database/database.ts'

/**
 * Somebody in whose name a job works: with what they hold now. Null is the operator at the command line.
 * @param request how they asked for it; without one, it is the job's own doing
 */
export async function actorOf(
  tx: Tx,
  tenantId: string,
  accountId: string | null,
  request: Request = { id: randomUUID(), door: 'job' },
): Promise<Actor> {
  if (accountId === null) return { kind: 'operator', tenantId, request }
  const found = await sql<Pick<Person, 'email' | 'givenName' | 'familyName' | 'language' | 'holdings'>>`
    select email, given_name as "givenName", family_name as "familyName", language, holdings_of(id) as holdings
    from accounts where tenant_id = current_tenant() and id = ${accountId}`.execute(tx)
  const person = found.rows[0]
  if (!person) throw new Error('A list of somebody who is gone')
  return {
    kind: 'person',
    tenantId,
    accountId,
    sessionId: '',
    proofSeconds: Number.POSITIVE_INFINITY,
    request,
    ...person,
  }
}
