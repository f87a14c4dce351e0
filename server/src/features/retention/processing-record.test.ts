import assert from 'node:assert/strict'
import { test } from 'node:test'
import Papa from 'papaparse'
import { openConnection } from '../../../test/support/behind-the-curtain.ts'
import type { Client } from '../../../test/support/http-client.ts'
import { ownersBrowser, reedPrimary } from '../../../test/support/invite.ts'
import type { Place } from '../../../test/support/make.ts'
import { startLanyard } from '../../../test/support/start-lanyard.ts'
import { COLUMNS, TENANT_COLUMN, useOf } from './personal-columns.ts'

test('every column of every table is described as personal or named as not personal, once, and none that is gone', async (t) => {
  const lanyard = await startLanyard(t)
  const db = await openConnection(t, lanyard.ownerConnection)
  const { rows } = await db.query<{ name: string; table_name: string; column_name: string }>(
    `select table_name, column_name from information_schema.columns
     where table_schema = 'public' and table_name in (
       select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE')`,
  )
  assert.ok(rows.length > 400)
  const undescribed = rows.filter((row) => useOf(row.table_name, row.column_name) === undefined)
  assert.deepEqual(
    undescribed.map((row) => `${row.table_name}.${row.column_name}`),
    [],
    'say in personal-columns.ts what these are to somebody’s privacy',
  )
  const described = Object.entries(COLUMNS).flatMap(([table, { personal = {}, not = '' }]) =>
    [...Object.values(personal), not].flatMap((columns) =>
      columns
        .split(' ')
        .filter(Boolean)
        .map((column) => `${table}.${column}`),
    ),
  )
  assert.equal(new Set(described).size, described.length, 'each stands in one list')
  const there = new Set(rows.map((row) => `${row.table_name}.${row.column_name}`))
  assert.deepEqual(
    described.filter((each) => !there.has(each)),
    [],
    'these are no longer there',
  )
  assert.deepEqual(
    described.filter((each) => each.endsWith(`.${TENANT_COLUMN}`)),
    [],
  )
})

/** The rows of a download, by heading. */
function rowsOf(text: string): Record<string, string>[] {
  const { data, meta } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true })
  assert.equal(meta.fields?.length, 11)
  return data
}
const record = async (who: Client, at: Place) =>
  rowsOf((await who.get(`/api/v1/organisations/${at.id}/processing-record`)).body)

test('the record of processing is of the database and the periods as they are: what each field is, what for, who sees it, how long', async (t) => {
  const lanyard = await reedPrimary(t, { mail: 'captured' })
  const { root, ownerConnection } = lanyard
  const owner = await ownersBrowser(lanyard)
  const line = (rows: Record<string, string>[], name: string) => {
    const [table, column] = name.split('.')
    return rows.find((row) => row.Table === table && row.Column === column)
  }
  const first = await record(owner, root)
  const mobile = line(first, 'accounts.mobile')
  assert.equal(mobile?.['What it is'], 'Mobile number in E.164, if given.')
  assert.equal(mobile?.Category, 'Names and contact details')
  assert.equal(mobile?.['Lawful basis (for you to fill in)'], '')
  assert.match(mobile?.['Lawful basis (a suggestion)'] ?? '', /public task, Art 6\(1\)\(e\)/)
  assert.match(
    mobile?.['Who sees it or gets it'] ?? '',
    /^“Edit people” \(Owner, Trust admin, Organisation admin, and whoever was granted it\); the person$/,
  )
  assert.match(line(first, 'accounts.email')?.['Who sees it or gets it'] ?? '', /the mail server you set up/)
  assert.equal(line(first, 'passwords.hash')?.['Who sees it or gets it'], 'Nobody: it is on no page')
  assert.equal(line(first, 'units.name'), undefined, 'what is of nobody is not in it')
  assert.ok(
    first.every((row) => row.Category && row.Purpose && row['How long it is kept'] && row['How it goes']),
  )
  assert.ok(
    first.every((row) => row['What it is']),
    'the database says what each column is',
  )
  assert.equal(line(first, 'sessions.used_at')?.['How long it is kept'], '30 days after it ended')

  assert.equal(
    (await owner.patch(`/api/v1/organisations/${root.id}/retention`, { sessions: 1, record: 13 })).status,
    200,
  )
  const db = await openConnection(t, ownerConnection)
  await db.query('alter table accounts add column shoe_size text')
  await db.query('alter table accounts rename column mobile to phone')
  const second = await record(owner, root)
  assert.equal(line(second, 'sessions.used_at')?.['How long it is kept'], '1 day after it ended')
  assert.match(line(second, 'audit_events.detail')?.['How long it is kept'] ?? '', /The rest: 13 months/)
  assert.match(line(second, 'accounts.shoe_size')?.Category ?? '', /^Not described yet: take it for personal/)
  assert.equal(line(second, 'accounts.mobile'), undefined)
})

test('only who decides about the tenant has the record of processing; others read where it is kept', async (t) => {
  const lanyard = await reedPrimary(t, { mail: 'captured' })
  const { head, http, make, reed, root } = lanyard
  const path = `/api/v1/organisations/${reed.id}/processing-record`
  const refused = await head.get(path)
  assert.deepEqual(
    [refused.status, refused.body.detail],
    [403, 'The record of processing is kept at Beacon Trust, for all of it.'],
  )
  const { actions } = (await head.get(`/api/v1/organisations/${reed.id}/retention`)).body
  assert.deepEqual(
    actions.find((each: { action: string }) => each.action === 'processing_record.download'),
    { action: 'processing_record.download', allowed: false, reason: refused.body.detail },
  )
  assert.equal((await head.get(`/api/v1/organisations/${root.id}/processing-record`)).status, 404)
  const user = http.as(await make.person('user@reed.example', { at: reed, role: 'user' }))
  assert.equal((await user.get(path)).status, 403)
  assert.equal((await http.fresh().get(path)).status, 401)
  const given = await (await ownersBrowser(lanyard)).get(path)
  assert.equal(given.status, 200)
  assert.match(
    given.headers.get('content-disposition') ?? '',
    /Record%20of%20processing%20Beacon%20Trust\.csv/,
  )
})
