import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import pg from 'pg'
import { writeCursor } from '../server/src/kernel/paging.ts'
import { ensureConsole } from '../server/src/platform/http/console-build.ts'
import { type Child, ended, startChild } from './support/child.ts'
import { median, percent, quantile, spread } from './support/figures.ts'
import type { Load, LoadFound } from './support/http-load.ts'
import { type Running, startLanyardProcess } from './support/lanyard-process.ts'
import { describeDatabase } from './support/machine.ts'
import { makeCrowd } from './support/make-crowd.ts'
import type { PeopleServed } from './support/people-server.ts'
import { inTurn, noise, type Round, ratios } from './support/rounds.ts'
import { embeddedConnection, withDataDir } from './support/scratch.ts'
import { type SetUp, setUpOwner } from './support/set-up-owner.ts'
import type { Goal, Workload } from './support/workload.ts'

const TIMES_THE_SQL = 3
const TIMES_THE_FIRST_PAGE = 1.5
const ROUNDS = 5
const ROWS = 50
/** Requests under way at once where throughput is asked for. */
const CONNECTIONS = 8
const REQUESTS = 200
const SECONDS_AT_MOST = 5
const FILTERED = 'status=pending,expired&sort=name&count=exact'
/** Pages and searches whose time is said, without a goal of their own. */
const OTHERS = [
  ['by urgency, everybody counted', 'sort=urgency&count=exact'],
  ['last active first', 'sort=-lastActiveAt&count=exact'],
  ['of a role', 'role=training_admin&count=exact'],
  ['two words that few have', 'q=sian+obrien&count=exact'],
  ['a word that a quarter has', 'q=school1&count=exact'],
  ['a word nobody has', 'q=qqqz&count=exact'],
  ['of a label', 'label=stage%3DKS3&count=exact'],
  ['who leaves soon', 'leaving=soon&count=exact'],
  ['who was never active', 'lastActive=never&sort=name&count=exact'],
  ['unused for 120 days', 'lastActive=unused_120d&sort=name&count=exact'],
  ['governors who are active, by name', 'relationship=governor&status=active&sort=name&count=exact'],
  ['new this term', 'view=new_this_term&sort=name&count=exact'],
  ['archived', 'view=archived&sort=name&count=exact'],
  ['not on the last list', 'listed=no&count=exact'],
  [
    'forty addresses',
    `emails=${Array.from({ length: 40 }, (_, n) => `person${n}@school${n}.example`).join(',')}&count=exact`,
  ],
  ['with every column', 'sort=name&count=exact&facts=yes'],
] as const
/** What a filter offers, each value counted, when it is opened. */
const OPENED = [
  ...['view', 'status', 'role', 'unit', 'school', 'label', 'lastActive', 'leaving', 'admin', 'relationship'],
  ...['source', 'listed', 'role&status=active', 'status&q=school1'],
]

/** A page of people with filter, sort and count against its own SQL behind a bare route; deep pages against the first. */
export const workload: Workload = {
  about: 'A page of people, filtered, sorted and counted, against the same SQL behind a bare fastify route',
  size: { meaning: 'people', usual: 100_000 },
  async run(people, say) {
    await ensureConsole()
    return withDataDir(async (dataDir) => {
      const lanyard = await startLanyardProcess(dataDir)
      const client = startChild<Load, LoadFound>('http-load.ts')
      try {
        const owner = await setUpOwner(lanyard)
        await makeCrowd(dataDir, people)
        const ask = askOf(lanyard, client, owner)
        const tenantId = await lookAround(dataDir, say)
        const bare = await startPeopleServer({
          connection: embeddedConnection(dataDir, 'lanyard_app'),
          tenantId,
          statuses: ['pending', 'expired'],
          rows: ROWS,
        })
        const askBare = (connections: number) => client.ask(getting(bare.port, '/people', {}, connections))
        try {
          const goals = [
            await measure('one after another', (at) => ask(FILTERED, at), askBare, 1, say),
            await measure(`${CONNECTIONS} at once`, (at) => ask(FILTERED, at), askBare, CONNECTIONS, say),
            ...(await measureDepth(dataDir, tenantId, ask, say)),
          ]
          for (const [name, query] of OTHERS) say(`${name}: ${within(await ask(query, 1))}`)
          for (const filter of OPENED)
            say(`the filter ${filter}, opened: ${within(await ask(`of=${filter}`, 1, '/options'))}`)
          return goals
        } finally {
          await bare.stop()
        }
      } finally {
        await client.stop()
        await lanyard.stop()
      }
    })
  },
}

type Say = (line: string) => void
/** @param of what of the people: nothing for the list itself */
type Ask = (query: string, connections: number, of?: '/options') => Promise<LoadFound>

const within = ({ ms }: LoadFound): string =>
  `half within ${median(ms).toFixed(1)} ms, 95 in 100 within ${quantile(ms, 0.95).toFixed(1)} ms`

function askOf(lanyard: Running, client: Child<Load, LoadFound>, owner: SetUp): Ask {
  const headers = { host: new URL(lanyard.baseUrl).host, cookie: owner.cookie }
  const path = `/api/v1/organisations/${owner.organisationId}/people`
  return async (query, connections, of) => {
    const asked = `${path}${of ?? ''}?include=below${of ? '' : `&limit=${ROWS}`}&${query}`
    return allAnswered(await client.ask(getting(lanyard.port, asked, headers, connections)))
  }
}

function getting(port: number, path: string, headers: Record<string, string>, connections: number): Load {
  return {
    port,
    method: 'GET',
    path,
    headers: { host: `127.0.0.1:${port}`, ...headers },
    connections,
    requests: REQUESTS,
    seconds: SECONDS_AT_MOST,
  }
}

async function measure(
  name: string,
  ours: (connections: number) => Promise<LoadFound>,
  bare: (connections: number) => Promise<LoadFound>,
  connections: number,
  say: Say,
): Promise<Goal> {
  const each = await inTurn(
    ROUNDS,
    () => ours(connections),
    async () => allAnswered(await bare(connections)),
  )
  const msEach = (found: LoadFound) =>
    connections === 1 ? median(found.ms) : (found.seconds * 1000) / found.requests
  const times = ratios(each, msEach)
  say(`${name}: a page ${msOf(each, 'lanyard', msEach)}, its SQL ${msOf(each, 'before', msEach)}`)
  say(`  ${percent(times)} of the SQL; the SQL against itself ${percent(noise(each, msEach))}`)
  return {
    name: `a page of people, ${name}, of its SQL`,
    found: `${spread(times, ' ×', 2)}`,
    goal: `≤ ${TIMES_THE_SQL} ×`,
    met: median(times) <= TIMES_THE_SQL,
  }
}

const msOf = (each: Round<LoadFound>[], side: 'lanyard' | 'before', ms: (found: LoadFound) => number) =>
  spread(
    each.map((round) => ms(round[side])),
    ' ms',
  )

/** The page in the middle of the list and the one near its end, each against the first, for two sorts. */
async function measureDepth(dataDir: string, tenantId: string, ask: Ask, say: Say): Promise<Goal[]> {
  const goals: Goal[] = []
  for (const sort of ['name', 'urgency'] as const)
    for (const share of [0.5, 0.98]) {
      const after = await cursorAt(dataDir, tenantId, sort, share)
      const each = await inTurn(
        ROUNDS,
        () => ask(`sort=${sort}&after=${after}`, 1),
        () => ask(`sort=${sort}`, 1),
      )
      const times = ratios(each, (found) => median(found.ms))
      const name = `the page at ${share * 100} % by ${sort}, of the first`
      say(`${name}: ${spread(times, ' ×', 2)}`)
      goals.push({
        name,
        found: spread(times, ' ×', 2),
        goal: `≤ ${TIMES_THE_FIRST_PAGE} ×`,
        met: median(times) <= TIMES_THE_FIRST_PAGE,
      })
    }
  return goals
}

/** Place of the active among the labels, most urgent first: most people are, so a deep page is one of theirs. */
const ACTIVE = 5

async function cursorAt(
  dataDir: string,
  tenantId: string,
  sort: 'name' | 'urgency',
  share: number,
): Promise<string> {
  return asOwner(dataDir, async (owner) => {
    await owner.query(`select set_config('lanyard.tenant', $1, false)`, [tenantId])
    const among = sort === 'name' ? 'true' : `state = 'active'`
    const { rows } = await owner.query<{ key: string; id: string }>(
      `select name_key as key, id from memberships where ${among} order by name_key, id
       offset (select count(*) * $1::float8 from memberships where ${among})::int limit 1`,
      [share],
    )
    return writeCursor([sort, sort === 'name' ? 0 : ACTIVE, rows[0]?.key ?? '', rows[0]?.id ?? ''])
  })
}

async function lookAround(dataDir: string, say: Say): Promise<string> {
  return asOwner(dataDir, async (owner) => {
    say(await describeDatabase(owner))
    const { rows } = await owner.query<{ id: string }>('select id from tenants')
    return rows[0]?.id ?? ''
  })
}

async function asOwner<T>(dataDir: string, work: (owner: pg.Pool) => Promise<T>): Promise<T> {
  const owner = new pg.Pool({ ...embeddedConnection(dataDir, 'lanyard_owner'), max: 1 })
  try {
    return await work(owner)
  } finally {
    await owner.end()
  }
}

/** A figure counts only when every answer was the one expected. */
function allAnswered(found: LoadFound): LoadFound {
  const others = Object.keys(found.statuses).filter((each) => each !== '200')
  if (others.length > 0 || found.requests === 0)
    throw new Error(`Answers other than 200: ${JSON.stringify(found.statuses)}`)
  return found
}

async function startPeopleServer(served: PeopleServed) {
  const program = join(import.meta.dirname, 'support/people-server.ts')
  const child = spawn(process.execPath, [program, JSON.stringify(served)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const [line] = (await once(child.stdout, 'data')) as [Buffer]
  return { port: Number(line.toString()), stop: () => ended(child, () => child.stdin.end()) }
}
