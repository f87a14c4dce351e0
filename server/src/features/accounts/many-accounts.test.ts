import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lockOut } from '../../../test/support/account-changes.ts'
import { inviteOne, reedPrimary, signIn } from '../../../test/support/invite.ts'
import type { Person, Place } from '../../../test/support/make.ts'
import { recorded } from '../../../test/support/record.ts'
import type { Actor } from '../../kernel/actor.ts'
import { inTenant } from '../../platform/database/database.ts'
import { holdingsOf, lockTenant } from '../access/places.queries.ts'
import { commandRequest } from '../set-up/set-up.ts'
import { endSessions } from './end-sessions.ts'
import { sendResets } from './send-resets.ts'
import { unlockAccounts } from './unlock-accounts.ts'
import type { Acted } from './who-may-act.ts'

type Scene = Awaited<ReturnType<typeof reedPrimary>>
type Who = Pick<Person, 'id' | 'personId'>

/** What came of acting on many, each by the name they have in the test. */
async function act(
  { app, id }: Scene,
  core: (
    app: Scene['app'],
    tx: Parameters<typeof lockTenant>[0],
    actor: Actor,
    members: Member[],
  ) => Promise<Acted>,
  who: Person,
  people: Record<string, { person: Who; at: Place }>,
) {
  return inTenant(app.database, id, async (tx) => {
    await lockTenant(tx, id)
    const actor: Actor = {
      kind: 'person',
      tenantId: id,
      accountId: who.personId,
      sessionId: '',
      email: who.email,
      givenName: '',
      familyName: '',
      language: 'en-GB',
      holdings: await holdingsOf(tx, who.personId),
      proofSeconds: 0,
      request: commandRequest(),
    }
    const members = Object.values(people).map(({ person, at }) => ({
      membershipId: person.id,
      accountId: person.personId,
      organisationId: at.id,
    }))
    const { done, refused } = await core(app, tx, actor, members)
    return Object.fromEntries(
      Object.entries(people).map(([name, { person }]) => [
        name,
        done.some((each) => each.membershipId === person.id) ? 'done' : refused.get(person.id)?.code,
      ]),
    )
  })
}

interface Member {
  membershipId: string
  accountId: string
  organisationId: string
}

/** Somebody of every kind there is, from where Sam stands. */
async function everybody(scene: Scene) {
  const { make, head, olive, reed, sam } = scene
  const oak = await make.school('Oak Primary')
  const pat = await make.person('pat@reed.example', { at: reed })
  const invited = await inviteOne(head, reed, { email: 'jane@reed.example' })
  const jane = (await olive.get(`/api/v1/people/${invited.personId}`)).body
  const people = {
    sam: { person: sam as Who, at: reed },
    boss: { person: await make.person('boss@reed.example', { at: reed, role: 'super_admin' }), at: reed },
    mel: { person: await make.person('mel@oak.example', { at: oak }), at: oak },
    jane: { person: { id: jane.id, personId: jane.personId }, at: reed },
    pat: { person: pat, at: reed },
  }
  return { pat, people, oak }
}

test('of many, those who are locked are unlocked, and every other is refused for their own reason', async (t) => {
  const scene = await reedPrimary(t, {})
  const { pat, people } = await everybody(scene)
  for (const email of ['boss@reed.example', 'mel@oak.example', pat.email]) await lockOut(scene, { email })
  assert.deepEqual(await act(scene, unlockAccounts, scene.sam, people), {
    sam: 'not_yourself',
    boss: 'person_above_yours',
    mel: 'forbidden',
    jane: 'not_locked',
    pat: 'done',
  })
  assert.equal((await signIn(scene, pat.email, pat.password)).reply.status, 201)
  assert.equal((await signIn(scene, 'mel@oak.example', pat.password)).reply.status, 401)
  const lines = (await recorded(scene.app, scene.id)).filter((each) => each.event === 'account.unlocked')
  assert.deepEqual(
    lines.map((each) => each.subject),
    [pat.personId],
  )
})

test('of many, those who are active are sent a reset, once each wherever they belong', async (t) => {
  const scene = await reedPrimary(t)
  const { make, owner, mailbox } = scene
  const { pat, people, oak } = await everybody(scene)
  const patThere = await make.person(pat.email, { at: oak, password: false })
  const both = { ...people, patThere: { person: patThere, at: oak } }
  assert.deepEqual(await act(scene, sendResets, owner, both), {
    sam: 'done',
    boss: 'done',
    mel: 'done',
    jane: 'not_active',
    pat: 'done',
    patThere: 'done',
  })
  const sent = (await recorded(scene.app, scene.id)).filter((each) => each.event === 'password.reset_sent')
  assert.equal(sent.length, 4)
  // One invitation went to Jane.
  await mailbox.letter(5)
  assert.equal(mailbox.all().filter((letter) => letter.to.includes(pat.email)).length, 1)
  const again = await act(scene, sendResets, owner, people)
  assert.deepEqual([again.pat, again.jane], ['slow_down', 'not_active'])
  assert.deepEqual(await act(scene, sendResets, scene.sam, people), {
    sam: 'not_yourself',
    boss: 'person_above_yours',
    mel: 'forbidden',
    jane: 'not_active',
    pat: 'slow_down',
  })
})

test('of many, those who are active are signed out, and nobody else', async (t) => {
  const scene = await reedPrimary(t, {})
  const { http, sam, head } = scene
  const { pat, people } = await everybody(scene)
  const browser = http.as(pat)
  assert.equal((await browser.get('/api/v1/me')).status, 200)
  assert.deepEqual(await act(scene, endSessions, sam, people), {
    sam: 'not_yourself',
    boss: 'person_above_yours',
    mel: 'forbidden',
    jane: 'not_active',
    pat: 'done',
  })
  assert.equal((await browser.get('/api/v1/me')).status, 401)
  assert.equal((await head.get('/api/v1/me')).status, 200)
})
