import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import { ensureConsole } from '../server/src/platform/http/console-build.ts'
import { startChild } from './support/child.ts'
import { copyPeople, linesOfPeople, rowsOfPeople } from './support/copy-people.ts'
import { median, quantile, spread } from './support/figures.ts'
import type { Load, LoadFound } from './support/http-load.ts'
import { type Running, startLanyardProcess } from './support/lanyard-process.ts'
import { memoryOf, withDescendants } from './support/memory.ts'
import { postmasterPid, withDataDir } from './support/scratch.ts'
import { type SetUp, setUpOwner } from './support/set-up-owner.ts'
import { applyList, countPeople, staffListOf, uploadAndPlan } from './support/staff-list.ts'
import type { Workload } from './support/workload.ts'

const TIMES_A_COPY = 1.5
const SECONDS_FOR_10K = 1.5
const ROUNDS = 3
const LOOK_EVERY_MS = 100

interface Found {
  planMs: number
  applyMs: number
  copyMs: number
  /** MB of all processes, before and at most. */
  memory: { before: number; peak: number }
  /** 99 of 100 people pages within so many milliseconds, before and meanwhile. */
  page: { before: number; meanwhile: number }
}

/** A staff list, from its file to people in the list, against one COPY of the same rows into the same tables. */
export const workload: Workload = {
  about:
    'A staff list uploaded, planned and applied, against one COPY of the same rows into the same indexed tables',
  size: { meaning: 'rows', usual: 10_000 },
  async run(people, say) {
    await ensureConsole()
    const rounds: Found[] = []
    for (let round = 0; round < ROUNDS; round++) {
      const found = await withDataDir((folder) => importOnce(folder, people))
      say(
        `plan ${Math.round(found.planMs)} ms, apply ${Math.round(found.applyMs)} ms, one COPY ${Math.round(found.copyMs)} ms; ` +
          `memory ${Math.round(found.memory.before)} MB, at most ${Math.round(found.memory.peak)} MB; ` +
          `a people page: 99 of 100 within ${found.page.before.toFixed(1)} ms before, ${found.page.meanwhile.toFixed(1)} ms meanwhile`,
      )
      rounds.push(found)
    }
    const times = rounds.map(({ planMs, applyMs, copyMs }) => (planMs + applyMs) / copyMs)
    const seconds = rounds.map(({ planMs, applyMs }) => (planMs + applyMs) / 1000)
    return [
      {
        name: 'from file to list, of one COPY',
        found: spread(times, ' ×', 2),
        goal: `≤ ${TIMES_A_COPY} ×`,
        met: median(times) <= TIMES_A_COPY,
      },
      {
        name: 'from file to list',
        found: spread(seconds, ' s', 2),
        goal: people === 10_000 ? `< ${SECONDS_FOR_10K} s` : 'none at this size',
        met: people !== 10_000 || median(seconds) < SECONDS_FOR_10K,
      },
    ]
  },
}

/** One import on a fresh installation, and its COPY on a copy of the same installation as it was before. */
async function importOnce(folder: string, people: number): Promise<Found> {
  const ours = join(folder, 'ours')
  const copy = join(folder, 'copy')
  const first = await startLanyardProcess(ours)
  const owner = await setUpOwner(first)
  const before = await linesOfPeople(ours)
  await first.stop()
  await cp(ours, copy, { recursive: true })

  const settings = { PORT: String(first.port) }
  const lanyard = await startLanyardProcess(ours, settings)
  const { rows, ...imported } = await importMeasured(lanyard, ours, owner, people, before).finally(
    lanyard.stop,
  )
  const bare = await startLanyardProcess(copy, settings)
  return { ...imported, copyMs: await copyPeople(copy, rows).finally(bare.stop) }
}

async function importMeasured(
  lanyard: Running,
  dataDir: string,
  owner: SetUp,
  people: number,
  before: Set<string>,
) {
  const client = startChild<Load, LoadFound>('http-load.ts')
  const pids = () => withDescendants([lanyard.pid, postmasterPid(dataDir)])
  const page = (seconds: number): Load => ({
    port: lanyard.port,
    method: 'GET',
    path: `/api/v1/organisations/${owner.organisationId}/people?include=below&limit=50&count=exact`,
    headers: { host: new URL(lanyard.baseUrl).host, cookie: owner.cookie },
    connections: 1,
    requests: 1_000_000,
    seconds,
  })
  try {
    const memory = { before: memoryOf(pids()) ?? 0, peak: 0 }
    const watch = setInterval(() => {
      memory.peak = Math.max(memory.peak, memoryOf(pids()) ?? 0)
    }, LOOK_EVERY_MS)
    const { ms: planMs, list } = await uploadAndPlan(lanyard, owner, staffListOf(people))
    const applyMs = await applyList(lanyard, owner, list.id, 'later')
    clearInterval(watch)
    const visible = await countPeople(lanyard, owner)
    if (visible !== people + 1) throw new Error(`${visible} people are in the list, not ${people + 1}`)
    const rows = await rowsOfPeople(dataDir, before)

    // A second list, in which half of the people changed, while pages are asked for: what others notice of it.
    const quiet = await client.ask(page(1))
    const busy = client.ask(page(Math.max(1, (planMs + applyMs) / 1000)))
    const changed = await uploadAndPlan(lanyard, owner, staffListOf(people, 2))
    await applyList(lanyard, owner, changed.list.id, 'later')
    const meanwhile = await busy
    return {
      rows,
      planMs,
      applyMs,
      memory,
      page: { before: quantile(quiet.ms, 0.99), meanwhile: quantile(meanwhile.ms, 0.99) },
    }
  } finally {
    await client.stop()
  }
}
