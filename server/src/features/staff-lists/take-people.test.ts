import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { openZip } from '@lanyard/reader/unzip.ts'
import { sql } from 'kysely'
import { allThatIsKept, KEPT } from '../../../test/support/all-that-is-kept.ts'
import { openConnection } from '../../../test/support/behind-the-curtain.ts'
import type { Client, Reply } from '../../../test/support/http-client.ts'
import { reedPrimary } from '../../../test/support/invite.ts'
import type { Place } from '../../../test/support/make.ts'
import { recorded } from '../../../test/support/record.ts'
import type { Lanyard, Options } from '../../../test/support/start-lanyard.ts'
import type { Operator } from '../../kernel/actor.ts'
import { inTenant } from '../../platform/database/database.ts'
import { commandRequest } from '../set-up/set-up.ts'
import { exportPeople } from './downloads.ts'

const DAY = 86_400
const ROADS = ['staff-list-export', 'people/export'] as const

const take = (who: Client, at: Place, more = '', road: (typeof ROADS)[number] = 'people/export') =>
  who.get(`/api/v1/organisations/${at.id}/${road}?format=csv${more}`)

/** The name under which a file is kept. */
const nameOf = (reply: Reply) =>
  /filename="([^"]+)"/.exec(reply.headers.get('content-disposition') ?? '')?.[1] ?? ''
const referenceOf = (reply: Reply) => / ([2-9A-Z]{4}-[2-9A-Z]{4})\.\w+$/.exec(nameOf(reply))?.[1] ?? ''

const exportsIn = async ({ app, id }: Lanyard) =>
  (await recorded(app, id)).filter((line) => line.event === 'people.exported')

/** Reed Primary with exactly so many people; Sam Patel is one of them. */
async function reedOf(t: TestContext, people: number, options: Options = { mail: 'captured' }) {
  const reed = await reedPrimary(t, options)
  for (let n = 1; n < people; n++)
    await reed.make.person(`p${n}@reed.example`, { at: reed.reed, password: false })
  return reed
}

/** What stands in an entry of a workbook. */
function textOf(bytes: Buffer, name: string): string {
  const zip = openZip(bytes)
  const entry = zip.entries.find((each) => each.name === name)
  assert.ok(entry, `${name} is in the workbook`)
  const pieces: Uint8Array[] = []
  zip.unpack(entry, (piece) => pieces.push(Buffer.from(piece)))
  return Buffer.concat(pieces).toString('utf8')
}

/** Waits for the letters that come now, however many, and says who got them. */
async function lettersAfter({ mailbox, sendMail }: Lanyard, before: number, count: number) {
  await sendMail()
  if (count > 0) await mailbox.letter(before + count)
  return mailbox.all().slice(before)
}

test('people are taken away only after a fresh proof, by both roads, and until then nothing is written or sent', async (t) => {
  const lanyard = await reedPrimary(t)
  const { head, reed, sam, clock, make, mailbox } = lanyard
  await make.person('ann@reed.example', { at: reed, role: 'organisation_admin' })
  await head.get('/api/v1/me')
  await clock.shift(601)
  for (const road of ROADS) {
    const refused = await take(head, reed, '', road)
    assert.equal(refused.status, 403)
    assert.equal(refused.body.code, 'reauth_required')
  }
  assert.deepEqual(await exportsIn(lanyard), [])
  assert.equal((await lettersAfter(lanyard, 0, 0)).length, 0)
  assert.equal((await head.post('/api/v1/sessions/current/confirm', { password: sam.password })).status, 204)
  for (const road of ROADS) assert.equal((await take(head, reed, '', road)).status, 200)
  assert.equal((await exportsIn(lanyard)).length, 2)
  await mailbox.letter(2)
})

test('above fifty people somebody says why, which is kept in the record and readable nowhere else', async (t) => {
  const lanyard = await reedOf(t, 50)
  const { app, id, head, reed, sam, make } = lanyard
  assert.equal((await take(head, reed)).status, 200)
  await make.person('one.more@reed.example', { at: reed, password: false })
  for (const road of ROADS)
    for (const reason of ['', '&reason=', '&reason=%20%20']) {
      const refused = await take(head, reed, reason, road)
      assert.equal(refused.status, 422, reason)
      assert.equal(refused.body.errors[0].pointer, '#/reason', JSON.stringify(refused.body))
    }
  const refused = await take(head, reed)
  assert.equal(refused.body.code, 'reason_required')
  assert.equal(refused.body.detail, 'Say why you are exporting more than 50 people.')
  assert.equal((await take(head, reed, `&reason=${'x'.repeat(201)}`)).status, 422)
  assert.equal((await exportsIn(lanyard)).length, 1)

  const taken = await take(head, reed, '&reason=Census%20return%20for%20Quay')
  assert.equal(taken.status, 200, JSON.stringify(taken.body))
  const line = (await exportsIn(lanyard)).at(-1)
  assert.deepEqual(line?.detail, { people: 51, format: 'csv', reference: referenceOf(taken) })
  assert.equal(line?.subject, sam.personId)
  const stored = await inTenant(app.database, id, (tx) =>
    sql<{ sealed: Buffer }>`select subject_detail as sealed from audit_events where id = ${line?.id}`.execute(
      tx,
    ),
  )
  const sealed = stored.rows[0]?.sealed
  assert.ok(sealed && !sealed.toString('latin1').includes('Census'), 'the reason is encrypted')
  const { data } = (await head.get(`/api/v1/organisations/${reed.id}/audit?what=record`)).body
  assert.equal(
    data[0].sentence,
    `Sam Patel exported 51 people of Reed Primary as a staff list, reference ${referenceOf(taken)}`,
  )
  assert.deepEqual(data[0].facts, [{ label: 'Reason', value: 'Census return for Quay' }])
})

test('the other admins who may export hear who took how many, when, and by which reference', async (t) => {
  const lanyard = await reedPrimary(t)
  const { head, olive, reed, make, mailbox, listens, http } = lanyard
  const ann = await make.person('ann@reed.example', {
    at: reed,
    role: 'organisation_admin',
    name: 'Ann Moss',
  })
  await make.person('tess@reed.example', { at: reed, role: 'training_admin' })
  await make.person('adam@reed.example', { at: reed, role: 'admin' })
  await make.person('gone@reed.example', { at: reed, role: 'organisation_admin', state: 'inactive' })
  const oak = await make.school('Oak Primary')
  await make.person('oak@oak.example', { at: oak, role: 'organisation_admin' })

  const taken = await take(head, reed)
  const [letter, ...others] = await lettersAfter(lanyard, 0, 1)
  assert.deepEqual([letter?.to, others], [['ann@reed.example'], []])
  assert.match(letter?.mail.subject ?? '', /^Reed Primary: 5 people were exported$/)
  const text = letter?.mail.text ?? ''
  const today = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'Europe/London' })
  assert.ok(text.includes('Hello Ann,'), text)
  assert.ok(text.includes('Sam Patel saved 5 people of Reed Primary as a file on '), text)
  assert.ok(text.includes(today.format(new Date())), text)
  assert.ok(text.includes(`Its reference is ${referenceOf(taken)}.`), text)
  assert.ok(text.includes(`${listens}/s/reed-primary/activity?what=record`), text)
  assert.equal((await exportsIn(lanyard))[0]?.detail.reference, referenceOf(taken))

  const listed = await take(olive, reed, '', 'staff-list-export')
  const told = await lettersAfter(lanyard, 1, 2)
  assert.deepEqual(told.flatMap((each) => each.to).sort(), ['ann@reed.example', 'sam@reed.example'])
  assert.ok(told.every((each) => each.mail.text?.includes(referenceOf(listed))))
  assert.notEqual(referenceOf(listed), referenceOf(taken))

  assert.equal((await olive.post(`/api/v1/people/${ann.id}/pause`, {})).status, 200)
  await take(head, reed)
  assert.deepEqual(
    (await lettersAfter(lanyard, 3, 1)).flatMap((each) => each.to),
    ['olive@beacon.example'],
    'where nobody else is left, those above hear of it',
  )
  assert.equal((await take(http.as(lanyard.owner), lanyard.root)).status, 200)
  assert.equal((await lettersAfter(lanyard, 4, 0)).length, 0, 'nobody else is above')
  assert.equal(mailbox.all().length, 4)
})

test('an export that cannot be recorded is no export: nothing is counted and nobody is told', async (t) => {
  const { head, reed, make, ownerConnection } = await reedPrimary(t, { mail: 'captured' })
  await make.person('ann@reed.example', { at: reed, role: 'organisation_admin' })
  await head.get('/api/v1/me')
  const db = await openConnection(t, ownerConnection)
  for (const table of KEPT)
    if (table !== 'messages_due') await db.query(`alter table ${table} no force row level security`)
  const kept = async () => [
    await allThatIsKept(db),
    (await db.query('select key, hits from counters order by key')).rows,
  ]
  const before = await kept()
  await db.query('revoke insert on audit_events from lanyard_app')
  const reply = await take(head, reed)
  await db.query('grant insert on audit_events to lanyard_app')
  assert.equal(reply.status, 500)
  assert.deepEqual(await kept(), before)
})

test('five times a day and no more, whatever is taken and however many ask at once; others and the next day are free', async (t) => {
  const lanyard = await reedOf(t, 51)
  const { head, olive, reed, sam, clock, http } = lanyard
  const why = '&reason=Census'
  for (let n = 0; n < 6; n++)
    assert.equal((await take(head, reed)).status, 422, 'what is refused is not counted')
  const many = await Promise.all(Array.from({ length: 8 }, (_, n) => take(head, reed, why, ROADS[n % 2])))
  assert.deepEqual(many.map((reply) => reply.status).sort(), [200, 200, 200, 200, 200, 429, 429, 429])
  const refused = await take(head, reed, why)
  assert.equal(refused.body.code, 'export_limit')
  assert.match(
    refused.body.detail,
    /^You have exported people 5 times today, so none are left\. You can do it again in \d+ (hours|minutes)\.$/,
  )
  assert.ok(Number(refused.headers.get('retry-after')) > 0)
  assert.equal((await exportsIn(lanyard)).length, 5)
  assert.equal((await take(olive, reed, why)).status, 200)
  await clock.shift(DAY)
  const tomorrow = http.fresh()
  await tomorrow.post('/api/v1/sessions', { email: sam.email, password: sam.password })
  assert.equal((await take(tomorrow, reed, why)).status, 200)
})

test('an operator at the command line is not limited, and those who may export hear of each time', async (t) => {
  const lanyard = await reedPrimary(t)
  const { app, id, reed } = lanyard
  const operator: Operator = { kind: 'operator', tenantId: id, request: commandRequest() }
  for (let n = 0; n < 6; n++) await exportPeople(app, operator, reed.id, { format: 'csv' })
  const told = await lettersAfter(lanyard, 0, 6)
  assert.ok(told.every((each) => each.to.includes('sam@reed.example')))
  assert.match(told[0]?.mail.text ?? '', /The operator at the command line saved 1 person of Reed Primary/)
})

test('the reference stands in the name of the file and inside a workbook, not among the rows', async (t) => {
  const { head, reed } = await reedPrimary(t, { mail: 'captured' })
  for (const [road, name] of [
    ['staff-list-export', 'Staff list Reed Primary'],
    ['people/export', 'People Reed Primary'],
  ] as const) {
    const workbook = await head.get(`/api/v1/organisations/${reed.id}/${road}?format=xlsx`)
    assert.equal(nameOf(workbook), `${name} ${referenceOf(workbook)}.xlsx`)
    const inside = textOf(workbook.bytes, 'docProps/core.xml')
    assert.ok(inside.includes(`<cp:keywords>${referenceOf(workbook)}</cp:keywords>`), inside)
    assert.match(textOf(workbook.bytes, '_rels/.rels'), /core-properties" Target="docProps\/core\.xml"/)
    const csv = await take(head, reed, '', road)
    assert.equal(nameOf(csv), `${name} ${referenceOf(csv)}.csv`)
    assert.notEqual(referenceOf(csv), '')
    assert.ok(!csv.bytes.includes(referenceOf(csv)))
  }
})
