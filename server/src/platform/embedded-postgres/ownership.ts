import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Lock, tryLock } from './lock-file.ts'
import type { Place } from './place.ts'
import { isAlive } from './processes.ts'

const NAME_WITHIN_MS = 1_000

/** Becomes the one owner of the place, who alone starts and stops its server. Undefined while another process is. */
export function tryToOwn(place: Place): Lock | undefined {
  const lock = tryLock(join(place.home, 'owner.lock'), 'exclusive')
  if (!lock) return undefined
  const nameFile = join(place.home, 'owner.pid')
  try {
    writeFileSync(nameFile, String(process.pid))
  } catch (error) {
    lock.release()
    throw error
  }
  return {
    release() {
      rmSync(nameFile, { force: true })
      lock.release()
    },
  }
}

/** Says that this process uses the server without owning it. Undefined while the owner is stopping it. */
export function tryToVisit(place: Place): Lock | undefined {
  return tryLock(join(place.home, 'guests.lock'), 'shared')
}

/** Keeps guests out while a server is stopped that nobody else uses. Undefined when there are guests. */
export function tryToBeAlone(place: Place): Lock | undefined {
  return tryLock(join(place.home, 'guests.lock'), 'exclusive')
}

/** The refusal for a second owner. */
export async function refuseSecondOwner(place: Place): Promise<Error> {
  const owner = await ownerName(place)
  return new Error(
    `The database in ${place.home} is in use by ${owner}. Stop that process or wait until it has ended, or set DATA_DIR to another folder.`,
  )
}

/** For people: "process 123". The owner may just be writing its number, so it gets a moment. */
export async function ownerName(place: Place): Promise<string> {
  const deadline = Date.now() + NAME_WITHIN_MS
  while (ownerPid(place) === undefined && Date.now() < deadline) await sleep(10)
  const pid = ownerPid(place)
  return pid ? `process ${pid}` : 'another process'
}

/** Only for people to read: the lock decides. */
function ownerPid(place: Place): number | undefined {
  try {
    const pid = Number(readFileSync(join(place.home, 'owner.pid'), 'utf8'))
    return pid > 0 && isAlive(pid) ? pid : undefined
  } catch {
    return undefined
  }
}
