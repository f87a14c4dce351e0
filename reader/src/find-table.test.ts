import assert from 'node:assert/strict'
import { test } from 'node:test'
import { GROUND, opened, read, rowsOf } from './list-for-tests.ts'
import { understand, withoutPrivate } from './understand.ts'

const names = (list: ReturnType<typeof read>) =>
  list.rows.map(({ n, given }) =>
    [n, given.givenName, given.familyName].filter((part) => part !== undefined).join(' '),
  )

test('titles above, blanks between, totals below and headings again are no people', () => {
  const list = read(`
Oakfield School
Staff list, autumn 2026

First name | Last name | Email
Jane | Smith | jane@oakfield.sch.uk

Tom | Brown | tom@oakfield.sch.uk
First name | Last name | Email
Ana | Reyes | ana@oakfield.sch.uk

Total: 3
Printed on 01/09/2026 by J. Smith | Page 1 of 1
`)
  assert.deepEqual(names(list), ['5 Jane Smith', '7 Tom Brown', '9 Ana Reyes'])
  assert.equal(list.reading.headingRow, 4)
  assert.equal(list.reading.titleRows, 3)
  assert.equal(list.reading.blankRows, 3)
  assert.equal(list.reading.totalRows, 2)
  assert.deepEqual(list.reading.sentences.slice(0, 2), [
    'Read 3 people.',
    'Skipped 2 title rows, 1 row of repeated headings, 3 blank rows and 2 rows below the list (“Total: 3”).',
  ])
})

test('people who are called Page, Count or Total are people', () => {
  const list = read(`
First name | Last name | Job
Page | Turner | Librarian
Count | Basie | Music
Total | Recall |
Jane | Report | Clerk
`)
  assert.equal(list.rows.length, 4)
})

test('words over a part of the list are a title; a lonely name is somebody to fix', () => {
  const list = read(`
Last name | First name | Email | Job
Teaching staff | | |
Smith | Jane | jane@oakfield.sch.uk | Teacher
Support staff | | |
Brown | Tom | tom@oakfield.sch.uk | Clerk
Reyes | | |
`)
  assert.deepEqual(names(list), ['3 Jane Smith', '5 Tom Brown', '6 Reyes'])
  assert.deepEqual(
    list.rows[2]?.problems.map(({ code }) => code),
    ['email_missing'],
  )
  assert.equal(list.reading.titleRows, 2)
})

test('headings on two lines are read together', () => {
  const list = read(`
Name | | Email | |
Given | Family | Work | Home | Post
Jane | Smith | jane@oakfield.sch.uk | jane@home.example | Teacher
Tom | Brown | tom@oakfield.sch.uk | | Clerk
`)
  assert.equal(list.reading.headingRow, 2)
  assert.equal(list.reading.titleRows, 0)
  assert.deepEqual(
    list.reading.columns.map(({ heading, field }) => [heading, field]),
    [
      ['Given', 'givenName'],
      ['Family', 'familyName'],
      ['Email Work', 'email'],
      ['Email Home', null],
      ['Post', 'jobTitle'],
    ],
  )
})

test('without headings, columns are told by what is in them', () => {
  const list = read(`
Jane | Smith | jane.smith@oakfield.sch.uk | 1001
Tom | Brown | tom.brown@oakfield.sch.uk | 1002
Siân | Evans | sian.evans@oakfield.sch.uk | 1003
`)
  assert.equal(list.reading.headingRow, 0)
  assert.deepEqual(names(list), ['1 Jane Smith', '2 Tom Brown', '3 Siân Evans'])
  assert.deepEqual(
    list.reading.columns.map(({ heading, field }) => [heading, field]),
    [
      ['Column A', 'givenName'],
      ['Column B', 'familyName'],
      ['Column C', 'email'],
      ['Column D', 'staffNumber'],
    ],
  )
})

test('without headings, the addresses tell which column holds last names', () => {
  for (const addresses of [
    ['jane.smith', 'tom.brown', 'ana.reyes'],
    ['jsmith', 'tbrown', 'areyes'],
    ['j.smith2', 't.brown', 'a.reyes'],
    ['smithj', 'brownt', 'reyesa'],
  ]) {
    const list = read(`
Smith | Jane | ${addresses[0]}@oakfield.sch.uk
Brown | Tom | ${addresses[1]}@oakfield.sch.uk
Reyes | Ana | ${addresses[2]}@oakfield.sch.uk
`)
    assert.deepEqual(names(list), ['1 Jane Smith', '2 Tom Brown', '3 Ana Reyes'], addresses[0])
  }
})

test('headings in words nobody foresaw are headings still', () => {
  const list = read(`
Etunimi | Sukunimi | Osoite
Aino | Virtanen | aino.virtanen@oakfield.sch.uk
Eino | Korhonen | eino.korhonen@oakfield.sch.uk
`)
  assert.equal(list.reading.headingRow, 1)
  assert.deepEqual(names(list), ['2 Aino Virtanen', '3 Eino Korhonen'])
  assert.equal(list.rows[0]?.given.email, 'aino.virtanen@oakfield.sch.uk')
})

test('a person may say which row holds the headings, or that none does', () => {
  const picture = `
Jane | Smith | jane.smith@oakfield.sch.uk
First name | Last name | Email
Tom | Brown | tom.brown@oakfield.sch.uk
`
  assert.deepEqual(names(read(picture)), ['3 Tom Brown'])
  assert.equal(read(picture, { headingRow: 0 }).rows.length, 3)
  assert.equal(read(picture, { headingRow: 3 }).rows.length, 0)
  assert.deepEqual(
    read(picture, { headingRow: 3 }).reading.questions.map(({ code }) => code),
    ['no_people'],
  )
})

test('of several sheets the one with people is read, or the one that was chosen', () => {
  const sheet = (name: string, picture: string) => ({ name, rows: rowsOf(picture), hiddenRows: 0 })
  const file = opened('', {
    format: 'xlsx',
    encoding: null,
    delimiter: null,
    sheets: [
      sheet(
        'Lookups',
        `
Code | Meaning
${Array.from({ length: 40 }, (_, at) => `${at} | Something`).join('\n')}
`,
      ),
      sheet(
        'Staff list (2)',
        `
First name | Last name | Email
Jane | Smith | jane@oakfield.sch.uk
Tom | Brown | tom@oakfield.sch.uk
Siân | Evans | sian@oakfield.sch.uk
`,
      ),
      sheet(
        'Leavers',
        `
First name | Last name | Email
${Array.from({ length: 10 }, (_, at) => `Ana | Reyes | ana${at}@oakfield.sch.uk`).join('\n')}
`,
      ),
    ],
  })
  const list = understand(file, {}, GROUND)
  assert.equal(list.reading.sheet, 'Staff list (2)')
  assert.deepEqual(list.reading.sentences, [
    'Read 3 people from “Staff list (2)”.',
    'Not read: the sheets “Lookups” and “Leavers”.',
  ])
  assert.deepEqual(
    list.reading.sheets.map(({ rows }) => rows),
    [41, 4, 11],
  )
  assert.equal(understand(file, { sheet: 'Leavers' }, GROUND).rows.length, 10)
  assert.equal(understand(file, { sheet: 'Nowhere' }, GROUND).rows.length, 3)
})

test('rows keep the numbers that people see beside them', () => {
  const file = opened('', {
    sheets: [
      {
        name: 'Staff',
        rows: [
          ['Name', 'Email'],
          ['Jane Smith', 'jane@oakfield.sch.uk'],
        ],
        lines: [3, 17],
        hiddenRows: 2,
      },
    ],
  })
  const list = understand(file, {}, GROUND)
  assert.equal(list.reading.headingRow, 3)
  assert.equal(list.rows[0]?.n, 17)
  assert.ok(
    list.reading.sentences.includes('2 rows were hidden in the spreadsheet and were read like the others.'),
  )
  assert.equal(understand(file, { headingRow: 3 }, GROUND).rows.length, 1)
})

test('a file with nobody in it asks for another', () => {
  for (const picture of ['\n\n', '\nFirst name | Last name | Email\n', '\nOakfield School\n\nName | Email\n'])
    assert.deepEqual(
      read(picture).reading.questions.map(({ code }) => code),
      ['no_people'],
      picture,
    )
  assert.equal(understand(opened('', { sheets: [] }), {}, GROUND).rows.length, 0)
})

test('words that are values as well make no headings of a row', () => {
  const list = read(`
Jane | Smith | Active | Site
Tom | Brown | Active | Site
Ana | Reyes | Left | Office
`)
  assert.equal(list.reading.headingRow, 0)
  assert.equal(list.rows.length, 3)
})

test('a row of sums is no person, however many cells it fills', () => {
  const list = read(`
Surname | Forename | Email | Hours | Days | Weeks
Smith | Jane | jane@oakfield.sch.uk | 30 | 5 | 39
Total | | | 30 | 5 | 39
`)
  assert.equal(list.rows.length, 1)
  assert.equal(list.reading.totalRows, 1)
})

test('words under a heading nobody knows are no names', () => {
  const list = read(`
Colour | Email
Mauve | a1@oakfield.sch.uk
Teal | b2@oakfield.sch.uk
`)
  assert.deepEqual(
    list.rows.map(({ given }) => given),
    [{ email: 'a1@oakfield.sch.uk' }, { email: 'b2@oakfield.sch.uk' }],
  )
})

const SECTIONS = `
First | Last | Email | Post | Department | Hours | Salary
MATHS | | | | | |
Jane | Smyth | j.smyth@oakfield.sch.uk | Head | Maths | 1.0 | 50,000
Tom | Brown | t.brown@oakfield.sch.uk | Teacher | Maths | 0.5 | 40,000
Kitchen | | | | | |
Ana | Reyes | a.reyes@oakfield.sch.uk | Cook | Kitchen | 1.0 | 30,000
Okafor | | | | | |
Smith, Jane | | | | | | 12,000
Siân | Evans | s.evans@oakfield.sch.uk | Cook | Kitchen | 1.0 | 30,000
Nguyen | | | | | |
* = part time | | | | | |
 | | | | | 4.5 | 191,200
`

test('the words over a part of a list, a remark and a sum without a word are no people', () => {
  const list = read(SECTIONS)
  assert.deepEqual(names(list), [
    '3 Jane Smyth',
    '4 Tom Brown',
    '6 Ana Reyes',
    '8 Smith, Jane',
    '9 Siân Evans',
    '10 Nguyen',
  ])
  assert.deepEqual(list.reading.sentences.slice(0, 3), [
    'Read 6 people.',
    'Skipped 1 row below the list (“4.5”).',
    '4 rows say one thing only and were not taken for people: “MATHS”, “Kitchen”, “Okafor” and others.',
  ])
  assert.equal(list.reading.titleRows, 4)
})

test('who is on a list stays the same once what is private was taken out', () => {
  const file = opened(SECTIONS)
  const [sheet] = file.sheets
  assert.ok(sheet)
  const { reading, rows } = understand(file, {}, GROUND)
  const again = understand(
    { ...file, sheets: [{ ...sheet, rows: withoutPrivate(sheet, reading) }] },
    {},
    GROUND,
  )
  assert.deepEqual(again.rows, rows)
})

test('people of whom only a name is known are people where the list has few columns or no addresses', () => {
  const few = read(`
Last name | First name | Email
Smith | Jane | jane@oakfield.sch.uk
Okafor | |
Brown | Tom | tom@oakfield.sch.uk
`)
  assert.equal(few.rows.length, 3)
  const without = read(`
Last name | First name | Post | Department
Smith | Jane | Head | Maths
Okafor | | |
Brown | Tom | Teacher | Maths
`)
  assert.equal(without.rows.length, 3)
})
