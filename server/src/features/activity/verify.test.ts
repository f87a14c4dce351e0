import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openAsTamperer } from '../../../test/support/behind-the-curtain.ts'
import { inviteOne, reedPrimary } from '../../../test/support/invite.ts'
import { recorded } from '../../../test/support/record.ts'
import { sealAudit } from '../audit/seal-audit.ts'

test('whoever reads the record can have it checked, and sees the range; a bad place stays on the page until the next look', async (t) => {
  const { app, id, head, http, make, reed, ownerConnection } = await reedPrimary(t)
  await inviteOne(head, reed, { email: 'jane@reed.example' })
  await sealAudit(app, id)
  const at = `/api/v1/organisations/${reed.id}/audit`
  assert.equal((await head.get(at)).body.record.lastCheck, null)
  const found = (await head.post(`${at}/verify`)).body
  assert.equal(found.problem, null)
  assert.ok(found.sealed > 3 && found.anchors === 1)
  assert.ok(Date.parse(found.fromAt) < Date.parse(found.throughAt))
  assert.deepEqual((await head.get(at)).body.record.lastCheck, found)
  assert.equal((await head.get(at)).body.data[0].sentence, 'Sam Patel verified the record')

  const tamperer = await openAsTamperer(t, ownerConnection)
  await tamperer.query(
    `update audit_events set detail = '{}' where id = (select event_id from audit_seals where sequence = 3)`,
  )
  const bad = (await head.post(`${at}/verify`)).body
  assert.equal(bad.firstBad, 3)
  assert.equal(bad.problem, 'Position 3 was changed after it was sealed.')
  assert.equal((await head.get(at)).body.record.lastCheck.firstBad, 3)
  const tom = http.as(await make.person('tom@reed.example', { at: reed }))
  assert.equal((await tom.post(`${at}/verify`)).status, 403)
})

test('the export has an entry to a line as the list has them, for a program to read', async (t) => {
  const { head, reed } = await reedPrimary(t)
  await inviteOne(head, reed, { email: 'jane@reed.example', givenName: 'Jane', familyName: 'Smith' })
  const at = `/api/v1/organisations/${reed.id}/audit`
  const file = await head.get(`${at}/export?format=jsonl&what=invitations`)
  assert.match(file.headers.get('content-type') ?? '', /^application\/jsonl/)
  const lines = file.bytes.toString('utf8').trimEnd().split('\n')
  assert.deepEqual(
    lines.map((line) => JSON.parse(line)),
    (await head.get(`${at}?what=invitations`)).body.data,
  )
})

test('who has no right to the record takes no file of it, of any kind, and each try is recorded', async (t) => {
  const { app, id, head, http, make, reed, root } = await reedPrimary(t)
  const tom = http.as(await make.person('tom@reed.example', { at: reed }))
  const tia = http.as(await make.person('tia@reed.example', { at: reed, role: 'training_admin' }))
  const file = (format: string, at = reed) => `/api/v1/organisations/${at.id}/audit/export?format=${format}`
  for (const who of [tom, tia])
    for (const format of ['csv', 'jsonl']) {
      const refused = await who.get(file(format))
      assert.deepEqual([refused.status, refused.body.code], [403, 'forbidden'], format)
    }
  assert.equal((await head.get(file('csv', root))).status, 404, 'nor of what is above, which is out of sight')
  const lines = await recorded(app, id)
  const denied = lines.filter((line) => line.event === 'authz.denied')
  assert.deepEqual(
    denied.map((line) => line.detail.route),
    Array.from({ length: 4 }, () => '/api/v1/organisations/:id/audit/export'),
  )
  assert.ok(!lines.some((line) => line.event === 'activity.exported'))
})
