import { readConfig } from '../../platform/config/config.ts'
import { openLog } from '../../platform/log/log.ts'
import { type OpenApp, openApp } from '../open-app.ts'

/** Runs a command beside a running Lanyard, or on its own: the embedded database is joined, or started for as long as it takes. */
export async function withApp<T>(
  work: (opened: OpenApp) => Promise<T>,
  mayBe = { shiftedClock: false },
): Promise<T> {
  const config = readConfig(process.env)
  const log = openLog(config.logLevel === 'info' ? 'warn' : config.logLevel)
  const opened = await openApp({ ...config, testClock: config.testClock || mayBe.shiftedClock }, log, 'join')
  try {
    return await work(opened)
  } finally {
    await opened.close()
  }
}

/** Results go to standard output: as JSON for programs, or as lines for people. */
export function print(json: boolean | undefined, result: object, lines: string[]): void {
  console.log(json ? JSON.stringify(result) : lines.join('\n'))
}
