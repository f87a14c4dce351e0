import assert from 'node:assert/strict'
import { test } from 'node:test'
import { peopleAt } from '../../../test/support/apply-list.ts'
import { bulk, foretell, leftOut, resultsOf, tryBulk, undoBulk } from '../../../test/support/bulk.ts'
import { mailIsSettled, reedPrimary, signIn } from '../../../test/support/invite.ts'
import { lock, openTenant } from '../../../test/support/plant.ts'

test('of many only the locked are unlocked, and sign in at once', async (t) => {
  const scene = await reedPrimary(t)
  const { make, head, reed } = scene
  const ann = await make.person('ann@reed.example', { at: reed })
  const bea = await make.person('bea@reed.example', { at: reed })
  await lock(await openTenant(t, scene), ann.email)
  const told = await foretell(head, reed, 'unlock', [ann, bea])
  assert.deepEqual([told.fits, leftOut(told)], [1, ['1 Isn’t locked. Bea Ford']])
  assert.deepEqual(told.changes, [
    '1 person is let in again at once, and the count of wrong passwords begins anew.',
  ])
  assert.equal((await signIn(scene, ann.email, ann.password)).reply.status, 401)
  const job = await bulk(scene, head, reed, 'unlock', [ann, bea])
  assert.deepEqual(resultsOf(job), ['Ann Ford done', 'Bea Ford skipped not_locked'])
  assert.equal((await signIn(scene, ann.email, ann.password)).reply.status, 201)
})

test('a password reset goes to the active, and signing out ends every session at once', async (t) => {
  const scene = await reedPrimary(t)
  const { make, head, reed, http, mailbox } = scene
  const ann = await make.person('ann@reed.example', { at: reed })
  const cal = await make.person('cal@reed.example', { at: reed, state: 'not_invited', password: false })
  const reset = await bulk(scene, head, reed, 'reset_password', [ann, cal])
  assert.deepEqual(resultsOf(reset), ['Ann Ford done', 'Cal Ford skipped not_active'])
  await mailIsSettled(head, reed)
  assert.deepEqual(
    mailbox.all().flatMap((letter) => letter.to),
    ['ann@reed.example'],
  )
  const browser = http.as(ann)
  assert.equal((await browser.get('/api/v1/me')).status, 200)
  const told = await foretell(head, reed, 'sign_out', [ann, cal])
  assert.deepEqual(
    [told.needsPage, told.changes],
    [true, ['1 person is signed out on every device at once.']],
  )
  const out = await bulk(scene, head, reed, 'sign_out', [ann, cal])
  assert.equal(out.counts.done, 1)
  assert.equal((await browser.get('/api/v1/me')).status, 401)
  assert.equal(out.undo.possible, false)
})

test('labels are given to many and taken back, but where somebody has changed them since', async (t) => {
  const scene = await reedPrimary(t)
  const { make, head, reed } = scene
  const ann = await make.person('ann@reed.example', { at: reed })
  const bea = await make.person('bea@reed.example', { at: reed })
  const cal = await make.person('cal@reed.example', { at: reed })
  const label = async (who: { id: string }, labels: object) =>
    assert.equal((await head.patch(`/api/v1/people/${who.id}`, { labels })).status, 200)
  await label(ann, { site: 'North', first_aid: 'yes' })
  const labels = { set: { site: 'South' }, remove: ['first_aid'] }
  assert.equal((await tryBulk(head, reed, 'label', [ann])).body.code, 'labels_missing')
  const told = await foretell(head, reed, 'label', [ann, bea, cal], { labels })
  assert.deepEqual(told.changes, [
    '3 people get site: South; another value of the same label is replaced.',
    'The label first_aid goes from whoever has it.',
  ])
  const job = await bulk(scene, head, reed, 'label', [ann, bea, cal], { labels })
  assert.equal(job.sentence, '3 people labelled.')
  const again = await bulk(scene, head, reed, 'label', [ann], { labels })
  assert.deepEqual(resultsOf(again), ['Ann Ford skipped labels_same'])
  const labelsOf = async (who: { email: string }) => (await peopleAt(head, reed)).get(who.email).labels
  assert.deepEqual(await labelsOf(ann), { site: 'South' })
  await label(cal, { site: 'West' })
  await label(bea, { site: 'South', badge: '7' })
  const undone = await undoBulk(scene, head, job)
  assert.deepEqual(resultsOf(undone), ['Ann Ford undone', 'Bea Ford undone', 'Cal Ford kept changed_since'])
  assert.deepEqual(await labelsOf(ann), { site: 'North', first_aid: 'yes' })
  assert.deepEqual(await labelsOf(bea), { badge: '7' }, 'what was added since stays')
  assert.deepEqual(await labelsOf(cal), { site: 'West' })
})

test('access of many ends with a day to come; taken back, they stay', async (t) => {
  const scene = await reedPrimary(t)
  const { make, head, reed } = scene
  const ann = await make.person('ann@reed.example', { at: reed })
  const bea = await make.person('bea@reed.example', { at: reed })
  const { today } = await foretell(head, reed, 'archive', [ann])
  const past = await tryBulk(head, reed, 'archive', [ann], { on: '2020-01-01' })
  assert.equal(past.body.code, 'end_past')
  const told = await foretell(head, reed, 'archive', [ann, bea], { on: today })
  assert.match(
    told.changes[0],
    /^Access to Reed Primary ends with \d+ \w+ \d{4}\. Until then nothing changes/,
  )
  const job = await bulk(scene, head, reed, 'archive', [ann, bea], { on: today })
  assert.equal(job.counts.done, 2)
  const mayStay = async () =>
    (await head.get(`/api/v1/people/${ann.id}`)).body.actions.some(
      (each: { action: string }) => each.action === 'person.stay',
    )
  assert.equal(await mayStay(), true)
  assert.equal((await signIn(scene, ann.email, ann.password)).reply.status, 201)
  assert.equal((await undoBulk(scene, head, job)).counts.reversed, 2)
  assert.equal(await mayStay(), false)
})
