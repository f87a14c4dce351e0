import { timingSafeEqual } from 'node:crypto'
import { sql } from 'kysely'
import { Refusal } from '../../kernel/refusal.ts'
import type { App } from '../../platform/app.ts'
import { hashToken, newReadableCode, normaliseCode } from '../../platform/crypto/tokens.ts'
import { type Limit, refuseAbove, sourceOf, takeBackHit } from '../../platform/database/counters.ts'
import type { BareTx, Database } from '../../platform/database/database.ts'

/** A set-up code works this long; each start prints a new one. */
export const SET_UP_CODE_HOURS = 24

/** Wrong ones. */
const TRIES: Limit = { name: 'set-up-code', hits: 20, windowSeconds: 600 }

/** A new code for the first set-up, replacing the one before; null when Lanyard is set up already. */
export async function newSetUpCode(database: Database): Promise<string | null> {
  const code = newReadableCode()
  const made = await sql`
    update set_up set code_hash = ${hashToken(normaliseCode(code))},
      code_expires_at = lanyard_now() + make_interval(hours => ${SET_UP_CODE_HOURS})
    where finished_at is null`.execute(database.bare)
  return Number(made.numAffectedRows ?? 0) === 1 ? code : null
}

export async function isSetUp(database: Database): Promise<boolean> {
  const row = await database.bare.selectFrom('set_up').select('finished_at').executeTakeFirstOrThrow()
  return row.finished_at !== null
}

/** Makes the installation wait for its first set-up again; only the owner role empties what was set up. */
export async function clearSetUp(bare: BareTx): Promise<void> {
  await sql`update set_up set finished_at = null, demo = false`.execute(bare)
}

/**
 * Stops a stranger from claiming a fresh server. A try is counted before the code is looked at, so that of any number at
 * once no more are looked at than may be; a right one is taken off again, and only that one.
 * @throws Refusal not_found once set up, setup_code_wrong, slow_down
 */
export async function checkSetUpCode(app: App, code: string, address: string | undefined): Promise<void> {
  const row = await sql<{ code_hash: Buffer | null; live: boolean; finished: boolean }>`
    select code_hash, code_expires_at > lanyard_now() as live, finished_at is not null as finished from set_up`.execute(
    app.database.bare,
  )
  const found = row.rows[0]
  if (!found || found.finished) throw alreadySetUp()
  const source = sourceOf(address)
  await refuseAbove(app.database, TRIES, source)
  const right =
    found.live && found.code_hash !== null && timingSafeEqual(found.code_hash, hashToken(normaliseCode(code)))
  if (!right)
    throw new Refusal(
      'forbidden',
      'setup_code_wrong',
      'That isn’t the set-up code. It is on the last line that Lanyard printed when it started.',
    )
  await takeBackHit(app.database, TRIES, source)
}

export const alreadySetUp = () => new Refusal('not_found', 'not_found', 'Lanyard is set up already. Sign in.')
