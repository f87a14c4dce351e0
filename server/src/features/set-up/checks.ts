import type { App } from '../../platform/app.ts'
import { clockShiftSeconds } from '../../platform/database/clock.ts'
import { unfitness } from '../../platform/database/connect.ts'
import { missingMigrations } from '../../platform/database/migrate.ts'

export interface Check {
  check: 'database' | 'migrations' | 'address' | 'https' | 'clock' | 'secret_key' | 'mail'
  /** note: works, and somebody should know; problem: does not work. */
  state: 'ok' | 'note' | 'problem'
  detail: string
  /** The setting to change. */
  setting?: string
}

/** Seconds by which the machine's clock may differ from the database's. */
const SKEW_SECONDS = 5

/**
 * What can be checked without anybody's help, each with the setting that changes it. Never throws.
 * @param visitedAt base address the browser used, when one did
 */
export async function runChecks(app: App, visitedAt?: string): Promise<Check[]> {
  const database = await databaseCheck(app)
  if (database.state === 'problem') return [database, ...addressChecks(app, visitedAt), mailCheck(app)]
  return [
    database,
    await migrationsCheck(app),
    ...addressChecks(app, visitedAt),
    await clockCheck(app),
    secretKeyCheck(app),
    mailCheck(app),
  ]
}

async function databaseCheck(app: App): Promise<Check> {
  try {
    const problems = await unfitness(app.database.pool)
    if (problems.length > 0)
      return { check: 'database', state: 'problem', detail: problems.join(' '), setting: 'DATABASE_URL' }
    const kind = app.config.databaseUrl ? 'an external' : 'the embedded'
    return { check: 'database', state: 'ok', detail: `Connected to ${kind} PostgreSQL.` }
  } catch {
    return {
      check: 'database',
      state: 'problem',
      detail: 'The database can’t be reached.',
      setting: 'DATABASE_URL',
    }
  }
}

async function migrationsCheck(app: App): Promise<Check> {
  const missing = await missingMigrations(app.database.pool)
  return missing.length === 0
    ? { check: 'migrations', state: 'ok', detail: 'The tables are those of this release.' }
    : {
        check: 'migrations',
        state: 'problem',
        detail: `${missing.length} migrations are missing. Run lanyard migrate.`,
        setting: 'DATABASE_OWNER_URL',
      }
}

function addressChecks(app: App, visitedAt: string | undefined): Check[] {
  const url = app.config.publicUrl
  const address: Check =
    visitedAt === undefined || visitedAt === url
      ? { check: 'address', state: 'ok', detail: `Links will start with ${url}` }
      : {
          check: 'address',
          state: 'problem',
          detail: `You came to ${visitedAt}, but links will start with ${url}`,
          setting: 'PUBLIC_URL',
        }
  const https: Check = url.startsWith('https:')
    ? { check: 'https', state: 'ok', detail: 'Pages travel encrypted.' }
    : {
        check: 'https',
        state: 'note',
        detail: 'Pages travel unencrypted. That is fine on this machine, not beyond it.',
        setting: 'PUBLIC_URL',
      }
  return [address, https]
}

async function clockCheck(app: App): Promise<Check> {
  const shift = await clockShiftSeconds(app.database)
  if (shift !== 0)
    return {
      check: 'clock',
      state: 'note',
      detail: `The test clock is shifted by ${Math.round(shift)} seconds.`,
      setting: 'LANYARD_TEST_CLOCK',
    }
  const { rows } = await app.database.pool.query<{ at: string }>(
    'select extract(epoch from clock_timestamp())::text as at',
  )
  const skew = Math.abs(Date.now() / 1000 - Number(rows[0]?.at))
  return skew <= SKEW_SECONDS
    ? { check: 'clock', state: 'ok', detail: 'This machine and the database agree on the time.' }
    : {
        check: 'clock',
        state: 'note',
        detail: `This machine’s clock differs from the database’s by ${Math.round(skew)} seconds.`,
      }
}

function secretKeyCheck(app: App): Check {
  return app.config.secretKey
    ? { check: 'secret_key', state: 'ok', detail: 'Keys come from SECRET_KEY.' }
    : {
        check: 'secret_key',
        state: 'ok',
        detail: 'A key was made and is kept with the data. Keep it in your backups.',
        setting: 'SECRET_KEY',
      }
}

function mailCheck(app: App): Check {
  return app.mail.mode === 'sending'
    ? { check: 'mail', state: 'ok', detail: `Email is handed to ${app.config.mail?.url.hostname}.` }
    : {
        check: 'mail',
        state: 'note',
        detail: 'Email isn’t set up yet. You can do this later; until then it is kept on the Email page.',
        setting: 'SMTP_URL',
      }
}
