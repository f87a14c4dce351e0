import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { apply, peopleAt, undo } from '../../../test/support/apply-list.ts'
import { dayIn, passMidnight } from '../../../test/support/days.ts'
import { signIn } from '../../../test/support/invite.ts'
import { csv, reedWithLists, upload } from '../../../test/support/staff-list.ts'

const HEADINGS = 'Email,First name,Surname,Leaving date'
const STAFF = ['sam@reed.example,Sam,Patel,', 'tess@reed.example,Tess,Till,']

/** Reed Primary in Auckland, at six in the morning or at six in the evening in UTC: there it is the next day by then. */
async function inAuckland(t: TestContext, hour: 6 | 18) {
  const lanyard = await reedWithLists(t)
  const { olive, reed, sam } = lanyard
  const zoned = await olive.patch(`/api/v1/organisations/${reed.id}`, { timeZone: 'Pacific/Auckland' })
  assert.equal(zoned.status, 200, JSON.stringify(zoned.body))
  await passMidnight(lanyard, hour * 60, 'UTC')
  const day = await dayIn(lanyard, 0, 'UTC')
  const afresh = async () => (await signIn(lanyard, sam.email, sam.password)).browser
  return { ...lanyard, day, afresh, head: await afresh() }
}

test('whose last day is over where they work has none any more once they are back', async (t) => {
  const { head, make, reed, day } = await inAuckland(t, 18)
  const pat = await make.person('pat@reed.example', { at: reed })
  const gone = await head.post(`/api/v1/people/${pat.id}/archive`, { leavingDate: day })
  assert.equal(gone.status, 200, JSON.stringify(gone.body))
  assert.equal((await head.get(`/api/v1/people/${pat.id}`)).body.leavingDate, day)
  assert.equal((await head.post(`/api/v1/people/${pat.id}/reactivate`)).status, 200)
  assert.equal((await head.get(`/api/v1/people/${pat.id}`)).body.leavingDate, null)
})

test('a list stops naming somebody when their last day is over where they work, in the list and for deleting', async (t) => {
  const lanyard = await inAuckland(t, 6)
  const { head, reed, day, afresh, clock } = lanyard
  const list = await upload(head, reed, csv(HEADINGS, ...STAFF, `jane@reed.example,Jane,Smith,${day}`), {
    everyone: true,
  })
  await apply(lanyard, head, list)
  const jane = (await peopleAt(head, reed)).get('jane@reed.example')
  const unlisted = async (who: typeof head) =>
    (await who.get(`/api/v1/organisations/${reed.id}/people?listed=no`)).body.data.map(
      (each: { email: string }) => each.email,
    )
  const remove = async (who: typeof head) => {
    const { status, body } = await who.send('DELETE', `/api/v1/people/${jane.id}`, { name: 'Jane Smith' })
    return body.code ?? status
  }
  assert.deepEqual(await unlisted(head), [])
  assert.equal(await remove(head), 'still_listed', 'her last day is not over')

  await clock.shift(12 * 3600)
  const later = await afresh()
  assert.deepEqual(await unlisted(later), ['jane@reed.example'])
  assert.equal(await remove(later), 200)
})

test('a later list whose leaving date is over where they work says too that they left, and undoing leaves them archived', async (t) => {
  const lanyard = await inAuckland(t, 18)
  const { head, make, reed, day } = lanyard
  const zoe = await make.person('zoe@reed.example', { at: reed, name: 'Zoë Adeyemi' })
  const without = await upload(head, reed, csv(HEADINGS, ...STAFF), { everyone: true })
  await apply(lanyard, head, without, { leavers: [zoe.id] })
  const again = await upload(head, reed, csv(HEADINGS, `zoe@reed.example,Zoë,Adeyemi,${day}`))
  assert.equal(again.counts.unchanged, 1, JSON.stringify(again.counts))
  await apply(lanyard, head, again)
  await undo(lanyard, head, without)
  assert.equal((await peopleAt(head, reed)).get('zoe@reed.example').status, 'inactive')
})
