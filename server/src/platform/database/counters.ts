import { createHash } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import { Refusal } from '../../kernel/refusal.ts'
import type { Database, Tx } from './database.ts'
import type { DB } from './tables.generated.ts'

export interface Limit {
  /** What is limited, such as `reset-request`. */
  name: string
  hits: number
  windowSeconds: number
}

/** How often in this window, and the seconds until the next. */
interface Counted {
  hits: number
  secondsLeft: number
}

/**
 * Counts one more hit of `who` against a limit, over all nodes, in fixed windows of the product's clock.
 * @returns hits in this window with this one, and the seconds until the next window
 */
export async function countHit(database: Database, limit: Limit, who: string): Promise<Counted> {
  return addHit(database.bare, limit, who)
}

/**
 * The same in the transaction of what is counted: the hit is there if and only if that commits, and another of the same
 * `who` waits until it is known.
 */
export async function countHitWithin(tx: Tx, limit: Limit, who: string): Promise<Counted> {
  return addHit(tx, limit, who)
}

async function addHit(connection: Kysely<DB>, limit: Limit, who: string): Promise<Counted> {
  const counted = await sql<{ hits: number; seconds_left: number }>`
    insert into counters (key, window_start, hits, expires_at)
    select ${keyOf(limit, who)}, date_bin(w, lanyard_now(), 'epoch'), 1, date_bin(w, lanyard_now(), 'epoch') + w
    from (select make_interval(secs => ${limit.windowSeconds}) as w) as length
    on conflict (key, window_start) do update set hits = counters.hits + 1
    returning hits, ceil(extract(epoch from expires_at - lanyard_now()))::int as seconds_left
  `.execute(connection)
  const row = counted.rows[0]
  if (!row) throw new Error('The counter gave no answer')
  return { hits: row.hits, secondsLeft: row.seconds_left }
}

/** Takes one hit of `who` in this window off again, which turned out to be none of those that are limited. */
export async function takeBackHit(database: Database, limit: Limit, who: string): Promise<void> {
  await sql`
    update counters set hits = hits - 1
    where key = ${keyOf(limit, who)} and window_start <= lanyard_now() and expires_at > lanyard_now() and hits > 0`.execute(
    database.bare,
  )
}

/** Seconds until `who` is under every one of these limits again, without counting; null when under all of them now. */
export async function secondsUntilFree(
  database: Database,
  limits: Limit[],
  who: string,
): Promise<number | null> {
  const most = new Map(limits.map((limit) => [keyOf(limit, who), limit.hits]))
  const { rows } = await database.pool.query<{ key: string; hits: number; seconds_left: number }>({
    name: 'seconds-until-free',
    text: `
      select key, hits, ceil(extract(epoch from expires_at - lanyard_now()))::int as seconds_left
      from counters where key = any($1) and window_start <= lanyard_now() and expires_at > lanyard_now()`,
    values: [[...most.keys()]],
  })
  const full = rows.filter((row) => row.hits >= (most.get(row.key) ?? 0))
  return full.length === 0 ? null : Math.max(...full.map((row) => row.seconds_left))
}

const keyOf = (limit: Limit, who: string) =>
  `${limit.name}|${createHash('sha256').update(who).digest('base64url')}`

/** Counts a hit and refuses above the limit. @throws Refusal slow_down */
export async function refuseAbove(database: Database, limit: Limit, who: string): Promise<void> {
  const { hits, secondsLeft } = await countHit(database, limit, who)
  if (hits > limit.hits) throw slowDown(secondsLeft)
}

export function slowDown(seconds: number): Refusal {
  const wait = seconds < 90 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`
  return new Refusal('too_many', 'slow_down', `That’s a lot of requests. Wait ${wait} and try again.`, {
    retryAfterSeconds: seconds,
  })
}

/** The part of a network address that counts as one source: an IPv4 address, or the /64 of an IPv6 one. */
export function sourceOf(address: string | undefined): string {
  if (!address) return 'unknown'
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)
  if (mapped?.[1]) return mapped[1]
  if (!address.includes(':')) return address
  const [head = '', tail] = address.split('::')
  const start = head.split(':').filter(Boolean)
  const end = tail === undefined ? [] : tail.split(':').filter(Boolean)
  const groups = [...start, ...Array(Math.max(0, 8 - start.length - end.length)).fill('0'), ...end]
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`
}
