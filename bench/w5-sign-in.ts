import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import pg from 'pg'
import { ensureConsole } from '../server/src/platform/http/console-build.ts'
import { type Child, ended, startChild } from './support/child.ts'
import { median, percent, quantile, spread } from './support/figures.ts'
import type { Hashing, HashingFound } from './support/hash-loop.ts'
import type { Load, LoadFound } from './support/http-load.ts'
import { type Running, startLanyardProcess } from './support/lanyard-process.ts'
import { LOOK_UP_TABLE } from './support/look-up-server.ts'
import { describeDatabase } from './support/machine.ts'
import { makeStaff } from './support/make-staff.ts'
import { inTurn, noise, ratios } from './support/rounds.ts'
import { embeddedConnection, withDataDir } from './support/scratch.ts'
import { setUpOwner } from './support/set-up-owner.ts'
import type { Goal, Workload } from './support/workload.ts'

const BEYOND_HASH_MS = 3
const OF_A_LOOK_UP = 0.7
const ROUNDS = 5
/** People signing in at once, and requests under way at once. */
const AT_ONCE = 8
const CONNECTIONS = 16
const REQUESTS_PER_SIGN_IN = 50
const SECONDS_AT_MOST = 4

type Say = (line: string) => void
type Credentials = { email: string; password: string }

/** Signing in against the bare hash, and a request with a session against a bare look-up. */
export const workload: Workload = {
  about: 'Sign-in against the bare hash; a request with a session against fastify and one look-up',
  size: { meaning: 'sign-ins a round', usual: 40 },
  async run(signIns, say) {
    await ensureConsole()
    return withDataDir(async (dataDir) => {
      const lanyard = await startLanyardProcess(dataDir)
      const client = startChild<Load, LoadFound>('http-load.ts')
      try {
        const { cookie, organisationId } = await setUpOwner(lanyard)
        const staff = await makeStaff(dataDir, organisationId, AT_ONCE)
        return [
          await measureSignIn(lanyard, client, { staff, signIns }, say),
          await measureRequest(
            lanyard,
            client,
            { dataDir, cookie, requests: signIns * REQUESTS_PER_SIGN_IN },
            say,
          ),
        ]
      } finally {
        await client.stop()
        await lanyard.stop()
      }
    })
  },
}

async function measureSignIn(
  lanyard: Running,
  client: Child<Load, LoadFound>,
  { staff, signIns }: { staff: Credentials[]; signIns: number },
  say: Say,
): Promise<Goal> {
  const hasher = startChild<Hashing, HashingFound>('hash-loop.ts')
  const signIn = async (connections: number) =>
    allAnswered(
      await client.ask({
        port: lanyard.port,
        method: 'POST',
        path: '/api/v1/sessions',
        headers: {
          host: new URL(lanyard.baseUrl).host,
          origin: lanyard.baseUrl,
          'content-type': 'application/json',
        },
        bodies: staff.map(({ email, password }) => JSON.stringify({ email, password })),
        connections,
        requests: signIns,
        seconds: SECONDS_AT_MOST,
      }),
      '201',
    )
  try {
    const each = await inTurn<{ ms: number[]; seconds: number }>(
      ROUNDS,
      () => signIn(1),
      () => hasher.ask({ callers: 1, hashes: signIns }),
    )
    const beyond = each.map(
      ({ lanyard: ours, before, after }) => median(ours.ms) - (median(before.ms) + median(after.ms)) / 2,
    )
    const drift = each.map(({ before, after }) => median(after.ms) - median(before.ms))
    say(
      `one after another: sign-in ${spread(
        each.map((round) => median(round.lanyard.ms)),
        ' ms',
      )}, hash ${spread(
        each.map((round) => median(round.before.ms)),
        ' ms',
      )}`,
    )
    say(`  beyond the hash ${spread(beyond, ' ms')}; the hash against itself ${spread(drift, ' ms')}`)

    const perSecond = (found: { ms: number[]; seconds: number }) => found.ms.length / found.seconds
    const many = await inTurn<{ ms: number[]; seconds: number }>(
      ROUNDS,
      () => signIn(AT_ONCE),
      () => hasher.ask({ callers: AT_ONCE, hashes: signIns }),
    )
    say(
      `${AT_ONCE} at once: ${spread(
        many.map((round) => perSecond(round.lanyard)),
        ' sign-ins/s',
        0,
      )}, ${spread(
        many.map((round) => perSecond(round.before)),
        ' hashes/s',
        0,
      )}`,
    )
    say(
      `  ${percent(ratios(many, perSecond))} of the hashes; the hashes against themselves ${percent(noise(many, perSecond))}`,
    )
    return {
      name: 'sign-in beyond the hash',
      found: spread(beyond, ' ms'),
      goal: `≤ ${BEYOND_HASH_MS} ms`,
      met: median(beyond) <= BEYOND_HASH_MS,
    }
  } finally {
    await hasher.stop()
  }
}

interface Requests {
  dataDir: string
  cookie: string
  requests: number
}

async function measureRequest(
  lanyard: Running,
  client: Child<Load, LoadFound>,
  wish: Requests,
  say: Say,
): Promise<Goal> {
  const host = new URL(lanyard.baseUrl).host
  const get = async (port: number, path: string, headers: Record<string, string>) =>
    allAnswered(
      await client.ask({
        port,
        method: 'GET',
        path,
        headers,
        connections: CONNECTIONS,
        requests: wish.requests,
        seconds: SECONDS_AT_MOST,
      }),
      '200',
    )
  const me = await fetch(`${lanyard.baseUrl}/api/v1/me`, { headers: { cookie: wish.cookie } })
  const key = await makeLookUpTable(wish.dataDir, await me.text(), say)
  const bare = await startLookUpServer(wish.dataDir)
  try {
    const each = await inTurn(
      ROUNDS,
      () => get(lanyard.port, '/api/v1/me', { host, cookie: wish.cookie }),
      () => get(bare.port, `/look-up/${key}`, { host }),
    )
    const perSecond = (found: LoadFound) => found.requests / found.seconds
    const ofLookUp = ratios(each, perSecond)
    const ms = (share: number) =>
      spread(
        each.map((round) => quantile(round.lanyard.ms, share)),
        ' ms',
      )
    say(
      `${CONNECTIONS} connections: GET /me ${spread(
        each.map((round) => perSecond(round.lanyard)),
        '/s',
        0,
      )}, fastify and one look-up ${spread(
        each.map((round) => perSecond(round.before)),
        '/s',
        0,
      )}`,
    )
    say(
      `  ${percent(ofLookUp)} of the look-up; the look-up against itself ${percent(noise(each, perSecond))}`,
    )
    say(
      `  GET /me: half within ${ms(0.5)}, 99 in 100 within ${ms(0.99)}; ${each[0]?.lanyard.bodyBytes} bytes against ${each[0]?.before.bodyBytes}`,
    )
    return {
      name: 'request with a session, of fastify and one look-up',
      found: percent(ofLookUp),
      goal: `≥ ${OF_A_LOOK_UP * 100} %`,
      met: median(ofLookUp) >= OF_A_LOOK_UP,
    }
  } finally {
    await bare.stop()
  }
}

/** A figure counts only when every answer was the one expected. */
function allAnswered(found: LoadFound, status: string): LoadFound {
  const others = Object.keys(found.statuses).filter((each) => each !== status)
  if (others.length > 0 || found.requests === 0)
    throw new Error(`Answers other than ${status}: ${JSON.stringify(found.statuses)}`)
  return found
}

/** A thousand rows that each hold the same answer as Lanyard's. @returns the key of one */
async function makeLookUpTable(dataDir: string, answer: string, say: Say): Promise<string> {
  const owner = new pg.Pool({ ...embeddedConnection(dataDir, 'lanyard_owner'), max: 1 })
  try {
    say(await describeDatabase(owner))
    await owner.query(`create table ${LOOK_UP_TABLE} (key uuid primary key, answer jsonb not null)`)
    await owner.query(
      `insert into ${LOOK_UP_TABLE} select gen_random_uuid(), $1::jsonb from generate_series(1, 1000)`,
      [answer],
    )
    await owner.query(`analyze ${LOOK_UP_TABLE}`)
    await owner.query(`grant select on ${LOOK_UP_TABLE} to lanyard_app`)
    const { rows } = await owner.query<{ key: string }>(`select key from ${LOOK_UP_TABLE} limit 1`)
    return rows[0]?.key ?? ''
  } finally {
    await owner.end()
  }
}

async function startLookUpServer(dataDir: string) {
  const connection = JSON.stringify(embeddedConnection(dataDir, 'lanyard_app'))
  const program = join(import.meta.dirname, 'support/look-up-server.ts')
  const child = spawn(process.execPath, [program, connection], { stdio: ['pipe', 'pipe', 'inherit'] })
  const [line] = (await once(child.stdout, 'data')) as [Buffer]
  return { port: Number(line.toString()), stop: () => ended(child, () => child.stdin.end()) }
}
