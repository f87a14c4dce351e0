import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Client } from '../../../test/support/http-client.ts'
import { inviteOne, mailIsSettled, reedPrimary } from '../../../test/support/invite.ts'
import type { Place } from '../../../test/support/make.ts'
import { startLanyard } from '../../../test/support/start-lanyard.ts'
import { inTenant } from '../../platform/database/database.ts'

interface Row {
  id: string
  givenName: string
  familyName: string
  status: string
}

const list = (who: Client, at: Place, query = '') => who.get(`/api/v1/organisations/${at.id}/people?${query}`)
const names = async (who: Client, at: Place, query: string): Promise<string[]> => {
  const { status, body } = await list(who, at, query)
  assert.equal(status, 200, JSON.stringify(body))
  return body.data.map((each: Row) => each.givenName)
}

/** All rows of a list, read in pages of so many. */
async function readThrough(who: Client, at: Place, query: string, limit: number): Promise<Row[]> {
  const seen: Row[] = []
  for (let after = ''; ; ) {
    const { status, body } = await list(who, at, `${query}&limit=${limit}${after}`)
    assert.equal(status, 200, JSON.stringify(body))
    seen.push(...body.data)
    if (!body.next) return seen
    after = `&after=${body.next}`
  }
}

test('Siân O’Brien-Jones is found without accents and punctuation, and by email and staff number', async (t) => {
  const { http, make, owner } = await startLanyard(t)
  const reed = await make.school('Reed Primary')
  await make.person('sobj@reed.example', { at: reed, name: 'Siân O’Brien-Jones', staffNumber: '004217' })
  await make.person('sian.b@reed.example', { at: reed, name: 'Sian Brown' })
  await make.person('tim@reed.example', { at: reed, name: 'Tim Simmons' })
  const as = http.as(owner)
  for (const [q, found] of [
    ['sian obrien', ['Siân']],
    ['OBRIEN  JONES', ['Siân']],
    ["o'brien-jones", ['Siân']],
    ['jones siân', ['Siân']],
    ['sobj@reed', ['Siân']],
    ['004217', ['Siân']],
    ['4217', ['Siân']],
    ['rien', ['Siân']],
    ['sian', ['Siân', 'Sian']],
    ['si', ['Siân', 'Sian', 'Tim']],
    ['mm', []],
    ['imm', ['Tim']],
    ['sian simmons', []],
    ['100%', []],
    ['_', []],
    ['reed', ['Siân', 'Sian', 'Tim']],
  ] as const) {
    const query = `sort=name&count=exact&q=${encodeURIComponent(q)}`
    const { body } = await list(as, reed, query)
    const given = body.data.map((each: Row) => each.givenName)
    assert.deepEqual(given.sort(), [...found].sort(), q)
    assert.equal(body.total, found.length, q)
  }
})

test('a new name, address or staff number is searched at once', async (t) => {
  const { head, reed, http, make, owner } = await reedPrimary(t)
  await inviteOne(head, reed, { email: 'zed@reed.example', givenName: 'Zoë', familyName: 'Àdeyemi' })
  assert.deepEqual(await names(head, reed, 'q=adeyemi'), ['Zoë'])
  const mill = await make.school('Mill Lane')
  assert.deepEqual(await names(http.as(owner), mill, 'q=adeyemi'), [])
})

test('a job title and labels are searched too, at once and as long as they are true', async (t) => {
  const { head, reed } = await reedPrimary(t)
  await inviteOne(head, reed, { email: 'zoe@reed.example', givenName: 'Zoë', familyName: 'Ade' })
  const [zoe] = (await list(head, reed, 'q=zoe')).body.data
  const edit = async (change: object) =>
    assert.equal((await head.patch(`/api/v1/people/${zoe.id}`, change)).status, 200)
  await edit({ jobTitle: 'Éducatrice (Year 4)', labels: { cohort: 'ECT 2026' } })
  for (const q of ['educatrice', 'year 4', 'ect', 'cohort', 'zoe | ect', '202'])
    assert.deepEqual(await names(head, reed, `q=${encodeURIComponent(q)}`), ['Zoë'], q)
  assert.deepEqual(await names(head, reed, 'q=ect%20zed'), [])

  const { body } = await head.get(`/api/v1/organisations/${reed.id}/audit?q=educatrice`)
  assert.deepEqual(body.data, [], 'a job title names nobody')
  await edit({ jobTitle: null, labels: {} })
  assert.deepEqual(await names(head, reed, 'q=educatrice'), [])
  assert.deepEqual(await names(head, reed, 'q=ect'), [])
})

test('each filter keeps exactly those it names, and filters add up', async (t) => {
  const { http, make, owner, root } = await startLanyard(t)
  const reed = await make.school('Reed Primary')
  const mill = await make.school('Mill Lane')
  const science = await make.unit('Science', { at: reed })
  const physics = await make.unit('Physics', { at: reed, inside: science })
  const maths = await make.unit('Maths', { at: reed })
  await make.person('ann@reed.example', { at: reed, units: [science] })
  await make.person('ben@reed.example', { at: reed, units: [physics], role: 'leader', unit: physics })
  await make.person('cat@reed.example', { at: reed, units: [maths], state: 'not_invited', password: false })
  await make.person('dan@reed.example', { at: reed, role: 'organisation_admin' })
  await make.person('eve@reed.example', { at: reed, state: 'inactive', units: [maths, physics] })
  await make.person('gil@reed.example', { at: reed, state: 'awaiting_approval', password: false })
  await make.person('hal@reed.example', { at: reed, state: 'rejected' })
  await make.person('fay@mill.example', { at: mill, role: 'training_admin' })
  const as = http.as(owner)
  for (const [query, found] of [
    ['', ['Ann', 'Ben', 'Cat', 'Dan', 'Eve', 'Gil']],
    ['status=not_invited', ['Cat']],
    ['status=active', ['Ann', 'Ben', 'Dan']],
    ['status=inactive,not_invited', ['Cat', 'Eve']],
    ['status=awaiting_approval', ['Gil']],
    ['status=locked,pending,expired', []],
    ['role=leader', ['Ben']],
    ['role=leader,organisation_admin', ['Ben', 'Dan']],
    [`unit=${science.id}`, ['Ann', 'Ben', 'Eve']],
    [`unit=${physics.id}`, ['Ben', 'Eve']],
    [`unit=${physics.id},${maths.id}`, ['Ben', 'Cat', 'Eve']],
    [`unit=${science.id}&status=active`, ['Ann', 'Ben']],
    [`unit=${science.id}&role=leader`, ['Ben']],
    [`unit=${mill.id}`, []],
    ['view=not_registered', ['Cat']],
    ['view=admins', ['Dan']],
    ['view=invitations', []],
    ['view=email_problems', []],
    [`q=a&status=active`, ['Ann']],
    [`school=${mill.id}`, []],
  ] as const)
    for (const sort of ['name', 'urgency', 'lastActiveAt']) {
      const { body } = await list(as, reed, `${query}&sort=${sort}&count=exact`)
      assert.deepEqual(body.data.map((each: Row) => each.givenName).sort(), [...found], `${query} by ${sort}`)
      assert.equal(body.total, found.length, query)
    }
  for (const [query, found] of [
    [`school=${mill.id}`, ['Fay']],
    [`school=${mill.id},${root.id}`, ['Fay', 'Olive']],
    ['role=training_admin,owner', ['Fay', 'Olive']],
    ['status=not_invited', ['Cat']],
    ['view=admins', ['Dan', 'Olive']],
  ] as const) {
    const { body } = await list(as, root, `include=below&sort=name&count=exact&${query}`)
    assert.deepEqual(body.data.map((each: Row) => each.givenName).sort(), [...found], query)
    assert.equal(body.total, found.length, query)
  }
  const { body } = await list(as, root, 'include=below&count=exact')
  assert.deepEqual(body.header, { people: 8, places: 8, registered: 6 })
  assert.deepEqual(body.views, {
    everyone: 8,
    invitations: 0,
    not_registered: 1,
    email_problems: 0,
    admins: 2,
    archived: 0,
  })
  assert.deepEqual(
    body.filters.schools.map((each: Place) => each.name),
    ['Mill Lane', 'Reed Primary'],
  )
  const ofReed = (await list(as, reed)).body.filters
  assert.deepEqual(
    ofReed.roles.map((each: { key: string }) => each.key),
    ['organisation_admin', 'leader', 'user'],
  )
  assert.deepEqual(
    ofReed.units.map((each: Place) => each.name),
    ['Maths', 'Physics', 'Science'],
  )
  for (const wrong of [
    'status=late',
    'role=king',
    'unit=abc',
    'sort=age',
    'view=all',
    `q=${'x'.repeat(201)}`,
  ])
    assert.equal((await list(as, reed, wrong)).status, 422, wrong)
})

test('the pages of every order follow one another without a gap or a repeat', async (t) => {
  const lanyard = await reedPrimary(t)
  const { http, make, reed, root, head, owner, clock } = lanyard
  const mill = await make.school('Mill Lane')
  await inviteOne(head, reed, { email: 'old1@reed.example', givenName: 'Old', familyName: 'Zed' })
  await inviteOne(head, reed, { email: 'old2@reed.example', givenName: 'Old', familyName: 'Able' })
  await mailIsSettled(head, reed)
  await clock.shift(8 * 86_400)
  const olive = http.fresh()
  await olive.post('/api/v1/sessions', { email: owner.email, password: owner.password })
  for (const n of [1, 2, 3])
    await inviteOne(olive, reed, { email: `new${n}@reed.example`, givenName: 'New', familyName: 'Same' })
  for (const state of ['not_invited', 'awaiting_approval', 'inactive'] as const)
    for (const n of [1, 2])
      await make.person(`${state}${n}@mill.example`, {
        at: mill,
        state,
        name: `Kim Same${n}`,
        password: false,
      })
  for (const n of [1, 2, 3, 4]) {
    const person = await make.person(`active${n}@mill.example`, { at: mill, name: `Lee Same` })
    if (n % 2) await http.as(person).get('/api/v1/me')
  }
  for (let tries = 0; tries < 10; tries++)
    await http
      .fresh()
      .post('/api/v1/sessions', { email: 'active2@mill.example', password: 'not the right one' })
  const all = (await list(olive, root, 'include=below&limit=200')).body.data.map((each: Row) => each.id)
  assert.equal(all.length, 17)
  for (const sort of ['urgency', 'name', '-name', 'status', 'lastActiveAt', '-lastActiveAt'])
    for (const limit of [1, 3, 7]) {
      const seen = await readThrough(olive, root, `include=below&sort=${sort}`, limit)
      assert.deepEqual(
        seen.map((each) => each.id),
        (await list(olive, root, `include=below&limit=200&sort=${sort}`)).body.data.map(
          (each: Row) => each.id,
        ),
        `${sort} by ${limit}`,
      )
      assert.deepEqual(seen.map((each) => each.id).sort(), [...all].sort(), `${sort} by ${limit}`)
    }
  const inTurn = async (sort: string, of: (row: Row & { lastActiveAt: string | null }) => string | null) => {
    const { body } = await list(olive, root, `include=below&limit=200&sort=${sort}`)
    return body.data.map(of).filter((each: string, at: number, rows: string[]) => each !== rows[at - 1])
  }
  assert.deepEqual(await inTurn('urgency', (row) => row.status), [
    'expired',
    'awaiting_approval',
    'locked',
    'pending',
    'not_invited',
    'active',
    'inactive',
  ])
  assert.deepEqual(await inTurn('status', (row) => row.status), [
    'active',
    'awaiting_approval',
    'expired',
    'inactive',
    'locked',
    'not_invited',
    'pending',
  ])
  const byName = await inTurn('name', (row) => row.familyName)
  assert.deepEqual(byName, [...byName].sort())
  assert.deepEqual(await inTurn('-name', (row) => row.familyName), byName.reverse())
  const active = (await inTurn('-lastActiveAt', (row) => row.lastActiveAt)) as (string | null)[]
  const known = active.filter((each) => each !== null)
  assert.ok(known.length >= 3)
  assert.deepEqual(active, [...[...known].sort().reverse(), null], 'who was never active stands last')
  assert.deepEqual(await inTurn('lastActiveAt', (row) => row.lastActiveAt), [...[...known].sort(), null])
  const { next } = (await list(olive, root, 'include=below&sort=name&limit=1')).body
  const other = await list(olive, root, `include=below&sort=urgency&limit=1&after=${next}`)
  assert.deepEqual([other.status, other.body.code], [422, 'cursor_wrong'])
  const madeUp = Buffer.from(JSON.stringify(['lastActiveAt', 0, 'x', all[0]])).toString('base64url')
  assert.equal((await list(olive, root, `sort=lastActiveAt&after=${madeUp}`)).body.code, 'cursor_wrong')
})

test('when somebody was last active is still known after their session is long gone', async (t) => {
  const { http, make, owner, app, id } = await startLanyard(t)
  const reed = await make.school('Reed Primary')
  const ann = await make.person('ann@reed.example', { at: reed })
  await http.as(ann).get('/api/v1/me')
  const lastActive = async () => (await list(http.as(owner), reed)).body.data[0].lastActiveAt
  const seen = await lastActive()
  assert.ok(seen)
  await inTenant(app.database, id, (tx) =>
    tx.deleteFrom('sessions').where('account_id', '=', ann.personId).execute(),
  )
  assert.equal(await lastActive(), seen)
})

test('each row says what somebody is to the school, and whoever was last active is found by either name of the order', async (t) => {
  const { head, http, make, reed, olive } = await reedPrimary(t, { mail: 'captured' })
  const ann = await make.person('ann@reed.example', { at: reed, name: 'Ann Day' })
  await http.as(ann).get('/api/v1/me')
  const added = await olive.post(`/api/v1/organisations/${reed.id}/people`, {
    email: 'gil@reed.example',
    givenName: 'Gil',
    familyName: 'Hart',
    relationship: 'governor',
    notify: 'none',
  })
  assert.equal(added.status, 201, JSON.stringify(added.body))
  const { body } = await list(head, reed, 'sort=name&count=estimate')
  assert.deepEqual(
    body.data.map((row: Row & { relationship: string }) => [row.givenName, row.relationship]),
    [
      ['Ann', 'employee'],
      ['Gil', 'governor'],
      ['Sam', 'employee'],
    ],
  )
  assert.deepEqual([body.total, body.totalIsEstimate], [3, false])
  const latest = await names(head, reed, 'sort=-lastActiveAt')
  assert.equal(latest.at(-1), 'Gil', 'who was never active stands last')
  assert.deepEqual(await names(head, reed, 'sort=-last_active'), latest)
  const { next } = (await list(head, reed, 'sort=-last_active&limit=1')).body
  assert.deepEqual(await names(head, reed, `sort=-lastActiveAt&after=${next}`), latest.slice(1))
})
