import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Connection } from '../../server/src/platform/database/database.ts'

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
  const [, , , port, socketDir] = postmasterFile(dataDir)
  return { host: socketDir ?? '', port: Number(port), user: role, database: 'lanyard' }
}

export const postmasterPid = (dataDir: string) => Number(postmasterFile(dataDir)[0])

/** PostgreSQL's own file: number, data folder, start time, port and socket folder, a line each. */
const postmasterFile = (dataDir: string) =>
  readFileSync(join(dataDir, 'postgres/cluster/postmaster.pid'), 'utf8').split('\n')
