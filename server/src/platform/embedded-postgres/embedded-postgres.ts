import { setTimeout as sleep } from 'node:timers/promises'
import { ensureCluster } from './cluster.ts'
import { keepRunning } from './keep-running.ts'
import type { Lock } from './lock-file.ts'
import { findNativePackage, type NativePackage } from './native-package.ts'
import { ownerName, refuseSecondOwner, tryToBeAlone, tryToOwn, tryToVisit } from './ownership.ts'
import { openPlace, type Place } from './place.ts'
import { isReady, runningPostmaster, startPostmaster, stopPostmaster, untilReady } from './postmaster.ts'
import { prepareRuntime } from './runtime.ts'
import { DATABASE, PORT, SUPERUSER } from './settings.ts'

/** How to connect (a Unix socket, no password), and how to leave. */
export interface EmbeddedPostgres {
  /** Goes where node-postgres takes a host. */
  socketDir: string
  port: number
  superuser: string
  database: string
  /** True when it was already running: left behind by a killed process, or in use by another one. */
  adopted: boolean
  /**
   * Stops the server and waits for its end when this process owns it; leaves it when this process only joined it.
   * The last of several commands that share a server stops it.
   */
  stop(): Promise<void>
}

export interface EmbeddedPostgresOptions {
  /** Everything is kept in its subfolder "postgres". */
  dataDir: string
  log: (line: string) => void
  /** False where everything can be made again: then nothing waits for the disk. */
  durable?: boolean
}

const JOIN_WITHIN_MS = 60_000

/**
 * Starts the database in this data folder, making it at the first time, or adopts the one that a killed process
 * left running. From then on this process owns it and starts it again should it end by itself.
 * @throws a plain Error with a sentence for the operator, above all when another live process owns it
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const source = findNativePackage()
  const place = openPlace(options.dataDir, options.durable)
  const ownership = tryToOwn(place)
  if (!ownership) throw await refuseSecondOwner(place)
  return await own(place, source, ownership, options.log, () => stopPostmaster(place))
}

/**
 * For a command beside a running server: joins its database, or starts one for its own duration.
 * @throws a plain Error with a sentence for the operator
 */
export async function joinEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const source = findNativePackage()
  const place = openPlace(options.dataDir)
  const deadline = Date.now() + JOIN_WITHIN_MS
  for (; Date.now() < deadline; await sleep(25)) {
    const ownership = tryToOwn(place)
    if (ownership) return await own(place, source, ownership, options.log, () => stopUnlessShared(place))
    const visit = tryToVisit(place)
    if (visit && (await isReady(place))) return joined(place, visit)
    visit?.release()
  }
  throw new Error(
    `The database in ${place.home} does not answer, although ${await ownerName(place)} is looking after it.`,
  )
}

async function own(
  place: Place,
  source: NativePackage,
  ownership: Lock,
  log: (line: string) => void,
  stopServer: () => Promise<void>,
): Promise<EmbeddedPostgres> {
  try {
    const { pid, adopted } = await bringUp(place, source, log)
    const endWatch = keepRunning(place, pid, async () => (await bringUp(place, source, log)).pid, log)
    return connection(place, adopted, async () => {
      await endWatch()
      try {
        await stopServer()
      } finally {
        ownership.release()
      }
    })
  } catch (error) {
    ownership.release()
    throw inWords(error, place)
  }
}

/** A refusal by the operating system (a full disk, a folder that may not be written) names no cause people know. */
function inWords(error: unknown, place: Place): unknown {
  if (!(error instanceof Error && 'syscall' in error)) return error
  return new Error(`The database in ${place.home} could not be started: ${error.message}.`, { cause: error })
}

async function bringUp(place: Place, source: NativePackage, log: (line: string) => void) {
  const running = runningPostmaster(place)
  if (running && (await untilReady(place, running, log)) === 'ready') {
    log(`Took over the database that was already running as process ${running}.`)
    return { pid: running, adopted: true }
  }
  const runtime = prepareRuntime(place, source)
  await ensureCluster(place, runtime, log)
  return { pid: await startPostmaster(place, runtime, log), adopted: false }
}

function joined(place: Place, visit: Lock): EmbeddedPostgres {
  return connection(place, true, async () => {
    visit.release()
    // The owner may have been a command that ended before us and left the server to us.
    const ownership = tryToOwn(place)
    if (!ownership) return
    try {
      await stopUnlessShared(place)
    } finally {
      ownership.release()
    }
  })
}

async function stopUnlessShared(place: Place): Promise<void> {
  const alone = tryToBeAlone(place)
  if (!alone) return
  try {
    await stopPostmaster(place)
  } finally {
    alone.release()
  }
}

function connection(place: Place, adopted: boolean, leave: () => Promise<void>): EmbeddedPostgres {
  let left: Promise<void> | undefined
  return {
    socketDir: place.socketDir,
    port: PORT,
    superuser: SUPERUSER,
    database: DATABASE,
    adopted,
    stop() {
      left ??= leave()
      return left
    },
  }
}
