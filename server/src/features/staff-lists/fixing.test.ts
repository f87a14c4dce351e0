import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  change,
  csv,
  reedWithLists,
  rowOf,
  rowsOf,
  tryUpload,
  upload,
  uploadRows,
} from '../../../test/support/staff-list.ts'

const HEAD = 'First name,Last name,Email,Leaving date,Department'
const FIELDS = ['givenName', 'familyName', 'email', 'leavingDate', 'unit']
const AS_SAID = { mapping: { columns: Object.fromEntries(FIELDS.entries()) } }

test('what is typed over a row is read like the file, stays when the plan is made anew, and counts at once', async (t) => {
  const { head, reed } = await reedWithLists(t)
  const list = await upload(
    head,
    reed,
    csv(HEAD, 'Raj,Patel,raj@reed.example,31/02/2099,', 'Jo,Lee,,,', 'Zoë,Adeyemi,zoe@reed.example,,'),
    AS_SAID,
  )
  const [raj, jo] = await rowsOf(head, list, '&outcome=error')
  assert.equal(raj.problems[0].value, '31/02/2099')
  assert.equal(raj.problems[0].fieldLabel, 'Leaving date')
  const row = `/api/v1/staff-lists/${list.id}/rows/${raj.place}`
  const wrong = await head.patch(row, { values: { leavingDate: '30/02/2099' } })
  assert.deepEqual([wrong.status, wrong.body.errors[0].pointer], [422, '#/values/leavingDate'])
  const right = await change(head, list, raj, { values: { leavingDate: '28/2/2099' } })
  assert.deepEqual(
    [right.row.outcome, right.row.given.leavingDate, right.list.counts.error],
    ['add', '2099-02-28', 1],
  )
  const whole = await change(head, list, jo, { values: { email: ' Jo.Lee@Reed.example ' } })
  assert.deepEqual(
    [whole.row.email, whole.list.counts.add, whole.list.counts.error],
    ['jo.lee@reed.example', 3, 0],
  )
  const read = await head.patch(`/api/v1/staff-lists/${list.id}/mapping`, { columns: { 4: null } })
  assert.equal(read.status, 200, JSON.stringify(read.body))
  assert.deepEqual([read.body.counts.add, read.body.counts.error], [3, 0], 'also when the file is read anew')
})

test('rows with the same thing wrong are put right together', async (t) => {
  const { head, reed, make } = await reedWithLists(t)
  await make.unit('Science', { at: reed })
  const list = await upload(
    head,
    reed,
    csv(
      HEAD,
      'Jo,Lee,"jo@reed.example; jo.lee@gmail.com",,Science',
      'Kay,Ford,"kay@gmail.com; kay@reed.example",,Scince',
      'Ivy,Moss,ivy,,Scince; Choir',
      'Tom,Reed,tom,,Science',
    ),
    AS_SAID,
  )
  const groups = async () => (await head.get(`/api/v1/staff-lists/${list.id}/groups`)).body.data
  const found = await groups()
  assert.deepEqual(
    found.map((each: { detail: string; fix: string }) => [each.detail, each.fix]).sort(),
    [
      ['2 rows have a user name in place of an address.', 'Add @reed.example to all 2'],
      ['2 rows have two addresses in one cell.', 'Use reed.example for all 2'],
      ['“Scince” isn’t a department here.', 'Use Science for 2 rows'],
    ].sort(),
  )
  for (const { key } of found) {
    const fixed = await head.post(`/api/v1/staff-lists/${list.id}/fixes`, { key })
    assert.equal(fixed.status, 200, JSON.stringify(fixed.body))
  }
  assert.deepEqual(await groups(), [])
  assert.deepEqual(
    (await rowsOf(head, list)).map((row) => [row.email, row.given.unit, row.outcome]),
    [
      ['jo@reed.example', 'Science', 'add'],
      ['kay@reed.example', 'Science', 'add'],
      ['ivy@reed.example', 'Science; Choir', 'add'],
      ['tom@reed.example', 'Science', 'add'],
    ],
  )
  const gone = await head.post(`/api/v1/staff-lists/${list.id}/fixes`, { key: found[0].key })
  assert.deepEqual([gone.status, gone.body.code], [409, 'group_unknown'])
})

test('problem rows that were put right elsewhere are merged by their row', async (t) => {
  const { head, reed } = await reedWithLists(t)
  const list = await upload(
    head,
    reed,
    csv(HEAD, 'Raj,Patel,raj@reed.example,31/02/2099,Art', 'Zoë,Adeyemi,zoe@reed.example,,', 'Jo,Lee,,,'),
    AS_SAID,
  )
  const merged = await uploadRows(
    head,
    list,
    csv(
      `Row,${HEAD},Problem`,
      '2,Raj,Patel,raj@reed.example,28/02/2099,Art,Not a real date',
      '4,Jo,Lee,jo@reed.example,,,No email',
      '99,Nobody,Here,nobody@reed.example,,,',
    ),
  )
  assert.equal(merged.status, 200, JSON.stringify(merged.body))
  assert.deepEqual([merged.body.counts.add, merged.body.counts.error, merged.body.counts.people], [3, 0, 3])
  assert.equal((await rowOf(head, list, 'Raj Patel')).given.leavingDate, '2099-02-28')
  const other = await uploadRows(head, list, csv(HEAD, 'Raj,Patel,raj@reed.example,,Art'))
  assert.deepEqual([other.status, other.body.code], [422, 'rows_unknown'])
})

test('what the columns and values are can be said, and the next list with the same headings knows it', async (t) => {
  const { head, reed, make } = await reedWithLists(t)
  const science = await make.unit('Science', { at: reed })
  const content = csv(HEAD, 'Zoë,Adeyemi,zoe@reed.example,,Sci', 'Raj,Patel,raj@reed.example,,Old hall')
  const list = await upload(head, reed, content, AS_SAID)
  const mapping = `/api/v1/staff-lists/${list.id}/mapping`
  const said = await head.patch(mapping, {
    values: [
      { field: 'unit', value: 'Sci', means: science.id },
      { field: 'unit', value: 'Old hall', means: null },
    ],
  })
  assert.deepEqual(
    said.body.values.map((each: { value: string; label: string | null; why: string }) => [
      each.value,
      each.label,
      each.why,
    ]),
    [
      ['Old hall', null, 'You chose this'],
      ['Sci', 'Science', 'You chose this'],
    ],
  )
  const unknown = await head.patch(mapping, { values: [{ field: 'role', value: 'Boss', means: 'emperor' }] })
  assert.deepEqual([unknown.status, unknown.body.code], [422, 'value_unknown'])
  const above = await head.patch(mapping, {
    values: [{ field: 'role', value: 'Boss', means: 'super_admin' }],
  })
  assert.deepEqual([above.status, above.body.code], [403, 'role_above_yours'])
  const kept = await head.patch(mapping, { keep: ['unit'] })
  assert.equal(kept.status, 200)
  const next = await upload(head, reed, content, AS_SAID)
  assert.equal(next.values.find((each: { value: string }) => each.value === 'Sci').label, 'Science')
})

test('two people at work on one list at the same moment both get what they said', async (t) => {
  const { head, trainer, reed } = await reedWithLists(t)
  const list = await upload(
    head,
    reed,
    csv(HEAD, 'Jo,Lee,,,', 'Kay,Ford,,,', 'Ivy,Moss,,,', 'Tom,Reed,,,'),
    AS_SAID,
  )
  const rows = await rowsOf(head, list)
  const done = await Promise.all(
    rows.map((row, n) =>
      (n % 2 ? head : trainer).patch(`/api/v1/staff-lists/${list.id}/rows/${row.place}`, {
        values: { email: `${row.given.givenName}@reed.example` },
      }),
    ),
  )
  assert.deepEqual(
    done.map((each) => each.status),
    [200, 200, 200, 200],
  )
  const { body } = await head.get(`/api/v1/staff-lists/${list.id}`)
  assert.deepEqual([body.counts.add, body.counts.error], [4, 0])
})

test('rows are paged by place, and found by outcome, name and address', async (t) => {
  const { head, reed } = await reedWithLists(t)
  const people = Array.from({ length: 7 }, (_, n) => `P${n},Ford,p${n}@reed.example,,`)
  const list = await upload(head, reed, csv(HEAD, ...people, 'Jo,Lee,,,'), AS_SAID)
  const path = `/api/v1/staff-lists/${list.id}/rows`
  const first = (await head.get(`${path}?limit=5&count=exact`)).body
  const second = (await head.get(`${path}?limit=5&after=${first.next}`)).body
  assert.deepEqual(
    [...first.data, ...second.data].map((row: { n: number }) => row.n),
    [2, 3, 4, 5, 6, 7, 8, 9],
  )
  assert.deepEqual([first.total, second.next], [8, null])
  const named = (await head.get(`${path}?q=p3 ford&count=exact`)).body
  assert.deepEqual([named.total, named.data[0].email], [1, 'p3@reed.example'])
  assert.deepEqual((await head.get(`${path}?outcome=error`)).body.data.length, 1)
})

test('who may not upload there, or is elsewhere, gets nothing of it', async (t) => {
  const lanyard = await reedWithLists(t)
  const { head, reed, make, http } = lanyard
  const list = await upload(head, reed, csv(HEAD, 'Jo,Lee,jo@reed.example,,'), AS_SAID)
  const plain = http.as(await make.person('plain@reed.example', { at: reed }))
  const mill = await make.school('Mill Lane')
  const other = http.as(await make.person('max@mill.example', { at: mill, role: 'organisation_admin' }))
  const stranger = await lanyard.secondTenant()
  const elsewhere = stranger.http.as(stranger.owner)
  const at = `/api/v1/staff-lists/${list.id}`
  for (const [who, status] of [
    [plain, 403],
    [other, 404],
    [elsewhere, 404],
  ] as const) {
    assert.equal((await tryUpload(who, reed, csv(HEAD))).status, status)
    assert.equal((await who.get(`/api/v1/organisations/${reed.id}/staff-lists`)).status, status)
    for (const path of [at, `${at}/rows`, `${at}/groups`])
      assert.equal((await who.get(path)).status, status, path)
    assert.equal((await who.patch(`${at}/rows/2`, { decision: 'skip' })).status, status)
    assert.equal((await who.patch(`${at}/mapping`, { keep: ['unit'] })).status, status)
    assert.equal((await who.post(`${at}/fixes`, { key: 'x' })).status, status)
    assert.equal((await uploadRows(who, list, csv(HEAD))).status, status)
    assert.equal((await who.delete(at)).status, status)
  }
  assert.equal((await head.delete(at)).status, 204)
  assert.equal((await head.get(at)).status, 404)
})

test('a file that can’t be read is answered so, and nothing of it is kept', async (t) => {
  const { head, reed } = await reedWithLists(t)
  const empty = await tryUpload(head, reed, '')
  assert.deepEqual([empty.status, empty.body.code], [422, 'file_empty'])
  const page = await tryUpload(head, reed, '<!doctype html><html><body>Staff</body></html>')
  assert.deepEqual([page.status, page.body.code], [415, 'file_type'])
  const missing = await head.post(`/api/v1/organisations/${reed.id}/staff-lists`, { everyone: true })
  assert.deepEqual([missing.status, missing.body.code], [422, 'file_needed'])
  const lists = (await head.get(`/api/v1/organisations/${reed.id}/staff-lists?count=exact`)).body
  assert.deepEqual([lists.data, lists.total], [[], 0])
})

test('rows sent as JSON are read like a file, and hostile names stay words', async (t) => {
  const { head, reed } = await reedWithLists(t)
  const name = '<img src=x onerror=alert(1)>'
  const reply = await head.post(`/api/v1/organisations/${reed.id}/staff-lists`, {
    everyone: false,
    rows: [
      { 'First name': name, 'Last name': 'constructor', Email: 'a@reed.example', Department: '__proto__' },
      {
        'First name': "Robert'); drop table accounts;--",
        'Last name': 'O’Brien',
        Email: 'b@reed.example',
        Department: '\\"; x',
      },
      { 'First name': 'Zoë', 'Last name': '王小明', Email: 'c@reed.example', Department: 'D&T' },
    ],
  })
  assert.equal(reply.status, 201, JSON.stringify(reply.body))
  const rows = await rowsOf(head, reply.body)
  assert.deepEqual(
    rows.map((row) => row.outcome),
    ['add', 'add', 'add'],
  )
  assert.equal(rows[2].name, 'Zoë 王小明')
  assert.equal(
    (await head.get(`/api/v1/staff-lists/${reply.body.id}/rows?q=${encodeURIComponent("%'_")}`)).status,
    200,
  )
})

test('a trust’s list goes to the schools that it names; one it doesn’t name has no leavers, one out of sight is unknown', async (t) => {
  const { olive, root, reed, make } = await reedWithLists(t)
  const mill = await make.school('Mill Lane')
  await make.person('tom@reed.example', { at: reed, name: 'Tom Reed' })
  await make.person('max@mill.example', { at: mill, name: 'Max Webb' })
  const list = await upload(
    olive,
    root,
    csv(
      'First name,Last name,Email,School',
      'Tom,Reed,tom@reed.example,Reed Primary',
      'Zoë,Adeyemi,zoe@reed.example,REED PRIMARY',
      'Eve,Ford,eve@hill.example,Hill Top',
      'Ivy,Moss,ivy@hill.example,',
    ),
    { everyone: true },
  )
  assert.deepEqual(
    (await rowsOf(olive, list)).map((row) => [row.name, row.outcome, row.problems[0]?.code]),
    [
      ['Tom Reed', 'unchanged', undefined],
      ['Zoë Adeyemi', 'add', undefined],
      ['Eve Ford', 'error', 'school_unknown'],
      ['Ivy Moss', 'error', 'school_missing'],
      ['Sam Patel', 'not_on_list', undefined],
      ['Tess Till', 'not_on_list', undefined],
    ],
  )
  const chosen = await olive.patch(`/api/v1/staff-lists/${list.id}/mapping`, {
    values: [{ field: 'school', value: 'Hill Top', means: mill.id }],
  })
  assert.deepEqual([chosen.body.counts.add, chosen.body.counts.not_on_list], [2, 3])
})

test('at a school, a school column counts when some row names the school, and is left aside when none does', async (t) => {
  const { head, reed } = await reedWithLists(t)
  const columns = { 0: 'givenName', 1: 'familyName', 2: 'email', 3: 'school' }
  const list = async (school: string) =>
    upload(
      head,
      reed,
      csv(
        'First name,Last name,Email,School',
        `Zoë,Adeyemi,zoe@reed.example,${school}`,
        'Max,Webb,max@reed.example,Mill Lane',
      ),
      { mapping: { columns } },
    )
  const named = await list('reed-primary')
  assert.deepEqual(
    (await rowsOf(head, named)).map((row) => [row.name, row.outcome, row.problems[0]?.code]),
    [
      ['Zoë Adeyemi', 'add', undefined],
      ['Max Webb', 'error', 'other_school'],
    ],
  )
  const unnamed = await list('Main site')
  assert.deepEqual([unnamed.counts.add, unnamed.counts.error], [2, 0])
  assert.ok(
    unnamed.notes.includes(
      'The school column isn’t used, because no row names Reed Primary. Everybody is taken to work here.',
    ),
  )
})
