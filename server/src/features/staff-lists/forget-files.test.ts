import assert from 'node:assert/strict'
import { test } from 'node:test'
import { apply, peopleAt } from '../../../test/support/apply-list.ts'
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
