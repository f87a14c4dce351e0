import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { type Lanyard, startLanyard } from '../../../test/support/start-lanyard.ts'
import { inTenant, outsideTenants } from '../../platform/database/database.ts'
import { cancelQueued } from './cancel-messages.ts'
import { claimDue } from './messages.queries.ts'
import { type NewMessage, queueMessages } from './queue-messages.ts'

const message = ({ root, owner }: Lanyard, more: Partial<NewMessage> = {}): NewMessage => ({
  kind: 'password_changed',
  organisationId: root.id,
  accountId: owner.personId,
  to: owner.email,
  subjectIds: {},
  ...more,
})

const queue = (lanyard: Lanyard, messages: NewMessage[]) =>
  inTenant(lanyard.app.database, lanyard.id, (tx) => queueMessages(tx, messages))
const cancel = (lanyard: Lanyard, which: Parameters<typeof cancelQueued>[1]) =>
  inTenant(lanyard.app.database, lanyard.id, (tx) => cancelQueued(tx, which))
const claim = (lanyard: Lanyard, most = 1000) =>
  outsideTenants(lanyard.app.database, (tx) => claimDue(tx, most))
const log = async ({ http, owner, root }: Lanyard) =>
  (await http.as(owner).get(`/api/v1/organisations/${root.id}/messages`)).body.data

test('messages get their ids in the order given, and wait as long as they should', async (t) => {
  const lanyard = await startLanyard(t, { mailWorker: false })
  const inAnHour = new Date(Date.now() + 3600_000)
  const ids = await queue(lanyard, [
    message(lanyard, { to: 'now@beacon.example' }),
    message(lanyard, { to: 'held@beacon.example', holdSeconds: 10 }),
    message(lanyard, { to: 'later@beacon.example', notBefore: inAnHour }),
    message(lanyard, { to: 'past@beacon.example', notBefore: new Date(0) }),
  ])
  const to = new Map((await log(lanyard)).map((row: { id: string; to: string }) => [row.id, row.to]))
  assert.deepEqual(
    ids.map((id) => to.get(id)),
    ['now@beacon.example', 'held@beacon.example', 'later@beacon.example', 'past@beacon.example'],
  )
  const claimed = async () => (await claim(lanyard)).map((each) => to.get(each.messageId)).sort()
  assert.deepEqual(await claimed(), ['now@beacon.example', 'past@beacon.example'])
  await lanyard.clock.shift(11)
  assert.deepEqual(await claimed(), ['held@beacon.example'])
  assert.equal((await queue(lanyard, [])).length, 0)
})

test('what has not left is stopped and never sent; what a worker holds is on its way', async (t) => {
  const lanyard = await startLanyard(t, { mail: 'sink', mailWorker: false })
  const about = randomUUID()
  const [held] = await queue(lanyard, [message(lanyard, { subjectIds: { batchId: about } })])
  await claim(lanyard)
  const [waiting] = await queue(lanyard, [message(lanyard, { subjectIds: { batchId: about } })])
  const { stopped, onTheirWay } = await cancel(lanyard, { subject: 'batchId', ids: [about] })
  assert.deepEqual(
    [stopped.map((each) => each.messageId), onTheirWay.map((each) => each.messageId)],
    [[waiting], [held]],
  )
  assert.deepEqual(stopped[0]?.subjectIds, { batchId: about })
  const row = (await log(lanyard)).find((each: { id: string }) => each.id === waiting)
  assert.deepEqual([row.state, row.stateLabel, row.nextTryAt], ['suppressed', 'Not sent', null])
  assert.equal(await lanyard.sendMail(), 0)
  // The worker that held the other one is gone: the next one sends it.
  await lanyard.clock.shift(3 * 60 + 1)
  assert.equal(await lanyard.sendMail(), 1)
  assert.equal(lanyard.mailbox.all().length, 1)
})

test('an attempt that ended in silence is not called “not sent”, though it is not repeated', async (t) => {
  const lanyard = await startLanyard(t, { mail: 'sink', mailWorker: false })
  lanyard.mailbox.behave('drop')
  const [id] = await queue(lanyard, [message(lanyard)])
  await lanyard.sendMail()
  const { stopped, onTheirWay } = await cancel(lanyard, { messageIds: [id ?? ''] })
  assert.deepEqual([stopped.length, onTheirWay.length], [0, 1])
  const [row] = await log(lanyard)
  assert.deepEqual([row.state, row.nextTryAt], ['unknown', null])
  assert.match(row.explanation, /nobody knows if it arrived\. It is no longer needed/)
  await lanyard.clock.shift(3600)
  assert.equal(await lanyard.sendMail(), 0)
})

test('stopping and claiming at the same moment: each message is either stopped or claimed', async (t) => {
  const lanyard = await startLanyard(t, { mailWorker: false })
  for (let round = 0; round < 10; round++) {
    const ids = await queue(
      lanyard,
      Array.from({ length: 50 }, () => message(lanyard)),
    )
    const [first, second, cancelled, third] = await Promise.all([
      claim(lanyard, 15),
      claim(lanyard, 15),
      cancel(lanyard, { messageIds: ids }),
      claim(lanyard, 15),
    ])
    const claimed = [...first, ...second, ...third].map((each) => each.messageId)
    const stopped = cancelled.stopped.map((each) => each.messageId)
    assert.equal(new Set([...claimed, ...stopped]).size, claimed.length + stopped.length, 'never both')
    assert.equal(new Set([...claimed, ...stopped]).size, 50, 'and never neither')
  }
})
