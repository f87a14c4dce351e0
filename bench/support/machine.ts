import { availableParallelism, cpus, loadavg, release, totalmem } from 'node:os'
import type pg from 'pg'

/** The machine in one line: figures of another one cannot be compared with this one's, their ratios can. */
export function describeMachine(): string {
  const [processor] = cpus()
  const gigabytes = Math.round(totalmem() / 2 ** 30)
  const busy = (loadavg()[0] ?? 0).toFixed(1)
  return (
    `${availableParallelism()} cores (${processor?.model.trim() ?? 'unknown'}), ${gigabytes} GB, ` +
    `${process.platform} ${release()}, Node ${process.versions.node}, load before the run ${busy}`
  )
}

/** The database in one line, with the settings that decide whether a commit is durable. */
export async function describeDatabase(pool: pg.Pool): Promise<string> {
  const { rows } = await pool.query<{ version: string; fsync: string; commit: string }>(
    `select current_setting('server_version') as version, current_setting('fsync') as fsync,
      current_setting('synchronous_commit') as commit`,
  )
  return `PostgreSQL ${rows[0]?.version}, fsync ${rows[0]?.fsync}, synchronous_commit ${rows[0]?.commit}`
}
