import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { type TestContext, test } from 'node:test'
import type { Client } from '../../../test/support/http-client.ts'
import { inviteOne, reedPrimary, signIn } from '../../../test/support/invite.ts'
import type { Place } from '../../../test/support/make.ts'
import { openTenant } from '../../../test/support/plant.ts'
import { recorded } from '../../../test/support/record.ts'
import { putRoles } from '../../../test/support/roles.ts'
import { sealAudit } from '../audit/seal-audit.ts'

interface Entry {
  id: string
  at: string
  event: string
  sentence: string
  actor: { id: string | null; name: string; personId: string | null }
  subject: { id: string | null; name: string; personId: string | null } | null
  organisation: { name: string } | null
  doorLabel: string
  changes: { label: string; before: string | null; after: string | null }[]
  facts: { label: string; value: string }[]
  origin: { address: string | null; userAgent: string | null } | null
  requestId: string | null
}

const pathOf = (place: Place, query = '') => `/api/v1/organisations/${place.id}/audit${query}`

async function entries(who: Client, place: Place, query = ''): Promise<Entry[]> {
  const reply = await who.get(pathOf(place, query))
  assert.equal(reply.status, 200, JSON.stringify(reply.body))
  return reply.body.data
}

const sentences = async (who: Client, place: Place, query = '') =>
  (await entries(who, place, query)).map((entry) => entry.sentence)

/** Sam has invited Priya and Tom, Tom's invitation was cancelled, and the school has another name. */
async function someDays(t: TestContext) {
  const scene = await reedPrimary(t)
  const { head, reed } = scene
  const priya = await inviteOne(head, reed, {
    email: 'priya@reed.example',
    givenName: 'Priya',
    familyName: 'Shah',
    roles: ['user'],
  })
  const tom = await inviteOne(head, reed, { email: 'tom@reed.example', givenName: 'Tom', familyName: 'Reed' })
  assert.equal((await head.post(`/api/v1/invitations/${tom.invitationId}/cancel`)).status, 204)
  const renamed = await head.patch(`/api/v1/organisations/${reed.id}`, { name: 'Reed Academy' })
  assert.equal(renamed.status, 200)
  return { ...scene, priya, tom }
}

test('what happened reads as sentences, newest first, with who did it and to whom', async (t) => {
  const { head, reed, sam, priya } = await someDays(t)
  const list = await entries(head, reed)
  assert.deepEqual(
    list.map((entry) => entry.sentence),
    [
      'Sam Patel changed Reed Academy: name',
      'Sam Patel cancelled the invitation of Tom Reed',
      'Sam Patel invited Tom Reed as User',
      'Sam Patel invited Priya Shah as User',
      'Sam Patel signed in',
      'The operator at the command line added Reed Academy',
    ],
  )
  const invited = list[3] as Entry
  assert.equal(invited.actor.id, sam.personId)
  assert.equal(invited.actor.personId, sam.id)
  assert.equal(invited.subject?.personId, priya.personId)
  assert.equal(invited.doorLabel, 'API')
  assert.equal(invited.organisation?.name, 'Reed Academy')
  assert.ok(invited.requestId)
  assert.deepEqual(list[0]?.changes, [{ label: 'Name', before: 'Reed Primary', after: 'Reed Academy' }])
})

test('what somebody may do is told before and after', async (t) => {
  const { head, olive, reed, make } = await reedPrimary(t)
  const jane = await make.person('jane@reed.example', { at: reed, name: 'Jane Smith' })
  const office = await make.unit('Office', { at: reed })
  const roles = [{ role: 'admin' }, { role: 'leader', unit: office.id }]
  assert.equal((await putRoles(olive, jane.id, { roles })).status, 200)
  assert.equal((await putRoles(olive, jane.id, { roles: [...roles, { role: 'user' }] })).status, 200)
  const [more, change] = await entries(head, reed, '?what=access')
  assert.deepEqual(more?.changes, [
    { label: 'Roles', before: 'Admin, Leader (Office)', after: 'Admin, Leader (Office), User' },
  ])
  assert.equal(change?.actor.name, 'Olive Owner')
  assert.match(
    change?.sentence ?? '',
    /changed what Jane Smith may do: \+ Admin, \+ Leader \(Office\), .*− User$/,
  )
  assert.deepEqual(change?.changes[0], { label: 'Roles', before: 'User', after: 'Admin, Leader (Office)' })
})

test('the list is narrowed by who, whom, words, kind, way in and day', async (t) => {
  const { head, olive, reed, sam, priya } = await someDays(t)
  await olive.post(`/api/v1/organisations/${reed.id}/units`, { name: 'Science', kind: 'department' })
  const people = await entries(head, reed, '?what=invitations')
  const priyasAccount = people.find((entry) => entry.subject?.personId === priya.personId)?.subject?.id
  assert.deepEqual(await sentences(head, reed, `?subject=${priyasAccount}`), [
    'Sam Patel invited Priya Shah as User',
  ])
  assert.equal((await entries(head, reed, `?actor=${sam.personId}`)).length, 5)
  assert.deepEqual(await sentences(head, reed, '?q=sha'), ['Sam Patel invited Priya Shah as User'])
  assert.equal((await entries(head, reed, '?q=patel%20sam')).length, 5)
  assert.deepEqual(await sentences(head, reed, '?q=nobody'), [])
  assert.equal((await entries(head, reed, '?what=places,sign_in')).length, 4)
  assert.deepEqual(await sentences(head, reed, '?door=cli'), [
    'The operator at the command line added Reed Academy',
  ])
  assert.equal((await entries(head, reed, '?door=console,job')).length, 0)

  const today = new Date().toLocaleDateString('sv-SE', { timeZone: 'Europe/London' })
  const all = await entries(head, reed)
  assert.equal((await entries(head, reed, `?from=${today}&to=${today}`)).length, all.length)
  assert.equal((await entries(head, reed, '?to=2020-01-01')).length, 0)
  assert.equal((await entries(head, reed, '?from=2999-01-01')).length, 0)
  for (const wrong of ['what=gossip', 'door=window', 'from=yesterday', 'actor=sam', 'who=sam', 'after=abc'])
    assert.equal((await head.get(pathOf(reed, `?${wrong}`))).status, 422, wrong)
})

test('a day is the school’s: from midnight to midnight where it is', async (t) => {
  const scene = await reedPrimary(t)
  const { head, reed, sam } = scene
  const db = await openTenant(t, scene)
  const plant = (at: string) => plantEvent(db, reed, { event: 'person.paused', subjectId: sam.personId, at })
  for (const at of [
    '2026-06-09T22:59:59Z',
    '2026-06-09T23:00:00Z',
    '2026-06-10T22:59:59.999Z',
    '2026-06-10T23:00:00Z',
  ])
    await plant(at)
  const list = await entries(head, reed, '?from=2026-06-10&to=2026-06-10')
  assert.deepEqual(
    list.map((entry) => entry.at),
    ['2026-06-10T22:59:59.999Z', '2026-06-09T23:00:00.000Z'],
  )
})

test('pages follow each other without a gap or a repeat, also where many things happened in one moment', async (t) => {
  const scene = await reedPrimary(t)
  const { head, olive, reed, root, sam } = scene
  const db = await openTenant(t, scene)
  const at = '2026-06-10T10:00:00Z'
  for (let n = 0; n < 5; n++) {
    await plantEvent(db, reed, { event: 'person.paused', subjectId: sam.personId, at })
    await plantEvent(db, null, { event: 'session.started', subjectId: sam.personId, at })
  }
  for (const [who, place, query] of [
    [head, reed, ''],
    [olive, root, '&include=below'],
  ] as const) {
    const whole = (await entries(who, place, `?limit=200${query}`)).map((entry) => entry.id)
    assert.ok(whole.length > 10)
    const walked: string[] = []
    let after = ''
    for (;;) {
      const { body } = await who.get(pathOf(place, `?limit=3${query}${after}`))
      walked.push(...body.data.map((entry: Entry) => entry.id))
      if (body.next === null) break
      after = `&after=${body.next}`
    }
    assert.deepEqual(walked, whole)
    const { body } = await who.get(pathOf(place, `?limit=3&count=estimate${query}${after}`))
    assert.deepEqual([body.total, body.totalIsEstimate], [whole.length, false], 'of all pages')
  }
  const { body } = await head.get(pathOf(reed, '?q=sam&what=people&limit=1&count=exact'))
  assert.equal(body.total, (await entries(head, reed, '?q=sam&what=people&limit=200')).length)
})

test('a school sees what happened there and what its own people did; the trust sees below when it asks', async (t) => {
  const { head, olive, reed, root, make, http } = await reedPrimary(t)
  const mill = await make.school('Mill Lane')
  const mina = await make.person('mina@mill.example', {
    at: mill,
    role: 'organisation_admin',
    name: 'Mina Webb',
  })
  await inviteOne(http.as(mina), mill, { email: 'zed@mill.example', givenName: 'Zed', familyName: 'Stone' })
  await signIn({ http } as never, 'sam@reed.example', 'wrong words here')
  await signIn({ http } as never, 'nobody@nowhere.example', 'wrong words here')

  const atReed = await sentences(head, reed)
  assert.ok(atReed.includes('A sign-in as Sam Patel failed'))
  assert.ok(!atReed.some((sentence) => /Mina|Zed|Mill/.test(sentence)), atReed.join('\n'))
  assert.ok(!atReed.includes('A sign-in failed'), 'nobody knows whose it was')
  assert.deepEqual(await sentences(head, reed, `?actor=${mina.personId}`), [])
  assert.deepEqual(await sentences(head, reed, '?q=mina'), [])
  const { body } = await head.get(pathOf(reed, `?actor=${mina.personId}`))
  assert.equal((await head.get(pathOf(mill))).status, 404)

  const below = await sentences(olive, root, '?include=below&limit=200')
  for (const one of [
    'Mina Webb invited Zed Stone as User',
    'A sign-in as Sam Patel failed',
    'A sign-in failed',
  ])
    assert.ok(below.includes(one), one)
  const alone = await sentences(olive, root)
  assert.ok(!alone.some((sentence) => /Mina|Sam/.test(sentence)), alone.join('\n'))
  assert.equal(body.filters.actor, null, 'the name behind an id is not told to who does not see the person')
})

test('a school of very many people sees the same: what its own did, and nobody else', async (t) => {
  const scene = await reedPrimary(t)
  const { head, reed, make, http } = scene
  const db = await openTenant(t, scene)
  await db.query(
    `with made as (insert into accounts (email, given_name, family_name)
       select 'p' || n || '@reed.example', 'Pat', 'Moss' from generate_series(1, 501) n returning id)
     insert into memberships (account_id, organisation_id, state) select id, $1, 'active' from made`,
    [reed.id],
  )
  const mill = await make.school('Mill Lane')
  await http.as(await make.person('mina@mill.example', { at: mill, name: 'Mina Webb' })).get('/api/v1/me')
  assert.deepEqual(await sentences(head, reed, '?what=sign_in'), ['Sam Patel signed in'])
})

test('nobody sees activity without the right to it, and a refusal is itself recorded', async (t) => {
  const { http, make, reed, head } = await reedPrimary(t)
  const ben = await make.person('ben@reed.example', { at: reed, name: 'Ben Cole' })
  for (const path of [pathOf(reed), pathOf(reed, '/export')]) {
    const reply = await http.as(ben).get(path)
    assert.deepEqual([reply.status, reply.body.code], [403, 'forbidden'])
  }
  const [refused] = await entries(head, reed, '?what=refused')
  assert.equal(refused?.sentence, 'Ben Cole tried something they may not do')
  assert.deepEqual(refused?.facts, [
    { label: 'Asked for', value: 'GET /api/v1/organisations/:id/audit/export' },
  ])
})

test('addresses and browsers are for who keeps sign-in settings, and one’s own for oneself', async (t) => {
  const scene = await reedPrimary(t)
  const { http, make, reed, root, head } = scene
  const desk = await make.person('desk@beacon.example', {
    at: root,
    role: 'support_operator',
    name: 'Desk Ng',
  })
  const support = http.as(desk)
  await support.get('/api/v1/me', { 'user-agent': 'Firefox' })
  const find = async (who: Client, name: string) =>
    (await entries(who, name === 'Desk Ng' ? root : reed, '?what=sign_in')).find(
      (each) => each.actor.name === name,
    )
  await head.get('/api/v1/me')
  assert.equal((await find(head, 'Sam Patel'))?.origin?.address, '127.0.0.1')
  assert.equal((await find(support, 'Sam Patel'))?.origin, null)
  assert.equal((await find(support, 'Desk Ng'))?.origin?.address, '127.0.0.1')

  const db = await openTenant(t, scene)
  await db.query('delete from person_keys')
  assert.equal((await find(head, 'Sam Patel'))?.origin, null, 'gone with the key of who was erased')
})

test('somebody erased is named nowhere, and their part of the record still reads', async (t) => {
  const scene = await reedPrimary(t)
  const { head, reed, sam } = scene
  const db = await openTenant(t, scene)
  const gone = randomUUID()
  await plantEvent(db, reed, { event: 'person.archived', subjectId: gone, actorId: sam.personId })
  await plantEvent(db, reed, { event: 'person.archived', subjectId: sam.personId, actorId: gone })
  const list = await entries(head, reed, '?what=people')
  assert.deepEqual(
    list.map((entry) => entry.sentence),
    ['Someone who was erased archived Sam Patel', 'Sam Patel archived someone who was erased'],
  )
  assert.deepEqual(list[1]?.subject, { id: gone, name: 'someone who was erased', personId: null })
})

test('a private unit’s activity is for those who see the unit', async (t) => {
  const { http, olive, head, reed, make } = await reedPrimary(t)
  const may = await make.person('may@reed.example', { at: reed, name: 'May Kerr' })
  const granted = await olive.put(`/api/v1/people/${may.id}/roles`, {
    roles: [{ role: 'user' }],
    permissions: ['audit.view'],
  })
  assert.equal(granted.status, 200, JSON.stringify(granted.body))
  const unit = { kind: 'group', private: true, name: 'Quiet room' }
  const made = await olive.post(`/api/v1/organisations/${reed.id}/units`, unit)
  assert.equal(made.status, 201)
  const jane = await make.person('jane@reed.example', { at: reed, name: 'Jane Smith' })
  await putRoles(olive, jane.id, { roles: [{ role: 'leader', unit: made.body.id }] })
  assert.ok((await sentences(head, reed)).includes('Olive Owner added the unit Quiet room'))
  const seen = await entries(http.as(may), reed)
  assert.ok(!JSON.stringify(seen).includes('Quiet room'))
  assert.ok(!seen.some((entry) => entry.event === 'unit.added'))
  assert.ok(seen.some((entry) => entry.sentence.includes('+ Leader (a unit)')))
  assert.equal(seen.find((entry) => entry.subject?.name === 'Jane Smith')?.subject?.personId, null)
  assert.equal(seen.find((entry) => entry.actor.name === 'May Kerr')?.actor.personId, may.id, 'her own page')
})

test('the export is the list as a file no spreadsheet runs, recorded, after a fresh proof', async (t) => {
  const { app, id, head, reed, clock } = await someDays(t)
  const file = await head.get(pathOf(reed, '/export?what=invitations'))
  assert.equal(file.status, 200, JSON.stringify(file.body))
  assert.match(file.headers.get('content-type') ?? '', /^text\/csv/)
  assert.match(
    file.headers.get('content-disposition') ?? '',
    /attachment; filename="Activity Reed Academy.csv"/,
  )
  const lines = file.bytes.toString('utf8').replace('\ufeff', '').trimEnd().split('\r\n')
  assert.equal(lines.length, 4)
  assert.match(lines[0] ?? '', /^When,What happened,Who did it,About whom,/)
  assert.match(
    lines[3] ?? '',
    /,Sam Patel invited Priya Shah as User,Sam Patel,Priya Shah,Invitations,Reed Academy,API,/,
  )

  await inviteOne(head, reed, { email: 'eve@reed.example', givenName: '=cmd|x', familyName: 'Moss' })
  const risky = (await head.get(pathOf(reed, '/export?q=moss'))).bytes.toString('utf8')
  assert.match(risky, /'=cmd\|x Moss/)

  const last = (await recorded(app, id)).at(-1)
  assert.equal(last?.event, 'activity.exported')
  assert.equal(last?.detail.entries, 1)
  assert.ok(!JSON.stringify(last?.detail).includes('moss'), 'the words searched for may name somebody')
  const [newest] = await entries(head, reed)
  assert.equal(newest?.sentence, 'Sam Patel exported the activity of Reed Academy')
  await clock.shift(11 * 60)
  assert.equal((await head.get(pathOf(reed, '/export'))).body.code, 'reauth_required')
})

test('the page says up to when the record is sealed', async (t) => {
  const { app, id, head, reed } = await someDays(t)
  const before = (await head.get(pathOf(reed))).body
  assert.equal(before.record.waiting, true)
  await sealAudit(app, id)
  const { data, record } = (await head.get(pathOf(reed))).body
  assert.deepEqual([record.sealedThrough, record.waiting], [data[0].at, false])
})

async function plantEvent(
  db: { query(text: string, values: unknown[]): Promise<unknown> },
  at: Place | null,
  planted: { event: string; subjectId: string; actorId?: string; at?: string },
): Promise<void> {
  await db.query(
    `insert into audit_events (tenant_id, event, door, actor_kind, actor_id, subject_id, organisation_id, at)
     select t.id, $1, 'job', case when $2::uuid is null then 'system' else 'person' end, $2, $3, $4,
       coalesce($5, lanyard_now()) from tenants t limit 1`,
    [planted.event, planted.actorId ?? null, planted.subjectId, at?.id ?? null, planted.at ?? null],
  )
}
