import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Client } from '../../../test/support/http-client.ts'
import {
  door,
  inviteOne,
  mailedLink,
  mailIsSettled,
  reedPrimary,
  signIn,
} from '../../../test/support/invite.ts'
import { openTenant } from '../../../test/support/plant.ts'

interface Row {
  id: string
  email: string
  name: string
  status: string
  roles: { role: string; label: string; scope: string | null }[]
  units: { name: string }[]
  actions: { action: string; allowed: boolean; reason?: string }[]
}

const byRole = (a: { role: string }, b: { role: string }) => a.role.localeCompare(b.role)

test('each open invitation shows who, what, by whom, when and whether its mail left; accepted ones leave the list', async (t) => {
  const { head, http, make, reed, mailbox } = await reedPrimary(t)
  const art = await make.unit('Art', { at: reed })
  const path = `/api/v1/organisations/${reed.id}/invitations`
  const first = await head.post(path, {
    people: [{ email: 'jane@reed.example', givenName: 'Jane', familyName: 'Smith' }],
    roles: ['coach', 'user'],
    units: [art.id],
  })
  const second = await head.post(path, {
    people: [{ email: 'tom@reed.example' }, { email: 'una@reed.example' }],
    roles: ['learner'],
  })
  const token = await mailedLink(mailbox, 'jane@reed.example')
  await mailbox.letter(3)
  await mailIsSettled(head, reed)
  const all = (await head.get(path)).body
  assert.deepEqual(all.data.map((each: Row) => each.email).sort(), [
    'jane@reed.example',
    'tom@reed.example',
    'una@reed.example',
  ])
  const jane = all.data.at(-1)
  const { madeAt, sentAt, expiresAt, actions, roles, ...shown } = jane
  assert.deepEqual(roles.toSorted(byRole), [
    { role: 'coach', label: 'Coach', scope: 'Art' },
    { role: 'user', label: 'User', scope: null },
  ])
  assert.deepEqual(shown, {
    id: first.body.results[0].invitationId,
    personId: first.body.results[0].personId,
    email: 'jane@reed.example',
    name: 'Jane Smith',
    units: [{ id: art.id, name: 'Art' }],
    inviter: 'Sam Patel',
    batchId: first.body.batchId,
    sendAt: null,
    status: 'pending',
    delivery: {
      state: 'accepted',
      stateLabel: 'Accepted by the mail server',
      explanation: null,
      nextTryAt: null,
    },
  })
  assert.ok(madeAt <= sentAt && sentAt < expiresAt)
  assert.deepEqual(
    actions.map((each: Row['actions'][number]) => [each.action, each.allowed]),
    [
      ['invitation.resend', true],
      ['invitation.cancel', true],
      ['invitation.copy_link', true],
    ],
  )
  const batch = (await head.get(`${path}?batch=${second.body.batchId}`)).body.data
  assert.deepEqual(batch.map((each: Row) => each.email).sort(), ['tom@reed.example', 'una@reed.example'])
  assert.ok(batch.every((each: Row) => each.roles.map(({ role }) => role).join() === 'learner'))

  const paged: string[] = []
  let after = ''
  do {
    const page = (await head.get(`${path}?limit=1${after && `&after=${encodeURIComponent(after)}`}`)).body
    assert.equal(page.data.length, 1)
    paged.push(page.data[0].id)
    after = page.next
  } while (after)
  assert.deepEqual(
    paged,
    all.data.map((each: Row) => each.id),
  )
  assert.equal((await head.get(`${path}?after=nonsense`)).body.code, 'cursor_wrong')

  assert.equal((await door(http.fresh(), token).register()).status, 201)
  const left = (await head.get(path)).body.data
  assert.deepEqual(left.map((each: Row) => each.email).sort(), ['tom@reed.example', 'una@reed.example'])
  const person = (await head.get(`/api/v1/people/${first.body.results[0].personId}`)).body
  assert.equal(person.status, 'active')
  assert.deepEqual(person.roles.map((each: { role: string }) => each.role).sort(), ['coach', 'user'])
})

test('it expires by itself at that second, with every worker stopped', async (t) => {
  const lanyard = await reedPrimary(t)
  const { head, reed, sam, mailbox, clock } = lanyard
  const db = await openTenant(t, lanyard)
  await inviteOne(head, reed, { email: 'jane@reed.example' })
  await mailbox.letter(1)
  await mailIsSettled(head, reed)
  const left = async () => {
    const { rows } = await db.query(
      'select extract(epoch from expires_at - lanyard_now())::float8 as seconds from invitation_links',
    )
    return rows[0].seconds
  }
  await clock.shift((await left()) - 15)
  const { browser } = await signIn(lanyard, sam.email, sam.password)
  const seen = async () => {
    const { data } = (await browser.get(`/api/v1/organisations/${reed.id}/invitations`)).body
    const person = (await browser.get(`/api/v1/people/${data[0].personId}`)).body
    assert.equal(person.status, data[0].status)
    return data[0].status
  }
  assert.equal(await seen(), 'pending')
  await clock.shift(await left())
  assert.equal(await seen(), 'expired')
})

test('who leads a unit sees the invitations of its people, with what may be done; others see none', async (t) => {
  const { head, olive, http, make, reed } = await reedPrimary(t, { mailWorker: false })
  const art = await make.unit('Art', { at: reed })
  const clay = await make.unit('Clay', { at: reed, inside: art, kind: 'group' })
  const maths = await make.unit('Maths', { at: reed })
  const quiet = await make.unit('Safeguarding', { at: reed, kind: 'group', private: true })
  const invite = (email: string, unit: { id: string }) =>
    inviteOne(head, reed, { email, roles: ['learner'] }, { units: [unit.id] })
  await invite('art@reed.example', art)
  await invite('clay@reed.example', clay)
  await invite('maths@reed.example', maths)
  await inviteOne(
    head,
    reed,
    { email: 'both@reed.example', roles: ['learner'] },
    { units: [art.id, quiet.id] },
  )
  await inviteOne(olive, reed, { email: 'boss@reed.example', roles: ['super_admin'] }, { units: [art.id] })
  const seenBy = async (who: Client): Promise<Row[]> =>
    (await who.get(`/api/v1/organisations/${reed.id}/invitations`)).body.data
  const as = async (role: string, unit?: { id: string; name: string }) =>
    http.as(
      await make.person(`${role.replaceAll('_', '-')}@staff.example`, {
        at: reed,
        role,
        ...(unit ? { unit } : {}),
      }),
    )
  const una = await seenBy(await as('unit_administrator', art))
  assert.deepEqual(una.map((each) => each.email).sort(), [
    'art@reed.example',
    'boss@reed.example',
    'both@reed.example',
    'clay@reed.example',
  ])
  const both = una.find((each) => each.email === 'both@reed.example')
  assert.deepEqual(
    [both?.units.map((unit) => unit.name), both?.roles.map((role) => role.scope)],
    [['Art'], ['Art']],
    'a private unit is not named to who does not see it',
  )
  const may = (email: string) =>
    una
      .find((each) => each.email === email)
      ?.actions.map(({ action, allowed, reason }) => [action, allowed, Boolean(reason)])
  assert.deepEqual(may('art@reed.example'), [
    ['invitation.resend', true, false],
    ['invitation.cancel', true, false],
    ['invitation.copy_link', false, true],
  ])
  assert.deepEqual(may('boss@reed.example'), [
    ['invitation.resend', false, true],
    ['invitation.cancel', false, true],
    ['invitation.copy_link', false, true],
  ])
  const coach = await as('coach', maths)
  assert.deepEqual(
    (await seenBy(coach)).map((each) => each.email),
    ['maths@reed.example'],
  )
  assert.equal((await seenBy(head)).length, 5)
  const totalFor = async (who: Client) =>
    (await who.get(`/api/v1/organisations/${reed.id}/invitations?limit=1&count=exact`)).body.total
  assert.deepEqual([await totalFor(head), await totalFor(coach)], [5, 1])
  const user = await as('user')
  assert.equal((await user.get(`/api/v1/organisations/${reed.id}/invitations`)).status, 403)
})

test('what is recognised in a text is held against who is here', async (t) => {
  const { head, make, http, reed } = await reedPrimary(t, { mailWorker: false })
  const mill = await make.school('Mill Lane')
  await make.person('mel@reed.example', { at: mill })
  await make.person('ann@reed.example', { at: reed, name: 'Ann Ford' })
  await inviteOne(head, reed, { email: 'pat@reed.example' })
  const { status, body } = await head.post(`/api/v1/organisations/${reed.id}/recognise`, {
    text: 'jane@reed.example\nann@reed.example\npat@reed.example\nmel@reed.example\nben@school',
  })
  assert.equal(status, 200, JSON.stringify(body))
  assert.deepEqual(
    body.entries.map((each: { email?: string; text: string; outcome: string; code?: string }) => [
      each.outcome,
      each.code === 'domain_outside' ? undefined : each.code,
    ]),
    [
      ['ready', undefined],
      ['not_sent', 'already_active'],
      ['not_sent', 'already_invited'],
      ['ready', 'in_other_school'],
      ['invalid', 'email_format'],
    ],
  )
  assert.deepEqual(body.counts, { ready: 2, check: 0, repeat: 0, notSent: 2, invalid: 1 })
  assert.doesNotMatch(JSON.stringify(body), /Mill Lane/)
  assert.equal(body.entries[1].person.name, 'Ann Ford')
  const ann = http.as(await make.person('amy@reed.example', { at: reed }))
  assert.equal(
    (await ann.post(`/api/v1/organisations/${reed.id}/recognise`, { text: 'a@b.example' })).status,
    403,
  )
  const { data } = (await head.get(`/api/v1/organisations/${reed.id}/invitations`)).body
  assert.equal(data.length, 1, 'looking invites nobody')
})

test('an open invitation is found by name, address or staff number, not by what describes somebody', async (t) => {
  const { head, reed } = await reedPrimary(t, { mailWorker: false })
  const path = `/api/v1/organisations/${reed.id}/invitations`
  const sent = await head.post(path, {
    people: [
      { email: 'sobj@reed.example', givenName: 'Siân', familyName: 'O’Brien-Jones' },
      { email: 'tom@reed.example', givenName: 'Tom', familyName: 'Jones' },
      { email: 'una@mill.example' },
    ],
    labels: { site: 'Northgate' },
  })
  assert.equal(sent.status, 201, JSON.stringify(sent.body))
  const found = async (q: string) => {
    const { status, body } = await head.get(`${path}?count=estimate&q=${encodeURIComponent(q)}`)
    assert.equal(status, 200, JSON.stringify(body))
    assert.deepEqual([body.total, body.totalIsEstimate], [body.data.length, false], q)
    return body.data.map((each: Row) => each.email).sort()
  }
  assert.deepEqual(await found('sian obrien'), ['sobj@reed.example'])
  assert.deepEqual(await found('JONES'), ['sobj@reed.example', 'tom@reed.example'])
  assert.deepEqual(await found('@mill'), ['una@mill.example'])
  assert.deepEqual(await found('northgate'), [])
  assert.deepEqual(await found('es'), [], 'two letters begin a word')
  assert.equal((await found('')).length, 3)
})
