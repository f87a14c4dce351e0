import type pg from 'pg'
import { type BareTx, type Connection, openDatabase, outsideTenants } from '../database.ts'

/**
 * Opens a transaction as the owner role, for work that goes past the app's: with the connection itself beside it, which
 * COPY and changes of tables need. Both are one and the same transaction.
 */
export async function asOwner<T>(
  owner: Connection,
  work: (tx: BareTx, client: pg.PoolClient) => Promise<T>,
): Promise<T> {
  const database = openDatabase(owner, 1)
  let client: pg.PoolClient | undefined
  database.pool.on('connect', (connected) => {
    client = connected
  })
  try {
    return await outsideTenants(database, (tx) => {
      if (!client) throw new Error('A transaction without a connection')
      return work(tx, client)
    })
  } finally {
    await database.close()
  }
}
