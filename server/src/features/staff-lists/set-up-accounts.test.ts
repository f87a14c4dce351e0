import assert from 'node:assert/strict'
import { test } from 'node:test'
import { apply, peopleAt, tryApply, undo } from '../../../test/support/apply-list.ts'
import { inviteOne, mailIsSettled, signIn } from '../../../test/support/invite.ts'
import { lettersTo, onePassword } from '../../../test/support/newcomers.ts'
import { csv, reedWithLists, rowsOf, upload } from '../../../test/support/staff-list.ts'

const HEADINGS = 'Email,First name,Surname'
const ROWS = 60
const ELSEWHERE = 'Has an account elsewhere, so none was set up. Invite them to join with it.'

test('a list of sixty sets sixty accounts up: active and counted when their emails have left, and again changes nothing', async (t) => {
  const lanyard = await reedWithLists(t, { mail: 'sink' })
  const { head, olive, reed, mailbox } = lanyard
  const rows = Array.from({ length: ROWS }, (_, n) => `p${n}@reed.example,Pat,Ford${n}`)
  const seats = async () => (await olive.get(`/api/v1/organisations/${reed.id}/seats`)).body.open
  const done = await apply(lanyard, head, await upload(head, reed, csv(HEADINGS, ...rows)), {
    invite: 'account',
  })
  assert.match(done.summary, /^60 added/)
  await lanyard.sendMail()
  await mailIsSettled(head, reed)
  assert.equal(mailbox.all().length, ROWS)
  assert.equal(await seats(), ROWS)
  const passwords = new Set(mailbox.all().map((letter) => onePassword(letter.mail.text ?? '')))
  assert.equal(passwords.size, ROWS, 'each has a password of their own')
  const password = onePassword(lettersTo(mailbox, 'p7@reed.example')[0]?.mail.text ?? '')
  assert.equal((await signIn(lanyard, 'p7@reed.example', password)).reply.body.next, 'change_password')
  const again = await upload(head, reed, csv(HEADINGS, ...rows))
  assert.equal(again.counts.add, 0)
  assert.equal(again.counts.unchanged, ROWS)
})

test('who has an account elsewhere keeps it and is not set up; who is set up is kept when the list is undone', async (t) => {
  const lanyard = await reedWithLists(t, { mail: 'sink' })
  const { head, olive, make, reed, http, mailbox } = lanyard
  const hillside = await make.school('Hillside')
  const tom = await make.person('tom@hillside.example', { at: hillside, name: 'Tom Reed' })
  await inviteOne(olive, hillside, { email: 'uma@hillside.example', givenName: 'Uma', familyName: 'Low' })
  const rows = [
    'zoe@reed.example,Zoë,Adeyemi',
    'tom@hillside.example,Tom,Reed',
    'uma@hillside.example,Uma,Low',
  ]
  const list = await upload(head, reed, csv(HEADINGS, ...rows))
  await apply(lanyard, head, list, { invite: 'account' })
  await mailIsSettled(head, reed)
  const told = mailbox.all().filter((letter) => /account is ready/.test(letter.mail.subject ?? ''))
  assert.deepEqual(
    told.flatMap((letter) => letter.to),
    ['zoe@reed.example'],
  )
  assert.equal((await http.as(tom).get('/api/v1/me')).status, 200)
  const people = await peopleAt(head, reed)
  for (const elsewhere of ['tom', 'uma'])
    assert.equal(people.get(`${elsewhere}@hillside.example`).status, 'not_invited')
  assert.equal(people.get('zoe@reed.example').status, 'active')
  await undo(lanyard, head, list)
  const left = await peopleAt(head, reed)
  assert.deepEqual([left.has('tom@hillside.example'), left.has('zoe@reed.example')], [false, true])
})

test('who may invite but not create people applies no list so that accounts are set up', async (t) => {
  const { http, make, reed, head, olive } = await reedWithLists(t, { mail: 'sink' })
  const ann = await make.person('ann@reed.example', { at: reed })
  const given = {
    roles: [{ role: 'user' }],
    permissions: ['staff_list.upload', 'users.invite', 'staff_list.view'],
  }
  assert.equal((await olive.put(`/api/v1/people/${ann.id}/roles`, given)).status, 200)
  const list = await upload(http.as(ann), reed, csv(HEADINGS, 'zoe@reed.example,Zoë,Adeyemi'))
  const refused = await tryApply(http.as(ann), list, { invite: 'account' })
  assert.equal(refused.status, 403)
  assert.equal((await tryApply(head, list, { invite: 'account' })).status, 202)
})

test('who is new at two schools is set up once, with one password, and the row of the other school says so', async (t) => {
  const lanyard = await reedWithLists(t, { mail: 'sink' })
  const { olive, root, reed, make, mailbox } = lanyard
  const hillside = await make.school('Hillside')
  const list = await upload(
    olive,
    root,
    csv(
      `${HEADINGS},School`,
      'zoe@reed.example,Zoë,Adeyemi,Reed Primary; Hillside',
      'bo@reed.example,Bo,Ode,Hillside',
      'bo@reed.example,Bo,Ode,Reed Primary',
    ),
  )
  await apply(lanyard, olive, list, { invite: 'account' })
  await lanyard.sendMail()
  await mailIsSettled(olive, reed)
  await mailIsSettled(olive, hillside)
  assert.deepEqual(
    mailbox
      .all()
      .flatMap((letter) => letter.to)
      .sort(),
    ['bo@reed.example', 'zoe@reed.example'],
  )
  assert.deepEqual(
    (await rowsOf(olive, list)).map((row) => [row.about, row.result]),
    [
      ['User · Reed Primary', 'Added'],
      ['User', ELSEWHERE],
      ['User', 'Added'],
      ['User · Hillside', ELSEWHERE],
    ],
  )
  assert.equal((await peopleAt(olive, reed)).get('zoe@reed.example').status, 'active')
  assert.equal((await peopleAt(olive, hillside)).get('zoe@reed.example').status, 'not_invited')
})
