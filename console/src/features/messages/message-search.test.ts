import assert from 'node:assert/strict'
import { test } from 'node:test'
import { askAgain, chosenIn, isNarrowed, readMessageSearch } from './message-search.ts'

test('an address that was mangled keeps what is understood and no more', () => {
  assert.deepEqual(
    readMessageSearch({
      q: '  jane ',
      state: 'bounced,lost,failed',
      kind: 'invitation,<b>',
      person: 'jane',
      from: -1,
    }),
    { q: 'jane', state: 'bounced,failed', kind: 'invitation' },
  )
  assert.deepEqual(readMessageSearch({ q: { a: 1 }, state: ['bounced'], after: 7 }), {})
  assert.equal(readMessageSearch({ q: 42 }).q, '42', 'an address reads digits as a number')
})

test('a change of filter starts at the first page and can be taken back', () => {
  const before = readMessageSearch({ q: 'jane', state: 'bounced', after: 'x', from: 50 })
  const after = askAgain(before, { state: 'bounced,unknown' })
  assert.deepEqual(after, { q: 'jane', state: 'bounced,unknown' })
  assert.deepEqual(chosenIn(after, 'state'), ['bounced', 'unknown'])
  const none = askAgain(askAgain(after, { state: '' }), { q: undefined })
  assert.deepEqual([none, isNarrowed(none), isNarrowed(after)], [{}, false, true])
})
