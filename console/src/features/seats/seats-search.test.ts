import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readSeatsSearch } from './seats-search.ts'

test('the address of the seats holds a day and a page, and whatever else somebody typed is left out', () => {
  assert.deepEqual(readSeatsSearch({ on: '2026-09-01', after: 'x', from: 50, q: 'jane' }), {
    on: '2026-09-01',
    after: 'x',
    from: 50,
  })
  assert.deepEqual(readSeatsSearch({ on: 'yesterday', after: 3, from: -1 }), {})
})
