import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { StaffList } from '../../api/types.ts'
import { countsOf, markOf, pageOf, sortUploads } from './history.ts'

const list = (id: string, state: StaffList['state'], held = false) =>
  ({
    id,
    state,
    actions: held ? [{ action: 'archive_leavers', allowed: true }] : [],
  }) as StaffList

test('a run that waits for a number to be typed stands on top', () => {
  const { waiting, before } = sortUploads([
    list('a', 'ready'),
    list('b', 'applied', true),
    list('c', 'undone'),
  ])
  assert.deepEqual(
    [waiting, before].map((some) => some.map(({ id }) => id)),
    [['b'], ['a', 'c']],
  )
})

test('an upload leads to where it is to be gone on with', () => {
  const to = (state: StaffList['state']) => pageOf(list('a', state), { slug: 'reed' }).to.split('/').at(-1)
  assert.deepEqual((['analysing', 'ready', 'applying', 'applied', 'undone', 'failed'] as const).map(to), [
    'match',
    'check',
    'done',
    'done',
    'done',
    'match',
  ])
})

test('counts are said in the order of attention, and nothing is said of nobody', () => {
  const counts = {
    add: 19,
    update: 14,
    error: 5,
    conflict: 0,
    not_on_list: 8,
    skipped: 0,
    unchanged: 139,
    reactivate: 0,
  }
  assert.deepEqual(countsOf(counts as StaffList['counts']), [
    { kind: 'error', count: 5 },
    { kind: 'not_on_list', count: 8 },
    { kind: 'add', count: 19 },
    { kind: 'update', count: 14 },
    { kind: 'unchanged', count: 139 },
  ])
  assert.deepEqual(countsOf(null), [])
})

test('only what waits for somebody is coloured', () => {
  const tone = (state: StaffList['state'], held = false) => markOf(list('a', state, held)).tone
  assert.deepEqual(
    [tone('applied'), tone('undone'), tone('applying'), tone('ready'), tone('applied', true), tone('failed')],
    ['none', 'none', 'none', 'info', 'warn', 'danger'],
  )
})
