import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dayIn, passMidnight } from '../../../test/support/days.ts'
import type { Client } from '../../../test/support/http-client.ts'
import { reedPrimary, signIn } from '../../../test/support/invite.ts'

const consequences = async (who: Client, person: { id: string }, query: string) =>
  (await who.get(`/api/v1/people/${person.id}/consequences?action=${query}`)).body

const ask = async (who: Client, person: { id: string }, verb: string, body: object = {}) => {
  const done = await who.post(`/api/v1/people/${person.id}/${verb}`, body)
  assert.equal(done.status, 200, JSON.stringify(done.body))
  return done.body.sentence as string
}

test('of an end that is planned access until then is said only of who has access', async (t) => {
  const scene = await reedPrimary(t, { mail: 'captured' })
  const { head, make, reed } = scene
  const on = await dayIn(scene, 3)
  const [active, paused] = await Promise.all(
    ['Ann Lee', 'Bo Lee'].map((name) =>
      make.person(`${name.split(' ')[0]?.toLowerCase()}@reed.example`, { at: reed, name }),
    ),
  )
  const added = await head.post(`/api/v1/organisations/${reed.id}/people`, {
    ...{ email: 'cy@reed.example', givenName: 'Cy', familyName: 'Lee', notify: 'none' },
  })
  assert.ok(active && paused && added.status === 201)
  await ask(head, paused, 'pause')
  assert.match(
    await ask(head, active, 'archive', { on }),
    /^Ann Lee will be archived at the end of .*, and has access to Reed Primary until then\.$/,
  )
  for (const each of [paused, { id: added.body.id as string }])
    assert.match(await ask(head, each, 'archive', { on }), /^\w+ Lee will be archived at the end of [^,]*\.$/)
})

test('before and after it is said what becomes of an end that was planned: replaced, or still to come', async (t) => {
  const scene = await reedPrimary(t, { mail: 'captured' })
  const { head, make, reed } = scene
  const pat = await make.person('pat@reed.example', { at: reed, name: 'Pat Moss' })
  const saysNothing = await consequences(head, pat, `archive&on=${await dayIn(scene, 5)}`)
  assert.doesNotMatch(JSON.stringify(saysNothing), /planned/)
  await ask(head, pat, 'archive', { on: await dayIn(scene, 3) })
  const replaced = /This takes the place of what is planned: archived at the end of /
  const still = /Still leaves at the end of .*, as planned\./
  for (const query of [`archive&on=${await dayIn(scene, 5)}`, 'archive', `pause&on=${await dayIn(scene, 1)}`])
    assert.match((await consequences(head, pat, query)).changes.join(' '), replaced, query)

  const pausing = await consequences(head, pat, 'pause')
  assert.doesNotMatch(pausing.changes.join(' '), replaced)
  assert.match(pausing.keeps.join(' '), still)
  await ask(head, pat, 'pause')
  assert.match((await consequences(head, pat, 'reactivate')).keeps.join(' '), still)
  assert.match(await ask(head, pat, 'reactivate'), still)
  assert.deepEqual((await head.get(`/api/v1/people/${pat.id}`)).body.plannedEnd.as, 'archived')
  await ask(head, pat, 'stay')
  await ask(head, pat, 'pause')
  assert.doesNotMatch(await ask(head, pat, 'reactivate'), /Still/)
})

test('the day on which somebody leaves, or is deleted, is the same in Auckland', async (t) => {
  const scene = await reedPrimary(t, { mail: 'captured' })
  const { olive, make, reed, owner } = scene
  assert.equal(
    (await olive.patch(`/api/v1/organisations/${reed.id}`, { timeZone: 'Pacific/Auckland' })).status,
    200,
  )
  const pat = await make.person('pat@reed.example', { at: reed, name: 'Pat Moss' })
  await passMidnight(scene, 60)
  const { browser } = await signIn(scene, owner.email, owner.password)
  const { browser: head } = await signIn(scene, scene.sam.email, scene.sam.password)
  await ask(head, pat, 'archive', { on: '2099-12-03' })
  const dated = await browser.patch(`/api/v1/people/${pat.id}`, { deletionDate: '2099-12-31' })
  assert.equal(dated.status, 200, JSON.stringify(dated.body))
  assert.equal(
    (await head.get(`/api/v1/people/${pat.id}`)).body.statusDetail,
    'Leaves 3 Dec 2099 · To be deleted 31 Dec 2099',
  )
})
