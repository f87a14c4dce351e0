import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { ensureConsole } from '../server/src/platform/http/console-build.ts'
import { ended, startChild } from './support/child.ts'
import { median, spread } from './support/figures.ts'
import type { Load, LoadFound } from './support/http-load.ts'
import { freePort, startAndTime, startLanyardProcess } from './support/lanyard-process.ts'
import { memoryOf, withDescendants } from './support/memory.ts'
import { postmasterPid, withDataDir } from './support/scratch.ts'
import { setUpOwner } from './support/set-up-owner.ts'
import type { Workload } from './support/workload.ts'

const WARM_MS = 1000
const COLD_MS = 5000
const AT_REST_MB = 250
/** Requests answered before the memory is looked at, and how long it then rests. */
const REQUESTS = 2000
const REST_MS = 5000

/** Start-up and weight at rest. A limit, not a race: the bare server only shows how noisy the machine is. */
export const workload: Workload = {
  about: 'Start: from the start of the process until /readyz answers 200; memory at rest',
  size: { meaning: 'warm starts', usual: 7 },
  async run(starts, say) {
    if (await ensureConsole()) say('The console was built first, which is not counted.')
    const cold: number[] = []
    for (let run = 0; run < 3; run++)
      cold.push(await withDataDir(async (dataDir) => (await startAndStop(dataDir)).readyMs))
    const { warm, bare, memory } = await withDataDir(async (dataDir) => measureWarm(dataDir, starts))

    say(`first start, with a new database    ${spread(cold, ' ms', 0)}`)
    say(`later start                         ${spread(warm, ' ms', 0)}`)
    say(`a bare fastify server, in turn      ${spread(bare, ' ms', 0)}`)
    say(
      memory === null
        ? 'memory is only measured on Linux'
        : `memory at rest after ${REQUESTS} requests  ${memory.map((mb) => `${Math.round(mb)} MB`).join(', Node and database; Node alone ')}`,
    )
    const total = memory?.[0] ?? 0
    return [
      {
        name: 'warm start',
        found: spread(warm, ' ms', 0),
        goal: `≤ ${WARM_MS} ms`,
        met: median(warm) <= WARM_MS,
      },
      {
        name: 'cold start',
        found: spread(cold, ' ms', 0),
        goal: `≤ ${COLD_MS} ms`,
        met: median(cold) <= COLD_MS,
      },
      ...(memory
        ? [
            {
              name: 'memory at rest',
              found: `${Math.round(total)} MB`,
              goal: `≤ ${AT_REST_MB} MB`,
              met: total <= AT_REST_MB,
            },
          ]
        : []),
    ]
  },
}

async function startAndStop(dataDir: string) {
  const lanyard = await startLanyardProcess(dataDir)
  await lanyard.stop()
  return lanyard
}

async function measureWarm(dataDir: string, starts: number) {
  await startAndStop(dataDir)
  const warm: number[] = []
  const bare: number[] = []
  for (let run = 0; run < starts; run++) {
    bare.push(await startBare())
    warm.push((await startAndStop(dataDir)).readyMs)
  }
  return { warm, bare, memory: await restingMemory(dataDir) }
}

async function startBare(): Promise<number> {
  const port = await freePort()
  const program = [join(import.meta.dirname, 'support/bare-server.ts'), String(port)]
  const { child, readyMs } = await startAndTime(program, { PATH: process.env.PATH }, port)
  await ended(child, () => child.kill('SIGTERM'))
  return readyMs
}

/** Sets up, signs in, answers some requests and rests. @returns MB of everything, and of Node alone */
async function restingMemory(dataDir: string): Promise<[number, number] | null> {
  const lanyard = await startLanyardProcess(dataDir)
  const client = startChild<Load, LoadFound>('http-load.ts')
  try {
    const { cookie } = await setUpOwner(lanyard)
    const headers = { host: `localhost:${lanyard.port}`, cookie }
    const { port } = lanyard
    await client.ask({
      port,
      method: 'GET',
      path: '/api/v1/me',
      headers,
      connections: 8,
      requests: REQUESTS,
      seconds: 20,
    })
    await sleep(REST_MS)
    const all = memoryOf(withDescendants([lanyard.pid, postmasterPid(dataDir)]))
    const node = memoryOf([lanyard.pid])
    return all === null || node === null ? null : [all, node]
  } finally {
    await client.stop()
    await lanyard.stop()
  }
}
