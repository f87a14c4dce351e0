import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { dateOrderOf } from './date-order.ts'
import { read } from './list-for-tests.ts'
import { readDate } from './read-date.ts'
import type { DateOrder, ReadChoices } from './staff-list.ts'

const TODAY = '2026-09-01'
const dateOf = (cell: string, order: DateOrder = 'dmy') => {
  const read = readDate(cell, order, TODAY)
  return read === null ? null : 'date' in read ? read.date : read.detail
}

test('dates are read however people write them', () => {
  for (const [typed, meant] of [
    ['31/08/26', '2026-08-31'],
    ['31/08/2026', '2026-08-31'],
    ['31.08.2026', '2026-08-31'],
    ['1.9.2026', '2026-09-01'],
    ['31-08-2026', '2026-08-31'],
    ['31 08 2026', '2026-08-31'],
    ['2026-08-31', '2026-08-31'],
    ['2026/8/31', '2026-08-31'],
    ['20260831', '2026-08-31'],
    ['2026-08-31T00:00:00', '2026-08-31'],
    ['2026-08-31T00:00:00.000Z', '2026-08-31'],
    ['31/08/2026 00:00', '2026-08-31'],
    ['31/08/2026 12:00:00 AM', '2026-08-31'],
    ['31 Aug 2026', '2026-08-31'],
    ['31-Aug-26', '2026-08-31'],
    ['31st August 2026', '2026-08-31'],
    ['August 31, 2026', '2026-08-31'],
    ['Mon 31 Aug 2026', '2026-08-31'],
    ['31 août 2026', '2026-08-31'],
    ['1er septembre 2026', '2026-09-01'],
    ['15 févr. 2026', '2026-02-15'],
    ['lundi 31 août 2026', '2026-08-31'],
    ['15. März 2026', '2026-03-15'],
    ['3. Mai 2026', '2026-05-03'],
    ['31 de agosto de 2026', '2026-08-31'],
    ['1 de enero de 2026', '2026-01-01'],
    ['46265', '2026-08-31'],
    ['46265.5', '2026-08-31'],
    ['29/02/2024', '2024-02-29'],
    ['01/09/98', '1998-09-01'],
    ['01/09/45', '2045-09-01'],
    ['2 Sept 1998', '1998-09-02'],
  ] as const)
    assert.equal(dateOf(typed), meant, typed)
  assert.equal(dateOf('08/31/2026', 'mdy'), '2026-08-31')
  assert.equal(dateOf('26/08/31', 'ymd'), '2026-08-31')
})

test('words for no date, and the dates that systems use for none, are none', () => {
  for (const typed of [
    '',
    '-',
    '–',
    'n/a',
    'N/A',
    'TBC',
    'present',
    'permanent',
    'unbefristet',
    'CDI',
    'indefinido',
    '00/00/0000',
    '31/12/9999',
    '9999-12-31',
    '01/01/1900',
  ])
    assert.equal(dateOf(typed), null, typed)
})

test('a date that never was says why', () => {
  assert.equal(dateOf('31/02/2026'), '31/02/2026 isn’t a real date. February 2026 has 28 days.')
  assert.equal(dateOf('31/04/2026'), '31/04/2026 isn’t a real date. April 2026 has 30 days.')
  assert.equal(dateOf('29/02/2025'), '29/02/2025 isn’t a real date. February 2025 has 28 days.')
  assert.equal(dateOf('2026-13-01'), '2026-13-01 isn’t a real date. There is no month 13.')
  assert.equal(dateOf('08/31/2026'), '08/31/2026 isn’t a real date. There is no month 31.')
  assert.equal(dateOf('31/08/0206'), '31/08/0206 isn’t a real date. Check the year, 206.')
  assert.match(dateOf('soon, we hope') ?? '', /isn’t a date we can read/)
  assert.match(dateOf('Summer 2026') ?? '', /isn’t a date we can read/)
})

test('the order of a column is decided by what cannot be a month', () => {
  const orderOf = (...cells: string[]) => {
    const seen = dateOrderOf('Leaving date', cells)
    return seen === null ? null : `${seen.order}: ${seen.why}${seen.by === 'nothing' ? ' (not sure)' : ''}`
  }
  assert.equal(orderOf('01/09/2026', '31/08/26'), 'dmy: 31 cannot be a month')
  assert.equal(orderOf('01/09/2026', '08/15/2026'), 'mdy: 15 cannot be a month')
  assert.equal(orderOf('26/08/31', '26/09/01', '99/01/01'), 'ymd: 99 can only be a year')
  assert.equal(orderOf('01.02.2026'), 'dmy: dates with dots have the day first')
  assert.equal(orderOf('2026-08-31'), 'ymd: the years come first')
  assert.equal(orderOf('31 August 2026'), 'dmy: the months are written out')
  assert.match(orderOf('01/02/2026', '03/04/2026') ?? '', /^dmy: .*\(not sure\)$/)
  assert.equal(orderOf('31/08/2026', '31/07/2026', '08/31/2026'), 'dmy: 31 cannot be a month')
  assert.equal(orderOf('', 'n/a'), null)
  assert.equal(dateOrderOf('Start (MM/DD/YYYY)', ['01/02/2026'])?.order, 'mdy')
  assert.equal(dateOrderOf('Date (jj/mm/aaaa)', ['01/02/2026'])?.order, 'dmy')
})

test('a column that does not show its order is read like another of the same list', () => {
  const list = read(`
Name | Email | Start date | Last review
Jane Smith | jane@oakfield.sch.uk | 01/02/2026 | 03/28/2026
Tom Brown | tom@oakfield.sch.uk | 03/04/2026 | 04/04/2026
`)
  assert.deepEqual(
    list.rows.map(({ given }) => given.startDate),
    ['2026-01-02', '2026-03-04'],
  )
  assert.equal(list.reading.columns[2]?.why, 'Month first: as in Last review')
  const unsure = read(`
Name | Email | Left
Jane Smith | jane@oakfield.sch.uk | 01/02/2026
`)
  assert.equal(unsure.rows[0]?.given.leavingDate, '2026-02-01')
  assert.ok(
    unsure.reading.sentences.includes(
      'Day comes first in Left: 01/02/2026. Nothing in the column says so; change it if the month comes first.',
    ),
  )
  const chosen = read(
    `
Name | Email | Left
Jane Smith | jane@oakfield.sch.uk | 01/02/2026
`,
    { dateOrders: { 2: 'mdy' } },
  )
  assert.equal(chosen.rows[0]?.given.leavingDate, '2026-01-02')
  assert.equal(chosen.reading.columns[2]?.dateOrder, 'mdy')
})

test('one date in a hundred thousand rows decides the order of them all', () => {
  const rows = Array.from(
    { length: 4000 },
    (_, at) => `Jane Smith | j${at}@oakfield.sch.uk | ${at === 3333 ? '12/31/2025' : '01/02/2026'}`,
  )
  const list = read(`\nName | Email | Start date\n${rows.join('\n')}\n`)
  assert.equal(list.rows[0]?.given.startDate, '2026-01-02')
})

test('any real date comes back from every way of writing it, in its own order', () => {
  const date = fc.date({ min: new Date('1960-01-01'), max: new Date('2050-12-31'), noInvalidDate: true })
  fc.assert(
    fc.property(date, fc.constantFrom('/', '.', '-', ' '), (day, sign) => {
      const iso = day.toISOString().slice(0, 10)
      const [y = '', m = '', d = ''] = iso.split('-')
      assert.equal(dateOf([d, m, y].join(sign)), iso)
      assert.equal(dateOf([m, d, y].join(sign), 'mdy'), iso)
      assert.equal(dateOf([y, m, d].join(sign), 'dmy'), iso)
      assert.equal(dateOf(String(Math.round(day.getTime() / 86_400_000 - 0.5) + 25_569)), iso)
      for (const language of ['en-GB', 'fr', 'de', 'es'])
        assert.equal(
          dateOf(new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(day)),
          iso,
          language,
        )
    }),
  )
})

test('whatever stands in a cell, a date is real or there is none', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(...'0123456789/.- TZ:augé'), maxLength: 20 }),
      fc.constantFrom('dmy', 'mdy', 'ymd'),
      (cell, order) => {
        const read = readDate(cell, order as DateOrder, TODAY)
        if (read !== null && 'date' in read)
          assert.equal(new Date(`${read.date}T00:00:00Z`).toISOString().slice(0, 10), read.date)
      },
    ),
  )
})

const starts = (dates: string[], choices: ReadChoices = {}) =>
  read(
    `\nName | Email | Start date\n${dates.map((date, at) => `Jane Smith | jane${at}@oakfield.sch.uk | ${date}`).join('\n')}\n`,
    choices,
  )
const daysOf = (list: ReturnType<typeof starts>) =>
  list.rows.map(({ given, problems }) => given.startDate ?? problems.map(({ code }) => code).join())

test('where dates of a column stand in both orders, those that could be either are asked for', () => {
  const dates = ['25/12/2020', '12/25/2020', '03/04/2021', '12/13/2020', '05/05/2021']
  const list = starts(dates)
  assert.deepEqual(daysOf(list), ['date_impossible', '2020-12-25', 'date_either', '2020-12-13', '2021-05-05'])
  assert.deepEqual(list.rows[2]?.problems, [
    {
      code: 'date_either',
      field: 'startDate',
      detail:
        'This could be 4 March 2021 or 3 April 2021: the column has 25/12/2020 as well as 12/25/2020. Choose one.',
      choices: ['2021-03-04', '2021-04-03'],
    },
  ])
  assert.equal(list.rows[2]?.typed.startDate, '03/04/2021')
  assert.ok(
    list.reading.sentences.includes(
      'Dates in Start date stand in both orders: 25/12/2020 and 12/25/2020. Those that could be either are not guessed: choose for each, or choose one order for the column.',
    ),
  )
  assert.equal(daysOf(starts(dates, { dateOrders: { 2: 'dmy' } }))[2], '2021-04-03')
  const remembered = { [list.reading.fingerprint]: { dateOrders: { '=start date': 'dmy' as const } } }
  const again = read(
    `\nName | Email | Start date\n${dates.map((date, at) => `Jane Smith | jane${at}@oakfield.sch.uk | ${date}`).join('\n')}\n`,
    {},
    { remembered },
  )
  assert.equal(again.rows[2]?.problems[0]?.code, 'date_either')
})

test('one slip among many dates puts none of the others in doubt', () => {
  const days = Array.from({ length: 24 }, (_, at) => `28/09/${2000 + at}`)
  assert.deepEqual(daysOf(starts([...days, '03/04/2021', '12/25/2020'])).slice(-2), [
    '2021-04-03',
    'date_impossible',
  ])
})

test('a date that never was proves no order', () => {
  const list = starts(['31/02/2026', '12/31/2026', '03/04/2026'])
  assert.deepEqual(daysOf(list), ['date_impossible', '2026-12-31', '2026-03-04'])
  assert.equal(dateOrderOf('Start', ['30/02/2026', '03/04/2026'])?.by, 'nothing')
  assert.equal(dateOrderOf('Start', ['29/02/24', '03/04/2026'])?.order, 'dmy')
  assert.equal(dateOrderOf('Start', ['02/29/2023'])?.by, 'nothing')
})

test('days that a spreadsheet took for months are asked for, and said', () => {
  const list = starts(['08/25/2021', '12/31/2019', '2021-05-04', '2020-01-09', '2021-06-06'])
  assert.deepEqual(daysOf(list), ['2021-08-25', '2019-12-31', 'date_swapped', 'date_swapped', '2021-06-06'])
  assert.deepEqual(list.rows[2]?.problems[0]?.choices, ['2021-04-05', '2021-05-04'])
  assert.equal(
    list.rows[2]?.problems[0]?.detail,
    'This could be 5 April 2021 or 4 May 2021: the column has 08/25/2021, with the month first, and a spreadsheet that expects the day first swaps the two. Choose one.',
  )
  assert.ok(list.reading.sentences.some((sentence) => sentence.includes('may have day and month swapped')))
  const chosen = starts(['08/25/2021', '2021-05-04'], { dateOrders: { 2: 'mdy' } })
  assert.deepEqual(daysOf(chosen), ['2021-08-25', '2021-05-04'])
})

test('days that no spreadsheet could have swapped are taken as they are', () => {
  assert.deepEqual(daysOf(starts(['2021-05-04', '2020-01-09'])), ['2021-05-04', '2020-01-09'])
  assert.deepEqual(daysOf(starts(['25/08/2021', '2021-05-04'])), ['2021-08-25', '2021-05-04'])
  const mostly = ['2021-05-24', '2021-05-25', '2021-05-26', '2021-05-04']
  assert.deepEqual(daysOf(starts(['08/25/2021', ...mostly])), ['2021-08-25', ...mostly])
})
