import assert from 'node:assert/strict'
import { test } from 'node:test'
import { draftOf, givenOf } from './role-draft.ts'

test('a role held in two departments and in every subject is one line in the form and three in the answer', () => {
  const drafts = draftOf([
    { role: 'user', label: 'User', source: 'manual' },
    { role: 'leader', label: 'Leader', unit: { id: 'art', name: 'Art' }, source: 'manual' },
    { role: 'leader', label: 'Leader', unit: { id: 'pe', name: 'PE' }, source: 'manual' },
    { role: 'leader', label: 'Leader', kind: 'subject_area', source: 'manual' },
  ])
  assert.deepEqual(drafts, [
    { role: 'user', where: [] },
    { role: 'leader', where: ['art', 'pe', 'kind:subject_area'] },
  ])
  assert.deepEqual(givenOf(drafts), [
    { role: 'user' },
    { role: 'leader', unit: 'art' },
    { role: 'leader', unit: 'pe' },
    { role: 'leader', kind: 'subject_area' },
  ])
})
