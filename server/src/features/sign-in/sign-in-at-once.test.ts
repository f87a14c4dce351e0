import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startLanyard } from '../../../test/support/start-lanyard.ts'

test('somebody who signs in many times at once, with the right password, is never locked out', async (t) => {
  const { http, make, root } = await startLanyard(t)
  const ada = await make.person('ada@beacon.example', { at: root })
  const statuses: number[] = []
  const browser = async () => {
    for (let time = 0; time < 6; time++) {
      const wish = { email: ada.email, password: ada.password }
      statuses.push((await http.fresh().post('/api/v1/sessions', wish)).status)
    }
  }
  await Promise.all(Array.from({ length: 8 }, browser))
  assert.deepEqual(new Set(statuses), new Set([201]))
})
