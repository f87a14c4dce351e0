import assert from 'node:assert/strict'
import { test } from 'node:test'
import { read } from './list-for-tests.ts'

/** What a list says of its first column, with these values from the first person on. */
function numbered(heading: string, numbers: string[]) {
  const lines = numbers.map((number, n) => `${number} | Jane Smith | jane${n}@oakfield.sch.uk`)
  const { reading, rows } = read(`\n${heading} | Name | Email\n${lines.join('\n')}\n`)
  return { column: reading.columns[0], taken: rows.map(({ given }) => given.staffNumber) }
}

test('numbers that count the rows are nobody’s staff number', () => {
  for (const [heading, numbers] of [
    ['No.', ['1', '2', '3', '4']],
    ['No', ['1']],
    ['Nº', ['1', '2']],
    ['Nr.', ['001', '002', '003']],
    ['number', ['51', '52', '53']],
    ['Number', ['1.', '2.', '3.']],
    ['No', ['1', '2', '', '-', '3']],
    ['No', ['1', '2', '4', '5', '9']],
    ['No', ['1', '2', '3', '1', '2', '3']],
    ['No', ['0', '1', '2']],
    ['#', ['1', '2', '3']],
    ['#', ['51', '52', '53']],
    ['ID', ['1', '2', '3']],
    ['Ref', ['1', '2']],
  ] as const) {
    const { column, taken } = numbered(heading, [...numbers])
    assert.deepEqual([column?.state, column?.why], ['unused', 'Counts the rows'], `${heading}: ${numbers}`)
    assert.ok(taken.every((number) => number === undefined))
  }
})

test('numbers that people have are theirs, whatever they are headed', () => {
  for (const [heading, numbers] of [
    ['Staff No', ['1', '2', '3']],
    ['Payroll no.', ['1', '2']],
    ['Employee Nr', ['1']],
    ['Staff #', ['1', '2']],
    ['No', ['4711', '4712', '4713']],
    ['No', ['4711']],
    ['Number', ['3', '1', '2']],
    ['Number', ['12', '15', '31']],
    ['No', ['A1', 'A2', 'A3']],
    ['ID', ['51', '52', '53']],
    ['ID', ['7']],
    ['ID', ['1', '2', '4']],
  ] as const) {
    const { column, taken } = numbered(heading, [...numbers])
    if (heading === 'Staff #') assert.notEqual(column?.why, 'Counts the rows')
    else assert.deepEqual(taken, numbers, `${heading}: ${column?.why}`)
  }
})

test('a long list is counted to its end, and what a person chose stands', () => {
  const long = Array.from({ length: 2500 }, (_, n) => String(n + 1))
  assert.equal(numbered('No', long).column?.why, 'Counts the rows')
  const other = [...long.slice(0, -1), '77']
  assert.equal(numbered('No', other).column?.state, 'used')
  const chosen = read(`\nNo | Name | Email\n1 | Jane Smith | jane@oakfield.sch.uk\n`, {
    columns: { 0: 'staffNumber' },
  })
  assert.equal(chosen.rows[0]?.given.staffNumber, '1')
})

test('an id that counts the rows beside a staff number is no id of another system', () => {
  const { reading, rows } = read(`
ID | Staff no | Name | Email
1 | 4711 | Jane Smith | jane@oakfield.sch.uk
2 | 4715 | Tom Brown | tom@oakfield.sch.uk
`)
  assert.equal(reading.columns[0]?.why, 'Counts the rows')
  assert.deepEqual(
    rows.map(({ given }) => [given.sourceId, given.staffNumber]),
    [
      [undefined, '4711'],
      [undefined, '4715'],
    ],
  )
})
