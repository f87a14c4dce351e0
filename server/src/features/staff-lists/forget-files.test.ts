import assert from 'node:assert/strict'
import { test } from 'node:test'
import { apply, peopleAt } from '../../../test/support/apply-list.ts'
import { openConnection } from '../../../test/support/behind-the-curtain.ts'
import { csv, reedWithLists, upload } from '../../../test/support/staff-list.ts'
import { sweep } from '../../entrances/worker/sweep.ts'

const DAY = 86_400
const LIST = csv('Email,First name,Surname', 'zoe@reed.example,Zoë,Adeyemi')

test('a file is deleted after 7 days, a draft after 14 that nobody touched it, and what was applied stays', async (t) => {
  const lanyard = await reedWithLists(t)
  const { app, id, baseUrl, head, http, reed, sam, clock } = lanyard
  const draft = await upload(head, reed, LIST)
  const touched = await upload(head, reed, LIST)
  const applied = await upload(head, reed, LIST)
  await apply(lanyard, head, applied)
  const clean = () => sweep(app, [{ tenantId: id, baseUrl, host: new URL(baseUrl).host }])
  const later = async (days: number) => {
    await clock.shift(days * DAY)
    const browser = http.fresh()
    await browser.post('/api/v1/sessions', { email: sam.email, password: sam.password })
    return browser
  }
  await later(6.9)
  await clean()
  assert.ok((await (await later(0)).get(`/api/v1/staff-lists/${draft.id}`)).body.fileKeptUntil)
  const eighth = await later(0.2)
  await clean()
  const { body } = await eighth.get(`/api/v1/staff-lists/${draft.id}`)
  assert.deepEqual([body.state, body.fileKeptUntil], ['ready', null])
  const row = (await eighth.get(`/api/v1/staff-lists/${touched.id}/rows`)).body.data[0]
  await eighth.patch(`/api/v1/staff-lists/${touched.id}/rows/${row.place}`, { decision: 'skip' })
  const fifteenth = await later(7)
  await clean()
  assert.equal((await fifteenth.get(`/api/v1/staff-lists/${draft.id}`)).status, 404)
  assert.equal((await fifteenth.get(`/api/v1/staff-lists/${touched.id}`)).status, 200)
  assert.equal((await fifteenth.get(`/api/v1/staff-lists/${applied.id}`)).body.state, 'applied')
  assert.ok((await peopleAt(fifteenth, reed)).has('zoe@reed.example'))
})

test('what is of no use is forgotten when a list is applied, and when the file of a draft is deleted', async (t) => {
  const lanyard = await reedWithLists(t)
  const { app, id, baseUrl, head, http, reed, sam, clock, ownerConnection } = lanyard
  const content = csv(
    'Email,First name,Surname,Role,Locker',
    'zoe@reed.example,Zoë,Adeyemi,Teacher,secret door 71',
    'kit@pupils.example,Kit,Pupil-Name,Student,secret door 72',
  )
  const owner = await openConnection(t, ownerConnection)
  for (const table of ['staff_lists', 'staff_list_rows'])
    await owner.query(`alter table ${table} no force row level security`)
  const kept = async (list: { id: string }) => {
    const { rows } = await owner.query(
      `select l.reading::text || string_agg(r::text, ' ' order by r.place) as said from staff_lists l
       join staff_list_rows r on r.list_id = l.id where l.id = $1 group by l.id, l.reading::text`,
      [list.id],
    )
    return rows[0].said as string
  }
  const [applied, draft] = [await upload(head, reed, content), await upload(head, reed, content)]
  assert.match(await kept(draft), /secret/)
  assert.match(await kept(draft), /Pupil-Name/)
  await apply(lanyard, head, applied)
  assert.doesNotMatch(await kept(applied), /secret|Pupil|kit@/)
  const { body } = await head.get(`/api/v1/staff-lists/${applied.id}/rows?outcome=skipped`)
  assert.match(body.data[0].warnings[0].detail, /Student/)
  assert.equal(body.data[0].n, 3)

  await clock.shift(7.1 * DAY)
  await sweep(app, [{ tenantId: id, baseUrl, host: new URL(baseUrl).host }])
  assert.doesNotMatch(await kept(draft), /secret|Pupil|kit@/)
  const browser = http.fresh()
  await browser.post('/api/v1/sessions', { email: sam.email, password: sam.password })
  const reading = (await browser.get(`/api/v1/staff-lists/${draft.id}`)).body.reading
  assert.equal(reading.columns.length, 5)
  assert.ok(reading.columns.every((column: { samples: string[] }) => column.samples.length === 0))
})
