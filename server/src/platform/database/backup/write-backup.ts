import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import pg from 'pg'
import { to } from 'pg-copy-streams'
import type { Keys } from '../../crypto/keys.ts'
import type { Connection } from '../database.ts'
import { readMigrations } from '../migrate.ts'
import {
  type BackupEnding,
  type BackupHeading,
  FORMAT,
  KEY_NOTE,
  keyMarks,
  PART_END,
  type PartSum,
  signBackup,
  type Told,
} from './backup-file.ts'
import { countLines } from './read-backup.ts'
import { type KeptTable, readTables } from './tables.ts'

/** Packs about as well as the highest level, at a third of its time. */
const GZIP_LEVEL = 5

export interface BackupContent {
  version: string
  keys: Keys
  record: BackupEnding['record']
  /** What is kept beside the database. Each line ends with a line feed. */
  files: { name: string; lines: string }[]
  told?: Told
}

/**
 * Writes every table into a new file that only its owner can read, in one read-only transaction as the owner role:
 * all of it is as it was at one moment, and nobody who works meanwhile waits. Row level security stays as it is: the
 * rows are read tenant by tenant.
 * @param path where; nothing may be there yet
 * @throws EEXIST, or whatever keeps a file from being written
 */
export async function writeBackup(owner: Connection, path: string, content: BackupContent): Promise<void> {
  const client = new pg.Client(owner)
  client.on('error', () => {})
  await client.connect()
  try {
    await pipeline(
      Readable.from(linesOf(client, content), { objectMode: false }),
      createGzip({ level: GZIP_LEVEL }),
      createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true }),
    )
  } finally {
    await client.end()
  }
}

async function* linesOf(client: pg.Client, content: BackupContent): AsyncGenerator<Buffer> {
  const { tables, moment, tenants } = await openSnapshot(client)
  const heading: BackupHeading = {
    lanyard: 'backup',
    format: FORMAT,
    version: content.version,
    madeAt: moment.madeAt,
    migrations: moment.migrations,
    secretKey: { included: false, needed: keyMarks(content.keys), note: KEY_NOTE },
  }
  const first = JSON.stringify(heading)
  yield line(first)

  const parts: PartSum[] = []
  for (const { name, columns, guarded } of tables) {
    yield line(JSON.stringify({ table: name, columns }))
    const sum = yield* part(rowsOf(client, { name, columns, guarded }, tenants))
    parts.push({ table: name, columns, ...sum })
    await content.told?.(name, sum.lines)
  }
  for (const { name, lines } of content.files) {
    yield line(JSON.stringify({ file: name }))
    parts.push({ file: name, ...(yield* part([Buffer.from(lines)])) })
  }
  const last = JSON.stringify({ parts, record: content.record } satisfies BackupEnding)
  yield line(last)
  const signature = { keyId: content.keys.newestId, value: signBackup(content.keys, [first, last]) }
  yield line(JSON.stringify({ signature }))
}

const line = (text: string) => Buffer.from(`${text}\n`)

async function* part(
  chunks: AsyncIterable<Buffer> | Buffer[],
): AsyncGenerator<Buffer, { lines: number; sha256: string }> {
  const hash = createHash('sha256')
  let lines = 0
  for await (const chunk of chunks) {
    hash.update(chunk)
    lines += countLines(chunk)
    yield chunk
  }
  yield PART_END
  return { lines, sha256: hash.digest('hex') }
}

/** The rows of a table: of every tenant in turn, or of all at once where it stands outside them. */
async function* rowsOf(client: pg.Client, table: KeptTable, tenants: string[]): AsyncGenerator<Buffer> {
  const columns = table.columns.map((column) => pg.escapeIdentifier(column)).join(', ')
  const copy = `copy (select ${columns} from ${pg.escapeIdentifier(table.name)}) to stdout`
  if (!table.guarded) return yield* client.query(to(copy))
  for (const tenant of tenants) {
    await client.query(`select set_config('lanyard.tenant', $1, true)`, [tenant])
    yield* client.query(to(copy))
  }
}

interface Moment {
  madeAt: string
  migrations: { name: string; hash: string }[]
}

/**
 * Holds the tables as they are and opens a view of one moment. The locks come before the first look, so that no table
 * can change its shape between the two.
 */
async function openSnapshot(
  client: pg.Client,
): Promise<{ tables: KeptTable[]; moment: Moment; tenants: string[] }> {
  const migrations = await readMigrations()
  const names = (await readTables(client, migrations)).map((table) => pg.escapeIdentifier(table.name))
  await client.query('begin isolation level repeatable read, read only')
  await client.query(`set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0`)
  await client.query(`lock table ${names.join(', ')} in access share mode`)
  const moment = await client.query<Moment>(
    `select to_char(lanyard_now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "madeAt",
       (select jsonb_agg(jsonb_build_object('name', name, 'hash', hash) order by name) from lanyard_private.migrations) as migrations`,
  )
  const tenants = await client.query<{ id: string }>('select id from tenants order by id')
  const tables = await readTables(client, migrations)
  if (tables.length !== names.length)
    throw new Error('The tables were being changed at this very moment. Make the backup again.')
  return { tables, moment: moment.rows[0] as Moment, tenants: tenants.rows.map((row) => row.id) }
}
