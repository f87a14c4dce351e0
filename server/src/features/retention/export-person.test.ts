import assert from 'node:assert/strict'
import { test } from 'node:test'
import { apply, peopleAt } from '../../../test/support/apply-list.ts'
import {
  copiedLink,
  door,
  inviteOne,
  mailIsSettled,
  NEW_PASSWORD,
  ownersBrowser,
} from '../../../test/support/invite.ts'
import { recorded } from '../../../test/support/record.ts'
import { csv, reedWithLists, upload } from '../../../test/support/staff-list.ts'

type Reed = Awaited<ReturnType<typeof reedWithLists>>

/** A Jane Smith with everything there is to keep about a person; others are named wherever words are written freely. */
async function janeSmith(lanyard: Reed, tag: string, mobile: string) {
  const { head, http, olive, make, reed } = lanyard
  const email = `jane${tag.toLowerCase()}@reed.example`
  const staffNumber = `NO${tag}77`
  const mill = await make.school(`Mill ${tag}`)
  const science = await make.unit(`Science ${tag}`, { at: reed })
  const row = `${email},Jane,Smith,${staffNumber},Title ${tag}`
  await apply(
    lanyard,
    head,
    await upload(head, reed, csv('Email,First name,Surname,Staff number,Job title', row)),
  )
  const roles = ['organisation_admin', { role: 'leader', unit: science.id }]
  const message = `Welcome ${tag}. Ask Sam Patel.`
  await inviteOne(head, reed, { email, roles }, { message })
  const listed = (await peopleAt(head, reed)).get(email)
  const token = await copiedLink(head, { invitationId: listed.invitation.id, personId: listed.id })
  await door(http.fresh(), token).register({ givenName: 'Jane', familyName: 'Smith', mobile })
  await inviteOne(olive, mill, { email })
  const browser = http.fresh()
  const agent = { 'user-agent': `Browser ${tag}` }
  const entered = await browser.post('/api/v1/sessions', { email, password: NEW_PASSWORD }, agent)
  assert.equal(entered.status, 201)
  await http.fresh().post('/api/v1/password-resets', { email })
  const at = `/api/v1/people/${listed.id}`
  const done = [
    await head.patch(at, { labels: { door: `Badge ${tag}` }, jobTitle: `Head ${tag}` }),
    await olive.patch(at, { email: `new.${email}` }),
    await head.put(`${at}/hold`, { reason: `Case ${tag}, see Zoe Marsh, sam@reed.example` }),
    await head.post(`${at}/archive`, { on: '2027-03-01', reason: `Leaving ${tag}` }),
  ]
  for (const reply of done) assert.ok(reply.status < 300, JSON.stringify(reply.body))
  const columns = 'Email,First name,Surname,Start date'
  const started = csv(columns, `${email},Jane,Smith,2026-09-0${tag === 'QX' ? 1 : 2}`)
  await apply(lanyard, head, await upload(head, reed, started))
  const held = await olive.put(`${at}/roles`, {
    roles: ['organisation_admin', 'user'].map((role) => ({ role })),
    permissions: ['sections.news'],
  })
  assert.equal(held.status, 200, JSON.stringify(held.body))
  await mailIsSettled(olive, reed)
  const kept = [
    ...[email, `new.${email}`, staffNumber, mobile, `+44${mobile.slice(1).replace(' ', '')}`],
    ...[`Title ${tag}`, `Head ${tag}`, `Badge ${tag}`, `Welcome ${tag}`, `Case ${tag}`, `Leaving ${tag}`],
    ...[
      tag === 'QX' ? '2026-09-01' : '2026-09-02',
      `Browser ${tag}`,
      `Mill ${tag}`,
      `Science ${tag}`,
      listed.id,
      listed.personId,
      listed.invitation.id,
    ],
  ]
  return { ...listed, email, browser, at, mill, kept }
}

test('the file holds everything of a person, and nothing of a colleague of the same name or of anybody else', async (t) => {
  const lanyard = await reedWithLists(t)
  const { app, id, clock, head, make, olive, owner, reed, sam } = lanyard
  const zoe = await make.person('zoe@reed.example', { at: reed, name: 'Zoe Marsh' })
  const first = await janeSmith(lanyard, 'QX', '07700 900555')
  const second = await janeSmith(lanyard, 'VK', '07700 900444')
  const changed = await first.browser.patch(`/api/v1/people/${zoe.id}`, { jobTitle: 'Zither teacher' })
  assert.equal(changed.status, 200, JSON.stringify(changed.body))

  const reply = await olive.get(`${first.at}/data`)
  assert.equal(reply.status, 200, JSON.stringify(reply.body))
  assert.match(reply.headers.get('content-type') ?? '', /^application\/json; charset=utf-8/)
  assert.match(reply.headers.get('content-disposition') ?? '', /What is kept about Jane Smith\.json/)
  const file = reply.bytes.toString('utf8')
  const data = JSON.parse(file)
  assert.deepEqual(
    first.kept.filter((value: string) => !file.includes(value)),
    [],
  )
  const others = [
    ...second.kept,
    ...[sam.email, sam.id, sam.personId, 'Sam Patel', owner.email, owner.personId, 'Olive', 'Patel'],
    ...[zoe.email, zoe.id, zoe.personId, 'Zoe', 'Marsh', 'Zither'],
  ]
  assert.deepEqual(
    others.filter((value: string) => file.includes(value)),
    [],
  )
  assert.doesNotMatch(file, /inv_|argon2|hash|pepper|token/i)
  assert.ok(
    data['The record'].some(
      (each: Record<string, string>) =>
        each['What happened'] === 'Jane Smith changed the details of another person',
    ),
  )
  assert.ok(
    data['The record'].some((each: Record<string, string>) =>
      /^Another person \(Organisation admin\) invited Jane Smith/.test(each['What happened'] ?? ''),
    ),
    file,
  )
  const empty = Object.entries(data).flatMap(([heading, under]) =>
    Array.isArray(under) && under.length === 0 ? [heading] : [],
  )
  assert.deepEqual(empty, [
    'Accounts set up for them',
    'Done to many people together',
    'Dates that came up',
    'Reviews while archived',
  ])
  for (const each of data['The record']) assert.match(each.When, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/)
  const lines = (await recorded(app, id)).filter((each) => each.event === 'person.data_exported')
  assert.equal(lines.length, 1)

  const again = await first.browser.get('/api/v1/me/data')
  assert.deepEqual([again.status, again.body.code], [429, 'data_exported_lately'])
  await clock.shift(601)
  assert.equal((await olive.get(`${first.at}/data`)).body.code, 'reauth_required')
  const own = await first.browser.get('/api/v1/me/data')
  assert.equal(own.body.code, 'reauth_required')
  await first.browser.post('/api/v1/sessions/current/confirm', { password: NEW_PASSWORD })
  const mine = (await first.browser.get('/api/v1/me/data')).bytes.toString('utf8')
  assert.deepEqual([...first.kept.filter((value: string) => !mine.includes(value))], [])
  assert.deepEqual(
    others.filter((value: string) => mine.includes(value)),
    [],
  )
  const sentences = (await head.get(`/api/v1/organisations/${reed.id}/audit`)).body.data.map(
    (each: { sentence: string }) => each.sentence,
  )
  assert.ok(sentences.includes('Olive Owner downloaded everything kept about Jane Smith'))
})

test('it takes the right to delete people at every place of the person, and what is out of sight isn’t there', async (t) => {
  const lanyard = await reedWithLists(t)
  const { head, trainer, http, make, olive, owner, reed } = lanyard
  const code = async (who: typeof head, person: string) => {
    const { status, body } = await who.get(`/api/v1/people/${person}/data`)
    return status === 200 ? 200 : body.code
  }
  const mill = await make.school('Mill Lane')
  const ann = await make.person('ann@reed.example', { at: reed, name: 'Ann Moss' })
  const mel = await make.person('mel@mill.example', { at: mill, name: 'Mel Reid' })
  assert.equal(await code(trainer, ann.id), 'forbidden')
  assert.equal(await code(head, mel.id), 'not_found')
  const harbour = await lanyard.secondTenant()
  const quay = await harbour.make.person('quin@quay.example', { at: harbour.root })
  assert.equal(await code(olive, quay.id), 'not_found')
  const chief = await make.person('chief@reed.example', { at: reed, role: 'super_admin', name: 'Cy Hale' })
  assert.equal(await code(head, chief.id), 'person_above_yours')
  assert.equal(await code(head, ann.id), 200)
  const pat = await make.person('pat@reed.example', { at: reed, name: 'Pat Long' })
  await inviteOne(olive, mill, { email: pat.email })
  assert.equal(await code(head, pat.id), 'forbidden')
  assert.equal(await code(http.as(pat), pat.id), 200)
  const gone = (await peopleAt(olive, mill)).get(pat.email)
  await olive.send('DELETE', `/api/v1/people/${gone.id}`, { name: 'Pat Long' })
  await lanyard.clock.shift(601)
  await head.post('/api/v1/sessions/current/confirm', { password: owner.password })
  assert.equal(await code(head, pat.id), 'forbidden', 'they were a member elsewhere, and the file would tell')
  assert.equal(await code(await ownersBrowser(lanyard), pat.id), 200)
})
