import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openLanes } from './lanes.ts'

/** Work that ends when it is told to. */
function work() {
  let end = () => {}
  const ended = new Promise<void>((go) => {
    end = go
  })
  return { run: () => ended, end }
}

const soon = async (waiting: Promise<void>): Promise<boolean> => {
  const later = new Promise<boolean>((go) => setImmediate(() => go(false)))
  return Promise.race([waiting.then(() => true), later])
}

test('so much at a time and no more, and what ends makes room', async () => {
  const lanes = openLanes({ usual: 2, most: 4, slowMs: 60_000 })
  const [one, two] = [work(), work()]
  for (const each of [one, two]) {
    await lanes.free()
    lanes.run(each.run)
  }
  const third = lanes.free()
  assert.equal(await soon(third), false)
  one.end()
  await third
  two.end()
  await lanes.idle()
})

test('what hangs lets others go beside it, up to the most there may be', async () => {
  const lanes = openLanes({ usual: 1, most: 3, slowMs: 1 })
  const hanging = [work(), work(), work()]
  for (const each of hanging) {
    await lanes.free()
    lanes.run(each.run)
  }
  const fourth = lanes.free()
  assert.equal(await soon(fourth), false)
  hanging[0]?.end()
  await fourth
  for (const each of hanging) each.end()
  await lanes.idle()
})
