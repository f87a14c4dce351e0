import { sql } from 'kysely'
import { hashToken, newToken } from '../../platform/crypto/tokens.ts'
import type { Tx } from '../../platform/database/database.ts'

/**
 * Writes down which level of role a session's token stands for. Where that is above what it was issued for, the token is
 * replaced: one that somebody took before the rise is worth nothing after it (OWASP ASVS 7.2.4). Of two requests at once
 * one replaces it.
 * @returns the new token, if it was replaced
 */
export async function keepLevel(
  tx: Tx,
  session: { id: string; token: string; level: number },
): Promise<string | null> {
  const renewed = newToken()
  const { rows } = await sql<{ replaced: boolean }>`
    update sessions s set level = ${session.level}::smallint,
      token_hash = case when s.level < ${session.level}::smallint then ${hashToken(renewed)} else s.token_hash end
    where s.tenant_id = current_tenant() and s.id = ${session.id} and s.token_hash = ${hashToken(session.token)}
      and s.ended_at is null and s.level is distinct from ${session.level}::smallint
    returning token_hash = ${hashToken(renewed)} as replaced`.execute(tx)
  return rows[0]?.replaced ? renewed : null
}
