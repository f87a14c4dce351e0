import assert from 'node:assert/strict'
import { test } from 'node:test'
import { askAgain, isNarrowed, questionOf, readActivitySearch } from './activity-search.ts'

test('an address that anybody mangled still opens the page, without what makes no sense', () => {
  assert.deepEqual(
    readActivitySearch({
      q: 4217,
      what: 'people,<b>',
      door: '',
      actor: 'sam',
      since: '2026-06-10',
      until: 'soon',
      from: -3,
      x: 1,
    }),
    { q: '4217', what: 'people', since: '2026-06-10' },
  )
})

test('another question starts at its first page, and the days are asked by the server’s names', () => {
  const search = askAgain({ q: 'sam', after: 'abc', from: 50 }, { since: '2026-06-10', q: undefined })
  assert.deepEqual(search, { since: '2026-06-10' })
  assert.deepEqual(questionOf({ ...search, until: '2026-06-11', after: 'abc', from: 50 }), {
    from: '2026-06-10',
    to: '2026-06-11',
  })
  assert.equal(isNarrowed({ after: 'abc', from: 50 }), false)
  assert.equal(isNarrowed(search), true)
})
