import assert from 'node:assert/strict'
import { test } from 'node:test'
import { recorded } from '../support/record.ts'
import { startLanyard } from '../support/start-lanyard.ts'

/** Letters outside ASCII whose other case, or compatible form, is ASCII, each in an address that then reads like the real one. */
const LOOK_ALIKES = [
  'mi\u212ae@reed.example', // Kelvin sign
  'mike@\u017feed.example', // long s
  'm\u0131ke@reed.example', // dotless i
  'mike\uff20reed.example', // full-width @
  'mike\ufe6breed.example', // small @
  'mike@reed\u3002example', // ideographic full stop
  'm\u00adike@reed.example', // soft hyphen
  'mike@re\u00aded.example',
  'mike@r\u0435ed.example', // Cyrillic e
  'mike@reed.example\u00a0', // no-break space
  'mike@reed.example/',
  'mike@ree%64.example',
]

test('an address that only looks like Mike’s never signs Mike in, and never gets his mail', async (t) => {
  const { app, http, id, mailbox, make } = await startLanyard(t, { mail: 'sink' })
  const mike = await make.person('mike@reed.example', { at: await make.school('Reed Primary') })
  for (const email of LOOK_ALIKES) {
    const signIn = await http.fresh().post('/api/v1/sessions', { email, password: mike.password })
    assert.equal(signIn.status, 401, JSON.stringify(email))
    const reset = await http.fresh().post('/api/v1/password-resets', { email })
    assert.ok([202, 422].includes(reset.status), JSON.stringify(email))
  }
  const about = (await recorded(app, id)).filter((line) => line.subject === mike.personId)
  assert.deepEqual(about, [])
  assert.deepEqual(mailbox.all(), [])
  for (const email of ['MIKE@Reed.Example', ' mike@reed.example. '])
    assert.equal(
      (await http.fresh().post('/api/v1/sessions', { email, password: mike.password })).status,
      201,
      email,
    )
})
