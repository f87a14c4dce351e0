import assert from 'node:assert/strict'
import { test } from 'node:test'
import { mappingFor } from './upload-form.ts'

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
