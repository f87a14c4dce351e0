import { chownSync, lstatSync, mkdirSync, rmSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { Place } from './place.ts'
import { SOCKET } from './settings.ts'

/** The folder as the server is told it: seen from its cluster, since it may not be allowed to walk there from the root. */
export function socketSetting(place: Place): string {
  return place.socketDir.startsWith(place.home) ? relative(place.cluster, place.socketDir) : place.socketDir
}

/** Makes the folder, or empties the one that a server left behind which no longer runs. */
export function prepareSocketFolder(place: Place): void {
  try {
    mkdirSync(place.socketDir, { mode: 0o700 })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  checkSocketFolder(place)
  if (place.account) chownSync(place.socketDir, place.account.uid, place.account.gid)
  // A left lock would keep the server from starting once its number has been given to another process.
  rmSync(join(place.socketDir, SOCKET), { force: true })
  rmSync(join(place.socketDir, `${SOCKET}.lock`), { force: true })
}

/**
 * Anyone may create things under /tmp, so the folder itself is looked at (no link is followed) before it is used.
 * @returns false when there is none
 * @throws a sentence for the operator when it is not ours alone
 */
export function checkSocketFolder(place: Place): boolean {
  const found = lstatSync(place.socketDir, { throwIfNoEntry: false })
  if (!found) return false
  const ours = found.uid === process.geteuid?.() || found.uid === place.account?.uid
  if (!found.isDirectory() || !ours || (found.mode & 0o777) !== 0o700) {
    throw new Error(
      `${place.socketDir} is where the database's socket belongs, but another user made it or may enter it. ` +
        'Remove it, or set DATA_DIR to a folder with a shorter path.',
    )
  }
  return true
}
