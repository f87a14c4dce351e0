import assert from 'node:assert/strict'
import { test } from 'node:test'
import { GROUND, opened, read } from './list-for-tests.ts'
import { understand, withoutPrivate } from './understand.ts'

test('private columns are found by their values where no heading says so, and none is ever shown', () => {
  const list = read(`
Name | Email | Ref | Notes | Salary | DOB
Jane Smith | jane@oakfield.sch.uk | A1 | AB123456C | 32,000 | 01/02/1980
Tom Brown | tom@oakfield.sch.uk | A2 | AB 12 34 57 C | 31,000 | 01/02/1981
Ana Reyes | ana@oakfield.sch.uk | A3 | ab123458c | 30,000 | 01/02/1982
`)
  assert.deepEqual(list.reading.privateHeadings, ['Notes', 'Salary', 'DOB'])
  assert.ok(list.reading.sentences.includes('Left out Notes, Salary and DOB: private, never read.'))
  assert.ok(!JSON.stringify(list).includes('AB123456C'))
  assert.ok(!JSON.stringify(list).includes('32,000'))
  assert.ok(!JSON.stringify(list).includes('1980'))
})

test('days of birth are found under any heading that says of no other date', () => {
  const list = (heading: string, dates: string[]) =>
    read(
      `\nName | Email | ${heading}\n${dates.map((date, n) => `Jane Smith | jane${n}@oakfield.sch.uk | ${date}`).join('\n')}\n`,
    ).reading
  const born = ['01/02/1980', '13/04/1975', '30 May 1991']
  for (const heading of ['Notes', 'Date', 'Year', 'Info 2', 'Staff number', 'Phone'])
    assert.deepEqual(list(heading, born).privateHeadings, [heading])
  assert.deepEqual(list('Day', ['1980-02-01']).privateHeadings, ['Day'])
  assert.deepEqual(list('Day', ['', '1980-02-01', '']).columns[2]?.samples, [])
  const served = ['01/09/1999', '01/09/2003', '01/01/2005']
  for (const heading of [
    'Start date',
    'Joined the trust on',
    'QTS awarded',
    'Date left',
    'Left',
    'Continuous service from',
    'En poste depuis',
    'Dienst seit',
    'Arrival',
    'Austritt',
    'Expiry date',
  ])
    assert.deepEqual(list(heading, served).privateHeadings, [], heading)
  assert.deepEqual(list('Reading day', ['01/09/2024', '02/09/2025', '01/02/1980']).privateHeadings, [])
  assert.deepEqual(list('Asset', ['20345', '20346', '20351']).privateHeadings, [])
})

test('one national insurance number among the few cells that are filled is enough', () => {
  const list = read(`
Name | Email | Notes | Remark | Telephone
Jane Smith | jane@oakfield.sch.uk | AB123456C | on leave | 01234 567890
Tom Brown | tom@oakfield.sch.uk | | AB123456C | 01234 567891
`)
  assert.deepEqual(list.reading.privateHeadings, ['Notes'])
})

test('what leaves the browser has the same rows, without what is private', () => {
  const file = opened(`
Staff of Oakfield | | |
Name | Password | Email | DOB
Jane Smith | hunter2 | jane@oakfield.sch.uk | 01/02/1980

Tom Brown | secret | tom@oakfield.sch.uk
`)
  const [sheet] = file.sheets
  assert.ok(sheet)
  const before = structuredClone(sheet)
  const { reading } = understand(file, {}, GROUND)
  assert.deepEqual(withoutPrivate(sheet, reading), [
    ['Staff of Oakfield', '', '', ''],
    ['Name', 'Password', 'Email', 'DOB'],
    ['Jane Smith', '', 'jane@oakfield.sch.uk', ''],
    [''],
    ['Tom Brown', '', 'tom@oakfield.sch.uk'],
  ])
  assert.deepEqual(sheet, before)
})

test('the list without what is private is understood as before', () => {
  const file = opened(`
Jane | Smith | jane.smith@oakfield.sch.uk | 01/02/1980
Tom | Brown | tom.brown@oakfield.sch.uk | 03/04/1975
`)
  const [sheet] = file.sheets
  assert.ok(sheet)
  const { reading, rows } = understand(file, {}, GROUND)
  assert.deepEqual(reading.privateHeadings, ['Column D'])
  const again = understand(
    { ...file, sheets: [{ ...sheet, rows: withoutPrivate(sheet, reading) }] },
    {},
    GROUND,
  )
  assert.deepEqual(again.rows, rows)
})

test('leaving a private column out, or an earlier choice, does not show it', () => {
  const picture = `
Name | Email | Salary
Jane Smith | jane@oakfield.sch.uk | 32,000
`
  const list = read(picture, { columns: { 2: null } })
  assert.deepEqual(list.reading.privateHeadings, ['Salary'])
  const remembered = { [list.reading.fingerprint]: { columns: { '=salary': 'jobTitle' as const } } }
  assert.deepEqual(read(picture, {}, { remembered }).reading.privateHeadings, ['Salary'])
})

test('headings that come again are known as such when what is private was taken out of them', () => {
  const file = opened(`
Name | Email | Password | DOB
Jane Smith | jane@oakfield.sch.uk | hunter2 | 01/02/1980
Name | Email | Password | DOB
Tom Brown | tom@oakfield.sch.uk | secret | 01/02/1981
`)
  const [sheet] = file.sheets
  assert.ok(sheet)
  const { reading, rows } = understand(file, {}, GROUND)
  assert.equal(rows.length, 2)
  const again = understand(
    { ...file, sheets: [{ ...sheet, rows: withoutPrivate(sheet, reading) }] },
    {},
    GROUND,
  )
  assert.deepEqual(again.rows, rows)
  assert.deepEqual(again.reading.sentences, reading.sentences)
})
