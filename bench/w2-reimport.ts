import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import Papa from 'papaparse'
import pg from 'pg'
import { from } from 'pg-copy-streams'
import { ensureConsole } from '../server/src/platform/http/console-build.ts'
import { median, spread } from './support/figures.ts'
import { startLanyardProcess } from './support/lanyard-process.ts'
import { embeddedConnection, withDataDir } from './support/scratch.ts'
import { setUpOwner } from './support/set-up-owner.ts'
import { applyList, staffListOf, uploadAndPlan } from './support/staff-list.ts'
import type { Workload } from './support/workload.ts'

const TIMES_PARSE_AND_STAGE = 3
const SHARE_OF_FIRST = 0.1
const UNCHANGED_MS = 50
const ROUNDS = 3

/** The same list again with one row in a hundred changed, and once more unchanged. */
export const workload: Workload = {
  about:
    'A staff list uploaded again with 1 % changed, against parsing it and copying it into an unlogged stage',
  size: { meaning: 'rows', usual: 100_000 },
  async run(people, say) {
    await ensureConsole()
    return withDataDir(async (dataDir) => {
      const lanyard = await startLanyardProcess(dataDir)
      try {
        const owner = await setUpOwner(lanyard)
        const first = await uploadAndPlan(lanyard, owner, staffListOf(people))
        const firstApply = await applyList(lanyard, owner, first.list.id, 'later')
        const firstMs = first.ms + firstApply
        say(`first: plan ${Math.round(first.ms)} ms, apply ${Math.round(firstApply)} ms`)
        const plans: number[] = []
        const applies: number[] = []
        const same: number[] = []
        for (let round = 0; round < ROUNDS; round++) {
          const file = staffListOf(people, round % 2 === 0 ? 100 : 0)
          const bareMs = await parseAndStage(dataDir, file)
          const again = await uploadAndPlan(lanyard, owner, file)
          const applyMs = await applyList(lanyard, owner, again.list.id, 'later')
          const unchanged = await uploadAndPlan(lanyard, owner, file)
          if (again.list.counts?.update !== people / 100) say(`counts: ${JSON.stringify(again.list.counts)}`)
          if (unchanged.list.counts?.update !== 0)
            say(`not unchanged: ${JSON.stringify(unchanged.list.counts)}`)
          say(
            `parse and stage ${Math.round(bareMs)} ms; plan ${Math.round(again.ms)} ms, apply ${Math.round(applyMs)} ms; ` +
              `the same file again ${Math.round(unchanged.ms)} ms`,
          )
          plans.push(again.ms / bareMs)
          applies.push(applyMs / firstMs)
          same.push(unchanged.ms)
        }
        return [
          {
            name: 'plan, of parse and stage',
            found: spread(plans, ' ×', 2),
            goal: `≤ ${TIMES_PARSE_AND_STAGE} ×`,
            met: median(plans) <= TIMES_PARSE_AND_STAGE,
          },
          {
            name: 'apply of 1 %, of the first import',
            found: spread(applies, ' ×', 3),
            goal: `≤ ${SHARE_OF_FIRST} ×`,
            met: median(applies) <= SHARE_OF_FIRST,
          },
          {
            name: 'an unchanged file',
            found: spread(same, ' ms', 0),
            goal: `≤ ${UNCHANGED_MS} ms`,
            met: median(same) <= UNCHANGED_MS,
          },
        ]
      } finally {
        await lanyard.stop()
      }
    })
  },
}

/** The least a plan could cost: the same parser, and one COPY into an unlogged table. @returns milliseconds */
async function parseAndStage(dataDir: string, file: Buffer): Promise<number> {
  const client = new pg.Client(embeddedConnection(dataDir, 'lanyard_owner'))
  await client.connect()
  try {
    await client.query('create unlogged table stage (n int, cells text[])')
    const started = performance.now()
    const { data } = Papa.parse<string[]>(file.toString('utf8'))
    const lines = data.map((cells, n) => `${n}\t{${cells.map((cell) => `"${cell}"`).join(',')}}\n`)
    await pipeline(Readable.from([lines.join('')]), client.query(from('copy stage from stdin')))
    return performance.now() - started
  } finally {
    await client.query('drop table if exists stage').catch(() => {})
    await client.end()
  }
}
