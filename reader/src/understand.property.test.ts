import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { GROUND, opened } from './list-for-tests.ts'
import type { ReadChoices } from './staff-list.ts'
import { FIELDS } from './staff-list.ts'
import { understand, withoutPrivate } from './understand.ts'

const file = (rows: string[][]) => opened('', { sheets: [{ name: 'Staff', rows, hiddenRows: 0 }] })

const word = fc.constantFrom(
  'Anna',
  'Zoë',
  'Siân',
  'Omar',
  'Lee',
  'O’Neill',
  'García',
  'Müller',
  'Brown',
  'Reyes',
  'Okafor',
  'Nguyen',
)
const person = fc.record({
  givenName: word,
  familyName: word,
  jobTitle: fc.constantFrom('Teacher', 'HLTA', 'Head of Year', 'Site manager'),
  unit: fc.constantFrom('Maths', 'English', 'Site', 'Design, Technology'),
  startDate: fc
    .date({ min: new Date('1995-01-01'), max: new Date('2026-08-31'), noInvalidDate: true })
    .map((day) => day.toISOString().slice(0, 10)),
})
const people = fc.array(person, { minLength: 1, maxLength: 30 }).map((all) =>
  all.map((each, at) => ({
    email: `${String.fromCharCode(97 + (at % 26))}${at}@oakfield.sch.uk`,
    staffNumber: String(100_000 + 7 * at),
    ...each,
  })),
)
type Person = {
  [K in 'email' | 'staffNumber' | 'givenName' | 'familyName' | 'jobTitle' | 'unit' | 'startDate']: string
}

const SAID: { [K in keyof Person]: string[] } = {
  email: ['Email', 'E-Mail (dienstlich)', 'Courriel professionnel', 'Correo electrónico', 'Work Email*'],
  staffNumber: ['Payroll No', 'Matricule', 'Personalnummer', 'Employee Number [Required]'],
  givenName: ['Forename', 'Vorname', 'Prénom', 'Given Name', 'Preferred forename'],
  familyName: ['Surname', 'Nachname', 'Apellidos', 'Nom de famille', 'Legal Surname'],
  jobTitle: ['Post', 'Funktion', 'Fonction', 'Job title'],
  unit: ['Department', 'Fachbereich', 'Faculty'],
  startDate: ['Start date', 'Eintrittsdatum', "Date d'entrée", 'Fecha de alta'],
}
const FIELD_NAMES = Object.keys(SAID) as (keyof Person)[]
const WRITTEN: ((iso: string) => string)[] = [
  (iso) => iso,
  (iso) => iso.split('-').reverse().join('/'),
  (iso) => iso.split('-').reverse().join('.'),
  (iso) => new Intl.DateTimeFormat('fr', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(iso)),
]
/** How a list is laid out: which headings, in which order, what stands above and between. */
const layout = fc.record({
  order: fc.shuffledSubarray(FIELD_NAMES, { minLength: FIELD_NAMES.length }),
  headings: fc.array(fc.nat(20), { minLength: 7, maxLength: 7 }),
  dates: fc.nat(WRITTEN.length - 1),
  titles: fc.nat(3),
  blankEvery: fc.integer({ min: 2, max: 50 }),
  total: fc.boolean(),
  password: fc.boolean(),
})

test('whoever is on a list is read as they are, however the list is laid out', () => {
  fc.assert(
    fc.property(people, layout, (all, how) => {
      const headings = how.order.map(
        (field, at) => SAID[field][(how.headings[at] ?? 0) % SAID[field].length] ?? '',
      )
      const rows: string[][] = []
      for (let at = 0; at < how.titles; at++) rows.push([at === 0 ? 'Oakfield School, all staff' : ''])
      rows.push(how.password ? [...headings, 'Password'] : headings)
      all.forEach((each: Person, at) => {
        if (at % how.blankEvery === 1) rows.push(['', ''])
        const cells = how.order.map((field) =>
          field === 'startDate' ? (WRITTEN[how.dates]?.(each.startDate) ?? '') : each[field],
        )
        rows.push(how.password ? [...cells, 'hunter2'] : cells)
      })
      if (how.total) rows.push([`Total: ${all.length}`])
      const list = understand(file(rows), {}, GROUND)
      assert.deepEqual(list.reading.questions, [])
      assert.deepEqual(
        list.rows.map(({ given }) => given),
        all,
      )
      assert.deepEqual(
        list.rows.flatMap(({ problems }) => problems),
        [],
      )
      assert.ok(!JSON.stringify(list).includes('hunter2'))
      for (const { n, given } of list.rows) assert.ok(rows[n - 1]?.includes(given.email ?? ''))
    }),
    { numRuns: 200 },
  )
})

const anyCell = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom(
    '',
    ' ',
    'Email',
    'Name',
    'Total',
    'DOB',
    'jane@oakfield.sch.uk',
    'a@b',
    '31/02/2026',
    '1E+5',
    '__proto__',
    'constructor',
    'Active',
    'Ã©',
    '\ufffd',
    'Smith, Jane',
    '=1+1',
    '12345',
  ),
)
const anySheet = fc.array(fc.array(anyCell, { maxLength: 6 }), { maxLength: 12 })
const anyChoices: fc.Arbitrary<ReadChoices> = fc.record(
  {
    headingRow: fc.integer({ min: -1, max: 15 }),
    sheet: fc.constantFrom('Staff', 'Other'),
    columns: fc.dictionary(
      fc.constantFrom('0', '1', '2', '9', '-1', '__proto__', 'x'),
      fc.constantFrom(null, ...FIELDS),
    ),
    dateOrders: fc.dictionary(fc.constantFrom('0', '1'), fc.constantFrom('dmy', 'mdy', 'ymd')),
  },
  { requiredKeys: [] },
)

test('whatever a file holds, it is read without a fault, and every row is accounted for', () => {
  fc.assert(
    fc.property(anySheet, anyChoices, (rows, choices) => {
      const before = structuredClone(rows)
      const { reading, rows: read } = understand(file(rows), choices, GROUND)
      assert.deepEqual(rows, before)
      // Headings may stand on two lines.
      const heading = Math.min(reading.headingRow, 2)
      assert.equal(reading.people, read.length)
      assert.ok(
        read.length + reading.blankRows + reading.titleRows + reading.totalRows + heading >= rows.length,
      )
      for (const column of reading.columns) {
        assert.equal(column.state === 'unused' || column.state === 'private', column.field === null)
        if (column.state === 'private') assert.deepEqual(column.samples, [])
        assert.notEqual(column.why, '')
      }
      for (const { given, n } of read) {
        assert.ok(n >= 1 && n <= rows.length)
        for (const value of Object.values(given)) {
          assert.ok(value !== '' && value.length <= 254)
          assert.equal(value, value.normalize('NFC').trim())
          assert.ok(!value.includes('\ufffd'))
        }
      }
    }),
    { numRuns: 400 },
  )
})

test('taking out what is private changes nothing else, and nothing more on a second time', () => {
  fc.assert(
    fc.property(anySheet, (rows) => {
      const { reading } = understand(file(rows), {}, GROUND)
      const sheet = { name: 'Staff', rows, hiddenRows: 0 }
      const kept = withoutPrivate(sheet, reading)
      const hidden = new Set(
        reading.columns.filter(({ state }) => state === 'private').map(({ index }) => index),
      )
      assert.equal(kept.length, rows.length)
      const width = Math.max(
        0,
        ...[reading.headingRow - 1, reading.headingRow - 2].map((at) => rows[at]?.length ?? 0),
      )
      kept.forEach((row, at) => {
        const isBelow = at + 1 > reading.headingRow
        const beyond = Math.max(0, row.length - width)
        row.forEach((cell, index) => {
          if (hidden.has(index) && isBelow) assert.ok(cell === '' || cell === '…')
          // In a row with more cells than there are headings, what is private may stand further on.
          else if (isBelow && [...hidden].some((at) => at < index && index - beyond <= at))
            assert.ok(['', '…', rows[at]?.[index]].includes(cell))
          else assert.equal(cell, rows[at]?.[index])
        })
      })
      assert.deepEqual(withoutPrivate({ ...sheet, rows: kept }, reading), kept)
    }),
  )
})

test('the fingerprint of headings knows no order, case or accents', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray(FIELD_NAMES, { minLength: 3 }), fc.boolean(), (fields, loud) => {
      const headings = fields.map((field) => SAID[field][0] ?? '')
      const changed = [...headings]
        .reverse()
        .map((heading) => (loud ? heading.toUpperCase() : ` ${heading} `))
      const print = (row: string[]) =>
        understand(file([row, row.map(() => 'x')]), { headingRow: 1 }, GROUND).reading.fingerprint
      assert.equal(print(headings), print(changed))
      assert.notEqual(print(headings), print([...headings, 'Another']))
    }),
  )
})
