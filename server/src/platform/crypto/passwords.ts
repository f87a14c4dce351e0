import { availableParallelism } from 'node:os'
import { hash, verify } from '@node-rs/argon2'
import { Refusal } from '../../kernel/refusal.ts'
import type { Keys } from './keys.ts'

/** argon2id with the least that OWASP names: 19 MiB, two passes, one lane. */
/** The library's number for argon2id; its own constant exists only for compilers. */
const ARGON2ID = 2
const PARAMETERS = { algorithm: ARGON2ID, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const
const PARAMETERS_TEXT = '$argon2id$v=19$m=19456,t=2,p=1$'

/** Hashes at once, and how many more may wait. Beyond that the answer is "busy", so that sign-ins cannot starve the rest. */
const AT_ONCE = Math.max(1, availableParallelism() - 1)
const WAITING_MAX = 32

const PEPPER = 'password-pepper'

/** Peppered and hashed: the text to keep, and which key peppered it. */
export interface HashedPassword {
  hash: string
  pepperId: string
}

/** A place in the line of hashes: whoever holds one waits for their turn and is not told "busy". */
export interface HashPlace {
  hash(keys: Keys, password: string): Promise<HashedPassword>
  /** As `verifyPassword`. */
  verify(keys: Keys, known: HashedPassword | null, password: string): Promise<boolean>
}

let held = 0

/**
 * Holds a place in the line of hashes for as long as `work` takes: what is done before the hash, such as counting an
 * attempt, is not done in vain.
 * @throws Refusal busy when all places are taken; `work` has not begun then
 */
export async function withHashPlace<T>(work: (place: HashPlace) => Promise<T>): Promise<T> {
  if (held >= AT_ONCE + WAITING_MAX) throw busy()
  held++
  try {
    return await work(PLACE)
  } finally {
    held--
  }
}

const busy = () =>
  new Refusal(
    'unavailable',
    'busy',
    'Many people are signing in at this moment. Try again in a few seconds.',
    {
      retryAfterSeconds: 2,
    },
  )

const PLACE: HashPlace = {
  async hash(keys, password) {
    const pepperId = keys.newestId
    return { hash: await inTurn(() => hash(peppered(keys, password, pepperId), PARAMETERS)), pepperId }
  },
  async verify(keys, known, password) {
    const against = known ?? { hash: await dummyHash(), pepperId: keys.newestId }
    const matches = await inTurn(() => verify(against.hash, peppered(keys, password, against.pepperId)))
    return matches && known !== null
  },
}

/** @throws Refusal busy when too many hashes wait already */
export async function hashPassword(keys: Keys, password: string): Promise<HashedPassword> {
  return withHashPlace((place) => place.hash(keys, password))
}

/**
 * Whether a password is the one that was hashed. With `null` for the hash it takes the same time and says no, so that
 * nobody learns from the clock whether there is an account.
 * @throws Refusal busy when too many hashes wait already
 */
export async function verifyPassword(
  keys: Keys,
  known: HashedPassword | null,
  password: string,
): Promise<boolean> {
  return withHashPlace((place) => place.verify(keys, known, password))
}

/** Whether a kept hash was made with other parameters or an older key, and should be made anew at the next sign-in. */
export function isOutdated(keys: Keys, known: HashedPassword): boolean {
  return known.pepperId !== keys.newestId || !known.hash.startsWith(PARAMETERS_TEXT)
}

/** NFKC first (NIST SP 800-63B), so that the same password typed on another keyboard is the same. */
function peppered(keys: Keys, password: string, pepperId: string): string {
  return keys.sign(PEPPER, password.normalize('NFKC'), pepperId).toString('base64')
}

let dummy: Promise<string> | undefined
function dummyHash(): Promise<string> {
  dummy ??= hash('nobody has this password', PARAMETERS)
  return dummy
}

let running = 0
const waiting: (() => void)[] = []

/** Only for who holds a place, which bounds how many wait. */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) await new Promise<void>((go) => waiting.push(go))
  running++
  try {
    return await work()
  } finally {
    running--
    waiting.shift()?.()
  }
}
