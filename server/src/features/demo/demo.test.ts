import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import pg from 'pg'
import type { Client } from '../../../test/support/http-client.ts'
import { startLanyard } from '../../../test/support/start-lanyard.ts'
import { openApp } from '../../entrances/open-app.ts'
import { MAIL_KINDS } from '../../entrances/worker/mail-kinds.ts'
import { readConfig } from '../../platform/config/config.ts'
import { sealAudit } from '../audit/seal-audit.ts'
import { verifyAudit } from '../audit/verify-audit.ts'
import { commandRequest } from '../set-up/set-up.ts'
import { loadDemo } from './load-demo.ts'
import { removeDemo } from './remove-demo.ts'

const DAY_MS = 86_400_000
const NOBODY_YET = { setUp: false, mailWorker: false } as const

async function signedIn(client: Client, email: string, password: string): Promise<Client> {
  const { status } = await client.post('/api/v1/sessions', { email, password })
  assert.equal(status, 201)
  return client
}

test('three made-up schools with 180 people in every status are there to look round in, and then gone', async (t) => {
  const lanyard = await startLanyard(t, NOBODY_YET)
  const { app, http, ownerConnection, mailbox } = lanyard
  const demo = await loadDemo(app, ownerConnection, MAIL_KINDS, commandRequest())
  const owner = await signedIn(http.fresh(), demo.owner, demo.password)
  const people = `/api/v1/organisations/${demo.organisationId}/people?include=below&count=exact`
  const { body } = await owner.get(people)
  assert.equal(body.header.people + body.views.archived, 180)
  const schools = body.filters.schools.map((school: { name: string }) => school.name)
  assert.deepEqual(schools.sort(), ['Brook Street School', 'Hillside Academy', 'Oakfield Primary'])
  for (const status of ['not_invited', 'pending', 'expired', 'active', 'locked', 'inactive'])
    assert.ok((await owner.get(`${people}&status=${status}`)).body.total > 0, status)
  assert.ok(body.views.email_problems > 0)
  const [manager = ''] = demo.managers
  await signedIn(http.fresh(), manager, demo.password)

  const { rows } = await app.database.pool.query<{ id: string }>('select id from tenants')
  const tenantId = rows[0]?.id ?? ''
  await sealAudit(app, tenantId)
  assert.equal((await verifyAudit(app, tenantId)).problem, null)

  // What happened happened in order, on days that have gone, and the clock stands right again.
  const [locked] = (await owner.get(`${people}&status=locked`)).body.data
  const { timeline } = (await owner.get(`/api/v1/people/${locked.id}`)).body
  const moments = timeline.map((each: { at: string }) => Date.parse(each.at))
  assert.ok(Math.max(...moments) - Math.min(...moments) > 30 * DAY_MS)
  assert.ok(Math.max(...moments) <= Date.now())
  const clock = await app.database.pool.query<{ shifted: boolean }>(
    "select shift <> interval '0' as shifted from lanyard_private.clock",
  )
  assert.equal(clock.rows[0]?.shifted, false)

  const withMail = readConfig({
    DATABASE_URL: app.config.databaseUrl,
    SECRET_KEY: app.config.secretKey,
    DATA_DIR: app.config.dataDir,
    SMTP_URL: mailbox.url,
  })
  await assert.rejects(openApp(withMail, app.log, 'join'), /sends no mail/)
  assert.deepEqual(mailbox.all(), [])

  const refused = loadDemo(app, ownerConnection, MAIL_KINDS, commandRequest())
  await assert.rejects(refused, { code: 'already_set_up' })
  await removeDemo(app, ownerConnection)
  assert.equal((await owner.get('/api/v1/me')).status, 401)
  assert.equal((await http.fresh().get('/api/v1/setup')).status, 200, 'the first set-up waits again')
  const left = await app.database.pool.query('select from tenants')
  assert.equal(left.rowCount, 0)
  for (const beside of ['audit-anchors', 'leavers'])
    assert.ok(!existsSync(join(app.config.dataDir, beside, `${tenantId}.jsonl`)), beside)
})

test('the demonstration is loaded nowhere else than on an empty installation that nobody works on and that sends no mail', async (t) => {
  const real = await startLanyard(t)
  await assert.rejects(loadDemo(real.app, real.ownerConnection, MAIL_KINDS, commandRequest()), {
    code: 'already_set_up',
  })
  await assert.rejects(removeDemo(real.app, real.ownerConnection), { code: 'no_demo' })
  assert.equal((await real.http.as(real.owner).get('/api/v1/me')).status, 200)

  const mailing = await startLanyard(t, { ...NOBODY_YET, mail: 'sink' })
  await assert.rejects(loadDemo(mailing.app, mailing.ownerConnection, MAIL_KINDS, commandRequest()), {
    code: 'mail_is_set',
  })
  const { app, ownerConnection } = await startLanyard(t, NOBODY_YET)
  await assert.rejects(loadDemo(app, undefined, MAIL_KINDS, commandRequest()), { code: 'owner_needed' })
  const other = new pg.Client({
    connectionString: app.config.databaseUrl,
    application_name: 'lanyard 1 elsewhere',
  })
  await other.connect()
  await assert.rejects(loadDemo(app, ownerConnection, MAIL_KINDS, commandRequest()), { code: 'lanyard_runs' })
  await other.end()
})
