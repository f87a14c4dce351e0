import assert from 'node:assert/strict'
import { test } from 'node:test'
import { peopleAt } from '../../../test/support/apply-list.ts'
import { reedPrimary } from '../../../test/support/invite.ts'
import type { Person } from '../../../test/support/make.ts'
import type { Actor } from '../../kernel/actor.ts'
import { inTenant } from '../../platform/database/database.ts'
import { holdingsOf, lockTenant } from '../access/places.queries.ts'
import { commandRequest } from '../set-up/set-up.ts'
import { type Labelled, labelMembers } from './label-members.ts'

type Scene = Awaited<ReturnType<typeof reedPrimary>>

async function label(
  { app, id, reed }: Scene,
  who: Person,
  changes: { of: Person; set?: Record<string, string>; remove?: string[] }[],
): Promise<Labelled> {
  return inTenant(app.database, id, async (tx) => {
    await lockTenant(tx, id)
    const actor: Actor = {
      kind: 'person',
      tenantId: id,
      accountId: who.personId,
      sessionId: '',
      email: who.email,
      givenName: '',
      familyName: '',
      language: 'en-GB',
      holdings: await holdingsOf(tx, who.personId),
      proofSeconds: 0,
      request: commandRequest(),
    }
    return labelMembers(
      app,
      tx,
      actor,
      changes.map(({ of, set = {}, remove = [] }) => ({
        membershipId: of.id,
        accountId: of.personId,
        organisationId: reed.id,
        set,
        remove,
      })),
    )
  })
}

const codes = ({ refused }: Labelled) => [...refused.values()].map((refusal) => refusal.code)

test('many are labelled at once and put back as they were, each in their own way', async (t) => {
  const scene = await reedPrimary(t, {})
  const { make, head, reed, sam } = scene
  const pat = await make.person('pat@reed.example', { at: reed })
  const mel = await make.person('mel@reed.example', { at: reed })
  const labelsOf = async (person: Person) => (await peopleAt(head, reed)).get(person.email).labels
  await label(scene, sam, [{ of: pat, set: { Region: 'South', Fob: '17' } }])
  const both = [pat, mel].map((of) => ({ of, set: { Region: 'North' }, remove: ['Fob'] }))
  const { done, refused } = await label(scene, sam, both)
  assert.deepEqual([done.length, refused.size], [2, 0])
  assert.deepEqual([await labelsOf(pat), await labelsOf(mel)], [{ Region: 'North' }, { Region: 'North' }])
  assert.deepEqual((await label(scene, sam, both)).done, [], 'who has it already is not done again')

  const back = done.map(({ membershipId, before, after }) => ({
    of: [pat, mel].find((each) => each.id === membershipId) as Person,
    set: before,
    remove: Object.keys(after).filter((key) => !Object.hasOwn(before, key)),
  }))
  await label(scene, sam, back)
  assert.deepEqual([await labelsOf(pat), await labelsOf(mel)], [{ Region: 'South', Fob: '17' }, {}])
})

test('labels have an end, and so has who may give them', async (t) => {
  const scene = await reedPrimary(t, {})
  const { make, reed, sam } = scene
  const science = await make.unit('Science', { at: reed })
  const pat = await make.person('pat@reed.example', { at: reed, units: [science] })
  const boss = await make.person('boss@reed.example', { at: reed, role: 'super_admin' })
  const ann = await make.person('ann@reed.example', { at: reed })
  const una = await make.person('una@reed.example', {
    at: reed,
    role: 'unit_administrator',
    unit: science,
  })
  const set = { Region: 'North' }
  assert.deepEqual(codes(await label(scene, sam, [{ of: boss, set }])), ['person_above_yours'])
  assert.deepEqual(codes(await label(scene, ann, [{ of: pat, set }])), ['forbidden'])
  assert.deepEqual(codes(await label(scene, una, [{ of: ann, set }])), ['forbidden'], 'not of their unit')
  assert.equal((await label(scene, una, [{ of: pat, set }])).done.length, 1)
  assert.equal((await label(scene, sam, [{ of: sam, set }])).done.length, 1, 'one’s own give no access')
  const many = Object.fromEntries(Array.from({ length: 20 }, (_, n) => [`Key ${n}`, 'x']))
  assert.deepEqual(codes(await label(scene, sam, [{ of: pat, set: many }])), ['labels_too_many'])
  assert.equal((await label(scene, sam, [{ of: pat, set: many, remove: ['Region'] }])).done.length, 1)
})
