import assert from 'node:assert/strict'
import { test } from 'node:test'
import { halfTermBegun } from './half-terms.ts'

test('a half term begins on the morning of its first day, and the last of a year reaches into the next', () => {
  assert.equal(halfTermBegun('2026-11-22 10:00'), '2026-11-01')
  assert.equal(halfTermBegun('2027-01-04 23:59'), '2026-11-01')
  assert.equal(halfTermBegun('2027-01-05 06:59'), '2026-11-01')
  assert.equal(halfTermBegun('2027-01-05 07:00'), '2027-01-05')
  assert.equal(halfTermBegun('2027-08-31 12:00'), '2027-06-01')
  assert.equal(halfTermBegun('2027-09-01 08:00'), '2027-09-01')
})
