import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { from, to } from 'pg-copy-streams'
import { embeddedConnection } from './scratch.ts'

/** Where people who were added by a list stand: the tables that a COPY of them would have to fill, in order. */
const TABLES = [
  'accounts',
  'memberships',
  'role_assignments',
  'unit_members',
  'audit_events',
  'audit_unsealed',
]

export interface Rows {
  table: string
  columns: string
  content: Buffer
}

/** The rows of people in a database, but for those that `before` has already. */
export async function rowsOfPeople(dataDir: string, before: Set<string>): Promise<Rows[]> {
  return asOwner(dataDir, async (client) => {
    const found: Rows[] = []
    for (const table of TABLES) {
      const columns = await columnsOf(client, table)
      const content = await buffered(client.query(to(`copy (select ${columns} from ${table}) to stdout`)))
      const lines = content.toString('utf8').split('\n')
      const added = lines.filter((line) => line !== '' && !before.has(`${table} ${line}`))
      found.push({ table, columns, content: Buffer.from(added.map((line) => `${line}\n`).join('')) })
    }
    return found
  })
}

/** The same rows as lines, to tell later which are new. */
export async function linesOfPeople(dataDir: string): Promise<Set<string>> {
  const rows = await rowsOfPeople(dataDir, new Set())
  return new Set(
    rows.flatMap(({ table, content }) =>
      content
        .toString('utf8')
        .split('\n')
        .map((line) => `${table} ${line}`),
    ),
  )
}

/** Copies rows into the same tables, indexes and triggers included, in one transaction. @returns milliseconds */
export async function copyPeople(dataDir: string, rows: Rows[]): Promise<number> {
  return asOwner(dataDir, async (client) => {
    const started = performance.now()
    await client.query('begin')
    for (const { table, columns, content } of rows)
      await pipeline(Readable.from([content]), client.query(from(`copy ${table} (${columns}) from stdin`)))
    await client.query('commit')
    return performance.now() - started
  })
}

/** As the owner of the tables, whom row level security lets through here; COPY does not work under it. */
async function asOwner<T>(dataDir: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(embeddedConnection(dataDir, 'lanyard_owner'))
  await client.connect()
  try {
    for (const table of TABLES)
      await client.query(`alter table ${table} no force row level security`).catch(() => {})
    const { rows } = await client.query<{ id: string }>('select id from tenants')
    await client.query(`select set_config('lanyard.tenant', $1, false)`, [rows[0]?.id])
    return await work(client)
  } finally {
    for (const table of TABLES)
      await client.query(`alter table ${table} force row level security`).catch(() => {})
    await client.end()
  }
}

async function columnsOf(client: pg.Client, table: string): Promise<string> {
  const { rows } = await client.query<{ columns: string }>(
    `select string_agg(quote_ident(column_name), ', ' order by ordinal_position) as columns
     from information_schema.columns where table_name = $1 and is_generated = 'NEVER'`,
    [table],
  )
  return rows[0]?.columns ?? ''
}

async function buffered(stream: Readable): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}
