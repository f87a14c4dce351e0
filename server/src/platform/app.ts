import type { Config } from './config/config.ts'
import type { Keys } from './crypto/keys.ts'
import type { Database } from './database/database.ts'
import type { Jobs } from './jobs/jobs.ts'
import type { Log } from './log/log.ts'
import type { Mail } from './mail/mail.ts'

/** The pipes a running program has, handed to every verb. Nothing in it belongs to one request or one tenant. */
export interface App {
  config: Config
  database: Database
  keys: Keys
  log: Log
  mail: Mail
  jobs: Jobs
}
