import { sql } from 'kysely'
import { Refusal } from '../../kernel/refusal.ts'
import type { Database } from '../../platform/database/database.ts'

/** Whether the installation holds the demonstration. */
export async function isDemo(database: Database): Promise<boolean> {
  const row = await database.bare.selectFrom('set_up').select('demo').executeTakeFirstOrThrow()
  return row.demo
}

/** Whether no other Lanyard works on this database at the moment. */
export async function isAlone(database: Database): Promise<boolean> {
  const found = await sql<{ others: number }>`
    select count(*)::int as others from pg_stat_activity
    where datname = current_database() and usename = current_user
      and application_name like 'lanyard %' and application_name <> current_setting('application_name')`.execute(
    database.bare,
  )
  return found.rows[0]?.others === 0
}

export const refuse = {
  ownerNeeded: () =>
    new Refusal(
      'unprocessable',
      'owner_needed',
      'The demonstration sets the clock back and clears every table, which needs the role that owns them: set DATABASE_OWNER_URL.',
    ),
  mailIsSet: () =>
    new Refusal(
      'conflict',
      'mail_is_set',
      'A mail server is set, and the demonstration sends no mail. Take SMTP_URL out, and load it again.',
    ),
  notEmpty: () =>
    new Refusal(
      'conflict',
      'already_set_up',
      'Lanyard is set up here already. The demonstration is loaded only where nobody is yet. Nothing was changed.',
    ),
  running: () =>
    new Refusal('conflict', 'lanyard_runs', 'Lanyard is running. Stop it, and start it again afterwards.'),
  noDemo: () => new Refusal('conflict', 'no_demo', 'This isn’t the demonstration, so nothing was removed.'),
}
