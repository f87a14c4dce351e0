import assert from 'node:assert/strict'
import { test } from 'node:test'
import { apply, peopleAt, undo } from '../../../test/support/apply-list.ts'
import { openConnection } from '../../../test/support/behind-the-curtain.ts'
import type { Client } from '../../../test/support/http-client.ts'
import {
  copiedLink,
  door,
  inviteOne,
  mailIsSettled,
  reedPrimary,
  signIn,
} from '../../../test/support/invite.ts'
import { recorded } from '../../../test/support/record.ts'
import { csv, reedWithLists, upload } from '../../../test/support/staff-list.ts'
import type { Lanyard } from '../../../test/support/start-lanyard.ts'
import { inTenant, outsideTenants } from '../../platform/database/database.ts'
import { sealAudit } from '../audit/seal-audit.ts'
import { verifyAudit } from '../audit/verify-audit.ts'
import { claimDue, finishAttempts, startAttempts } from '../messages/messages.queries.ts'

const remove = async (who: Client, person: { id: string }, name: string) => {
  const reply = await who.send('DELETE', `/api/v1/people/${person.id}`, { name })
  return reply.body?.code ?? reply.status
}

/** Every row of every table in which one of these words can be read, whatever the column. */
async function readableIn(t: Parameters<typeof openConnection>[0], lanyard: Lanyard, words: string[]) {
  const db = await openConnection(t, lanyard.ownerConnection)
  const { rows: tables } = await db.query<{ name: string }>(
    `select c.relname as name from pg_class c where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace`,
  )
  const found: string[] = []
  for (const { name } of tables) {
    await db.query(`alter table ${name} no force row level security`)
    // Bytes are written as hex, so a file that holds a word is found by the word in hex.
    const { rows } = await db.query<{ row: string }>(
      `select t::text as row from ${name} t where exists (select from unnest($1::text[]) w
        where strpos(lower(t::text), lower(w)) > 0 or strpos(t::text, encode(convert_to(w, 'UTF8'), 'hex')) > 0)`,
      [words],
    )
    for (const { row } of rows) found.push(`${name}: ${row}`)
  }
  return found
}

const NAMES = 'Email,First name,Surname,Staff number'

/** Zebedee Quackenbush, who did all that leaves a trace: was listed, invited, registered, signed in, got a letter and a reason. */
async function zebedee(lanyard: Awaited<ReturnType<typeof reedWithLists>>) {
  const { head, http, reed } = lanyard
  const jane = 'jane@reed.example,Jane,Smith,11'
  const list = await upload(
    head,
    reed,
    csv(NAMES, 'zebedee@reed.example,Zebedee,Quackenbush,ZQ77001', jane),
    { name: 'september.csv' },
  )
  await apply(lanyard, head, list)
  const listed = (await peopleAt(head, reed)).get('zebedee@reed.example')
  assert.equal(listed.status, 'not_invited')
  await inviteOne(head, reed, { email: listed.email })
  const person = (await peopleAt(head, reed)).get('zebedee@reed.example')
  const token = await copiedLink(head, { invitationId: person.invitation.id, personId: person.id })
  const browser = http.fresh()
  const registered = await door(browser, token).register({
    givenName: 'Zebedee',
    familyName: 'Quackenbush',
    mobile: '07700 900555',
  })
  assert.equal(registered.status, 201, JSON.stringify(registered.body))
  await http.fresh().post('/api/v1/password-resets', { email: person.email })
  await http.fresh().post('/api/v1/sessions', { email: person.email, password: 'wrong' })
  const asked = await head.send('PATCH', `/api/v1/people/${person.id}`, {
    email: 'z.quackenbush@reed.example',
    labels: { site: 'Quackenbush House' },
    jobTitle: 'Keeper of the Quackenbush room',
  })
  assert.equal(asked.status, 200, JSON.stringify(asked.body))
  await upload(head, reed, csv(NAMES, 'zebedee@reed.example,Zeb,Quackenbush,ZQ77001'), { name: 'draft.csv' })
  await mailIsSettled(head, reed)
  const paused = await head.post(
    `/api/v1/people/${person.id}/pause`,
    { reason: 'Zebedee Quackenbush asked for it' },
    { 'Idempotency-Key': 'pause-zebedee-once' },
  )
  assert.match(paused.body.sentence, /^Zebedee Quackenbush is paused/)
  return { person, browser, list }
}

const WORDS = ['Zebedee', 'Quackenbush', '07700 900555', '7700900555', 'ZQ77001']

test('who is deleted is nowhere to be read, in any table; the record tells that it was done, and its chain is whole', async (t) => {
  const lanyard = await reedWithLists(t)
  const { app, id, head, reed, olive } = lanyard
  const { person, browser, list } = await zebedee(lanyard)
  assert.ok((await readableIn(t, lanyard, WORDS)).length > 5)
  const reason = async () =>
    (await olive.get(`/api/v1/organisations/${reed.id}/audit`)).body.data.find(
      (each: { event: string }) => each.event === 'person.paused',
    ).facts
  assert.deepEqual(await reason(), [{ label: 'Reason', value: 'Zebedee Quackenbush asked for it' }])
  await sealAudit(app, id)
  const proved = (await verifyAudit(app, id)).sealed

  const gone = await head.send('DELETE', `/api/v1/people/${person.id}`, { name: ' zebedee  QUACKENBUSH' })
  assert.equal(gone.status, 200, JSON.stringify(gone.body))
  assert.match(gone.body.sentence, /^Deleted for good\./)
  assert.deepEqual(await readableIn(t, lanyard, WORDS), [])

  assert.equal((await browser.get('/api/v1/me')).status, 401)
  assert.equal((await signIn(lanyard, person.email, 'quite another secret')).reply.status, 401)
  assert.equal((await head.get(`/api/v1/people/${person.id}`)).status, 404)
  assert.ok(!(await peopleAt(head, reed)).has(person.email))
  assert.equal(
    (await head.get(`/api/v1/organisations/${reed.id}/people?q=quack&view=archived`)).body.data.length,
    0,
  )
  for (const verb of ['reactivate', 'pause', 'archive'])
    assert.equal((await head.post(`/api/v1/people/${person.id}/${verb}`, {})).status, 404)

  await sealAudit(app, id)
  const verdict = await verifyAudit(app, id)
  assert.deepEqual([verdict.firstBad, verdict.problem], [null, null])
  assert.ok(verdict.sealed > proved)
  const { body: activity } = await olive.get(`/api/v1/organisations/${reed.id}/audit`)
  const line = activity.data.find((each: { event: string }) => each.event === 'person.deleted')
  assert.match(line.sentence, /^Sam Patel deleted Erased person [0-9A-F]{4} for good$/)
  assert.deepEqual(await reason(), [], 'the reason that was given can’t be read any more')
  const [kept] = (await recorded(app, id)).filter((each) => each.event === 'person.deleted')
  assert.deepEqual(kept?.detail, { membershipId: person.id, because: 'by_hand' })

  // No undo of what a list once did brings anything of them back.
  await undo(lanyard, head, list)
  assert.deepEqual(await readableIn(t, lanyard, WORDS), [])
  assert.equal((await head.get(`/api/v1/people/${person.id}`)).status, 404)
})

test('what the mail server answers after somebody was deleted is not written down', async (t) => {
  const lanyard = await reedPrimary(t, { mail: 'sink', mailWorker: false })
  const { app, id, head, make, reed } = lanyard
  const pat = await make.person('zebedee@reed.example', { at: reed, name: 'Zebedee Quackenbush' })
  assert.equal((await head.post(`/api/v1/people/${pat.id}/reset-password`, {})).status, 200)
  const claims = await outsideTenants(app.database, (tx) => claimDue(tx, 10))
  assert.equal(claims.length, 1)
  await inTenant(app.database, id, (tx) => startAttempts(tx, claims))
  assert.equal(await remove(head, pat, 'Zebedee Quackenbush'), 200)
  const nothing = { explanation: null, captured: false, content: null, contentUntil: null }
  const answered = claims.map(({ messageId, fence }) => ({
    ...{ messageId, fence, state: 'deferred' as const, tried: true, retryMinutes: 1, ...nothing },
    subject: 'Zebedee',
    answer: '450 <zebedee@reed.example> is greylisted',
  }))
  const written = await inTenant(app.database, id, (tx) => finishAttempts(tx, answered))
  assert.equal(written.size, 0)
  assert.deepEqual(await readableIn(t, lanyard, WORDS), [])
  await lanyard.clock.shift(3600)
  assert.deepEqual(await outsideTenants(app.database, (tx) => claimDue(tx, 10)), [], 'it is not tried again')
})

test('the address of somebody deleted is free: who is invited with it is somebody new', async (t) => {
  const scene = await reedPrimary(t, { mail: 'captured' })
  const { head, make, reed } = scene
  const pat = await make.person('pat@reed.example', { at: reed, role: 'training_admin', name: 'Pat Moss' })
  assert.equal(await remove(head, pat, 'Pat Moss'), 200)
  const again = await inviteOne(head, reed, { email: 'pat@reed.example' })
  const now = (await peopleAt(head, reed)).get('pat@reed.example')
  assert.notEqual(now.personId, pat.personId)
  assert.deepEqual(
    [now.id, now.status, now.roles.map((each: { role: string }) => each.role), now.givenName],
    [again.personId, 'pending', ['user'], ''],
  )
  const reset = await scene.http
    .fresh()
    .post('/api/v1/sessions', { email: pat.email, password: pat.password })
  assert.equal(reset.status, 401, 'the old password is gone')
})

test('who is a member elsewhere too is deleted here only, and keeps name, address and account', async (t) => {
  const { head, http, make, reed } = await reedPrimary(t, { mail: 'captured' })
  const oak = await make.school('Oak Primary')
  const pat = await make.person('pat@reed.example', { at: reed, name: 'Pat Moss', staffNumber: 'R-1' })
  const there = await make.person('pat@reed.example', { at: oak, password: false })
  const browser = http.as(pat)
  assert.equal((await browser.get('/api/v1/me')).status, 200)
  const gone = await head.send('DELETE', `/api/v1/people/${pat.id}`, { name: 'Pat Moss' })
  assert.match(gone.body.sentence, /^Deleted at Reed Primary for good\. The account stays/)
  const { body: me } = await browser.get('/api/v1/me')
  assert.deepEqual(
    [me.name, me.organisations.map((each: { name: string }) => each.name)],
    ['Pat Moss', ['Oak Primary']],
  )
  assert.equal((await head.get(`/api/v1/people/${there.id}`)).status, 404, 'out of sight as before')
})

test('only the right name deletes, and only who may: not oneself, nobody above, not the last admin', async (t) => {
  const scene = await reedPrimary(t, { mail: 'captured' })
  const { http, make, head, olive, owner, reed, root, sam } = scene
  const pat = await make.person('pat@reed.example', { at: reed, name: 'Pat Moss' })
  const ann = http.as(await make.person('ann@reed.example', { at: reed, role: 'admin' }))
  const boss = await make.person('max@reed.example', { at: reed, role: 'super_admin', name: 'Max Lane' })
  assert.equal(await remove(head, pat, 'Pat'), 'name_does_not_match')
  assert.equal(await remove(head, pat, ''), 'name_does_not_match')
  assert.equal(await remove(ann, pat, 'Pat Moss'), 'forbidden')
  const tia = http.as(await make.person('tia@reed.example', { at: reed, role: 'training_admin' }))
  assert.equal(await remove(tia, pat, 'Pat Moss'), 'forbidden', 'who sees people may not delete them')
  assert.equal(await remove(head, boss, 'Max Lane'), 'person_above_yours')
  assert.equal(await remove(head, sam, 'Sam Patel'), 'not_yourself')
  assert.equal(await remove(head, owner, 'Olive Owner'), 'not_found')
  assert.equal(await remove(olive, owner, 'Olive Owner'), 'not_yourself')
  const otto = await make.person('otto@beacon.example', { at: root, role: 'trust_admin' })
  assert.equal(await remove(http.as(otto), owner, 'Olive Owner'), 'person_above_yours')
  const given = await olive.put(`/api/v1/people/${boss.id}/roles`, {
    roles: [{ role: 'super_admin' }],
    permissions: ['users.view', 'users.delete'],
  })
  assert.equal(given.status, 200)
  assert.equal(await remove(http.as(boss), sam, 'Sam Patel'), 'last_admin')
  assert.equal((await head.get(`/api/v1/people/${pat.id}`)).body.status, 'active')
  const bare = await inviteOne(head, reed, { email: 'only@reed.example' })
  assert.equal(await remove(head, { id: bare.personId }, 'only@reed.example'), 200)
})

test('whom a list still names is not deleted until a newer one no longer does', async (t) => {
  const lanyard = await reedWithLists(t)
  const { head, reed } = lanyard
  const staff = ['sam@reed.example,Sam,Patel,1', 'tess@reed.example,Tess,Till,2']
  const jane = 'jane@reed.example,Jane,Smith,11'
  const name = 'Jane Smith'
  const applied = async (lines: string[], everyone: boolean) => {
    const list = await upload(head, reed, csv(NAMES, ...lines), { everyone })
    return apply(lanyard, head, list)
  }
  await applied([...staff, jane], true)
  const person = (await peopleAt(head, reed)).get('jane@reed.example')
  assert.equal(await remove(head, person, name), 'still_listed')
  await applied([...staff, jane], true)
  assert.equal(await remove(head, person, name), 'still_listed', 'an unchanged row names her too')
  const without = await applied(staff, true)
  await undo(lanyard, head, without)
  assert.equal(await remove(head, person, name), 'still_listed', 'a list that was undone says nothing')
  await applied(staff, true)
  await applied([jane], false)
  assert.equal(await remove(head, person, name), 'still_listed', 'a list of some that came later names her')
  await applied(staff, true)
  assert.equal(await remove(head, person, name), 200)
})

const ROUNDS = process.env.LANYARD_SOAK === '1' ? 200 : 10

test(`two admins who delete one another at the same moment leave one, ${ROUNDS} times`, async (t) => {
  const { http, make, olive } = await reedPrimary(t, { mail: 'captured' })
  for (let round = 0; round < ROUNDS; round++) {
    const school = await make.school(`School ${round}`)
    const [ann, bob] = await Promise.all(
      ['ann', 'bob'].map((who) =>
        make.person(`${who}${round}@reed.example`, {
          at: school,
          role: 'organisation_admin',
          name: 'Ad Min',
        }),
      ),
    )
    assert.ok(ann && bob)
    await Promise.all([ann, bob].map((each) => http.as(each).get('/api/v1/me')))
    const answers = await Promise.all([
      remove(http.as(ann), bob, 'Ad Min'),
      remove(http.as(bob), ann, 'Ad Min'),
    ])
    assert.equal(answers.filter((answer) => answer === 200).length, 1, `round ${round}: ${answers}`)
    const { body } = await olive.get(`/api/v1/organisations/${school.id}/people?status=active`)
    assert.equal(body.data.length, 1, `round ${round}`)
  }
})

test('of two who delete the same person at once one does it', async (t) => {
  const { head, make, olive, reed, app, id } = await reedPrimary(t, { mail: 'captured' })
  const pat = await make.person('pat@reed.example', { at: reed, name: 'Pat Moss' })
  const both = await Promise.all([remove(head, pat, 'Pat Moss'), remove(olive, pat, 'Pat Moss')])
  assert.deepEqual(both.sort(), [200, 'not_found'])
  const lines = (await recorded(app, id)).filter((each) => each.event === 'person.deleted')
  assert.equal(lines.length, 1)
})
