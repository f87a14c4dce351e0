import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import type pg from 'pg'
import { openConnection } from '../../../test/support/behind-the-curtain.ts'
import { recorded } from '../../../test/support/record.ts'
import { type Lanyard, startLanyard, type Tenant } from '../../../test/support/start-lanyard.ts'
import { inTenant } from '../../platform/database/database.ts'
import type { QueueName } from '../../platform/jobs/queues.ts'
import { startWorker } from './worker.ts'

const DAY = 86_400
const BEACONS_FAULT = 'a fault made on purpose at Beacon Trust'

/** Two tenants on one installation, and what the first can be made to fail at. */
async function twoTenants(t: TestContext) {
  const beacon = await startLanyard(t, { mailWorker: false })
  const harbour = await beacon.secondTenant()
  assert.ok(beacon.id < harbour.id, 'Beacon Trust’s turn comes first')
  const db = await openConnection(t, beacon.ownerConnection)
  await db.query(`
    create function fault() returns trigger language plpgsql as $$ begin
      if coalesce(new.tenant_id, old.tenant_id) = '${beacon.id}' then raise exception '${BEACONS_FAULT}'; end if;
      return coalesce(new, old);
    end $$`)
  return { beacon, harbour, db }
}

/** Has the worker do a job once, until something is so. */
async function work(lanyard: Lanyard, queue: QueueName, isDone: () => Promise<boolean>): Promise<void> {
  const { app, id, ownerConnection } = lanyard
  const worker = await startWorker(app, ownerConnection)
  try {
    await inTenant(app.database, id, (tx) => app.jobs.enqueue(tx, queue, {}))
    const deadline = Date.now() + 30_000
    while (!(await isDone())) assert.ok(Date.now() < deadline, `${queue} did not get so far`)
  } finally {
    await worker.stop()
  }
}

/** Whether a job failed and is tried again. */
async function isTriedAgain(db: pg.Client, queue: QueueName): Promise<boolean> {
  const { rows } = await db.query<{ output: object | null }>(
    `select output from pgboss.job where name = $1 and state = 'retry'`,
    [queue],
  )
  return rows.some((row) => JSON.stringify(row.output).includes(BEACONS_FAULT))
}

const sealedThrough = async ({ http, owner, root }: Tenant): Promise<string | null> =>
  (await http.as(owner).get(`/api/v1/organisations/${root.id}/audit`)).body.record.sealedThrough

test('what can’t be sealed of one tenant’s record keeps no other’s from being sealed, and is tried again', async (t) => {
  const { beacon, harbour, db } = await twoTenants(t)
  assert.equal(await sealedThrough(harbour), null)
  await db.query(`create trigger fault before insert on audit_seals for each row execute function fault()`)
  await work(beacon, 'seal-audit', async () => (await sealedThrough(harbour)) !== null)
  await work(beacon, 'seal-audit', () => isTriedAgain(db, 'seal-audit'))
  assert.equal(await sealedThrough(beacon), null)
})

test('what can’t be swept of one tenant keeps no other from being swept, and is tried again', async (t) => {
  const { beacon, harbour, db } = await twoTenants(t)
  for (const { http, owner } of [beacon, harbour]) await http.as(owner).get('/api/v1/me')
  await db.query(`create trigger fault before delete on sessions for each row execute function fault()`)
  await beacon.clock.shift(62 * DAY)
  const swept = async ({ id }: Tenant) =>
    (await recorded(beacon.app, id)).some((line) => line.event === 'retention.sessions_deleted')
  await work(beacon, 'sweep', () => swept(harbour))
  await work(beacon, 'sweep', () => isTriedAgain(db, 'sweep'))
  assert.equal(await swept(beacon), false)
})

test('a fault in taking up what had begun keeps no worker from starting', async (t) => {
  const { beacon, db } = await twoTenants(t)
  await db.query('revoke select on bulk_jobs from lanyard_app')
  await work(beacon, 'seal-audit', async () => (await sealedThrough(beacon)) !== null)
})
