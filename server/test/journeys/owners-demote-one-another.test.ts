import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addOwner } from '../../src/features/set-up/add-owner.ts'
import { commandRequest } from '../../src/features/set-up/set-up.ts'
import { PASSWORD, type Person } from '../support/make.ts'
import { startLanyard } from '../support/start-lanyard.ts'

const ROUNDS = process.env.LANYARD_SOAK === '1' ? 50 : 5

test('two owners made at the command line demote one another; one stays, and the operator brings the other back', async (t) => {
  const { app, http, owner } = await startLanyard(t)
  const made = async (email: string): Promise<Person> => {
    const names = { givenName: email.split('@')[0] ?? '', familyName: 'Owner' }
    const { membershipId: id, personId } = await addOwner(app, commandRequest(), {
      email,
      ...names,
      password: PASSWORD,
    })
    return { id, personId, email, password: PASSWORD }
  }
  let [one, other] = [await made('una@beacon.example'), await made('otto@beacon.example')]
  assert.equal((await http.as(one).put(`/api/v1/people/${owner.id}/roles`, { roles: [] })).status, 200)

  for (let round = 0; round < ROUNDS; round++) {
    const [first, second] = [http.fresh(), http.fresh()]
    for (const [client, { email, password }] of [
      [first, one],
      [second, other],
    ] as const)
      assert.equal((await client.post('/api/v1/sessions', { email, password })).status, 201)
    const [byFirst, bySecond] = await Promise.all([
      first.put(`/api/v1/people/${other.id}/roles`, { roles: [] }),
      second.put(`/api/v1/people/${one.id}/roles`, { roles: [] }),
    ])
    assert.deepEqual([byFirst.status, bySecond.status].sort(), [200, 403], `round ${round}`)
    if (bySecond.status === 200) [one, other] = [other, one]
    const winner = byFirst.status === 200 ? first : second
    const sheet = async (person: Person) => (await winner.get(`/api/v1/people/${person.id}/roles`)).body.roles
    assert.deepEqual(
      (await sheet(one)).map((each: { role: string }) => each.role),
      ['owner'],
    )
    assert.deepEqual(await sheet(other), [])
    other = await made(other.email)
  }
})
