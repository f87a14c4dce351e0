import assert from 'node:assert/strict'
import { test } from 'node:test'
import { firstRows, headingCandidates } from './first-rows.ts'

const rows = [['Title'], ['Email', 'Name'], [''], ['a@reed.example', 'Ann'], ['b@reed.example', 'Ben']]
const sheet = { name: 'Staff', rows, hiddenRows: 0 }

test('the first rows are those under the headings that say something, by the number people see', () => {
  assert.deepEqual(firstRows(sheet, 2, 1), [{ line: 4, cells: ['a@reed.example', 'Ann'] }])
  assert.deepEqual(
    firstRows(sheet, 0, 2).map(({ line }) => line),
    [1, 2],
  )
})

test('headings are in a row with more than one cell filled', () => {
  assert.deepEqual(
    headingCandidates(sheet, 4).map(({ line }) => line),
    [2, 4],
  )
})
