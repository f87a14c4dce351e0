import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inviteOne, mailIsSettled, reedPrimary } from '../../../test/support/invite.ts'
import { startLanyard } from '../../../test/support/start-lanyard.ts'

const namesOf = (body: { data: { givenName: string }[] }) => body.data.map((each) => each.givenName).sort()

test('a unit administrator sees the members of the unit and of what is inside it, and nobody else is there', async (t) => {
  const { http, make, root } = await startLanyard(t)
  const reed = await make.school('Reed Primary')
  const mill = await make.school('Mill Lane')
  const science = await make.unit('Science', { at: reed })
  const physics = await make.unit('Physics', { at: reed, inside: science })
  const quiet = await make.unit('Safeguarding', { at: reed, inside: science, private: true })
  const maths = await make.unit('Maths', { at: reed })
  const secret = await make.unit('Counselling', { at: reed, private: true })
  const uma = await make.person('uma@reed.example', { at: reed, role: 'unit_administrator', unit: science })
  const ann = await make.person('ann@reed.example', { at: reed, units: [science, secret] })
  const ben = await make.person('ben@reed.example', { at: reed, units: [physics, maths] })
  const cat = await make.person('cat@reed.example', { at: reed, units: [quiet], state: 'not_invited' })
  const dan = await make.person('dan@reed.example', { at: reed, units: [maths] })
  const eve = await make.person('eve@mill.example', { at: mill })
  const as = http.as(uma)
  const people = `/api/v1/organisations/${reed.id}/people`
  const seen = (await as.get(`${people}?count=exact&include=below`)).body
  assert.deepEqual(namesOf(seen), ['Ann', 'Ben', 'Cat'])
  assert.equal(seen.total, 3)
  assert.deepEqual(seen.header, { people: 3, places: 3, registered: 2 })
  assert.deepEqual(seen.views, {
    everyone: 3,
    invitations: 0,
    not_registered: 1,
    email_problems: 0,
    admins: 0,
    archived: 0,
  })
  assert.deepEqual(
    seen.filters.units.map((unit: { name: string }) => unit.name),
    ['Physics', 'Safeguarding', 'Science'],
  )
  const unitsSeen = (name: string) =>
    seen.data
      .find((each: { givenName: string }) => each.givenName === name)
      .units.map((unit: { name: string }) => unit.name)
  assert.deepEqual(unitsSeen('Ann'), ['Science'], 'a private unit stays unseen')
  assert.deepEqual(unitsSeen('Ben'), ['Maths', 'Physics'])
  for (const [query, found] of [
    ['q=dan', []],
    ['q=b', ['Ben']],
    [`unit=${maths.id}`, ['Ben']],
    [`unit=${secret.id}`, []],
    ['status=not_invited', ['Cat']],
    ['sort=last_active', ['Ann', 'Ben', 'Cat']],
  ] as const)
    assert.deepEqual(namesOf((await as.get(`${people}?${query}`)).body), [...found], query)
  for (const person of [ann, ben, cat, uma])
    assert.equal((await as.get(`/api/v1/people/${person.id}`)).status, 200, person.email)
  const nobody = await as.get('/api/v1/people/0199aaaa-0000-7000-8000-000000000000')
  for (const person of [dan, eve]) {
    const answer = await as.get(`/api/v1/people/${person.id}`)
    assert.deepEqual(
      [answer.status, answer.body.code, answer.body.detail],
      [404, 'not_found', nobody.body.detail],
    )
  }
  assert.equal((await as.get(`/api/v1/organisations/${mill.id}/people`)).status, 404)
  assert.equal((await as.get(`/api/v1/organisations/${root.id}/people`)).status, 404)
})

test('who sees people but not a private unit learns nothing of it from a filter', async (t) => {
  const { http, make } = await startLanyard(t)
  const reed = await make.school('Reed Primary')
  const science = await make.unit('Science', { at: reed })
  const quiet = await make.unit('Safeguarding', { at: reed, inside: science, private: true })
  await make.person('lea@reed.example', { at: reed, role: 'leader', unit: quiet, units: [quiet] })
  const viewer = await make.person('vic@reed.example', { at: reed, role: 'training_admin' })
  const admin = await make.person('ada@reed.example', { at: reed, role: 'organisation_admin' })
  const found = async (who: typeof viewer, query: string) =>
    namesOf((await http.as(who).get(`/api/v1/organisations/${reed.id}/people?${query}`)).body)
  for (const query of [`unit=${quiet.id}`, `unit=${science.id}`, 'role=leader']) {
    assert.deepEqual(await found(viewer, query), [], query)
    assert.deepEqual(await found(admin, query), ['Lea'], query)
  }
  const offered = async (who: typeof viewer, of: string) => {
    const { body } = await http.as(who).get(`/api/v1/organisations/${reed.id}/people/options?of=${of}`)
    return Object.fromEntries(
      body.data.map((each: { label: string; count: number }) => [each.label, each.count]),
    )
  }
  assert.deepEqual(await offered(viewer, 'unit'), { Science: 0 })
  assert.deepEqual(await offered(admin, 'unit'), { Safeguarding: 1, Science: 1 })
  assert.deepEqual(await offered(viewer, 'role'), { 'Organisation admin': 1, 'Training admin': 1 })
  assert.deepEqual(await offered(admin, 'role'), { 'Organisation admin': 1, 'Training admin': 1, Leader: 1 })
})

test('a row offers what makes sense for its label, and says why not where a right is missing', async (t) => {
  const lanyard = await reedPrimary(t)
  const { http, make, reed, head, owner, sam, clock } = lanyard
  const science = await make.unit('Science', { at: reed })
  const uma = await make.person('uma@reed.example', { at: reed, role: 'unit_administrator', unit: science })
  const viewer = await make.person('vic@reed.example', { at: reed, role: 'training_admin' })
  await make.person('new@reed.example', { at: reed, state: 'not_invited', units: [science], password: false })
  await inviteOne(head, reed, { email: 'jane@reed.example', givenName: 'Jane' }, { units: [science.id] })
  await inviteOne(http.as(owner), reed, {
    email: 'kim@reed.example',
    givenName: 'Kim',
    roles: ['organisation_admin'],
  })
  await mailIsSettled(head, reed)
  // What is done to accounts, and leaving for good, have tests of their own.
  const isOfHere = ({ action }: { action: string }) =>
    /^(open|invitation\..*|roles\.edit|person\.(pause|archive))$/.test(action)
  const actionsOf = async (who: typeof uma, name: string) => {
    const { body } = await http.as(who).get(`/api/v1/organisations/${reed.id}/people?q=${name}`)
    return Object.fromEntries(
      body.data[0].actions
        .filter(isOfHere)
        .map((each: { action: string; allowed: boolean; reason?: string }) => [
          each.action,
          each.allowed || each.reason,
        ]),
    )
  }
  const noRight = (label: string) => `You don’t have the right to do this here (${label}). Ask another admin.`
  assert.match((await actionsOf(sam, 'jane'))['invitation.resend'], /less than a minute ago/)
  await clock.shift(61)
  assert.deepEqual(await actionsOf(sam, 'jane'), {
    open: true,
    'invitation.resend': true,
    'invitation.cancel': true,
    'invitation.copy_link': true,
    'roles.edit': true,
    'person.pause': true,
    'person.archive': true,
  })
  assert.deepEqual(await actionsOf(uma, 'jane'), {
    open: true,
    'invitation.resend': true,
    'invitation.cancel': true,
    'invitation.copy_link': noRight('Copy a personal link'),
    'roles.edit': noRight("Change people's roles"),
    'person.pause': noRight('Pause, archive and reactivate people'),
    'person.archive': noRight('Pause, archive and reactivate people'),
  })
  assert.equal((await actionsOf(uma, 'new'))['invitation.send'], true)
  assert.deepEqual(Object.keys(await actionsOf(sam, 'new')), [
    'open',
    'invitation.send',
    'roles.edit',
    'person.pause',
    'person.archive',
  ])
  const ofViewer = await actionsOf(viewer, 'kim')
  assert.match(ofViewer['invitation.resend'], /stands above you/)
  assert.equal(ofViewer['invitation.cancel'], noRight('Cancel invitations'))
  assert.deepEqual(await actionsOf(sam, 'sam'), {
    open: true,
    'roles.edit': 'You can’t change your own roles. Ask another admin.',
    'person.pause': 'You can’t pause, archive or reactivate your own account. Ask another admin.',
    'person.archive': 'You can’t pause, archive or reactivate your own account. Ask another admin.',
  })
})
