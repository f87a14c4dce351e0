import pg from 'pg'
import type { Config } from '../config/config.ts'
import {
  type EmbeddedPostgres,
  joinEmbeddedPostgres,
  startEmbeddedPostgres,
} from '../embedded-postgres/embedded-postgres.ts'
import type { Connection } from './database.ts'

export interface Installation {
  /** As the app's role: no bypass of row level security, no DDL. */
  app: Connection
  /** As the role that migrates; not known when only DATABASE_URL is given. */
  owner: Connection | undefined
  appRole: string
  kind: 'embedded' | 'external'
  /** Stops the embedded database when this process started it. */
  stop(): Promise<void>
}

const OWNER_ROLE = 'lanyard_owner'
const APP_ROLE = 'lanyard_app'
const DATABASE = 'lanyard'
/** The oldest minor releases without the row level security holes of 2024 and 2025. */
const OLDEST = [150014, 160010, 170006]

/**
 * Finds the database: the external one of DATABASE_URL, or the embedded one in DATA_DIR. A server owns the embedded
 * one; a command beside it (`join`) uses the running one, or starts it for its own duration.
 */
export async function connect(
  config: Config,
  log: (line: string) => void,
  how: 'own' | 'join' = 'own',
): Promise<Installation> {
  if (config.databaseUrl) {
    const app: Connection = { connectionString: config.databaseUrl }
    const owner = config.databaseOwnerUrl ? { connectionString: config.databaseOwnerUrl } : undefined
    const appRole = decodeURIComponent(new URL(config.databaseUrl).username) || APP_ROLE
    const password = decodeURIComponent(new URL(config.databaseUrl).password)
    if (owner) await ensureAppRole(owner, appRole, password)
    return { app, owner, appRole, kind: 'external', stop: async () => {} }
  }

  const start = how === 'own' ? startEmbeddedPostgres : joinEmbeddedPostgres
  return installedOn(await start({ dataDir: config.dataDir, log }))
}

/** An embedded database with the two roles that are needed in it, made where they are missing. */
export async function installedOn(embedded: EmbeddedPostgres): Promise<Installation> {
  const socket = { host: embedded.socketDir, port: embedded.port }
  try {
    await ensureEmbedded({ ...socket, user: embedded.superuser, database: embedded.database })
  } catch (error) {
    await embedded.stop()
    throw error
  }
  return {
    app: { ...socket, user: APP_ROLE, database: DATABASE },
    owner: { ...socket, user: OWNER_ROLE, database: DATABASE },
    appRole: APP_ROLE,
    kind: 'embedded',
    stop: () => embedded.stop(),
  }
}

async function ensureEmbedded(superuser: Connection): Promise<void> {
  const client = new pg.Client(superuser)
  await client.connect()
  try {
    const roles = await client.query<{ rolname: string }>(
      'select rolname from pg_roles where rolname = any($1)',
      [[OWNER_ROLE, APP_ROLE]],
    )
    const known = new Set(roles.rows.map((row) => row.rolname))
    if (!known.has(OWNER_ROLE)) await client.query(`create role ${OWNER_ROLE} login createdb nobypassrls`)
    if (!known.has(APP_ROLE)) await client.query(`create role ${APP_ROLE} login nobypassrls`)
    await limitAppRole(client, APP_ROLE)
    const databases = await client.query('select from pg_database where datname = $1', [DATABASE])
    if (databases.rowCount === 0) await client.query(`create database ${DATABASE} owner ${OWNER_ROLE}`)
  } finally {
    await client.end()
  }
}

async function ensureAppRole(owner: Connection, role: string, password: string): Promise<void> {
  const client = new pg.Client(owner)
  await client.connect()
  try {
    const known = await client.query('select from pg_roles where rolname = $1', [role])
    if (known.rowCount) return
    const secret = password ? `password ${pg.escapeLiteral(password)}` : ''
    await client.query(`create role ${pg.escapeIdentifier(role)} login nobypassrls ${secret}`)
    await limitAppRole(client, role)
  } finally {
    await client.end()
  }
}

/** Limits live on the role, so that they hold behind a pooler too: nothing waits for ever, nothing is left open. */
async function limitAppRole(client: pg.Client, role: string): Promise<void> {
  const name = pg.escapeIdentifier(role)
  await client.query(`alter role ${name} set lock_timeout = '5s'`)
  await client.query(`alter role ${name} set statement_timeout = '30s'`)
  await client.query(`alter role ${name} set idle_in_transaction_session_timeout = '60s'`)
}

/**
 * Looks whether the database and the role are fit to serve.
 * @returns one sentence for each thing that is not; empty when all is well
 */
export async function unfitness(pool: pg.Pool): Promise<string[]> {
  const { rows } = await pool.query<{
    version: number
    rolsuper: boolean
    rolbypassrls: boolean
    owns: boolean
    temporary: boolean
  }>(`
    select current_setting('server_version_num')::int as version, rolsuper, rolbypassrls,
      exists (select from pg_class c join pg_namespace n on n.oid = c.relnamespace
              where n.nspname = 'public' and c.relowner = r.oid) as owns,
      has_database_privilege(current_database(), 'TEMPORARY') as temporary
    from pg_roles r where rolname = current_user`)
  const found = rows[0]
  if (!found) return ['The database does not know the role it is used by.']
  const problems: string[] = []
  const oldest = OLDEST.find((version) => Math.floor(version / 10000) === Math.floor(found.version / 10000))
  if (found.version < 150000) problems.push('PostgreSQL must be version 15 or newer.')
  else if (oldest && found.version < oldest)
    problems.push(
      'PostgreSQL needs its latest minor release: this one has known holes in row level security.',
    )
  if (found.rolsuper)
    problems.push('DATABASE_URL uses a superuser. Use a plain role, so that tenants stay apart.')
  else if (found.rolbypassrls) problems.push('DATABASE_URL uses a role that bypasses row level security.')
  else if (found.owns)
    problems.push('DATABASE_URL uses the role that owns the tables. Use a second role for the app.')
  if (!found.temporary)
    problems.push(
      'The role of DATABASE_URL may not make temporary tables, in which staff lists are planned. Grant it TEMPORARY on the database.',
    )
  return problems
}
