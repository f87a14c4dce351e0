import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openFile } from '@lanyard/reader/open-file.ts'
import type { Client, Reply } from '../../../test/support/http-client.ts'
import type { Place } from '../../../test/support/make.ts'
import { csv, reedWithLists, rowsOf, tryUpload, upload } from '../../../test/support/staff-list.ts'
import { inTenant } from '../../platform/database/database.ts'

const FORMATS = ['csv', 'xlsx'] as const

const get = (who: Client, path: string, format: string) => who.get(`/api/v1/${path}?format=${format}`)
const exported = (who: Client, at: Place, format: string) =>
  get(who, `organisations/${at.id}/staff-list-export`, format)

async function tableOf(reply: Reply): Promise<string[][]> {
  assert.equal(reply.status, 200, JSON.stringify(reply.body))
  const { sheets } = await openFile(reply.bytes, 'list', {})
  return sheets[0]?.rows ?? []
}

/** Rows by heading. */
async function recordsOf(reply: Reply): Promise<Record<string, string>[]> {
  const [headings = [], ...rows] = await tableOf(reply)
  return rows.map((row) => Object.fromEntries(headings.map((heading, at) => [heading, row[at] ?? ''])))
}

async function sendBack(who: Client, at: Place, reply: Reply, format: string) {
  const path = `/api/v1/organisations/${at.id}/staff-lists`
  const sent = await who.upload(path, { name: `list.${format}`, content: reply.bytes }, { everyone: 'true' })
  assert.equal(sent.status, 201, JSON.stringify(sent.body))
  return sent.body
}

test('a list that was exported and uploaded again changes nobody, whatever their names are', async (t) => {
  const { app, id: tenantId, make, reed, olive } = await reedWithLists(t)
  const maths = await make.unit('Maths', { at: reed })
  const inMaths = await make.unit('Year 7, “red”', { at: reed, kind: 'class', inside: maths })
  await make.unit('maths', { at: reed, kind: 'class', inside: maths })
  const people = [
    ['Zoë', 'Hart'],
    ['=HYPERLINK("http://x.example")', '+44 20'],
    ['-Ann', '@Lee'],
    ["'t", "'=O'Brien"],
    ['"Bo"', 'Smith, Jr'],
    ['Siân Mair', 'a;b|c'],
    ['Łukasz', 'Żółć'],
    ['__proto__', 'constructor'],
  ]
  for (const [at, [givenName = '', familyName = '']] of people.entries()) {
    const made = await make.person(`p${at}@reed.example`, {
      at: reed,
      staffNumber: `00${at}`,
      units: at % 2 ? [maths, inMaths] : [],
      role: at === 2 ? 'admin' : 'user',
    })
    await inTenant(app.database, tenantId, async (tx) => {
      await tx
        .updateTable('accounts')
        .set({ given_name: givenName, family_name: familyName })
        .where('id', '=', made.personId)
        .execute()
      await tx
        .updateTable('memberships')
        .set({ job_title: '=Teacher', relationship: 'volunteer', start_date: '2020-02-29' })
        .where('id', '=', made.id)
        .execute()
    })
  }
  for (const format of FORMATS) {
    const reply = await exported(olive, reed, format)
    const records = await recordsOf(reply)
    assert.deepEqual(Object.keys(records[0] ?? {}), [
      'First name',
      'Last name',
      'Work email',
      'Staff number',
      'Job title',
      'Department',
      'Role',
      'Relationship',
      'Start date',
      'Leaving date',
    ])
    assert.deepEqual(
      records.find((each) => each['Work email'] === 'p1@reed.example'),
      {
        'First name': '=HYPERLINK("http://x.example")',
        'Last name': '+44 20',
        'Work email': 'p1@reed.example',
        'Staff number': '001',
        'Job title': '=Teacher',
        Department: 'Maths; Year 7, “red”',
        Role: 'User',
        Relationship: 'Volunteer',
        'Start date': '2020-02-29',
        'Leaving date': '',
      },
    )
    const list = await sendBack(olive, reed, reply, format)
    const { counts } = list
    const rows = await rowsOf(olive, list)
    const told = JSON.stringify(rows.filter((row) => row.outcome !== 'unchanged'))
    assert.deepEqual(
      [counts.add, counts.update, counts.error, counts.conflict, counts.not_on_list],
      [0, 0, 0, 0, 0],
      told,
    )
    assert.equal(counts.unchanged, records.length)
    assert.deepEqual(
      rows
        .flatMap((row) => row.warnings.map((warning: { code: string }) => warning.code))
        .filter((code) => code !== 'not_work_address'),
      [],
    )
  }
})

test('a trust’s list says the school, has the people of each, and changes nobody either', async (t) => {
  const { make, root, olive } = await reedWithLists(t)
  const oak = await make.school('Oak Primary')
  await make.person('ada@oak.example', { at: oak, name: 'Ada Pugh', staffNumber: '007' })
  for (const format of FORMATS) {
    const reply = await exported(olive, root, format)
    const records = await recordsOf(reply)
    assert.deepEqual([...new Set(records.map((each) => each.School))].sort(), [
      'Beacon Trust',
      'Oak Primary',
      'Reed Primary',
    ])
    assert.equal(records.find((each) => each['Work email'] === 'olive@beacon.example')?.Role, 'Owner')
    const { counts } = await sendBack(olive, root, reply, format)
    assert.deepEqual(
      [counts.add, counts.update, counts.error, counts.conflict, counts.not_on_list],
      [0, 0, 0, 0, 0],
    )
    assert.equal(counts.unchanged, records.length)
  }
})

test('who has left, is paused, waits for approval or is elsewhere is not in the list', async (t) => {
  const { make, reed, olive } = await reedWithLists(t)
  const oak = await make.school('Oak Primary')
  await make.person('gone@reed.example', { at: reed, state: 'inactive' })
  await make.person('asks@reed.example', { at: reed, state: 'awaiting_approval' })
  await make.person('new@reed.example', { at: reed, state: 'not_invited', password: false })
  await make.person('ada@oak.example', { at: oak })
  const addresses = (await recordsOf(await exported(olive, reed, 'csv'))).map((each) => each['Work email'])
  assert.ok(addresses.includes('new@reed.example'))
  for (const absent of ['gone@reed.example', 'asks@reed.example', 'ada@oak.example'])
    assert.ok(!addresses.includes(absent), absent)
})

test('the list is for who may export people; others are told so, and strangers that nothing is there', async (t) => {
  const { make, http, reed, trainer, secondTenant } = await reedWithLists(t)
  const plain = http.as(await make.person('plain@reed.example', { at: reed }))
  const stranger = await secondTenant()
  for (const format of FORMATS) {
    assert.equal((await exported(plain, reed, format)).status, 403)
    assert.equal((await exported(stranger.http.as(stranger.owner), reed, format)).status, 404)
    for (const path of [`organisations/${reed.id}/staff-list-template`]) {
      assert.equal((await get(plain, path, format)).status, 403)
      assert.equal((await get(stranger.http.as(stranger.owner), path, format)).status, 404)
      assert.equal((await get(trainer, path, format)).status, 200)
    }
  }
})

test('that the list was taken stands in the record', async (t) => {
  const { app, id: tenantId, reed, olive, owner } = await reedWithLists(t)
  const reply = await exported(olive, reed, 'csv')
  const people = (await tableOf(reply)).length - 1
  const rows = await inTenant(app.database, tenantId, (tx) =>
    tx
      .selectFrom('audit_events')
      .select(['actor_id', 'organisation_id', 'detail'])
      .where('event', '=', 'people.exported')
      .execute(),
  )
  const [, reference] = / ([\w-]+)\.csv"/.exec(reply.headers.get('content-disposition') ?? '') ?? []
  assert.deepEqual(rows, [
    { actor_id: owner.personId, organisation_id: reed.id, detail: { people, format: 'csv', reference } },
  ])
})

test('the empty list has the headings we read best, and sent back empty it says that nobody is on it', async (t) => {
  const { reed, root, olive } = await reedWithLists(t)
  for (const format of FORMATS) {
    const atTrust = await tableOf(await get(olive, `organisations/${root.id}/staff-list-template`, format))
    assert.equal(atTrust[0]?.at(-1), 'School')
    const reply = await get(olive, `organisations/${reed.id}/staff-list-template`, format)
    assert.match(
      reply.headers.get('content-disposition') ?? '',
      new RegExp(`Staff list template\\.${format}`),
    )
    assert.deepEqual(await tableOf(reply), [
      [
        'First name',
        'Last name',
        'Work email',
        'Staff number',
        'Job title',
        'Department',
        'Role',
        'Relationship',
        'Start date',
        'Leaving date',
      ],
    ])
    const sent = await olive.upload(
      `/api/v1/organisations/${reed.id}/staff-lists`,
      { name: `template.${format}`, content: reply.bytes },
      { everyone: 'false' },
    )
    const said = sent.status === 201 ? JSON.stringify(sent.body.reading?.questions) : sent.body.detail
    assert.match(said, /nobody|no people|empty|no one/i, JSON.stringify(sent.body))
  }
})

test('rows to fix come with their number, what stood in them and what is wrong, and the result with every row', async (t) => {
  const { reed, olive } = await reedWithLists(t)
  const list = await upload(
    olive,
    reed,
    csv(
      'Forename,Surname,Mail,Started',
      'Zoë,Hart,zoe@reed.example,01/09/2020',
      '=Ann,Lee,ann@reed,25/12/2021',
      'Bo,Ray,,31/02/2021',
    ),
    { everyone: true },
  )
  for (const format of FORMATS) {
    const problems = await recordsOf(await get(olive, `staff-lists/${list.id}/problem-rows`, format))
    assert.deepEqual(
      problems.map((each) => [each.Row, each.Forename, each.Surname, each.Mail, each.Started]),
      [
        ['3', '=Ann', 'Lee', 'ann@reed', '2021-12-25'],
        ['4', 'Bo', 'Ray', '', '31/02/2021'],
      ],
    )
    assert.ok(problems.every((each) => each.Problem))
    const result = await recordsOf(await get(olive, `staff-lists/${list.id}/result`, format))
    assert.deepEqual(
      result.slice(0, 3).map((each) => [each.Row, each.Mail, each.Planned, each.Done]),
      [
        ['2', 'zoe@reed.example', 'New', ''],
        ['3', 'ann@reed', 'To fix', ''],
        ['4', '', 'To fix', ''],
      ],
    )
    const leaver = result.find((each) => each.Mail === 'tess@reed.example')
    assert.deepEqual([leaver?.Row, leaver?.Forename, leaver?.Planned], ['', 'Tess', 'Possible leaver'])
  }
})

test('what a list says is for who may see lists there', async (t) => {
  const { make, http, reed, olive, secondTenant } = await reedWithLists(t)
  const list = await upload(olive, reed, csv('First name,Last name,Email', 'Zoë,Hart,zoe@reed.example'))
  const plain = http.as(await make.person('plain@reed.example', { at: reed }))
  const stranger = await secondTenant()
  for (const what of ['problem-rows', 'result']) {
    assert.equal((await get(plain, `staff-lists/${list.id}/${what}`, 'csv')).status, 403)
    assert.equal(
      (await get(stranger.http.as(stranger.owner), `staff-lists/${list.id}/${what}`, 'csv')).status,
      404,
    )
  }
  assert.equal((await tryUpload(plain, reed, csv('Email', 'a@reed.example'))).status, 403)
})
