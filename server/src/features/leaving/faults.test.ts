import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dayIn, passMidnight } from '../../../test/support/days.ts'
import type { Client } from '../../../test/support/http-client.ts'
import { mailIsSettled, reedPrimary, signIn } from '../../../test/support/invite.ts'
import { openTenant } from '../../../test/support/plant.ts'
import { recorded } from '../../../test/support/record.ts'
import { workDueDates } from './work-due-dates.ts'

const statusOf = async (who: Client, person: { id: string }) => {
  const { status, body } = await who.get(`/api/v1/people/${person.id}`)
  return status === 200 ? body.status : status
}

test('who cannot be ended or deleted because of a fault holds nobody else back, is in the log and done the day after it is mended', async (t) => {
  const said: string[] = []
  const scene = await reedPrimary(t, { mail: 'sink', log: { write: (line) => void said.push(line) } })
  const { app, id, head, make, owner, reed, sam, mailbox } = scene
  const work = () => workDueDates(app, id)
  const named = (...names: string[]) =>
    Promise.all(names.map((name) => make.person(`${name}@reed.example`, { at: reed, name: `${name} Moss` })))
  const leaving = await named('ann', 'ben', 'cat', 'dan', 'eve')
  const going = await named('fay', 'gus', 'hal')
  const on = await dayIn(scene, 0)
  for (const [index, each] of leaving.entries())
    assert.equal(
      (await head.post(`/api/v1/people/${each.id}/${index < 2 ? 'pause' : 'archive'}`, { on })).status,
      200,
    )
  const db = await openTenant(t, scene)
  await db.query('update memberships set deletion_date = $1::date + 1 where id = any($2)', [
    on,
    going.map((each) => each.id),
  ])
  const broken = [leaving[3]?.id, going[1]?.id]
  await db.query(`
    create function break_it() returns trigger language plpgsql as $$
      begin raise exception 'this row is broken'; end $$`)
  await db.query(`
    create trigger break_it before update on memberships for each row
      when (old.id in ('${broken.join("', '")}')) execute function break_it()`)
  await passMidnight(scene, 9 * 60)
  await work()

  const watching = async () => {
    const { browser } = await signIn(scene, owner.email, owner.password)
    return Promise.all([...leaving, ...going].map((each) => statusOf(browser, each)))
  }
  const gone = 'inactive'
  assert.deepEqual(await watching(), [gone, gone, gone, 'active', gone, 404, 'active', 404])
  const failed = async () =>
    (await recorded(app, id))
      .filter((each) => each.event === 'person.end_not_done')
      .map((each) => [each.subject, each.detail.what, each.detail.code])
  const expected = [
    [leaving[3]?.personId, 'end', 'fault'],
    [going[1]?.personId, 'delete', 'fault'],
  ]
  assert.deepEqual(await failed(), expected)
  const faults = said.map((line) => JSON.parse(line)).filter(({ level }) => level >= 50)
  assert.deepEqual(
    faults.map((line) => [line.membershipId, line.err.message]),
    broken.map((each) => [each, 'this row is broken']),
  )
  assert.doesNotMatch(JSON.stringify(faults), /Moss|reed\.example/)
  await work()
  assert.deepEqual(await failed(), expected, 'not tried again the same day')

  const { browser } = await signIn(scene, sam.email, sam.password)
  await scene.sendMail()
  await mailIsSettled(browser, reed)
  const letter = mailbox.all().find(({ mail }) => /leaving date could not be kept/.test(mail.subject ?? ''))
  assert.deepEqual(letter?.to, [sam.email])
  assert.match(
    letter?.mail.text ?? '',
    /dan Moss was to be archived at the end of .*\. Something went wrong on the way\. Whoever looks after the server finds it in the log\./,
  )

  await db.query('drop trigger break_it on memberships')
  await passMidnight(scene)
  await work()
  assert.deepEqual(await watching(), [gone, gone, gone, gone, gone, 404, 404, 404])
})

test('an end happens on its day as planned, though who planned it may not do it any more', async (t) => {
  const scene = await reedPrimary(t, { mail: 'captured' })
  const { app, id, http, make, olive, owner, reed } = scene
  const pat = await make.person('pat@reed.example', { at: reed })
  const max = await make.person('max@reed.example', { at: reed, role: 'organisation_admin' })
  const on = await dayIn(scene, 0)
  assert.equal((await http.as(max).post(`/api/v1/people/${pat.id}/archive`, { on })).status, 200)
  assert.equal((await olive.post(`/api/v1/people/${max.id}/archive`, {})).status, 200)
  await passMidnight(scene)
  await workDueDates(app, id)
  const { browser } = await signIn(scene, owner.email, owner.password)
  assert.equal(await statusOf(browser, pat), 'inactive')
})
