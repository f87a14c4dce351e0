import assert from 'node:assert/strict'
import { test } from 'node:test'
import { takesMail } from './takes-mail.ts'

const no = (code: string) => async () => {
  throw Object.assign(new Error(code), { code })
}
const nothing = { resolveMx: no('ENODATA'), resolve4: no('ENODATA'), resolve6: no('ENODATA') }
type Answers = Parameters<typeof takesMail>[1]
const ask = (answers: object) => takesMail('reed.example', { ...nothing, ...answers } as Answers)

test('a domain takes mail when it names a server for it, or has an address at all', async () => {
  assert.equal(await ask({ resolveMx: async () => [{ exchange: 'mx.reed.example', priority: 10 }] }), true)
  assert.equal(await ask({ resolve4: async () => ['192.0.2.1'] }), true)
  assert.equal(await ask({ resolve6: async () => ['2001:db8::1'] }), true)
})

test('it takes none when it says so, has neither, or does not exist', async () => {
  assert.equal(
    await ask({
      resolveMx: async () => [{ exchange: '', priority: 0 }],
      resolve4: async () => ['192.0.2.1'],
    }),
    false,
  )
  assert.equal(await ask({}), false)
  assert.equal(
    await ask({ resolveMx: no('ENOTFOUND'), resolve4: no('ENOTFOUND'), resolve6: no('ENOTFOUND') }),
    false,
  )
})

test('without an answer nobody knows', async () => {
  assert.equal(await ask({ resolveMx: no('ETIMEOUT') }), null)
  assert.equal(await ask({ resolve4: no('ESERVFAIL') }), null)
})
