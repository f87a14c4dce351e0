import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sayCalendarDay, sayDate, sayDay, sayHeadingDay, sayMoment, sayTime } from './dates.ts'

const london = { now: Date.parse('2026-09-03T09:14:00Z'), timeZone: 'Europe/London', locale: 'en-GB' }

test('recent days are said, older ones are dated', () => {
  assert.equal(sayDay('2026-09-03T07:00:00Z', london), 'Today')
  assert.equal(sayDay('2026-09-02T22:00:00Z', london), 'Yesterday')
  assert.equal(sayDay('2026-08-31T10:00:00Z', london), '3 days ago')
  assert.equal(sayDay('2026-07-14T10:00:00Z', london), '14\u00a0Jul')
  assert.equal(sayDay('2025-07-14T10:00:00Z', london), '14\u00a0Jul\u00a02025')
})

test('a day ends at midnight where the school is', () => {
  // 23:30 in London on 2 Sept is 22:30 UTC; in Auckland it is already the morning of the 3rd.
  assert.equal(sayDay('2026-09-02T22:30:00Z', london), 'Yesterday')
  assert.equal(sayDay('2026-09-02T22:30:00Z', { ...london, timeZone: 'Pacific/Auckland' }), 'Today')
})

test('a moment in full', () => {
  assert.equal(sayMoment('2026-09-03T08:12:00Z', london), 'Thu 3 Sept 2026, 09:12')
  assert.equal(sayDate('2026-09-03T08:12:00Z', london), 'Thu 3 Sept 2026')
})

test('a day of the calendar is the same day for readers everywhere', () => {
  assert.equal(sayCalendarDay('2026-11-30', 'en-GB'), 'Mon 30 Nov 2026')
  assert.equal(sayCalendarDay('2027-01-01', 'en-GB'), 'Fri 1 Jan 2027')
})

test('a heading names the day, and says so when it is today or yesterday', () => {
  assert.equal(sayHeadingDay('2026-09-03T08:12:00Z', london), 'Today, Thu 3 Sept')
  assert.equal(sayHeadingDay('2026-09-02T08:12:00Z', london), 'Yesterday, Wed 2 Sept')
  assert.equal(sayHeadingDay('2026-08-31T08:12:00Z', london), 'Mon 31 Aug')
  assert.equal(sayHeadingDay('2025-08-31T08:12:00Z', london), 'Sun 31 Aug 2025')
})

test('a time has seconds only where they are asked for', () => {
  assert.equal(sayTime('2026-09-03T08:12:31Z', london), '09:12')
  assert.equal(sayTime('2026-09-03T08:12:31Z', { ...london, seconds: true }), '09:12:31')
})
