import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isWide, keptColumns, needsFacts, usual } from './columns.ts'

test('columns stay in their order, whatever was kept on the device', () => {
  assert.deepEqual(keptColumns(null), usual)
  assert.deepEqual(keptColumns('lastActive,labels,role,nonsense'), ['role', 'labels', 'lastActive'])
  assert.deepEqual(keptColumns(''), [])
})

test('more is asked of the server only for columns that need it', () => {
  assert.equal(needsFacts(usual), false)
  assert.equal(needsFacts(['labels', 'jobTitle']), false)
  assert.equal(needsFacts(['leavingDate']), true)
  assert.equal(isWide(usual), false)
  assert.equal(isWide(['role', 'labels']), true)
})
