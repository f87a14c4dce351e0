import { DatabaseSync } from 'node:sqlite'

export interface Lock {
  release(): void
}

/** SQLite's result code for "someone else holds a lock that is in the way". */
const SQLITE_BUSY = 5

/** A lock lives as long as its handle, so held handles are kept from the garbage collector. */
const held = new Set<DatabaseSync>()

/**
 * Takes a lock on a file, or answers undefined at once (after `waitMs`, which blocks the whole process) when
 * another process or another part of this one is in the way. The lock belongs to the process, not to the file's
 * content: the operating system drops it when the process ends, however it ends, so it cannot go stale.
 *
 * SQLite is used for nothing but its file locks, which Node itself does not offer; the file stays empty. Never
 * open a lock file in any other way: closing it anywhere in the process would drop the lock.
 */
export function tryLock(path: string, kind: 'exclusive' | 'shared', waitMs = 0): Lock | undefined {
  const handle = new DatabaseSync(path, { open: false, timeout: waitMs })
  try {
    handle.open()
    if (kind === 'exclusive') handle.exec('begin exclusive')
    else handle.exec('begin; select count(*) from sqlite_master')
  } catch (error) {
    if (handle.isOpen) handle.close()
    if ((error as { errcode?: number }).errcode === SQLITE_BUSY) return undefined
    throw new Error(`${path} could not be locked: ${(error as Error).message}.`)
  }
  held.add(handle)
  return {
    release() {
      if (held.delete(handle)) handle.close()
    },
  }
}
