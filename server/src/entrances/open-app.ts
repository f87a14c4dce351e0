import { isDemo } from '../features/demo/demo.ts'
import type { App } from '../platform/app.ts'
import type { Config } from '../platform/config/config.ts'
import { openKeys } from '../platform/crypto/keys.ts'
import { readSecretKeyFile } from '../platform/crypto/secret-key-file.ts'
import { clockShiftSeconds } from '../platform/database/clock.ts'
import { connect, type Installation, unfitness } from '../platform/database/connect.ts'
import { openDatabase } from '../platform/database/database.ts'
import { migrate, missingMigrations } from '../platform/database/migrate.ts'
import { openJobs } from '../platform/jobs/jobs.ts'
import type { Log } from '../platform/log/log.ts'
import { openMail } from '../platform/mail/mail.ts'

export interface OpenApp {
  app: App
  installation: Installation
  close(): Promise<void>
}

/** Something that stops Lanyard from working, in a sentence for the operator. */
class CannotStart extends Error {}

/**
 * Connects, migrates where the owner role is known, and looks whether everything is fit to work.
 * @param how `own`: this process runs the embedded database; `join`: it may use one that runs already
 * @throws CannotStart
 */
export async function openApp(config: Config, log: Log, how: 'own' | 'join'): Promise<OpenApp> {
  const installation = await connect(config, (line) => log.info(line), how)
  const database = openDatabase(installation.app)
  const jobs = openJobs(database, installation.app, log)
  const mail = openMail(config)
  const close = async () => {
    mail.close()
    await database.close()
    await installation.stop()
  }
  try {
    const keys = openKeys(config.secretKey ?? (await readSecretKeyFile(config.dataDir)))
    if (installation.owner) {
      const applied = await migrate(installation.owner, installation.appRole)
      if (applied.length > 0)
        log.info({ migrations: applied.length }, 'the database was brought up to this release')
    }
    const missing = await missingMigrations(database.pool)
    if (missing.length > 0)
      throw new CannotStart(
        `The database lacks ${missing.length} migrations of this release (${missing[0]} first). Set DATABASE_OWNER_URL, or run lanyard migrate.`,
      )
    const problems = await unfitness(database.pool)
    if (problems.length > 0) throw new CannotStart(problems.join('\n'))
    if (!config.testClock && (await clockShiftSeconds(database)) !== 0)
      throw new CannotStart(
        'The test clock is shifted. Set LANYARD_TEST_CLOCK=1 to go on testing, or run lanyard test-clock reset.',
      )
    if (mail.mode === 'sending' && (await isDemo(database)))
      throw new CannotStart(
        'This is the demonstration, which sends no mail. Take SMTP_URL out, or run lanyard demo remove without it.',
      )
    return { app: { config, database, keys, log, mail, jobs }, installation, close }
  } catch (error) {
    await close()
    throw error
  }
}
