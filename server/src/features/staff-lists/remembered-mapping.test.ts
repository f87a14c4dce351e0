import assert from 'node:assert/strict'
import { test } from 'node:test'
import { csv, reedWithLists, rowsOf, upload } from '../../../test/support/staff-list.ts'

test('what columns and values are holds for the next list with these headings, in whatever order they stand', async (t) => {
  const { head, reed, make } = await reedWithLists(t)
  const science = await make.unit('Science', { at: reed })
  const list = await upload(
    head,
    reed,
    csv('First name,Last name,Email,Badge,Desk', 'Zoë,Adeyemi,zoe@reed.example,Sci,Clerk'),
  )
  assert.equal(list.reading.remembered, false)
  const mapping = `/api/v1/staff-lists/${list.id}/mapping`
  for (const patch of [
    { columns: { 3: 'unit' } },
    { values: [{ field: 'unit', value: 'Sci', means: science.id }] },
  ]) {
    const said = await head.patch(mapping, patch)
    assert.equal(said.status, 200, JSON.stringify(said.body))
  }
  const next = await upload(
    head,
    reed,
    csv('Desk,Badge,Email,Last name,First name', 'Porter,Sci,raj@reed.example,Patel,Raj'),
  )
  assert.equal(next.reading.remembered, true)
  const [raj] = await rowsOf(head, next)
  assert.deepEqual([raj.given.unit, raj.about], ['Sci', 'User, Science'])
  // Another choice for the second list adds to what was chosen for the first.
  const more = await head.patch(`/api/v1/staff-lists/${next.id}/mapping`, { columns: { 0: 'jobTitle' } })
  assert.equal(more.status, 200, JSON.stringify(more.body))
  const third = await upload(
    head,
    reed,
    csv('Email,Badge,Desk,First name,Last name', 'tom@reed.example,Sci,Cook,Tom,Reed'),
  )
  const [tom] = await rowsOf(head, third)
  assert.deepEqual([tom.given.unit, tom.given.jobTitle, tom.about], ['Sci', 'Cook', 'Cook · User, Science'])
})

test('a role above a plain one that was chosen for an earlier list is chosen again before anybody gets it', async (t) => {
  const { head, trainer, reed } = await reedWithLists(t)
  const content = (name: string) =>
    csv(
      'First name,Last name,Email,Role',
      `${name},Ford,${name}@reed.example,Clerk`,
      `Al,${name},al-${name}@reed.example,Cook`,
    )
  const first = await upload(head, reed, content('zoe'))
  const values = [
    { field: 'role', value: 'Clerk', means: 'training_admin' },
    { field: 'role', value: 'Cook', means: 'user' },
  ]
  const chosen = await head.patch(`/api/v1/staff-lists/${first.id}/mapping`, { values })
  assert.equal(chosen.status, 200, JSON.stringify(chosen.body))
  const next = await upload(trainer, reed, content('raj'))
  const said = (list: { values: { value: string; label: string; why: string; suggestion: string }[] }) =>
    list.values.map((each) => [each.value, each.label, each.why, each.suggestion])
  assert.deepEqual(said(next), [
    [
      'Clerk',
      'User',
      'Training admin was chosen for an earlier list. Choose again if it still holds.',
      'Training admin',
    ],
    ['Cook', 'User', 'Chosen for an earlier list', null],
  ])
  assert.equal((await rowsOf(trainer, next))[0].about, 'User')
  const again = await trainer.patch(`/api/v1/staff-lists/${next.id}/mapping`, { values: [values[0]] })
  assert.equal(again.status, 200, JSON.stringify(again.body))
  assert.deepEqual(said(again.body)[0], ['Clerk', 'Training admin', 'You chose this', null])
  assert.equal((await rowsOf(trainer, next))[0].about, 'Training admin')
})

test('a browser that can’t make a digest says what it read all the same', async (t) => {
  const { head, reed } = await reedWithLists(t)
  const list = await upload(head, reed, csv('Email', 'zoe@reed.example'), {
    parts: {
      original: JSON.stringify({ bytes: 40, sha256: null, sentences: ['The sheet “Staff”, 1 person.'] }),
    },
  })
  assert.deepEqual(list.originalSentences, ['The sheet “Staff”, 1 person.'])
})
