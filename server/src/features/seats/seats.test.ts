import assert from 'node:assert/strict'
import { test } from 'node:test'
import { copiedLink, door, inviteOne, reedPrimary } from '../../../test/support/invite.ts'
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
