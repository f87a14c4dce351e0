import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ESTIMATE_MAX, totalUpTo } from './paging.ts'

test('an estimate stops counting where somebody would only read "many", and says so; exact counts to the end', async () => {
  const list = (rows: number) => {
    const asked: (number | null)[] = []
    const count = async (most: number | null) => {
      asked.push(most)
      return most === null ? rows : Math.min(rows, most)
    }
    return { asked, count }
  }
  const long = list(ESTIMATE_MAX + 500)
  assert.deepEqual(await totalUpTo('estimate', long.count), { total: ESTIMATE_MAX, totalIsEstimate: true })
  assert.deepEqual(await totalUpTo('exact', long.count), {
    total: ESTIMATE_MAX + 500,
    totalIsEstimate: false,
  })
  assert.deepEqual(await totalUpTo('none', long.count), {})
  assert.deepEqual(long.asked, [ESTIMATE_MAX + 1, null], 'one that nobody asked for is not counted')
  const full = list(ESTIMATE_MAX)
  assert.deepEqual(await totalUpTo('estimate', full.count), { total: ESTIMATE_MAX, totalIsEstimate: false })
})
