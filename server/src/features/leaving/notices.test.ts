import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { apply, peopleAt } from '../../../test/support/apply-list.ts'
import { dayIn, passMidnight } from '../../../test/support/days.ts'
import type { Client } from '../../../test/support/http-client.ts'
import { mailIsSettled, signIn } from '../../../test/support/invite.ts'
import type { Person } from '../../../test/support/make.ts'
import { openTenant } from '../../../test/support/plant.ts'
import { recorded } from '../../../test/support/record.ts'
import { csv, reedWithLists, upload } from '../../../test/support/staff-list.ts'
import { workDueDates } from './work-due-dates.ts'

const HEADINGS = 'Email,First name,Surname'
const STAFF = ['sam@reed.example,Sam,Patel', 'tess@reed.example,Tess,Till']

/** Reed Primary, its post, and the ways of its head to read what is behind the link of a notice. */
async function reedWithPost(t: TestContext) {
  const lanyard = await reedWithLists(t, { mail: 'sink' })
  const afresh = async (who: Person) => (await signIn(lanyard, who.email, who.password)).browser
  /** Works through what is due, and answers with what letters about it say and whom their link shows. */
  async function letterAfterWork(subject: RegExp) {
    await workDueDates(lanyard.app, lanyard.id)
    const browser = await afresh(lanyard.sam)
    await lanyard.sendMail()
    await mailIsSettled(browser, lanyard.reed)
    const letters = lanyard.mailbox.all().filter(({ mail }) => subject.test(mail.subject ?? ''))
    const text = letters.map(({ mail }) => mail.text).join('\n')
    const [, query = ''] = /\/people\?(\S+)/.exec(text) ?? []
    return { text, shown: await shownTo(browser, lanyard.reed, query) }
  }
  return { ...lanyard, afresh, letterAfterWork, db: await openTenant(t, lanyard) }
}

const shownTo = async (who: Client, at: { id: string }, query: string): Promise<string[]> =>
  (await who.get(`/api/v1/organisations/${at.id}/people?${query}`)).body.data
    .map((each: { givenName: string }) => each.givenName)
    .sort()

test('the link of a notice shows everybody it names, those archived too who are to be deleted, and nobody else', async (t) => {
  const scene = await reedWithPost(t)
  const { head, make, reed, db, letterAfterWork } = scene
  const [away, gone] = await Promise.all(
    ['Away Moss', 'Gone Moss'].map((name) =>
      make.person(`${name.slice(0, 4).toLowerCase()}@reed.example`, { at: reed, name }),
    ),
  )
  assert.ok(away && gone)
  for (const each of [away, gone])
    assert.equal((await head.post(`/api/v1/people/${each.id}/archive`, {})).status, 200)
  await db.query('update memberships set deletion_date = $1 where id = $2', [await dayIn(scene, 6), away.id])
  await passMidnight(scene, 9 * 60)
  const { text, shown } = await letterAfterWork(/leaves soon/)
  assert.match(text, /Away Moss is deleted for good at the start of /)
  assert.deepEqual(shown, ['Away'])
  const asSam = await scene.afresh(scene.sam)
  const counted = await asSam.get(`/api/v1/organisations/${reed.id}/people/options?of=leaving`)
  assert.deepEqual(
    counted.body.data.map((each: { count: number }) => each.count),
    [1, 0],
    'the filter counts as the list does',
  )
  const views = await asSam.get(`/api/v1/organisations/${reed.id}/people/options?of=view`)
  assert.equal(views.body.data.find((each: { value: string }) => each.value === 'leavers').count, 1)
})

test('the link of a notice of what was not done shows whose planned end or deletion is overdue, and says what was done instead', async (t) => {
  const scene = await reedWithPost(t)
  const { http, head, make, reed, root, sam, db, letterAfterWork } = scene
  const staff = csv(HEADINGS, ...STAFF, 'jane@reed.example,Jane,Smith')
  await apply(scene, head, await upload(head, reed, staff, { everyone: true }))
  const jane = (await peopleAt(head, reed)).get('jane@reed.example')
  const otto = await make.person('otto@beacon.example', { at: root, role: 'trust_admin' })
  const today = await dayIn(scene, 0)
  // Sam is the only admin of the school, and so stays on the day.
  assert.equal((await http.as(otto).post(`/api/v1/people/${sam.id}/archive`, { on: today })).status, 200)
  await db.query('update memberships set deletion_date = $1 where id = $2', [await dayIn(scene, 1), jane.id])
  await passMidnight(scene, 9 * 60)
  const { text, shown } = await letterAfterWork(/could not be kept/)
  assert.match(text, /Sam Patel was to be archived at the end of /)
  assert.match(
    text,
    /Jane Smith was to be deleted on .*\. A staff list still names them, so they are archived instead, and deleted once no list does\./,
  )
  assert.doesNotMatch(text, /Archive Jane Smith now/)
  assert.deepEqual(shown, ['Jane', 'Sam'])
  const asSam = await scene.afresh(sam)
  assert.deepEqual(await shownTo(asSam, reed, 'leaving=soon'), [])
})

test('what cannot be done stands once in the activity, however many days it is tried again, and again for another reason', async (t) => {
  const scene = await reedWithPost(t)
  const { http, make, root, sam, db } = scene
  const otto = await make.person('otto@beacon.example', { at: root, role: 'trust_admin' })
  assert.equal(
    (await http.as(otto).post(`/api/v1/people/${sam.id}/archive`, { on: await dayIn(scene, 0) })).status,
    200,
  )
  const told = async () =>
    (await recorded(scene.app, scene.id)).filter((each) => each.event === 'person.end_not_done').length
  for (const _day of ['first', 'second', 'third']) {
    await passMidnight(scene, 9 * 60)
    await workDueDates(scene.app, scene.id)
  }
  assert.equal(await told(), 1)
  await db.query('update accounts set given_name = $1 where id = $2', ['Samuel', sam.personId])
  await passMidnight(scene, 9 * 60)
  await workDueDates(scene.app, scene.id)
  assert.equal(await told(), 2)
})
