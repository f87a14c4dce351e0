import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { ensureConsole } from '../server/src/platform/http/console-build.ts'
import { median, spread } from './support/figures.ts'
import { type Running, startLanyardProcess } from './support/lanyard-process.ts'
import { makeCrowd } from './support/make-crowd.ts'
import { embeddedConnection, withDataDir } from './support/scratch.ts'
import { type SetUp, setUpOwner } from './support/set-up-owner.ts'
import type { Workload } from './support/workload.ts'

const ROUNDS = 3
/** For so many people, or fewer; more in proportion. */
const GOAL_MS = 1000
const GOAL_PEOPLE = 10_000
/** Of the crowd four in five are active, and some of those are admins. */
const CROWD = 2
const LOOK_EVERY_MS = 5

/** Many people archived in one go: sessions ended, seats closed, a line in the record and a result for each. */
export const workload: Workload = {
  about:
    'People archived by one job, and back, against ending them in bare SQL with a line in the record each',
  size: { meaning: 'people', usual: 10_000 },
  async run(people, say) {
    await ensureConsole()
    return withDataDir(async (dataDir) => {
      const lanyard = await startLanyardProcess(dataDir)
      const db = new pg.Client(embeddedConnection(dataDir, 'lanyard_owner'))
      try {
        const owner = await setUpOwner(lanyard)
        await makeCrowd(dataDir, people * CROWD)
        await db.connect()
        await db.query(`select set_config('lanyard.tenant', (select id::text from tenants), false)`)
        const ids = await activeOnes(db, people)
        const works: number[] = []
        const bares: number[] = []
        for (let round = 0; round < ROUNDS; round++) {
          const bareMs = await archiveInSql(db, ids)
          const done = await archive(lanyard, owner, db, ids)
          const undone = await undo(lanyard, owner, db, done.id)
          say(
            `archived ${done.people} in ${ms(done.workMs)} (asked for until done ${ms(done.wholeMs)}), ` +
              `in bare SQL ${ms(bareMs)}; undone in ${ms(undone.workMs)}`,
          )
          works.push(done.workMs)
          bares.push(bareMs)
        }
        const goalMs = GOAL_MS * Math.max(1, people / GOAL_PEOPLE)
        return [
          {
            name: `${people} people archived, with sessions ended and a line in the record each`,
            found: `${spread(works, ' ms', 0)}, ${(median(works) / median(bares)).toFixed(2)} × bare SQL`,
            goal: `≤ ${goalMs} ms`,
            met: median(works) <= goalMs,
          },
        ]
      } finally {
        await db.end()
        await lanyard.stop()
      }
    })
  },
}

const ms = (time: number) => `${Math.round(time)} ms`

/** Active people of the trust's schools, none of them the only admin anywhere. */
async function activeOnes(db: pg.Client, people: number): Promise<string[]> {
  const { rows } = await db.query<{ id: string }>(
    `select m.id from memberships m join organisations o on o.id = m.organisation_id and o.parent_id is not null
     where m.state = 'active' and not exists (
       select from role_assignments r where r.membership_id = m.id and r.role = 'organisation_admin')
     order by m.id limit $1`,
    [people],
  )
  if (rows.length < people) throw new Error(`The crowd has only ${rows.length} active people`)
  return rows.map((row) => row.id)
}

/** The least it could cost: one statement that ends them and writes the record, taken back again. @returns milliseconds */
async function archiveInSql(db: pg.Client, ids: string[]): Promise<number> {
  await db.query('begin')
  const started = performance.now()
  await db.query(
    `with gone as (
       update memberships m set inactive_from = m.state, state = 'inactive', inactive_as = 'archived', inactive_at = lanyard_now()
       where m.id = any($1::uuid[]) returning m.id, m.account_id, m.organisation_id
     ),
     ended as (
       update accounts a set epoch = a.epoch + 1 from gone where a.id = gone.account_id returning a.id
     )
     insert into audit_events (event, door, actor_kind, subject_id, organisation_id, request_id, detail)
     select 'person.archived', 'job', 'operator', account_id, organisation_id, 'bench', jsonb_build_object('membershipId', id)
     from gone`,
    [ids],
  )
  const took = performance.now() - started
  await db.query('rollback')
  return took
}

interface Done {
  id: string
  people: number
  /** From when the job began until it was done, by the database's clock. */
  workMs: number
  /** From the request until then. */
  wholeMs: number
}

async function archive(lanyard: Running, owner: SetUp, db: pg.Client, ids: string[]): Promise<Done> {
  const started = performance.now()
  const { id } = await post(lanyard, owner, `/api/v1/organisations/${owner.organisationId}/people/bulk`, {
    action: 'archive',
    select: { ids },
    expectedCount: ids.length,
  })
  return { id, ...(await untilItIs(db, id, 'done')), wholeMs: performance.now() - started }
}

async function undo(lanyard: Running, owner: SetUp, db: pg.Client, id: string) {
  await post(lanyard, owner, `/api/v1/jobs/${id}/undo`, undefined)
  return untilItIs(db, id, 'undone')
}

/** The looking costs nothing beside the work: one row, and what came of people is counted when it is over. */
async function untilItIs(db: pg.Client, id: string, state: 'done' | 'undone') {
  for (;;) {
    const { rows } = await db.query<{ state: string; ms: number; problem: unknown }>(
      `select state, problem, extract(epoch from coalesce(undone_at, done_at) - began_at)::float8 * 1000 as ms
       from bulk_jobs where id = $1`,
      [id],
    )
    const [job] = rows
    if (job?.problem) throw new Error(JSON.stringify(job.problem))
    if (job?.state !== state) {
      await sleep(LOOK_EVERY_MS)
      continue
    }
    const counted = await db.query<{ people: number }>(
      `select count(*)::int as people from bulk_results where job_id = $1 and outcome = 'done'`,
      [id],
    )
    return { people: counted.rows[0]?.people ?? 0, workMs: job.ms }
  }
}

async function post(lanyard: Running, owner: SetUp, path: string, body: object | undefined) {
  const answer = await fetch(lanyard.baseUrl + path, {
    method: 'POST',
    headers: {
      origin: lanyard.baseUrl,
      cookie: owner.cookie,
      ...(body ? { 'content-type': 'application/json' } : {}),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  })
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`)
  return (await answer.json()) as { id: string }
}
