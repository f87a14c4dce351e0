import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sayDate, sayHour, sayPast, sayTime, sayWeekday } from './say-when.ts'

const clock = { now: new Date('2026-09-03T09:00:00Z'), timeZone: 'Europe/London' }
const at = (text: string) => new Date(text)

test('dates are said as in British English, with the year only when it is another', () => {
  assert.equal(sayDate(at('2026-09-02T10:00:00Z'), clock), '2 Sept')
  assert.equal(sayDate(at('2025-07-14T10:00:00Z'), clock), '14 July 2025')
  assert.equal(sayWeekday(at('2026-09-08T10:00:00Z'), clock), 'Tue 8 Sept')
  assert.equal(sayWeekday(at('2027-01-04T10:00:00Z'), clock), 'Mon 4 Jan 2027')
})

test('a day ends at midnight in the time zone of the organisation', () => {
  assert.equal(sayPast(at('2026-09-02T23:30:00Z'), clock), 'today')
  assert.equal(sayPast(at('2026-09-02T22:30:00Z'), clock), 'yesterday')
  assert.equal(sayPast(at('2026-09-01T22:30:00Z'), clock), '1 Sept')
  assert.equal(sayDate(at('2026-09-02T23:30:00Z'), { ...clock, timeZone: 'America/New_York' }), '2 Sept')
  assert.equal(
    sayPast(at('2026-10-24T23:30:00Z'), { ...clock, now: at('2026-10-26T00:30:00Z') }),
    'yesterday',
  )
})

test('times of day are said by the clock on the wall', () => {
  assert.equal(sayHour(at('2026-09-01T07:00:00Z'), 'Europe/London'), '8am')
  assert.equal(sayHour(at('2026-09-01T11:30:00Z'), 'Europe/London'), '12.30pm')
  assert.equal(sayHour(at('2026-08-31T23:05:00Z'), 'Europe/London'), '12.05am')
  assert.equal(sayTime(at('2026-09-01T08:02:00Z'), 'Europe/London'), '09:02')
})
