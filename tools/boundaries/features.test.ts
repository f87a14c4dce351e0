import assert from 'node:assert/strict'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { featuresInOrder } from './features.ts'

const root = join(import.meta.dirname, '../..')

test('the drawn house has a room for each feature, in the order in which they build on each other', async () => {
  const folders = new Set(await readdir(join(root, 'server/src/features')))
  const picture = await readFile(join(root, 'ARCHITECTURE.md'), 'utf8')
  const drawn = [...picture.matchAll(/^ {6}([a-z-]+)\/ +\S/gm)].map(([, name]) => name)
  assert.deepEqual(
    drawn,
    featuresInOrder.filter((name) => folders.has(name)),
  )
  assert.deepEqual(
    [...folders].filter((name) => !(featuresInOrder as readonly string[]).includes(name)),
    [],
    'each folder has its place in the order',
  )
})
