import pg from 'pg'
import type { Connection, Database } from './database.ts'

/** Seconds by which the product's clock is ahead of the real one; other than 0 only in tests. */
export async function clockShiftSeconds(database: Database): Promise<number> {
  const { rows } = await database.pool.query<{ seconds: number }>(
    'select extract(epoch from shift)::float8 as seconds from lanyard_private.clock',
  )
  return rows[0]?.seconds ?? 0
}

/** Adds to the present shift, or takes it away (`null`). Only the owner role may. @returns the shift in force, in seconds */
export async function shiftClock(owner: Connection, seconds: number | null): Promise<number> {
  const client = new pg.Client(owner)
  await client.connect()
  try {
    const { rows } = await client.query<{ seconds: number }>(
      `update lanyard_private.clock
       set shift = case when $1::float8 is null then interval '0' else shift + make_interval(secs => $1) end
       returning extract(epoch from shift)::float8 as seconds`,
      [seconds],
    )
    return rows[0]?.seconds ?? 0
  } finally {
    await client.end()
  }
}
