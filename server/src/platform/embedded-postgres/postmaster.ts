import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { answer } from './answers.ts'
import { dataFolderOption, type Place } from './place.ts'
import { isAlive, isPostmasterOf, mayExist } from './processes.ts'
import { lastWords, openServerLog, sizeOf } from './server-log.ts'
import { settings } from './settings.ts'
import { prepareSocketFolder, socketSetting } from './socket-folder.ts'

const FAST_STOP_MS = 20_000
const IMMEDIATE_STOP_MS = 20_000
const SILENT_MS = 10_000
const NOTICE_EVERY_MS = 10_000
const LEFT_BEHIND_MS = 10_000

/** The number of the server that runs in this place, if one does; a file left by one that has died does not count. */
export function runningPostmaster(place: Place): number | undefined {
  const { pid } = pidFile(place)
  return pid && isPostmasterOf(place.cluster, pid) ? pid : undefined
}

/**
 * Starts a server that outlives this process and hears none of its terminal's signals, and waits until it answers.
 * Expects that this process owns the place and no server runs in it. @returns its number
 * @throws a sentence for the operator with the server's last words
 */
export async function startPostmaster(
  place: Place,
  runtime: string,
  log: (line: string) => void,
): Promise<number> {
  const deadline = Date.now() + LEFT_BEHIND_MS
  for (;;) {
    const logStart = sizeOf(place.logFile)
    const pid = await spawnPostmaster(place, runtime)
    if ((await untilReady(place, pid, log)) === 'ready') return pid
    const words = lastWords(place.logFile, logStart)
    // After a server was killed its children need a moment to notice and go.
    const childrenRemain = words.includes('pre-existing shared memory block')
    if (!childrenRemain || Date.now() > deadline) {
      throw new Error(
        `The database did not start. Its last words: ${words}. The whole log is ${place.logFile}.`,
      )
    }
    await sleep(200)
  }
}

/**
 * Waits until the server answers, for as long as it lives: recovery after a power cut may take minutes.
 * @returns ended when it ends instead
 * @throws a sentence for the operator when nothing listens at the socket although the process lives
 */
export async function untilReady(
  place: Place,
  pid: number,
  log: (line: string) => void,
): Promise<'ready' | 'ended'> {
  let silentSince = Date.now()
  let lastNotice = Date.now()
  for (let pauseMs = 5; isAlive(pid); pauseMs = Math.min(pauseMs * 1.5, 250)) {
    const state = await stateOf(place, pid)
    if (state === 'ready') return 'ready'
    if (state === 'busy') silentSince = Date.now()
    if (Date.now() - silentSince > SILENT_MS) {
      throw new Error(
        `The database runs as process ${pid}, but does not answer in ${place.socketDir}. ` +
          `Stop it with "kill -INT ${pid}" and start again.`,
      )
    }
    if (Date.now() - lastNotice > NOTICE_EVERY_MS) {
      log('The database is still starting or stopping. After an unclean end this can take some minutes.')
      lastNotice = Date.now()
    }
    await sleep(pauseMs)
  }
  return 'ended'
}

/** Whether a server runs in this place and answers. Never disturbs one that is still starting. */
export async function isReady(place: Place): Promise<boolean> {
  const pid = runningPostmaster(place)
  return pid !== undefined && (await stateOf(place, pid)) === 'ready'
}

/**
 * Stops the server that runs in this place, if one does, and waits until it has ended. Open transactions are rolled
 * back. One that takes longer than 20 seconds is ended at once, and recovers when it starts next.
 */
export async function stopPostmaster(place: Place): Promise<void> {
  const pid = runningPostmaster(place)
  if (!pid) return
  if (await endsOn(pid, 'SIGINT', FAST_STOP_MS)) return
  if (await endsOn(pid, 'SIGQUIT', IMMEDIATE_STOP_MS)) return
  throw new Error(`The database, process ${pid}, did not stop. Its log is ${place.logFile}.`)
}

async function spawnPostmaster(place: Place, runtime: string): Promise<number> {
  prepareSocketFolder(place)
  forgetReusedPid(place)
  const logHandle = openServerLog(place.logFile)
  const options = [
    '-D',
    dataFolderOption(place, place.cluster),
    ...settings(socketSetting(place), place.durable),
  ]
  const server = spawn(join(runtime, 'bin', 'postgres'), options, {
    cwd: place.cluster,
    env: { LC_ALL: 'C', TZ: 'UTC' },
    stdio: ['ignore', logHandle, logHandle],
    detached: true,
    ...place.account,
  })
  closeSync(logHandle)
  await once(server, 'spawn')
  server.unref()
  return server.pid as number
}

/** PostgreSQL clears up after a dead server, but not when its number has been given to another process since. */
function forgetReusedPid(place: Place): void {
  const { pid } = pidFile(place)
  if (pid && mayExist(pid)) rmSync(join(place.cluster, 'postmaster.pid'))
}

/** It is asked only once it says itself that it is ready, as it logs each question that comes too early. */
async function stateOf(place: Place, pid: number): Promise<'ready' | 'busy' | 'silent'> {
  const file = pidFile(place)
  return file.pid === pid && file.state === 'ready' ? await answer(place) : 'busy'
}

/** PostgreSQL's own file: the number of its process stands in the first line, what it is doing in the eighth. */
function pidFile(place: Place): { pid: number | undefined; state: string | undefined } {
  try {
    const lines = readFileSync(join(place.cluster, 'postmaster.pid'), 'utf8').split('\n')
    const pid = Number(lines[0])
    return { pid: pid > 0 ? pid : undefined, state: lines[7]?.trim() }
  } catch {
    return { pid: undefined, state: undefined }
  }
}

async function endsOn(pid: number, signal: NodeJS.Signals, ms: number): Promise<boolean> {
  try {
    process.kill(pid, signal)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
  for (const deadline = Date.now() + ms; Date.now() < deadline; await sleep(10)) {
    if (!isAlive(pid)) return true
  }
  return false
}
