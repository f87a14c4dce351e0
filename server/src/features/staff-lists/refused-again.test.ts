import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openConnection } from '../../../test/support/behind-the-curtain.ts'
import { csv, reedWithLists, upload } from '../../../test/support/staff-list.ts'
import { workStaffList } from './work-staff-list.ts'

const LIST = csv('First name,Last name,Email', 'Zoë,Hart,zoe@reed.example')

test('a file that was refused is refused the same way when the request is repeated under its key', async (t) => {
  const { head, reed } = await reedWithLists(t)
  const send = () =>
    head.upload(
      `/api/v1/organisations/${reed.id}/staff-lists`,
      { name: 'staff.csv', content: '%PDF-1.7 nothing' },
      { everyone: 'false' },
      { 'idempotency-key': 'once' },
    )
  const [first, again] = [await send(), await send()]
  assert.equal(first.status, 415)
  assert.deepEqual([again.status, again.body.code], [first.status, first.body.code])
})

test('a file that ends the process each time it is read is given up after three times, and can be discarded', async (t) => {
  const { app, id: tenantId, ownerConnection, head, reed } = await reedWithLists(t)
  const list = await upload(head, reed, LIST)
  const owner = await openConnection(t, ownerConnection)
  await owner.query('alter table staff_lists no force row level security')
  // What a process that died while it read leaves behind.
  const die = () => owner.query(`update staff_lists set state = 'analysing'`)
  const again = async () => {
    await die()
    await workStaffList(app, tenantId, list.id)
    return (await head.get(`/api/v1/staff-lists/${list.id}`)).body
  }
  const states = [(await again()).state, (await again()).state]
  const failed = await again()
  assert.deepEqual([...states, failed.state], ['ready', 'ready', 'failed'])
  assert.equal(failed.problem.code, 'file_stopped_us')
  assert.match(failed.problem.detail, /stopped Lanyard more than once/)
  assert.deepEqual(failed.actions, [{ action: 'discard', allowed: true }])
  assert.equal((await head.delete(`/api/v1/staff-lists/${list.id}`)).status, 204)
})

test('a form that is broken or arrives in part is refused in words, and nothing is kept of it', async (t) => {
  const { head, reed } = await reedWithLists(t)
  const path = `/api/v1/organisations/${reed.id}/staff-lists`
  const cut =
    '--x\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\nEmail\r\nann@reed.ex'
  for (const [type, body] of [
    ['multipart/form-data', cut],
    ['multipart/form-data; boundary=x', cut],
    ['multipart/form-data; boundary=x', ''],
    ['multipart/form-data; boundary=', '--'],
  ] as const) {
    const reply = await head.post(path, body, { 'content-type': type })
    assert.ok(reply.status === 422 || reply.status === 406, `${type}: ${reply.status} ${reply.body.detail}`)
  }
  assert.deepEqual((await head.get(path)).body.data, [])
})
