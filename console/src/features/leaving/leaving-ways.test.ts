import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isTheName, readLeaveSearch } from './leaving-ways.ts'

test('a name is typed as it is shown, whatever its capitals and spaces, and nothing less', () => {
  assert.ok(isTheName(' zoë  ADEYEMI ', 'Zoë Adeyemi'))
  assert.ok(isTheName('Zoe\u0308 Adeyemi', 'Zo\u00eb Adeyemi'))
  assert.ok(!isTheName('Zoe Adeyemi', 'Zoë Adeyemi'))
  assert.ok(!isTheName('Zoë', 'Zoë Adeyemi'))
  assert.ok(!isTheName('', 'Zoë Adeyemi'))
})

test('an address asks for one of the ways out, or for none', () => {
  assert.deepEqual(readLeaveSearch({ as: 'delete' }), { as: 'delete' })
  assert.deepEqual(readLeaveSearch({ as: 'vanish', more: 1 }), {})
})
