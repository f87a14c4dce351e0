import assert from 'node:assert/strict'
import { test } from 'node:test'
import { copiedLink, door, inviteOne, ownersBrowser, reedPrimary } from '../../../test/support/invite.ts'
import { ROUTES } from '../../entrances/http/routes.ts'
import { addOwner } from '../set-up/add-owner.ts'
import { commandRequest } from '../set-up/set-up.ts'

test('a seat opens when somebody invited completes the form, not before; those still pending cost nothing', async (t) => {
  const { http, olive, head, reed } = await reedPrimary(t)
  const invited = []
  for (let n = 0; n < 10; n++) invited.push(await inviteOne(head, reed, { email: `p${n}@reed.example` }))
  const ledger = async () => (await olive.get(`/api/v1/organisations/${reed.id}/seats?count=exact`)).body
  assert.equal((await ledger()).open, 0)
  for (const each of invited.slice(0, 4)) {
    const page = door(http.fresh(), await copiedLink(head, each))
    assert.equal((await page.register()).status, 201)
  }
  for (const each of invited.slice(4, 6))
    assert.equal((await head.post(`/api/v1/invitations/${each.invitationId}/cancel`)).status, 204)
  const { data, open, total, next } = await ledger()
  assert.deepEqual([open, total, next], [4, 4, null])
  assert.deepEqual(
    data.map((seat: { person: { id: string } }) => seat.person.id),
    invited
      .slice(0, 4)
      .map((each) => each.personId)
      .reverse(),
  )
  for (const seat of data) {
    assert.equal(seat.openedWhyLabel, 'Registered with an invitation')
    assert.ok(Date.now() - Date.parse(seat.openedAt) < 60_000)
    assert.equal(seat.closedAt, null)
  }
  const first = await olive.get(`/api/v1/organisations/${reed.id}/seats?limit=3`)
  const rest = await olive.get(`/api/v1/organisations/${reed.id}/seats?limit=3&after=${first.body.next}`)
  assert.deepEqual([...first.body.data, ...rest.body.data], data)
})

test('the first owner has a seat, and so has one made at the command line; making one again opens none', async (t) => {
  const { app, olive, root } = await reedPrimary(t)
  const wish = { email: 'otto@beacon.example', givenName: 'Otto', familyName: 'Quill', password: null }
  for (let n = 0; n < 2; n++) await addOwner(app, commandRequest(), wish)
  const { data, open } = (await olive.get(`/api/v1/organisations/${root.id}/seats`)).body
  assert.equal(open, 2)
  assert.deepEqual(
    data.map((seat: { person: { name: string }; openedWhyLabel: string }) => [
      seat.person.name,
      seat.openedWhyLabel,
    ]),
    [
      ['Otto Quill', 'Added at the command line'],
      ['Olive Owner', 'First set-up'],
    ],
  )
})

test('who handles money sees the seats of their school, and others do not', async (t) => {
  const { http, make, reed } = await reedPrimary(t)
  const pat = http.as(await make.person('pat@reed.example', { at: reed, role: 'finance_manager' }))
  const tom = http.as(await make.person('tom@reed.example', { at: reed }))
  assert.equal((await pat.get(`/api/v1/organisations/${reed.id}/seats`)).status, 200)
  assert.equal((await tom.get(`/api/v1/organisations/${reed.id}/seats`)).status, 403)
})

test('a Finance Manager sees the seats of their school and their own account, and nothing else by any address', async (t) => {
  const lanyard = await reedPrimary(t)
  const { http, make, olive, head, reed } = lanyard
  const unit = await make.unit('Science', { at: reed })
  const jane = await make.person('jane@reed.example', { at: reed })
  const invited = await inviteOne(head, reed, { email: 'ann@reed.example' })
  await door(http.fresh(), await copiedLink(head, invited)).register()
  const pat = http.as(await make.person('pat@reed.example', { at: reed, role: 'finance_manager' }))
  const ids: Record<string, string> = {
    organisations: reed.id,
    units: unit.id,
    people: jane.id,
    invitations: invited.invitationId,
  }
  const open: string[] = []
  for (const { method, path, access } of ROUTES) {
    const [, kind = ''] = /^\/api\/v1\/([\w-]+)\/\{id\}/.exec(path) ?? []
    if (method !== 'GET' || access !== 'person' || !ids[kind]) continue
    const reply = await pat.get(
      path.replace('{id}', ids[kind]).concat(path.endsWith('consequences') ? '?action=pause' : ''),
    )
    if (reply.status !== 403)
      open.push(
        path.replace('/api/v1/organisations/{id}', reply.body.data?.length === 0 ? 'nothing in ' : ''),
      )
  }
  assert.deepEqual(open.sort(), ['', '/seats', '/seats/export', 'nothing in /tasks'])
  const { actions } = (await pat.get(`/api/v1/organisations/${reed.id}`)).body
  const allowed = actions.flatMap((each: { action: string; allowed: boolean }) =>
    each.allowed ? each.action : [],
  )
  assert.deepEqual(allowed, ['seats.view'])
  assert.equal((await olive.get(`/api/v1/organisations/${reed.id}/units`)).body.data.length, 1)
})

test('the count of any past day is that of its end where the school is, and every opening and closing has its reason', async (t) => {
  const lanyard = await reedPrimary(t, { mail: 'captured' })
  const { http, clock, head, reed, root } = lanyard
  let days = 0
  const nextDay = async () => {
    await clock.shift(86_400)
    days++
    return ownersBrowser(lanyard)
  }
  const today = () =>
    new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' }).format(Date.now() + days * 86_400_000)

  const invited = [
    await inviteOne(head, reed, { email: 'jane@reed.example' }),
    await inviteOne(head, reed, { email: 'ann@reed.example' }),
  ]
  for (const each of invited) await door(http.fresh(), await copiedLink(head, each)).register()
  const [jane, ann] = invited.map((each) => `/api/v1/people/${each.personId}`)
  const firstDay = today()
  const second = await nextDay()
  const secondDay = today()
  await second.post(`${jane}/pause`, {})
  const third = await nextDay()
  await third.post(`${jane}/reactivate`)
  await third.post(`${ann}/archive`, {})

  const seats = async (query: string, at = reed) =>
    (await third.get(`/api/v1/organisations/${at.id}/seats${query}`)).body
  const onFirst = await seats(`?on=${firstDay}&count=exact`)
  assert.deepEqual([onFirst.open, onFirst.total, onFirst.data.length], [2, 2, 2])
  assert.ok(onFirst.data.every((each: { closedAt: string | null }) => each.closedAt === null))
  assert.equal((await seats(`?on=${secondDay}`)).open, 1)
  assert.equal((await seats('')).open, 1)
  const told = (await seats('')).data.map(
    (each: { person: { email: string }; openedWhyLabel: string; closedWhyLabel: string | null }) =>
      [each.person.email, each.openedWhyLabel, each.closedWhyLabel].join(' · '),
  )
  assert.deepEqual(told, [
    'jane@reed.example · Reactivated · ',
    'ann@reed.example · Registered with an invitation · Archived',
    'jane@reed.example · Registered with an invitation · Paused',
  ])
  assert.equal((await seats('?on=2999-01-01')).code, 'day_to_come')
  const { places } = await seats(`?include=below&on=${secondDay}`, root)
  assert.deepEqual(
    places.map((each: { name: string; open: number }) => [each.name, each.open]),
    [
      ['Beacon Trust', 1],
      ['Reed Primary', 1],
    ],
  )

  const file = await third.get(`/api/v1/organisations/${reed.id}/seats/export`)
  const lines = file.body.trimEnd().split('\r\n')
  assert.equal(lines.length, 4)
  assert.match(
    lines[2],
    /^Jane Smith,ann@reed\.example,Reed Primary,[\d: -]+,Registered with an invitation,[\d: -]+,Archived,/,
  )
  const { data } = (await third.get(`/api/v1/organisations/${reed.id}/audit?what=record`)).body
  assert.equal(data[0].sentence, 'Olive Owner exported the seats of Reed Primary')
  await clock.shift(601)
  const stale = await third.get(`/api/v1/organisations/${reed.id}/seats/export`)
  assert.equal(stale.body.code, 'reauth_required')
})

test('the seats of each month that ended are counted at its end', async (t) => {
  const lanyard = await reedPrimary(t, { mail: 'captured' })
  const { http, clock, head, reed } = lanyard
  const jane = await inviteOne(head, reed, { email: 'jane@reed.example' })
  await door(http.fresh(), await copiedLink(head, jane)).register()
  await clock.shift(70 * 86_400)
  const owner = await ownersBrowser(lanyard)
  const { months } = (await owner.get(`/api/v1/organisations/${reed.id}/seats`)).body
  assert.deepEqual(
    months.map((each: { open: number }) => each.open),
    months.length === 2 ? [1, 1] : [1, 1, 1],
  )
})
