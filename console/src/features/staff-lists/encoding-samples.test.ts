import assert from 'node:assert/strict'
import { test } from 'node:test'
import { encodingSamples } from './encoding-samples.ts'

test('each encoding shows the same words once, so that the right one can be seen', () => {
  const bytes = Uint8Array.from(
    Buffer.from('Name;Town\r\nSi\xe2n;Bangor\r\nZo\xeb;Cork\r\nTom;Rhyl', 'latin1'),
  )
  assert.deepEqual(
    encodingSamples(bytes, ['windows-1252', 'windows-1250', 'windows-1251', 'no-such-encoding']),
    [
      { encoding: 'windows-1252', words: ['Siân', 'Zoë'] },
      { encoding: 'windows-1251', words: ['Siвn', 'Zoл'] },
    ],
  )
})

test('a file without accents has nothing to compare', () => {
  assert.deepEqual(encodingSamples(Uint8Array.from(Buffer.from('Tom,Rhyl')), ['utf-8']), [
    { encoding: 'utf-8', words: [] },
  ])
})
