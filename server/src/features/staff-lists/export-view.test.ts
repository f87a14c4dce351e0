import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openFile } from '@lanyard/reader/open-file.ts'
import { sql } from 'kysely'
import type { Client, Reply } from '../../../test/support/http-client.ts'
import type { Place } from '../../../test/support/make.ts'
import { recorded } from '../../../test/support/record.ts'
import { reedWithLists, rowsOf } from '../../../test/support/staff-list.ts'
import { inTenant } from '../../platform/database/database.ts'

const exported = (who: Client, at: Place, query: string) =>
  who.get(`/api/v1/organisations/${at.id}/people/export?${query}`)

/** Rows by heading. */
async function recordsOf(reply: Reply): Promise<Record<string, string>[]> {
  assert.equal(reply.status, 200, JSON.stringify(reply.body))
  const { sheets } = await openFile(reply.bytes, 'list', {})
  const [headings = [], ...rows] = sheets[0]?.rows ?? []
  return rows.map((row) => Object.fromEntries(headings.map((heading, at) => [heading, row[at] ?? ''])))
}

async function schoolOfEveryStatus(t: Parameters<typeof reedWithLists>[0]) {
  const lanyard = await reedWithLists(t)
  const { app, id, make, reed, head } = lanyard
  const at = { at: reed }
  const maths = await make.unit('Maths', at)
  const ann = await make.person('ann@reed.example', { ...at, units: [maths], name: 'Siân Lee' })
  const ben = await make.person('ben@reed.example', { ...at, role: 'admin', name: '=Ben Hart' })
  const cat = await make.person('cat@reed.example', at)
  await make.person('dan@reed.example', { ...at, state: 'not_invited', password: false })
  await make.person('eve@reed.example', { ...at, state: 'awaiting_approval', password: false })
  const invited = await head.post(`/api/v1/organisations/${reed.id}/invitations`, {
    people: [{ email: 'fay@reed.example', givenName: 'Fay', familyName: 'Ford' }],
  })
  assert.equal(invited.status, 201, JSON.stringify(invited.body))
  await inTenant(app.database, id, async (tx) => {
    await sql`update memberships set labels = '{"stage":"KS3","site":"North"}', job_title = 'Teacher', start_date = '2020-02-29'
      where tenant_id = current_tenant() and id = ${ann.id}`.execute(tx)
  })
  await head.post(`/api/v1/people/${ben.id}/pause`, {})
  await head.post(`/api/v1/people/${cat.id}/archive`, { leavingDate: '2026-01-31' })
  return lanyard
}

test('a view that was exported says who is in it, and uploaded again adds and changes nobody', async (t) => {
  const { reed, olive, head } = await schoolOfEveryStatus(t)
  const everyone = 'status=expired,awaiting_approval,locked,pending,not_invited,active,inactive'
  let listed: Record<string, string>[] = []
  // One person may export so many a day and no more.
  for (const [format, who] of [
    ['xlsx', olive],
    ['csv', head],
  ] as const)
    for (const [query, expected] of [
      [everyone, ['ann', 'ben', 'cat', 'dan', 'eve', 'fay', 'sam', 'tess']],
      ['view=archived', ['cat']],
      ['status=inactive', ['ben', 'cat']],
      ['q=lee', ['ann']],
      ['label=stage', ['ann']],
    ] as const) {
      const reply = await exported(who, reed, `${query}&format=${format}`)
      const records = await recordsOf(reply)
      if (query === everyone) listed = records
      assert.deepEqual(records.map((each) => each['Work email']?.split('@')[0]).sort(), expected, query)
      const sent = await olive.upload(
        `/api/v1/organisations/${reed.id}/staff-lists`,
        { name: `people.${format}`, content: reply.bytes },
        { everyone: 'false' },
      )
      assert.equal(sent.status, 201, JSON.stringify(sent.body))
      const { counts, reading } = sent.body
      const others = (await rowsOf(olive, sent.body)).filter((row) => row.outcome !== 'unchanged')
      assert.deepEqual(others, [], `${query} as ${format}`)
      assert.equal(counts.unchanged, expected.length)
      assert.deepEqual(reading.questions, [], `${query} as ${format}`)
    }
  const of = (name: string) => listed.find((each) => each['Work email'] === `${name}@reed.example`)
  assert.deepEqual(of('ann'), {
    'First name': 'Siân',
    'Last name': 'Lee',
    'Work email': 'ann@reed.example',
    'Staff number': '',
    'Job title': 'Teacher',
    Department: 'Maths',
    Role: 'User',
    Relationship: 'Employee',
    'Start date': '2020-02-29',
    'Leaving date': '',
    Status: 'Current',
    Account: 'Active',
    'Last active': '',
    Labels: 'site: North; stage: KS3',
  })
  assert.deepEqual(
    [of('cat')?.Status, of('cat')?.Account, of('cat')?.['Leaving date']],
    ['Inactive', 'Inactive', '2026-01-31'],
  )
  assert.deepEqual(
    [of('ben')?.Status, of('dan')?.Account, of('fay')?.Account, of('eve')?.Account],
    ['Inactive', 'Not invited', 'Pending', 'Awaiting approval'],
  )
})

test('only who may export people takes them away, and the record says so', async (t) => {
  const lanyard = await schoolOfEveryStatus(t)
  const { reed, head, trainer, http, make } = lanyard
  assert.equal((await exported(trainer, reed, '')).status, 403)
  const plain = http.as(await make.person('gil@reed.example', { at: reed }))
  assert.equal((await exported(plain, reed, '')).status, 403)
  assert.equal((await exported(head, reed, 'role=admin&format=csv')).status, 200)
  const events = (await recorded(lanyard.app, lanyard.id)).filter((each) => each.event === 'people.exported')
  assert.equal(events.length, 1)
})
