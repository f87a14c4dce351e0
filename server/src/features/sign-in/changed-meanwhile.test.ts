import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { signIn } from '../../../test/support/invite.ts'
import type { Person } from '../../../test/support/make.ts'
import { hashWeakly } from '../../../test/support/newcomers.ts'
import { openTenant } from '../../../test/support/plant.ts'
import { type Lanyard, startLanyard } from '../../../test/support/start-lanyard.ts'
import { untilWaiting } from '../../../test/support/waiting.ts'

const NEW = 'a brand new set of words'

/** Ada, a link with which she can choose a new password, and a look behind the curtain. */
async function adaWithLink(t: TestContext) {
  const scene = await startLanyard(t, { mail: 'sink' })
  const ada = await scene.make.person('ada@beacon.example', { at: scene.root })
  await scene.http.fresh().post('/api/v1/password-resets', { email: ada.email })
  const text = (await scene.mailbox.letter(1)).mail.text ?? ''
  const token = /\/reset\/(rst_[\w-]+)/.exec(text)?.[1] ?? 'no link'
  const choose = () => scene.http.fresh().post(`/api/v1/password-resets/${token}`, { password: NEW })
  return { scene, ada, choose, db: await openTenant(t, scene) }
}

const status = async (scene: Lanyard, person: Person, password: string) =>
  (await signIn(scene, person.email, password)).reply.status

for (const due of [false, true])
  test(`a password that is changed while the old one is being looked at lets the old one in no more${due ? ', also where the old one was due to be hashed anew' : ''}`, async (t) => {
    const { scene, ada, choose, db } = await adaWithLink(t)
    if (due) await hashWeakly(scene, ada.email, ada.password)
    await db.query('begin')
    await db.query('select from passwords where account_id = $1 for update', [ada.personId])
    const changed = choose()
    await untilWaiting(scene.app, 1)
    const signedIn = signIn(scene, ada.email, ada.password)
    await untilWaiting(scene.app, 2, signedIn)
    await db.query('commit')
    assert.equal((await changed).status, 204)
    const { browser, reply } = await signedIn
    assert.deepEqual([reply.status, reply.body.code], [401, 'sign_in_failed'])
    assert.equal((await browser.get('/api/v1/me')).status, 401)
    assert.equal(await status(scene, ada, ada.password), 401, 'the old one did not come back')
    assert.equal(await status(scene, ada, NEW), 201)
  })

test('whose password is due to be hashed anew signs in, also at several places at once, and it is hashed anew', async (t) => {
  const { scene, ada, db } = await adaWithLink(t)
  await hashWeakly(scene, ada.email, ada.password)
  const hash = async () =>
    (await db.query('select hash from passwords where account_id = $1', [ada.personId])).rows[0]?.hash
  const weak = await hash()
  const several = await Promise.all([1, 2, 3, 4].map(() => status(scene, ada, ada.password)))
  assert.deepEqual(several, [201, 201, 201, 201])
  assert.notEqual(await hash(), weak)
  assert.equal(await status(scene, ada, ada.password), 201)
})
