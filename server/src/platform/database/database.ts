import { randomBytes } from 'node:crypto'
import { Kysely, PostgresDialect, type Transaction } from 'kysely'
import pg from 'pg'
import { preparing } from './prepared.ts'
import type { DB } from './tables.generated.ts'

/** Connection settings for node-postgres: an address, or the socket of the embedded database. */
export type Connection = pg.PoolConfig

declare const open: unique symbol

/**
 * An open transaction that works for one tenant. Only `inTenant` and `changeAs` make one, and every query of a
 * feature takes it, so nothing reads or writes without a tenant.
 */
export type Tx = Transaction<DB> & { readonly [open]: 'tenant' }

/** A transaction outside any tenant: sees only what holds ids and no more. */
export type BareTx = Transaction<DB> & { readonly [open]: 'bare' }

export interface Database {
  pool: pg.Pool
  /** For the few tables that stand outside row level security; tenant tables show nothing through it. */
  bare: Kysely<DB>
  /** The same over prepared statements, for `inTenantOften`. */
  prepared: Kysely<DB>
  close(): Promise<void>
}

/** COMMIT was sent and no answer came: the change may or may not have been made. */
export class OutcomeUnknown extends Error {
  constructor(cause: unknown) {
    super('The connection was lost while the change was being saved.', { cause })
    this.name = 'OutcomeUnknown'
  }
}

const CONNECT_TIMEOUT_MS = 3000

/** How the database names the connections of this process, so that others can be told from them. */
const APPLICATION_NAME = `lanyard ${process.pid} ${randomBytes(4).toString('hex')}`

export function openDatabase(connection: Connection, size = 16): Database {
  const pool = new pg.Pool({
    max: size,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    idleTimeoutMillis: 60_000,
    keepAlive: true,
    application_name: APPLICATION_NAME,
    types: { getTypeParser: numbersForCounts },
    ...connection,
  })
  // An idle connection that dies is replaced by the pool; the next query shows whether the database is away.
  pool.on('error', () => {})
  // One that dies while a change holds it, between two statements, fails that change's next statement; unheard, the
  // same event would end the process.
  pool.on('connect', (client) => client.on('error', () => {}))
  const bare = new Kysely<DB>({ dialect: new PostgresDialect({ pool }) })
  const prepared = new Kysely<DB>({ dialect: new PostgresDialect({ pool: preparing(pool) }) })
  return {
    pool,
    bare,
    prepared,
    async close() {
      // The query builder ends a pool only when it has used it itself.
      if (!pool.ending) await pool.end()
    },
  }
}

/**
 * Opens a transaction that works for one tenant: row level security shows and accepts its rows only.
 * Sets the tenant; the setting ends with the transaction.
 * @throws OutcomeUnknown when the connection is lost on COMMIT
 */
export async function inTenant<T>(
  database: Database,
  tenantId: string,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  return transact(database.bare, async (tx) => {
    await setTenant(tx, tenantId)
    return work(tx as unknown as Tx)
  })
}

/**
 * The same for the few verbs that everybody runs all day: their statements are prepared. Not for statements whose text
 * depends on the question, such as lists with filters.
 */
export async function inTenantOften<T>(
  database: Database,
  tenantId: string,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  return transact(database.prepared, async (tx) => {
    await setTenant(tx, tenantId)
    return work(tx as unknown as Tx)
  })
}

/** Opens a transaction outside any tenant, for making one, or for claiming what is due. */
export async function outsideTenants<T>(database: Database, work: (tx: BareTx) => Promise<T>): Promise<T> {
  return transact(database.bare, (tx) => work(tx as unknown as BareTx))
}

/** Goes on in the transaction as a tenant that it has just made or claimed work for. */
export async function enterTenant(tx: BareTx, tenantId: string): Promise<Tx> {
  await setTenant(tx, tenantId)
  return tx as unknown as Tx
}

async function setTenant(tx: Transaction<DB> | BareTx, tenantId: string): Promise<void> {
  await tx.executeQuery({
    sql: `select set_config('lanyard.tenant', $1, true)`,
    parameters: [tenantId],
    query: { kind: 'RawNode', sqlFragments: [], parameters: [] },
    queryId: { queryId: 'set-tenant' },
  })
}

async function transact<T>(database: Kysely<DB>, work: (tx: Transaction<DB>) => Promise<T>): Promise<T> {
  const tx = await database.startTransaction().execute()
  let result: T
  try {
    result = await work(tx)
  } catch (error) {
    await tx
      .rollback()
      .execute()
      .catch(() => {})
    throw error
  }
  await tx
    .commit()
    .execute()
    .catch((error: unknown) => {
      throw isConnectionError(error) ? new OutcomeUnknown(error) : error
    })
  return result
}

/** Counts and positions (bigint) come out as numbers: ours stay far below 2^53. */
const numbersForCounts: pg.CustomTypesConfig['getTypeParser'] = (type, format) =>
  type === pg.types.builtins.INT8 ? Number : pg.types.getTypeParser(type, format as 'text')

/** PostgreSQL error code (SQLSTATE) of an error, if it is one. */
function sqlState(error: unknown): string | undefined {
  return error instanceof pg.DatabaseError ? error.code : undefined
}

/** The name of the constraint that refused, if a constraint did. */
export function refusedBy(error: unknown): string | undefined {
  return error instanceof pg.DatabaseError ? error.constraint : undefined
}

const AWAY =
  /ECONN|ENOENT|EPIPE|ETIMEDOUT|Connection terminated|timeout exceeded|Client has encountered a connection error/

/** Whether the database is away or ended the connection (as against refusing a statement). */
export function isConnectionError(error: unknown): boolean {
  const state = sqlState(error)
  if (state) return /^(57P0|08|53)/.test(state)
  return (
    error instanceof Error &&
    (AWAY.test(error.message) || AWAY.test(String((error as NodeJS.ErrnoException).code)))
  )
}

/** Whether a statement waited too long for a lock or ran too long: the same answer as a database that is away. */
export function isTimeout(error: unknown): boolean {
  return ['55P03', '57014', '40P01'].includes(sqlState(error) ?? '')
}

/** Whether two transactions waited for each other and this one was ended for it. */
export const isDeadlock = (error: unknown): boolean => sqlState(error) === '40P01'

/** Whether a text was refused for holding U+0000, which PostgreSQL keeps neither in text nor in JSON. */
export function isUnkeepableText(error: unknown): boolean {
  return ['22021', '22P05'].includes(sqlState(error) ?? '')
}
