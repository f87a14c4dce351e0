import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { inUtf8, makeXlsx } from '../test/make-files.ts'
import { safeCell, safeTextCell, unguarded } from './formula-guard.ts'
import { openFile } from './open-file.ts'
import { csvOf } from './write-csv.ts'

test('no cell of a list that is written begins like a formula', () => {
  const begins = ['=', '+', '-', '@', '\t', '\r', '\n', '\0', '＝', '＋', '－', '＠', ' ', '"', "'"]
  for (const begin of begins) {
    assert.equal(safeCell(`${begin}cmd|' /C calc'!A0`).charAt(0), "'")
    const line = csvOf([[`${begin}1+1`]]).replace(/^\ufeff/, '')
    assert.match(line, /^"?'/)
  }
  assert.equal(safeCell('Zoë Hart'), 'Zoë Hart')
  assert.equal(safeCell(''), '')
})

test('a name that begins with an apostrophe of its own keeps it', async () => {
  const { sheets } = await openFile(inUtf8("Name\n't Hooft\nO'Brien\n'\n"), 'list.csv', {})
  assert.deepEqual(sheets[0]?.rows, [['Name'], ["'t Hooft"], ["O'Brien"], ["'"]])
  for (const name of ["'t Hooft", "''t Hooft", "'=1", "'", "''"]) {
    assert.equal(unguarded(safeCell(name)), name)
    assert.equal(unguarded(safeTextCell(name)), name)
  }
})

const anyText = fc.string({ unit: 'grapheme' }).map((text) => text.replaceAll('\0', ''))
const nasty = fc
  .tuple(fc.constantFrom(...'=+-@\t\r\n \'"＝,;|', "''", "'=", '\r\n'), anyText)
  .map(([begin, text]) => begin + text)
const value = fc.oneof(anyText, nasty)

test('whatever is exported as CSV reads back as it was', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(value, { minLength: 3, maxLength: 3 }), { minLength: 1 }),
      async (rows) => {
        const table = [['First name', 'Last name', 'Work email'], ...rows]
        const { sheets } = await openFile(inUtf8(csvOf(table)), 'list.csv', {})
        const back = sheets[0]?.rows ?? []
        for (const [at, row] of table.entries()) {
          const isBlank = row.every((cell) => cell === '')
          assert.deepEqual(back[at] ?? [], isBlank ? [] : row)
        }
      },
    ),
    { numRuns: 300 },
  )
})

test('whatever stands guarded in a workbook reads back as it was', async () => {
  const spelt = (text: string) =>
    Array.from({ length: text.length }, (_, at) => text.charCodeAt(at).toString(16).padStart(4, '0'))
      .map((code) => `_x${code}_`)
      .join('')
  await fc.assert(
    fc.asyncProperty(value, async (text) => {
      const rows = `<row r="1"><c t="inlineStr"><is><t>${spelt(safeTextCell(text))}</t></is></c><c><v>1</v></c></row>`
      const { sheets } = await openFile(makeXlsx([{ name: 'Staff', rows }]), 'list.xlsx', {})
      assert.deepEqual(sheets[0]?.rows, [[text, '1']])
    }),
    { numRuns: 100 },
  )
})
