import { fromKysely, PgBoss } from 'pg-boss'
import type { Connection, Database, Tx } from '../database/database.ts'
import { listen } from '../database/listen.ts'
import type { Log } from '../log/log.ts'
import type { QueueName } from './queues.ts'
import { JOBS_SCHEMA } from './schema.ts'

export type JobHandler = (ids: Record<string, string>) => Promise<void>

export interface Jobs {
  /** Adds a job that commits with the change. It carries ids only; its handler looks at the present state again. */
  enqueue(tx: Tx, queue: QueueName, ids: Record<string, string>): Promise<void>
  /** Begins to work: runs what is queued, and each schedule once over all nodes. */
  work(handlers: Record<QueueName, JobHandler>, schedules: Partial<Record<QueueName, string>>): Promise<void>
  /** Lets what is running finish (at most 20 s), then stops. */
  stop(): Promise<void>
}

const FINISH_MS = 20_000

/** @param connection where wake-ups are heard, so that a job begins the moment its change commits */
export function openJobs(database: Database, connection: Connection, log: Log): Jobs {
  const boss = new PgBoss({
    db: {
      executeSql: (text, values) => database.pool.query(text, values),
      async listen(channel, heard, connected) {
        const listener = listen(connection, channel, { heard, connected })
        return { close: () => listener.stop() }
      },
    },
    schema: JOBS_SCHEMA,
    useListenNotify: true,
    migrate: false,
    createSchema: false,
  })
  boss.on('error', (error) => log.warn({ problem: error.message }, 'the job queue had a problem'))
  let started = false

  return {
    async enqueue(tx, queue, ids) {
      await boss.send(queue, ids, { db: fromKysely(tx), retryLimit: 5, retryBackoff: true })
    },
    async work(handlers, schedules) {
      await boss.start()
      started = true
      for (const [queue, handler] of Object.entries(handlers)) {
        await boss.work<Record<string, string>>(queue, { pollingIntervalSeconds: 2 }, async (jobs) => {
          for (const job of jobs) await handler(job.data ?? {})
        })
      }
      for (const [queue, cron] of Object.entries(schedules)) await boss.schedule(queue, cron)
    },
    async stop() {
      if (started) await boss.stop({ graceful: true, timeout: FINISH_MS })
      started = false
    },
  }
}
