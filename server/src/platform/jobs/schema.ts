import type pg from 'pg'
import { escapeIdentifier } from 'pg'
import { PgBoss } from 'pg-boss'
import { QUEUES } from './queues.ts'

export const JOBS_SCHEMA = 'pgboss'

/**
 * Installs or upgrades the job queue's own schema, as the owner role, and makes its clock ours, so that a shifted
 * test clock shifts the queues too. The app role may use it and change nothing of its shape.
 */
export async function migrateJobs(client: pg.Client, appRole: string): Promise<void> {
  const app = escapeIdentifier(appRole)
  const boss = new PgBoss({
    db: { executeSql: (text, values) => client.query(text, values) },
    schema: JOBS_SCHEMA,
    supervise: false,
    schedule: false,
  })
  await boss.start()
  for (const queue of QUEUES) await boss.createQueue(queue, { notify: true })
  await boss.stop({ graceful: false })
  await client.query(`
    create or replace function ${JOBS_SCHEMA}.job_now() returns timestamptz language sql stable as 'select public.lanyard_now()';
    grant usage on schema ${JOBS_SCHEMA} to ${app};
    grant select, insert, update, delete on all tables in schema ${JOBS_SCHEMA} to ${app};
    grant execute on all functions in schema ${JOBS_SCHEMA} to ${app};
  `)
}
