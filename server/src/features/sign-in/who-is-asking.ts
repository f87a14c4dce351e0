import type { Person, Request } from '../../kernel/actor.ts'
import type { App } from '../../platform/app.ts'
import { inTenantOften } from '../../platform/database/database.ts'
import { ADMIN_LEVEL, roleOf } from '../access/built-in-roles.ts'
import { isLetIn, isOver, USE_WRITTEN_EVERY_SECONDS } from './session.ts'
import { readSession, touchSession } from './sign-in.queries.ts'

/**
 * The person behind a session cookie, read from the database at every request, or null. Signing out, leaving and any
 * other end is therefore at once, on every node.
 */
export async function whoIsAsking(
  app: App,
  tenantId: string,
  token: string,
  request: Request,
): Promise<Person | null> {
  const session = await readSession(app.database, tenantId, token)
  if (!session || !isLetIn(session.holdings)) return null
  const roles = session.holdings.flatMap((holding) => holding.assignments)
  const isAdmin = roles.some((assignment) => roleOf(assignment.role).level >= ADMIN_LEVEL)
  if (isOver(session, isAdmin)) return null
  if (session.idleSeconds >= USE_WRITTEN_EVERY_SECONDS)
    await inTenantOften(app.database, tenantId, (tx) => touchSession(tx, session.sessionId))
  return {
    kind: 'person',
    tenantId,
    accountId: session.accountId,
    sessionId: session.sessionId,
    email: session.email,
    givenName: session.givenName,
    familyName: session.familyName,
    language: session.language,
    holdings: session.holdings,
    proofSeconds: session.proofSeconds,
    request,
  }
}
