import type { Holding, Person, Request } from '../../kernel/actor.ts'
import type { App } from '../../platform/app.ts'
import { hashToken } from '../../platform/crypto/tokens.ts'
import { inTenantOften } from '../../platform/database/database.ts'
import { ADMIN_LEVEL, roleOf } from '../access/built-in-roles.ts'
import { keepLevel } from './renew-session.queries.ts'
import { isLetIn, isOver, USE_WRITTEN_EVERY_SECONDS } from './session.ts'
import { readSession, touchSession } from './sign-in.queries.ts'

/**
 * Tells who is behind a session cookie, or that nobody is. `renewed` is handed the token that takes its place from now
 * on, where a role has risen since it was issued.
 */
export type WhoIsAsking = (
  tenantId: string,
  token: string,
  request: Request,
  renewed: (token: string) => void,
) => Promise<Person | null>

/** Sessions whose person's holdings are kept at hand. */
const KEPT = 5000

interface Known {
  version: number
  holdings: Holding[]
}

/**
 * Every request reads its session from the database, so signing out, leaving and any other end is at once, on every
 * node. What the person holds is kept from one request to the next, and is used only while its version, which that
 * same read brings, is unchanged: a role taken away bites at the next request too.
 */
export function openWhoIsAsking(app: App): WhoIsAsking {
  const kept = new Map<string, Known>()

  return async (tenantId, token, request, renewed) => {
    const tokenHash = hashToken(token)
    const key = `${tenantId}|${tokenHash.toString('base64')}`
    const known = kept.get(key)
    const session = await readSession(app.database, tenantId, tokenHash, known?.version ?? null)
    const holdings = session && (session.holdings ?? known?.holdings)
    if (!session || !holdings || !isLetIn(holdings)) {
      kept.delete(key)
      return null
    }
    if (session.holdings) keep(kept, key, { version: session.version, holdings })
    const level = highestLevel(holdings)
    if (isOver({ idleSeconds: session.idle_seconds, ageSeconds: session.age_seconds }, level >= ADMIN_LEVEL))
      return null
    if (session.holdings) {
      const next = await inTenantOften(app.database, tenantId, (tx) =>
        keepLevel(tx, { id: session.session_id, token, level }),
      )
      if (next) renewed(next)
    }
    if (session.idle_seconds >= USE_WRITTEN_EVERY_SECONDS)
      await inTenantOften(app.database, tenantId, (tx) => touchSession(tx, session.session_id))
    return {
      kind: 'person',
      tenantId,
      accountId: session.account_id,
      sessionId: session.session_id,
      email: session.email,
      givenName: session.given_name,
      familyName: session.family_name,
      language: session.language,
      holdings,
      proofSeconds: session.proof_seconds,
      request,
    }
  }
}

const highestLevel = (holdings: Holding[]): number =>
  Math.max(0, ...holdings.flatMap((holding) => holding.assignments.map(({ role }) => roleOf(role).level)))

/** The oldest makes room: a Map goes through its keys in the order in which they were put in. */
function keep(kept: Map<string, Known>, key: string, known: Known): void {
  kept.delete(key)
  kept.set(key, known)
  const oldest = kept.size > KEPT ? kept.keys().next().value : undefined
  if (oldest !== undefined) kept.delete(oldest)
}
