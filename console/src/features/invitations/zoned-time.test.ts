import assert from 'node:assert/strict'
import { test } from 'node:test'
import { instantOf, wallOf } from './zoned-time.ts'

test('a time is read by the clocks of the school, summer and winter', () => {
  assert.equal(instantOf('2026-09-03T08:00', 'Europe/London'), '2026-09-03T07:00:00.000Z')
  assert.equal(instantOf('2026-12-03T08:00', 'Europe/London'), '2026-12-03T08:00:00.000Z')
  assert.equal(instantOf('2026-12-03T08:00', 'Pacific/Auckland'), '2026-12-02T19:00:00.000Z')
})

test('the morning after the clocks change has the new time', () => {
  assert.equal(instantOf('2026-03-29T08:00', 'Europe/London'), '2026-03-29T07:00:00.000Z')
  assert.equal(instantOf('2026-10-25T08:00', 'Europe/London'), '2026-10-25T08:00:00.000Z')
})

test('a moment is shown as the school’s clocks have it', () => {
  assert.equal(wallOf(Date.parse('2026-09-03T07:00:30Z'), 'Europe/London'), '2026-09-03T08:00')
})
