import assert from 'node:assert/strict'
import { test } from 'node:test'
import { door, inviteOne, mailedLink, mailIsSettled, reedPrimary } from '../../../test/support/invite.ts'

interface Field {
  field: string
  value: string
  source: string
}
const fieldsOf = (body: { fields: Field[] }) =>
  new Map(body.fields.map(({ field, value, source }) => [field, [value, source.replace(/, \d.*$/, '')]]))

test('each field of a person says where it came from', async (t) => {
  const lanyard = await reedPrimary(t)
  const { head, reed, make, http, owner, mailbox } = lanyard
  const science = await make.unit('Science', { at: reed })
  const jane = await inviteOne(
    head,
    reed,
    { email: 'jane@reed.example', givenName: 'Jane', familyName: 'Smith' },
    { units: [science.id], labels: { Region: 'North' }, deletionDate: '2031-08-31' },
  )
  const sheet = async (who = head) => (await who.get(`/api/v1/people/${jane.personId}`)).body
  const invited = await sheet()
  assert.deepEqual(
    [...fieldsOf(invited)],
    [
      ['givenName', ['Jane', 'Typed in the invitation by Sam Patel']],
      ['familyName', ['Smith', 'Typed in the invitation by Sam Patel']],
      ['email', ['jane@reed.example', 'Typed in the invitation by Sam Patel']],
      ['mobile', ['', 'Asked for at registration']],
      ['roles', ['User', 'Offered in the invitation by Sam Patel']],
      ['units', ['Science', 'Set in the invitation by Sam Patel']],
      ['language', ['British English', 'Chosen in the invitation by Sam Patel']],
      ['labels', ['Region: North', 'Set in the invitation by Sam Patel']],
      ['deletionDate', ['31 Aug 2031', 'Set in the invitation by Sam Patel']],
    ],
  )
  assert.deepEqual(invited.labels, { Region: 'North' })
  assert.equal(invited.deletionDate, '2031-08-31')
  assert.deepEqual(invited.units, [{ id: science.id, name: 'Science' }])

  const phone = http.fresh()
  const done = await door(phone, await mailedLink(mailbox, 'jane@reed.example')).register({
    givenName: 'Jayne',
    mobile: '07700 900123',
  })
  assert.equal(done.status, 201, JSON.stringify(done.body))
  const registered = fieldsOf(await sheet())
  assert.deepEqual(registered.get('givenName'), ['Jayne', 'Typed at registration'])
  assert.deepEqual(registered.get('email'), ['jane@reed.example', 'Typed in the invitation by Sam Patel'])
  assert.deepEqual(registered.get('mobile'), ['07700 900123', 'Typed at registration'])
  assert.deepEqual(registered.get('language'), [
    'British English',
    'From the invitation they registered with',
  ])
  assert.deepEqual(registered.get('roles'), ['User', 'Given in the invitation by Sam Patel'])

  const changed = await http
    .as(owner)
    .put(`/api/v1/people/${jane.personId}/roles`, { roles: [{ role: 'training_admin' }] })
  assert.equal(changed.status, 200, JSON.stringify(changed.body))
  assert.deepEqual(fieldsOf(await sheet()).get('roles'), ['Training admin', 'Changed by Olive Owner'])
  const setUp = (await http.as(owner).get(`/api/v1/people/${owner.id}`)).body
  assert.deepEqual(fieldsOf(setUp).get('email'), ['olive@beacon.example', 'Entered when Lanyard was set up'])
})

test('a mobile number is for oneself and for those who may edit people', async (t) => {
  const lanyard = await reedPrimary(t)
  const { head, reed, make, http, mailbox } = lanyard
  const viewer = await make.person('vic@reed.example', { at: reed, role: 'training_admin' })
  const jane = await inviteOne(head, reed, { email: 'jane@reed.example' })
  const phone = http.fresh()
  await door(phone, await mailedLink(mailbox, 'jane@reed.example')).register({ mobile: '07700 900123' })
  const mobile = async (who: typeof head) => {
    const { body } = await who.get(`/api/v1/people/${jane.personId}`)
    return [body.mobile, fieldsOf(body).get('mobile')?.[0]]
  }
  assert.deepEqual(await mobile(head), ['07700 900123', '07700 900123'])
  assert.deepEqual(await mobile(phone), ['07700 900123', '07700 900123'])
  assert.deepEqual(await mobile(http.as(viewer)), [null, undefined])
})

test('the timeline tells changes and every attempt of every message, newest first; mail only to who may see people', async (t) => {
  const lanyard = await reedPrimary(t)
  const { head, reed, http, mailbox, clock, sendMail, sam, make } = lanyard
  mailbox.behave('defer')
  const jane = await inviteOne(head, reed, { email: 'jane@reed.example', givenName: 'Jane' })
  await mailIsSettled(head, reed)
  mailbox.behave('accept')
  await clock.shift(90)
  await sendMail()
  await mailIsSettled(head, reed)
  const { timeline } = (await http.as(sam).get(`/api/v1/people/${jane.personId}`)).body
  const told = timeline.map((each: { kind: string; sentence: string; problem: boolean }) => [
    each.kind,
    each.sentence,
    each.problem,
  ])
  assert.deepEqual(told, [
    ['message', 'Invitation: accepted by the mail server', false],
    ['message', 'Invitation: waiting, to be tried again', false],
    ['change', 'Invited, by Sam Patel', false],
  ])
  assert.match(timeline[1].serverAnswer, /Greylisted/)
  assert.ok(timeline.every((each: { at: string }, n: number) => n === 0 || timeline[n - 1].at >= each.at))
  const plain = await make.person('tom@reed.example', { at: reed })
  await http.fresh().post('/api/v1/password-resets', { email: plain.email })
  await mailIsSettled(head, reed)
  const kindsSeen = async (who: typeof head) =>
    new Set(
      (await who.get(`/api/v1/people/${plain.id}`)).body.timeline.map((each: { kind: string }) => each.kind),
    )
  assert.deepEqual(await kindsSeen(http.as(plain)), new Set(['change']))
  assert.ok((await kindsSeen(http.as(sam))).has('message'))
})

test('an address outside the domains of the school is marked, where the school has any', async (t) => {
  const { head, reed, make } = await reedPrimary(t)
  await make.person('tim@home.example', { at: reed })
  const outside = async () =>
    (await head.get(`/api/v1/organisations/${reed.id}/people?q=tim`)).body.data[0].outsideDomains
  assert.equal(await outside(), false)
  await head.patch(`/api/v1/organisations/${reed.id}`, { domains: ['reed.example'] })
  assert.equal(await outside(), true)
})
