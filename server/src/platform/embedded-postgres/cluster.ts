import { randomUUID } from 'node:crypto'
import {
  chownSync,
  closeSync,
  existsSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { giveTo, namedAccount } from './database-account.ts'
import { runInitdb } from './initdb.ts'
import type { Place } from './place.ts'

const MAJOR_VERSION = '18'
const HALF_MADE = 'cluster-being-made-'

/** No line for hosts: the socket is the only way in, and whoever may enter its folder may connect. */
const WHO_MAY_CONNECT = 'local all all trust\nlocal replication all trust\n'

/**
 * Makes the cluster when there is none, out of sight, and puts it in its place when it is whole and on the disk.
 * Expects that this process owns the place and no server runs in it.
 * @throws a sentence for the operator
 */
export async function ensureCluster(
  place: Place,
  runtime: string,
  log: (line: string) => void,
): Promise<void> {
  removeHalfMade(place)
  if (!existsSync(place.cluster) || readdirSync(place.cluster).length === 0) {
    log('Making a new database.')
    await makeCluster(place, runtime)
  }
  const version = clusterVersion(place)
  if (version !== MAJOR_VERSION) {
    throw new Error(
      version
        ? `The database in ${place.cluster} was made by PostgreSQL ${version}, and this is PostgreSQL ${MAJOR_VERSION}. Start the release of Lanyard that made it, back it up there and restore it here.`
        : `${place.cluster} holds something else than a database. Move it away, or set DATA_DIR to another folder.`,
    )
  }
  // A cluster that was restored by root, or made before by an ordinary user, belongs to the wrong account.
  if (place.account && lstatSync(place.cluster).uid !== place.account.uid)
    giveTo(place.account, place.cluster)
}

function removeHalfMade(place: Place): void {
  for (const name of readdirSync(place.home)) {
    if (!name.startsWith(HALF_MADE)) continue
    try {
      rmSync(join(place.home, name), { recursive: true, force: true })
    } catch {
      // The initdb of a killed process may still be writing there. The next start finds what it leaves.
    }
  }
}

async function makeCluster(place: Place, runtime: string): Promise<void> {
  const folder = join(place.home, HALF_MADE + randomUUID())
  const account = place.account && namedAccount()
  mkdirSync(folder, { mode: 0o700 })
  if (account) chownSync(folder, account.uid, account.gid)
  await runInitdb(place, runtime, folder, account)
  writeFileSync(join(folder, 'pg_hba.conf'), WHO_MAY_CONNECT)
  syncToDisk(join(folder, 'pg_hba.conf'))
  if (place.account) giveTo(place.account, folder)
  renameSync(folder, place.cluster)
  syncToDisk(place.home)
}

function clusterVersion(place: Place): string | undefined {
  const file = join(place.cluster, 'PG_VERSION')
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined
}

function syncToDisk(path: string): void {
  const handle = openSync(path, 'r')
  fsyncSync(handle)
  closeSync(handle)
}
