import assert from 'node:assert/strict'
import { test } from 'node:test'
import { csv, reedWithLists, rowOf, upload, uploadRows } from '../../../test/support/staff-list.ts'

test('rows to fix that come back as they were written change nothing, and what was put right in them counts', async (t) => {
  const { head, reed } = await reedWithLists(t)
  const list = await upload(
    head,
    reed,
    csv(
      'Name,Work email,Start date',
      '"Lee, Ann",ann@reed,05/04/2025',
      '"Ray, Bo",bo@reed.example,12/25/2024',
      '"Hart, Zoë",zoe@reed.example,10/31/2023',
    ),
  )
  const before = (await rowOf(head, list, 'Ann Lee')).given
  assert.deepEqual([before.familyName, before.startDate], ['Lee', '2025-05-04'])
  const { body } = await head.get(`/api/v1/staff-lists/${list.id}/problem-rows?format=csv`)
  const [headings, ann] = body.replace('\ufeff', '').split(/\r?\n/)
  assert.match(headings, /^Row,First name,Last name,Work email,Start date,Problem$/)
  assert.match(ann, /^2,Ann,Lee,ann@reed,2025-05-04,/)

  const same = await uploadRows(head, list, body)
  assert.equal(same.status, 200, JSON.stringify(same.body))
  assert.deepEqual((await rowOf(head, list, 'Ann Lee')).given, before)
  assert.equal(same.body.counts.error, 1)

  const right = await uploadRows(head, list, body.replace('ann@reed', 'ann@reed.example'))
  assert.deepEqual([right.body.counts.error, right.body.counts.add], [0, 3])
  assert.deepEqual((await rowOf(head, list, 'Ann Lee')).given, { ...before, email: 'ann@reed.example' })
})

test('a date in a row to fix is read in the order of its list, however few rows there are', async (t) => {
  const { head, reed } = await reedWithLists(t)
  const list = await upload(
    head,
    reed,
    csv(
      'First name,Last name,Email,Started',
      'Ann,Lee,ann@reed,05/04/2025',
      'Bo,Ray,bo@reed.example,12/25/2024',
    ),
  )
  const fixed = await uploadRows(
    head,
    list,
    csv('Row,First name,Last name,Email,Started', '2,Ann,Lee,ann@reed.example,06/07/2025'),
  )
  assert.equal(fixed.status, 200, JSON.stringify(fixed.body))
  assert.equal((await rowOf(head, list, 'Ann Lee')).given.startDate, '2025-06-07')
})
