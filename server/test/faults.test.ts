import assert from 'node:assert/strict'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { openHttp } from './support/http-client.ts'
import { type Machine, newMachine, postmasterOf } from './support/start-process.ts'

const OWNER = { id: 'ada', personId: '', email: 'ada@beacon.example', password: 'three random words' }

const httpOf = (machine: Machine) =>
  openHttp(
    () => machine.address,
    () => machine.address,
  )

async function setUp(machine: Machine) {
  const passwordFile = join(machine.dataDir, 'password')
  await writeFile(passwordFile, `${OWNER.password}\n`)
  return machine.command(
    ...['setup', '--organisation', 'Beacon Trust', '--type', 'trust', '--owner-email', OWNER.email],
    ...['--owner-name', 'Ada Ford', '--owner-password-file', passwordFile, '--json'],
  )
}

/** Asks until the answer is as wanted, for 30 seconds at most. */
async function until<T>(ask: () => Promise<T>, wanted: (answer: T) => boolean): Promise<T> {
  const deadline = Date.now() + 30_000
  for (;;) {
    const answer = await ask().catch((error: Error) => error as never)
    if (!(answer instanceof Error) && wanted(answer)) return answer
    if (Date.now() > deadline) throw new Error(`It did not come to that: ${String(answer)}`)
  }
}

test('a server killed with -9 starts again with everything that was acknowledged', async (t) => {
  const machine = await newMachine(t)
  const first = await machine.serve()
  assert.match(
    first.said,
    /^Open http:\/\/localhost:\d+\/setup and enter set-up code [0-9A-Z]{4}-[0-9A-Z]{4} \(valid 24 hours\)$/,
  )
  assert.equal((await setUp(machine)).code, 0)
  const http = httpOf(machine)
  const { body: me } = await http.as(OWNER).get('/api/v1/me')
  const added = await http
    .as(OWNER)
    .post('/api/v1/organisations', { name: 'Reed Primary', parentId: me.organisations[0].id })
  assert.equal(added.status, 201)
  const database = await postmasterOf(machine)
  await first.kill('SIGKILL')

  const second = await machine.serve()
  assert.match(second.said, /^Lanyard is ready at /)
  assert.equal(await postmasterOf(machine), database, 'the database left behind was adopted')
  const list = await http.as(OWNER).get('/api/v1/organisations')
  assert.deepEqual(
    list.body.data.map((each: { name: string }) => each.name),
    ['Beacon Trust', 'Reed Primary'],
  )
  assert.equal((await second.kill('SIGTERM')).code, 0)
  await assert.rejects(postmasterOf(machine), 'and stopped with its owner')
})

test('of two starts at once one serves and the other says who has the data', async (t) => {
  const machine = await newMachine(t)
  const both = await Promise.all([machine.serve(), machine.serve()])
  const serving = both.filter((each) => each.said.startsWith('Open '))
  assert.equal(serving.length, 1)
  const other = await both.find((each) => each !== serving[0])?.ended
  assert.equal(other?.code, 1)
  assert.match(other?.err ?? '', new RegExp(`${serving[0]?.pid}`))
  await serving[0]?.kill('SIGTERM')
})

test('while the database is away the answer is 503, and it is well again by itself', async (t) => {
  const machine = await newMachine(t)
  const server = await machine.serve()
  await setUp(machine)
  const http = httpOf(machine)
  await http.as(OWNER).get('/api/v1/me')
  const database = await postmasterOf(machine)
  process.kill(database, 'SIGSTOP')
  process.kill(database, 'SIGCONT')
  process.kill(database, 'SIGQUIT')
  const away = await until(
    () => http.as(OWNER).get('/api/v1/organisations'),
    (reply) => reply.status !== 200,
  )
  assert.equal(away.status, 503)
  assert.equal(away.body.code, 'unavailable')
  assert.ok(away.headers.get('retry-after'))
  assert.equal((await http.get('/healthz')).status, 200, 'alive all the while')
  await until(
    () => http.get('/readyz'),
    (reply) => reply.status === 200,
  )
  assert.equal(
    (
      await until(
        () => http.as(OWNER).get('/api/v1/me'),
        (reply) => reply.status === 200,
      )
    ).body.email,
    OWNER.email,
  )
  assert.notEqual(await postmasterOf(machine), database)
  await server.kill('SIGTERM')
})

test('asked to stop, it answers what is under way and takes nothing new', async (t) => {
  const machine = await newMachine(t)
  const server = await machine.serve()
  await setUp(machine)
  const http = httpOf(machine)
  const underWay = Array.from({ length: 4 }, () =>
    http.fresh().post('/api/v1/sessions', { email: OWNER.email, password: OWNER.password }),
  )
  await until(
    () => http.get('/healthz'),
    (reply) => reply.status === 200,
  )
  const ended = server.kill('SIGTERM')
  const replies = await Promise.all(underWay)
  assert.deepEqual(
    replies.map((reply) => reply.status),
    [201, 201, 201, 201],
  )
  assert.equal((await ended).code, 0)
})

test('the command line sets up once, adds an owner with a one-time link and another tenant, and says how things are', async (t) => {
  const machine = await newMachine(t)
  const first = await setUp(machine)
  assert.equal(first.code, 0, first.err)
  assert.ok(JSON.parse(first.out).organisationId)
  const again = await setUp(machine)
  assert.equal(again.code, 1)
  assert.match(again.err, /set up already/)

  const server = await machine.serve()
  const owner = await machine.command(
    'owner',
    'add',
    '--email',
    'bo@beacon.example',
    '--name',
    'Bo Peep',
    '--json',
  )
  assert.equal(owner.code, 0, owner.err)
  const link = new URL(JSON.parse(owner.out).passwordLink)
  const http = httpOf(machine)
  assert.equal(
    (
      await http.post(`/api/v1/password-resets/${link.pathname.split('/').pop()}`, {
        password: 'quite another set of words',
      })
    ).status,
    204,
  )
  const bo = { id: 'bo', personId: '', email: 'bo@beacon.example', password: 'quite another set of words' }
  assert.equal((await http.as(bo).get('/api/v1/me')).body.name, 'Bo Peep')

  const url = machine.address.replace('localhost', 'harbour.localhost')
  const tenant = await machine.command(
    ...['tenant', 'add', '--url', url, '--organisation', 'Harbour', '--type', 'school'],
    ...['--owner-email', 'hal@harbour.example', '--owner-name', 'Hal Harbour'],
  )
  assert.equal(tenant.code, 0, tenant.err)
  assert.match(tenant.out, new RegExp(`${url}/reset/rst_`))
  const unclear = await machine.command('owner', 'add', '--email', 'bo@beacon.example')
  assert.equal(unclear.code, 2, 'with two tenants it must be said which')

  const shifted = await machine.command('test-clock', '+20m')
  assert.match(shifted.out, /1200 seconds ahead/)
  assert.match((await machine.command('test-clock', 'reset')).out, /right/)
  const doctor = await machine.command('doctor')
  assert.equal(doctor.code, 0)
  assert.match(doctor.out, /✓ Connected to the embedded PostgreSQL/)
  const status = JSON.parse((await machine.command('status', '--json')).out)
  assert.deepEqual([status.setUp, status.tenants.length], [true, 2])
  assert.equal((await machine.command('audit', 'verify')).code, 0)
  assert.equal((await machine.command('no-such-thing')).code, 2)
  await server.kill('SIGTERM')
})
