import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readCursor, writeCursor } from './paging.ts'

test('a cursor leads back to the place it was written for, whatever the name of the last row', () => {
  for (const key of [
    ['Ford Ada', 'id'],
    [2, 'Ó Briain, “Zoë”', 'id'],
    [null, 'x'],
    [0, '', '\u{1f3eb}'],
  ])
    assert.deepEqual(readCursor(writeCursor(key), key.length), key)
})

test('a cursor stands in an address as it is', () => {
  assert.match(writeCursor([1, 'a b/c?d=e&f+g', '💼']), /^[A-Za-z0-9_-]+$/)
})

test('a cursor that was edited, or belongs to another list, is none', () => {
  const cursor = writeCursor(['Ford', 'id'])
  assert.equal(readCursor(cursor, 3), null)
  assert.equal(readCursor(cursor, 1), null)
  const written = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
  for (const wrong of [
    '',
    '!',
    'null',
    cursor.slice(0, -3),
    written(null),
    written('ab'),
    written({ length: 2 }),
    written([['a'], 'b']),
    written([{}, 'b']),
    written([true, 'b']),
  ])
    assert.equal(readCursor(wrong, 2), null, wrong)
})
