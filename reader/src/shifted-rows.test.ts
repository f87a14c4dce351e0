import assert from 'node:assert/strict'
import { test } from 'node:test'
import { GROUND, opened } from './list-for-tests.ts'
import { openFile } from './open-file.ts'
import { understand, withoutPrivate } from './understand.ts'

const shape = async (text: string) =>
  understand(await openFile(new TextEncoder().encode(text), 'staff.csv', {}), {}, GROUND)

test('a row with a comma too many says so and on which line, and nobody is put under the wrong heading unseen', async () => {
  const list = await shape(
    'First,Last,Email,Post,Department\n' +
      'Tom,Brown,t.brown@oakfield.sch.uk,Teacher,Maths\n' +
      'Jane,Smyth,j.smyth@oakfield.sch.uk,Head, Maths and Science,Maths\n' +
      'Ana,Reyes,a.reyes@oakfield.sch.uk\n' +
      'Siân,Evans,s.evans@oakfield.sch.uk,"Head, Maths",Maths,,,\n',
  )
  assert.deepEqual(
    list.rows.map(({ n, problems }) => [n, problems.map(({ code }) => code)]),
    [
      [2, []],
      [3, ['row_shifted']],
      [4, []],
      [5, []],
    ],
  )
  assert.deepEqual(list.rows[1]?.problems[0], {
    code: 'row_shifted',
    field: null,
    detail:
      'This row has one cell more than there are headings; perhaps a comma in the middle of one. Put that cell into quotation marks in the file, or leave the row out.',
  })
})

test('a column that nobody gave a heading is no reason to doubt the rows', async () => {
  const people = ['zoe', 'mo', 'ada', 'pip'].map((name) => `${name},Hart,${name}@reed.example,Maths\n`)
  const list = await shape(`First,Last,Email\n${people.join('')}`)
  assert.ok(list.rows.every(({ problems }) => problems.length === 0))
})

test('cells beside the headings of a workbook shift nobody, in the browser or once it was sent', () => {
  const file = opened(
    `
Name | Email | Post
Jane Smith | jane@oakfield.sch.uk | Head | on leave
Tom Brown | tom@oakfield.sch.uk | Teacher
Ana Reyes | ana@oakfield.sch.uk | Teacher
`,
    { format: 'xlsx', encoding: null, delimiter: null },
  )
  const [sheet] = file.sheets
  assert.ok(sheet)
  const { reading, rows } = understand(file, {}, GROUND)
  const sent = understand(
    { ...file, format: 'csv', delimiter: ',', sheets: [{ ...sheet, rows: withoutPrivate(sheet, reading) }] },
    {},
    GROUND,
  )
  for (const people of [rows, sent.rows]) assert.ok(people.every(({ problems }) => problems.length === 0))
})

test('what is private stays so where a comma too many moved it under another heading', async () => {
  const file = await openFile(
    new TextEncoder().encode(
      'First,Last,Post,DOB,Email,NI Number\nTom,Brown,Teacher,01/02/1980,tom@oakfield.sch.uk,AB123456C\n' +
        'Jane,Smyth,Head, Maths,02/03/1981,jane@oakfield.sch.uk,AB123457C\n',
    ),
    'staff.csv',
    {},
  )
  const [sheet] = file.sheets
  assert.ok(sheet)
  const { reading, rows } = understand(file, {}, GROUND)
  assert.ok(!JSON.stringify(reading).includes('1981'))
  const sent = withoutPrivate(sheet, reading)
  assert.ok(!JSON.stringify(sent).includes('1981') && !JSON.stringify(sent).includes('AB123457C'))
  const again = understand({ ...file, sheets: [{ ...sheet, rows: sent }] }, {}, GROUND)
  for (const people of [rows, again.rows]) assert.equal(people[1]?.problems[0]?.code, 'row_shifted')
})
