import assert from 'node:assert/strict'
import { test } from 'node:test'
import { formOf, mappingFor, type Wish } from './upload-form.ts'

test('the server is told where the headings are and what was chosen, and that it is our own file', () => {
  assert.deepEqual(
    mappingFor({ encoding: 'windows-1252', sheet: 'Two', columns: { 0: 'email' } }, { headingRow: 3 }),
    {
      encoding: 'utf-8',
      delimiter: ',',
      headingRow: 3,
      columns: { 0: 'email' },
    },
  )
})

test('what was said of the file goes along, also where the browser can’t make its digest', async () => {
  const form = formOf({
    name: 'staff.xlsx',
    read: { bytes: 40, reading: { headingRow: 1, sentences: ['x'.repeat(600)] } } as Wish['read'],
    choices: {},
    cleaned: { table: new Blob(['Email']), sha256: null },
    everyone: true,
  })
  assert.deepEqual(JSON.parse(String(form.get('original'))), {
    bytes: 40,
    sha256: null,
    sentences: ['x'.repeat(500)],
  })
})
