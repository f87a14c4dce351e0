import assert from 'node:assert/strict'
import { test } from 'node:test'
import { toNextMinute } from '../../../test/support/minutes.ts'
import { startLanyard } from '../../../test/support/start-lanyard.ts'
import { newSetUpCode } from './set-up-code.ts'

const wish = (code: string) => ({
  code,
  owner: {
    givenName: 'Ada',
    familyName: 'Ford',
    email: 'Ada@Beacon.example',
    password: 'three random words',
  },
  organisation: {
    name: 'Beacon Trust',
    type: 'trust',
    domains: ['beacon.example'],
    timeZone: 'Europe/London',
  },
})

test('whoever has the code sets up once; from then on set-up is not there', async (t) => {
  const { app, http } = await startLanyard(t, { setUp: false })
  const code = (await newSetUpCode(app.database)) ?? ''
  const checks = (await http.get('/api/v1/setup')).body.checks
  assert.ok(
    checks.every((each: { state: string }) => each.state !== 'problem'),
    JSON.stringify(checks),
  )
  assert.deepEqual((await http.get('/api/v1/door')).body, {
    setUp: false,
    organisation: null,
    mail: 'captured',
    locale: 'en-GB',
  })

  const stranger = await http.post('/api/v1/setup', wish('AAAA-AAAA'))
  assert.deepEqual([stranger.status, stranger.body.code], [403, 'setup_code_wrong'])
  assert.equal((await http.post('/api/v1/setup', wish(code.toLowerCase().replace('-', ' ')))).status, 201)
  assert.equal((await http.get('/api/v1/me')).status, 401, 'setting up signs nobody in')
  assert.equal((await http.get('/api/v1/setup')).status, 404)
  assert.equal((await http.post('/api/v1/setup', wish(code))).status, 404)
  assert.equal(await newSetUpCode(app.database), null)
  assert.equal((await http.get('/api/v1/door')).body.organisation.name, 'Beacon Trust')
  const signedIn = await http.post('/api/v1/sessions', {
    email: 'ada@beacon.example',
    password: 'three random words',
  })
  assert.equal(signedIn.status, 201)
})

test('before set-up nobody can sign in, and the answer is that to an address nobody has', async (t) => {
  const scene = await startLanyard(t, { setUp: false })
  const { app, http } = scene
  await toNextMinute(scene)
  const tried = { email: 'ada@beacon.example', password: 'three random words' }
  const before = await http.fresh().post('/api/v1/sessions', tried)
  assert.deepEqual([before.status, before.body.code], [401, 'sign_in_failed'])
  assert.equal((await http.fresh().post('/api/v1/password-resets', { email: tried.email })).status, 202)
  for (let n = 1; n < 60; n++) await http.fresh().post('/api/v1/sessions', tried)
  assert.equal((await http.fresh().post('/api/v1/sessions', tried)).status, 429)

  const code = (await newSetUpCode(app.database)) ?? ''
  assert.equal((await http.post('/api/v1/setup', wish(code))).status, 201)
  const { rows } = await app.database.pool.query('select count(*)::int as n from sign_in_locks')
  assert.equal(rows[0].n, 0)
})

test('of five set-ups at once one makes an owner', async (t) => {
  const { app, http } = await startLanyard(t, { setUp: false })
  const code = (await newSetUpCode(app.database)) ?? ''
  const replies = await Promise.all(
    Array.from({ length: 5 }, () => http.fresh().post('/api/v1/setup', wish(code))),
  )
  assert.deepEqual(replies.map((reply) => reply.status).sort(), [201, 404, 404, 404, 404])
  const { rows } = await app.database.pool.query('select count(*)::int as n from tenants')
  assert.equal(rows[0].n, 1)
})

test('every field that is wrong is named at once, and nothing is made', async (t) => {
  const { app, http } = await startLanyard(t, { setUp: false })
  const code = (await newSetUpCode(app.database)) ?? ''
  const shapeless = await http.post('/api/v1/setup', {
    code,
    owner: { givenName: '', email: 'a@b.example', password: 'x', isSuper: true },
    organisation: { name: 'A', type: 'palace' },
  })
  assert.equal(shapeless.status, 422)
  const pointers = shapeless.body.errors
    .map((each: { pointer: string; code: string }) => `${each.pointer} ${each.code}`)
    .sort()
  assert.deepEqual(pointers, [
    '#/organisation/type not_a_choice',
    '#/owner/familyName missing',
    '#/owner/givenName missing',
    '#/owner/isSuper unknown_field',
  ])
  const weak = wish(code)
  weak.owner.password = 'password1234'
  assert.deepEqual((await http.post('/api/v1/setup', weak)).body.errors[0].pointer, '#/owner/password')
  const { rows } = await app.database.pool.query('select count(*)::int as n from tenants')
  assert.equal(rows[0].n, 0)
})

test('a code works for a day, and twenty wrong ones are enough', async (t) => {
  const { app, http, clock } = await startLanyard(t, { setUp: false })
  const code = (await newSetUpCode(app.database)) ?? ''
  await clock.shift(86_401)
  assert.equal((await http.post('/api/v1/setup/code', { code })).body.code, 'setup_code_wrong')
  const fresh = (await newSetUpCode(app.database)) ?? ''
  assert.equal((await http.post('/api/v1/setup/code', { code: fresh })).status, 204)
  for (let n = 0; n < 20; n++) await http.post('/api/v1/setup/code', { code: 'WRONGONE' })
  assert.equal((await http.post('/api/v1/setup/code', { code: fresh })).status, 429)
})

test('whoever has the code may mistype the rest as often as they like; guesses do not gain by it', async (t) => {
  const { app, http } = await startLanyard(t, { setUp: false })
  const code = (await newSetUpCode(app.database)) ?? ''
  const guess = async () => (await http.fresh().post('/api/v1/setup/code', { code: 'WRONGONE' })).status
  for (let n = 0; n < 10; n++) assert.equal(await guess(), 403)
  const far = wish(code)
  far.organisation.timeZone = 'Europe/Nowhere'
  for (let n = 0; n < 25; n++)
    assert.equal((await http.post('/api/v1/setup', far)).body.code, 'time_zone_unknown')
  const guesses = await Promise.all(Array.from({ length: 30 }, guess))
  assert.equal(guesses.filter((status) => status === 403).length, 10, 'twenty in all, and no more')
  assert.equal((await http.post('/api/v1/setup', wish(code))).status, 429)
})

test('the task list has only what its reader may do, and numbers that are so', async (t) => {
  const { http, make, owner, root } = await startLanyard(t)
  const tasks = async (who: typeof owner, at: { id: string }) =>
    Object.fromEntries(
      (await http.as(who).get(`/api/v1/organisations/${at.id}/tasks`)).body.data.map(
        (each: { task: string; state: string; detail: string }) => [
          each.task,
          `${each.state}: ${each.detail}`,
        ],
      ),
    )
  assert.equal(
    (await tasks(owner, root)).appoint_another_admin,
    'to_do: Only one person can sign in as an admin. Invite a second, or give somebody here the role.',
  )
  const reed = await make.school('Reed Primary')
  await make.person('second@beacon.example', { at: root, role: 'owner' })
  await make.person('third@beacon.example', { at: root, role: 'owner', password: false })
  const after = await tasks(owner, root)
  assert.equal(after.add_schools, 'done: 1 school')
  assert.equal(after.appoint_another_admin, 'done: 2 people can sign in as an admin')
  const teacher = await make.person('tom@reed.example', { at: reed })
  assert.deepEqual(await tasks(teacher, reed), {})
  assert.match((await tasks(owner, reed)).add_people, /^to_do: /)
  assert.match((await tasks(owner, reed)).upload_staff_list, /^to_do: /)
  await http.as(owner).post(`/api/v1/organisations/${reed.id}/invitations`, {
    people: [{ email: 'una@reed.example' }, { email: 'vic@reed.example' }],
  })
  const invited = await tasks(owner, reed)
  assert.deepEqual([invited.add_people, invited.not_registered], ['done: 3 people', 'optional: 2 waiting'])
  assert.match(invited.upload_staff_list, /^optional: /)
  await http.as(owner).post(`/api/v1/people/${teacher.id}/archive`)
  assert.equal((await tasks(owner, reed)).add_people, 'done: 2 people', 'as the list counts them')
})
