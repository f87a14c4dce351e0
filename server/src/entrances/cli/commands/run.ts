import type { Command } from 'commander'
import { readConfig } from '../../../platform/config/config.ts'
import { openLog } from '../../../platform/log/log.ts'
import { openApp } from '../../open-app.ts'
import { serve } from '../../serve.ts'
import { EXIT } from '../exit-codes.ts'

/** Longest that stopping may take before the process ends anyway. */
const STOP_MS = 25_000

/** Commands that run the program itself. */
export function runCommands(program: Command): void {
  program
    .command('serve')
    .description('run Lanyard (LANYARD_ROLE says which parts)')
    .action(() => run({}))
  program
    .command('work')
    .description('run the worker alone')
    .action(() => run({ LANYARD_ROLE: 'work' }))
  program
    .command('migrate')
    .description('bring the database up to this release')
    .action(async () => {
      const config = readConfig(process.env)
      const opened = await openApp(config, openLog('info'), 'join')
      await opened.close()
      console.log('The database is up to date.')
    })
}

async function run(settings: Record<string, string>): Promise<void> {
  const config = readConfig({ ...process.env, ...settings })
  const log = openLog(config.logLevel)
  const running = await serve(config, log, (line) => console.log(line))
  let stopping = false
  const stop = (signal: string) => {
    if (stopping) return
    stopping = true
    log.info({ signal }, 'stopping: what is under way may finish')
    setTimeout(() => process.exit(EXIT.failed), STOP_MS).unref()
    running.stop().then(
      () => process.exit(EXIT.ok),
      (error: Error) => {
        log.error({ problem: error.message }, 'could not stop cleanly')
        process.exit(EXIT.failed)
      },
    )
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
}
