import { createHash } from 'node:crypto'
import {
  chmodSync,
  constants,
  copyFileSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import { basename, join, relative } from 'node:path'
import { tryLock } from './lock-file.ts'
import type { NativePackage } from './native-package.ts'
import type { Place } from './place.ts'

/** Parts of the package that only a compiler needs. */
const NOT_NEEDED = /\.a$|^pkgconfig$|^pgxs$/

/** For root: outside the data folder, whose parents the database's own account may not be allowed to pass. */
const SHARED_CACHE = '/var/cache/lanyard'

const LOCK_WAIT_MS = 30_000

/**
 * Makes sure that the PostgreSQL programs stand where the database's account can run them, and answers that
 * folder. They are never run from node_modules: the next `npm ci` would take them from under a running server,
 * its links may be missing, and another account may not reach it. Costs some 20 ms (links) to 250 ms (copies)
 * and 58 MB once, and a look at each file's size after that, since a power cut can leave copies cut short.
 */
export function prepareRuntime(place: Place, source: NativePackage): string {
  const shelf = place.account ? sharedShelf(source) : join(place.home, 'runtime')
  mkdirSync(shelf, { recursive: true, mode: 0o755 })
  if (place.account) for (const folder of [SHARED_CACHE, shelf]) chmodSync(folder, 0o755)
  const runtime = join(shelf, `postgres-${source.version}`)
  const lock = tryLock(join(shelf, 'copy.lock'), 'exclusive', LOCK_WAIT_MS)
  if (!lock)
    throw new Error(`Another process has been writing to ${shelf} for too long. End it and start again.`)
  try {
    if (!isWhole(source.native, runtime)) {
      for (const old of readdirSync(shelf)) {
        if (old.startsWith('postgres-')) rmSync(join(shelf, old), { recursive: true, force: true })
      }
      copyFolder(source.native, runtime)
      makeLinks(source.native, runtime)
    }
  } finally {
    lock.release()
  }
  return runtime
}

/** One for each installed package: two projects of different people on a machine never run each other's programs. */
function sharedShelf(source: NativePackage): string {
  return join(
    SHARED_CACHE,
    `runtime-${createHash('sha256').update(source.native).digest('hex').slice(0, 12)}`,
  )
}

function copyFolder(from: string, to: string): void {
  mkdirSync(to, { mode: 0o755 })
  chmodSync(to, 0o755)
  for (const entry of wanted(from)) {
    const source = join(from, entry.name)
    const target = join(to, entry.name)
    if (entry.isDirectory()) copyFolder(source, target)
    else if (!linkFile(source, target)) {
      copyFileSync(source, target, constants.COPYFILE_FICLONE)
      chmodSync(target, statSync(source).mode & 0o111 ? 0o755 : 0o644)
    }
  }
}

/** A hard link takes no room and no time. Only for files that everyone may read, as the mode is shared with the source. */
function linkFile(source: string, target: string): boolean {
  const { mode } = statSync(source)
  const readable = mode & 0o100 ? 0o555 : 0o444
  if ((mode & readable) !== readable) return false
  try {
    linkSync(source, target)
    return true
  } catch {
    // Another file system, or files of another user, which the kernel does not let us link.
    return false
  }
}

/** The links between library names, which npm cannot pack: the package lists them in a file. */
function makeLinks(native: string, runtime: string): void {
  for (const { target, library } of libraryLinks(native)) {
    symlinkSync(library, join(runtime, target))
  }
}

function libraryLinks(native: string): { target: string; library: string }[] {
  const listed = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as {
    source: string
    target: string
  }[]
  return listed.map(({ source, target }) => ({
    target: relative('native', target),
    library: basename(source),
  }))
}

function isWhole(native: string, runtime: string): boolean {
  return (
    sameFiles(native, runtime) &&
    libraryLinks(native).every(({ target }) => statSync(join(runtime, target), { throwIfNoEntry: false }))
  )
}

function sameFiles(from: string, to: string): boolean {
  return wanted(from).every((entry) => {
    const source = join(from, entry.name)
    const target = join(to, entry.name)
    if (entry.isDirectory()) return sameFiles(source, target)
    return lstatSync(target, { throwIfNoEntry: false })?.size === lstatSync(source).size
  })
}

/** Links are left out, as they may or may not have been made in the package. */
function wanted(folder: string) {
  return readdirSync(folder, { withFileTypes: true }).filter(
    (entry) => (entry.isFile() || entry.isDirectory()) && !NOT_NEEDED.test(entry.name),
  )
}
