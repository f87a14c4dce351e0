import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Connection } from '../../server/src/platform/database/database.ts'
import { openPlace } from '../../server/src/platform/embedded-postgres/place.ts'
import { PORT } from '../../server/src/platform/embedded-postgres/settings.ts'

/** A data folder for the time of some work, gone afterwards. */
export async function withDataDir<T>(work: (dataDir: string) => Promise<T>): Promise<T> {
  const dataDir = await mkdtemp(join(tmpdir(), 'lanyard-bench-'))
  try {
    return await work(dataDir)
  } finally {
    await rm(dataDir, { recursive: true, force: true })
  }
}

/** How to reach the embedded database that a Lanyard with this data folder runs. */
export function embeddedConnection(dataDir: string, role: 'lanyard_app' | 'lanyard_owner'): Connection {
  return { host: openPlace(dataDir).socketDir, port: PORT, user: role, database: 'lanyard' }
}

/** PostgreSQL's own file holds its process's number in the first line. */
export function postmasterPid(dataDir: string): number {
  const [pid] = readFileSync(join(openPlace(dataDir).cluster, 'postmaster.pid'), 'utf8').split('\n')
  return Number(pid)
}
