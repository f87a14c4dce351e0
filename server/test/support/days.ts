import { sql } from 'kysely'
import { inTenant } from '../../src/platform/database/database.ts'
import type { Lanyard } from './start-lanyard.ts'

/** The day it is in London, or so many days later, or in another time zone. */
export async function dayIn({ app, id }: Lanyard, days: number, timeZone = 'Europe/London'): Promise<string> {
  const { rows } = await inTenant(app.database, id, (tx) =>
    sql<{
      day: string
    }>`select ((lanyard_now() at time zone ${timeZone})::date + ${days}::int)::text as day`.execute(tx),
  )
  return rows[0]?.day as string
}

/** Lets time go on until so many minutes after the next midnight in a time zone. */
export async function passMidnight(
  { app, id, clock }: Lanyard,
  minutes = 1,
  timeZone = 'Europe/London',
): Promise<void> {
  const { rows } = await inTenant(app.database, id, (tx) =>
    sql<{ seconds: number }>`
      select extract(epoch from (((lanyard_now() at time zone ${timeZone})::date + 1)::timestamp at time zone ${timeZone}) - lanyard_now())::float8 as seconds`.execute(
      tx,
    ),
  )
  await clock.shift(Math.ceil(rows[0]?.seconds ?? 0) + minutes * 60)
}
