import { followPublicUrl } from '../features/organisations/tenants.ts'
import { newSetUpCode, SET_UP_CODE_HOURS } from '../features/set-up/set-up-code.ts'
import type { Config } from '../platform/config/config.ts'
import { ensureConsole } from '../platform/http/console-build.ts'
import type { Log } from '../platform/log/log.ts'
import { buildServer } from './http/http-server.ts'
import { openApp } from './open-app.ts'
import { startWorker } from './worker/worker.ts'

export interface Running {
  /** Where it listens, with the port the machine gave when 0 was asked for. */
  address: string
  /** Stops taking requests, lets those under way and the jobs finish, then lets go of the database. */
  stop(): Promise<void>
}

/**
 * Runs Lanyard: pages, API and worker, or those of them that LANYARD_ROLE names.
 * @param say prints the one line for the operator
 */
export async function serve(config: Config, log: Log, say: (line: string) => void): Promise<Running> {
  const [opened] = await Promise.all([
    openApp(config, log, 'own'),
    config.roles.serve ? ensureConsole() : false,
  ])
  const { app, installation } = opened
  const parts: (() => Promise<void>)[] = [opened.close]
  const stop = async () => {
    for (const part of parts.splice(0).reverse()) await part()
  }
  try {
    await followPublicUrl(app.database, config.publicUrl)
    if (config.roles.work) {
      const worker = await startWorker(app, installation.app)
      parts.push(() => worker.stop())
    }
    let address = ''
    if (config.roles.serve) {
      const server = await buildServer(app)
      parts.push(() => server.close())
      address = await server.listen({ port: config.port, host: config.host })
      const code = await newSetUpCode(app.database)
      say(
        code
          ? `Open ${config.publicUrl}/setup and enter set-up code ${code} (valid ${SET_UP_CODE_HOURS} hours)`
          : `Lanyard is ready at ${config.publicUrl}`,
      )
    } else say('Lanyard is at work')
    return { address, stop }
  } catch (error) {
    await stop()
    throw error
  }
}
