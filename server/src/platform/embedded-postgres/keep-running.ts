import { setTimeout as sleep } from 'node:timers/promises'
import type { Place } from './place.ts'
import { isAlive } from './processes.ts'
import { trimServerLog } from './server-log.ts'

const LOOK_EVERY_MS = 500
const BETWEEN_STARTS_MS = 5_000

/**
 * Looks after a running server: when it ends by itself, or by somebody's hand, it is started again, at most once
 * in 5 seconds. Keeps no process alive that has nothing else to do.
 * @returns the function that ends the watch and comes back when no start is under way any more
 */
export function keepRunning(
  place: Place,
  pid: number,
  bringUp: () => Promise<number>,
  log: (line: string) => void,
): () => Promise<void> {
  const end = new AbortController()
  const watch = watchOver(place, pid, bringUp, log, end.signal)
  return async () => {
    end.abort()
    await watch
  }
}

async function watchOver(
  place: Place,
  first: number,
  bringUp: () => Promise<number>,
  log: (line: string) => void,
  end: AbortSignal,
): Promise<void> {
  let pid = first
  for (;;) {
    await pause(LOOK_EVERY_MS, end)
    if (end.aborted) return
    trimServerLog(place.logFile)
    if (isAlive(pid)) continue
    log('The database has stopped although nobody asked Lanyard to stop it. Starting it again.')
    try {
      pid = await bringUp()
      log('The database runs again.')
    } catch (error) {
      log(`${(error as Error).message} Lanyard tries again in 5 seconds.`)
    }
    await pause(BETWEEN_STARTS_MS, end)
  }
}

async function pause(ms: number, end: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { ref: false, signal: end }).catch(() => undefined)
}
