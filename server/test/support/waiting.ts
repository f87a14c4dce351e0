import assert from 'node:assert/strict'
import type { App } from '../../src/platform/app.ts'

/**
 * Until this many requests wait for what somebody else holds in the database, or one of them has been answered: so that
 * two things are under way at once on purpose.
 */
export async function untilWaiting(app: App, many: number, answer?: Promise<unknown>): Promise<void> {
  let answered = false
  answer?.then(() => {
    answered = true
  })
  const deadline = Date.now() + 30_000
  for (;;) {
    const { rowCount } = await app.database.pool.query(
      `select pg_sleep(0.01) from pg_stat_activity
       where datname = current_database() and wait_event_type = 'Lock'`,
    )
    if (answered || (rowCount ?? 0) >= many) return
    assert.ok(Date.now() < deadline, `${many} requests never waited`)
  }
}
