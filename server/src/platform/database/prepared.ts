import { createHash } from 'node:crypto'
import type { PostgresPool, PostgresPoolClient } from 'kysely'
import type pg from 'pg'

/**
 * A pool as the query builder sees it, whose statements are prepared: PostgreSQL parses and plans each text once a
 * connection instead of at every run. Every text stays in the database's memory, so they must be few.
 */
export function preparing(pool: pg.Pool): PostgresPool {
  const names = new Map<string, string>()
  const nameOf = (text: string) => {
    const name = names.get(text) ?? createHash('sha256').update(text).digest('base64url')
    names.set(text, name)
    return name
  }
  const overClient = (client: pg.PoolClient) => ({
    query: (text: string, values: unknown[]) =>
      client.query(values.length > 0 ? { name: nameOf(text), text, values } : text),
    release: (destroy?: boolean) => client.release(destroy),
  })
  return {
    options: pool.options,
    connect: async () => overClient(await pool.connect()) as unknown as PostgresPoolClient,
    end: () => pool.end(),
  }
}
