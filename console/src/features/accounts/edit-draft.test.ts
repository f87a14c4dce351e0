import assert from 'node:assert/strict'
import { test } from 'node:test'
import { draftOf, halfLabel, wishOf } from './edit-draft.ts'

const values = {
  givenName: 'Pat',
  familyName: 'Ford',
  email: 'pat@reed.example',
  language: 'en-GB',
  jobTitle: 'Cook',
  jobCategory: null,
  staffNumber: '0042',
  relationship: 'employee',
  startDate: null,
  leavingDate: '2030-08-31',
  labels: { Region: 'North', Fob: '17' },
  deletionDate: null,
}

test('a form that nobody touched asks for nothing', () => {
  assert.deepEqual(wishOf(values, draftOf(values)), {})
  const rows = draftOf(values).labels.reverse()
  assert.deepEqual(wishOf(values, { ...draftOf(values), labels: rows }), {}, 'labels have no order')
})

test('only what was changed is sent; what was emptied goes away, a name stays to be complained about', () => {
  const draft = { ...draftOf(values), givenName: ' ', jobTitle: '', leavingDate: '', staffNumber: ' 0042 ' }
  assert.deepEqual(wishOf(values, draft), { givenName: '', jobTitle: null, leavingDate: null })
})

test('labels are sent all together, without rows left empty', () => {
  const draft = draftOf(values)
  const labels = [
    ...draft.labels.slice(0, 1),
    { id: 9, key: ' Set ', value: '2' },
    { id: 10, key: '', value: '' },
  ]
  assert.deepEqual(wishOf(values, { ...draft, labels }), { labels: { Region: 'North', Set: '2' } })
  assert.equal(halfLabel(labels), undefined)
  assert.equal(halfLabel([{ id: 1, key: 'Set', value: '' }])?.key, 'Set')
})
