import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startLanyard } from '../../../test/support/start-lanyard.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { addTenant } from './add-tenant.ts'
import { commandRequest } from './set-up.ts'

test('another trust gets an address of its own: encrypted, or one that never leaves the machine', async (t) => {
  const { app } = await startLanyard(t)
  const add = (url: string) =>
    addTenant(app, commandRequest(), url, {
      organisation: { name: 'Harbour Trust', type: 'trust', domains: [], timeZone: 'Europe/London' },
      owner: { email: 'hana@harbour.example', givenName: 'Hana', familyName: 'Harbour', password: null },
    }).then(
      (done) => done.passwordLink ?? '',
      (error: unknown) => {
        assert.ok(error instanceof Refusal, String(error))
        return `${error.code}: ${error.message}`
      },
    )
  assert.match(
    await add('http://harbour.example'),
    /^address_wrong: .+ must be https, since cookies and links/,
  )
  assert.match(await add('harbour.example'), /^address_wrong: /)
  assert.match(await add('https://Harbour.example:443/'), /^https:\/\/harbour\.example\/reset\//)
  assert.match(await add('https://harbour.example'), /^address_taken: /)
  assert.match(await add('http://mill.localhost:3000'), /^http:\/\/mill\.localhost:3000\/reset\//)
})
