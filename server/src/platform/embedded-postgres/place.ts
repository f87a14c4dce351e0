import { createHash } from 'node:crypto'
import { chmodSync, mkdirSync, realpathSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { type Account, databaseAccount } from './database-account.ts'
import { SOCKET } from './settings.ts'

/** Where one embedded database lives, and whom it runs as. */
export interface Place {
  /** DATA_DIR/postgres. As root it stays root's own; only the cluster and the socket are the database's. */
  home: string
  /** PostgreSQL's data folder. */
  cluster: string
  socketDir: string
  logFile: string
  /** Whom PostgreSQL runs as when that is not this process's own user. */
  account: Account | undefined
  /** Whether what is committed outlives the machine. */
  durable: boolean
}

/** The kernel's limit for the path by which a client connects to a socket. */
const LONGEST_SOCKET_PATH_BYTES = process.platform === 'darwin' ? 103 : 107

/**
 * Makes the folder for the embedded database when it is missing.
 * @throws a sentence for the operator when the folder belongs to someone else
 */
export function openPlace(dataDir: string, durable = true): Place {
  const account = databaseAccount()
  const home = openHome(dataDir, account)
  const owner = statSync(home).uid
  if (owner !== process.geteuid?.()) {
    throw new Error(
      `The database in ${home} belongs to the user with the number ${owner}. ` +
        'Run this command as that user, or set DATA_DIR to another folder.',
    )
  }
  return {
    home,
    cluster: join(home, 'cluster'),
    socketDir: socketFolder(home),
    logFile: join(home, 'server.log'),
    account,
    durable,
  }
}

function openHome(dataDir: string, account: Account | undefined): string {
  const home = join(dataDir, 'postgres')
  // The database's account passes through root's folder to its own, and cannot list it.
  const mode = account ? 0o711 : 0o700
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 })
    if (mkdirSync(home, { recursive: true, mode })) chmodSync(home, mode)
    return realpathSync(home)
  } catch (error) {
    throw new Error(
      `The folder ${home} could not be made: ${(error as Error).message}. Set DATA_DIR to another one.`,
    )
  }
}

/**
 * What a server is told of its data folder, which it is started in: as another account it may not be allowed to
 * walk there from the root, but it may always look where it stands.
 */
export function dataFolderOption(place: Place, folder: string): string {
  return place.account && process.platform === 'linux' ? '/proc/self/cwd' : folder
}

/**
 * The socket lives beside the cluster, where only we can put anything. Where that path is too long it lives in
 * a short folder under /tmp, not under TMPDIR, since every command must come to the same one.
 */
function socketFolder(home: string): string {
  const beside = join(home, 'socket')
  if (Buffer.byteLength(join(beside, SOCKET)) <= LONGEST_SOCKET_PATH_BYTES) return beside
  return `/tmp/lanyard-${createHash('sha256').update(home).digest('hex').slice(0, 20)}`
}
