import assert from 'node:assert/strict'
import { test } from 'node:test'
import { askAgain, readPeopleSearch } from './people-search.ts'

test('a copied address shows the same list', () => {
  const search = { status: 'locked,active', sort: 'name', only: true, after: 'c2', from: 50 } as const
  assert.deepEqual(readPeopleSearch(search), search)
})

test('what an address gets wrong is left out, and the rest still works', () => {
  assert.deepEqual(readPeopleSearch({ status: 'locked,nonsense', sort: 'height', from: -1, q: 1 }), {
    status: 'locked',
  })
  assert.deepEqual(readPeopleSearch({ status: 'nonsense' }), {})
})

test('a new filter starts at the first page and keeps the rest', () => {
  assert.deepEqual(askAgain({ sort: 'name', after: 'c2', from: 50 }, { status: 'locked' }), {
    sort: 'name',
    status: 'locked',
  })
  assert.deepEqual(askAgain({ status: 'locked', only: true }, { status: '', only: false }), {})
})
