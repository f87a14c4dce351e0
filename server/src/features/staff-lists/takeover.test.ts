import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Person } from '../../../test/support/make.ts'
import { change, csv, reedWithLists, rowOf, upload } from '../../../test/support/staff-list.ts'
import type { Lanyard } from '../../../test/support/start-lanyard.ts'
import { inTenant } from '../../platform/database/database.ts'
import { insertGrants } from '../access/access.queries.ts'

const HEAD = 'First name,Last name,Email,Staff code'
const ADDS_ONLY = 'You can add people with a list, but not change those who are here.'
const ELSEWHERE = 'Also works somewhere that you don’t manage, so name and address stay.'
const ABOVE_ELSEWHERE = 'Stands above you at another place where they work, so name and address stay.'

// biome-ignore lint/suspicious/noExplicitAny: an answer has whatever shape the test looks at
const changes = (row: any): unknown[] =>
  row.changes.map((each: { field: string; taken: boolean; offered: boolean; reason?: string }) => [
    each.field,
    each.taken,
    each.offered,
    each.reason,
  ])

const letEdit = ({ app, id }: Lanyard, who: Person) =>
  inTenant(app.database, id, (tx) => insertGrants(tx, [who.id], ['users.edit']))

/** Somebody plain at Reed, who runs Mill Lane. */
async function xena(lanyard: Awaited<ReturnType<typeof reedWithLists>>, state?: 'not_invited') {
  const { make, reed } = lanyard
  const mill = await make.school('Mill Lane')
  const name = 'Xena Cole'
  await make.person('xena@reed.example', { at: reed, name, staffNumber: '7' })
  await make.person('xena@reed.example', {
    at: mill,
    role: 'organisation_admin',
    name,
    ...(state ? { state } : {}),
  })
  return mill
}

test('a training admin at two schools doesn’t get the account of who runs one of them by a list at the other', async (t) => {
  const lanyard = await reedWithLists(t)
  const { trainer, reed, make, olive } = lanyard
  const mill = await xena(lanyard)
  await make.person('tess@reed.example', { at: mill, role: 'training_admin' })
  const list = await upload(trainer, reed, csv(HEAD, 'Tessa,Cole,tess@mailbox.example,7'))
  const row = await rowOf(trainer, list, 'tess@mailbox.example')
  assert.equal(row.outcome, 'conflict')
  const same = await change(trainer, list, row, { decision: 'same' })
  assert.deepEqual(changes(same.row), [
    ['givenName', false, false, ADDS_ONLY],
    ['email', false, false, ADDS_ONLY],
  ])
  assert.equal(same.row.taken, false)
  const taken = await trainer.patch(`/api/v1/staff-lists/${list.id}/rows/${row.place}`, { decision: 'take' })
  assert.ok(taken.status >= 400 || taken.body.row.taken === false, JSON.stringify(taken.body))
  // Who may edit people at both schools and stands above her may.
  const byOlive = await upload(olive, reed, csv(HEAD, 'Xena,Cole,xena@mill.example,7'))
  const asked = await rowOf(olive, byOlive, 'xena@mill.example')
  const said = await change(olive, byOlive, asked, { decision: 'same' })
  assert.deepEqual(changes(said.row), [['email', true, true, undefined]])
})

for (const state of [undefined, 'not_invited'] as const)
  test(`name and address stay with who stands higher at another school, ${state ? 'be it only offered' : 'even where people may be edited'}`, async (t) => {
    const lanyard = await reedWithLists(t)
    const { http, head, reed, make } = lanyard
    const mill = await xena(lanyard, state)
    const content = csv(HEAD, 'Alexa,Cole,ed@mailbox.example,7')
    const bySam = await upload(head, reed, content)
    const one = await rowOf(head, bySam, 'ed@mailbox.example')
    assert.deepEqual(changes((await change(head, bySam, one, { decision: 'same' })).row), [
      ['givenName', false, false, ELSEWHERE],
      ['email', false, false, ELSEWHERE],
    ])
    const ed = await make.person('ed@reed.example', { at: reed, role: 'organisation_admin' })
    await letEdit(lanyard, await make.person('ed@reed.example', { at: mill, role: 'admin' }))
    const editor = http.as(ed)
    const list = await upload(editor, reed, content)
    const row = await rowOf(editor, list, 'ed@mailbox.example')
    const same = await change(editor, list, row, { decision: 'same' })
    assert.deepEqual(changes(same.row), [
      ['givenName', false, false, ABOVE_ELSEWHERE],
      ['email', false, false, ABOVE_ELSEWHERE],
    ])
  })

test('the right to upload lists at another school is not the right to edit people there', async (t) => {
  const lanyard = await reedWithLists(t)
  const { http, reed, make } = lanyard
  const mill = await make.school('Mill Lane')
  const ed = await make.person('ed@reed.example', { at: reed, role: 'organisation_admin' })
  await make.person('ed@reed.example', { at: mill, role: 'training_admin' })
  for (const at of [reed, mill])
    await make.person('jane@reed.example', { at, name: 'Jane Smith', staffNumber: '7' })
  const editor = http.as(ed)
  const list = await upload(editor, reed, csv(HEAD, 'Jane,Okafor,jane@reed.example,7'))
  assert.deepEqual(changes(await rowOf(editor, list, 'Jane Okafor')), [
    ['familyName', false, false, ELSEWHERE],
  ])
})
