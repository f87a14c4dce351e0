import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Selection, tick, tickAll, ticked } from './selection.ts'

const page = ['ada', 'ben', 'cat', 'dan'].map((id) => ({ id }))
const nobody: Selection<{ id: string }> = new Map()
const names = (chosen: Selection<{ id: string }>) => [...chosen.keys()].sort().join(' ')

test('a tick is one person, and Shift takes all between the last one and this', () => {
  const one = tick(nobody, page, 'ben', true)
  assert.equal(names(one), 'ben')
  assert.equal(names(tick(one, page, 'dan', true, 'ben')), 'ben cat dan')
  assert.equal(names(tick(one, page, 'ada', true, 'ben')), 'ada ben')
  assert.equal(names(tick(one, page, 'ben', false)), '')
})

test('an anchor on another page is no anchor', () => {
  assert.equal(names(tick(nobody, page, 'cat', true, 'zoe')), 'cat')
})

test('the box above a page says none, some or all of this page, and keeps the ticks of others', () => {
  const elsewhere = tickAll(nobody, [{ id: 'zoe' }], true)
  assert.equal(ticked(elsewhere, page), 'none')
  assert.equal(ticked(tick(elsewhere, page, 'ada', true), page), 'some')
  const all = tickAll(elsewhere, page, true)
  assert.equal(ticked(all, page), 'all')
  assert.equal(names(tickAll(all, page, false)), 'zoe')
})
