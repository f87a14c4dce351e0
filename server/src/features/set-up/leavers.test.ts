import assert from 'node:assert/strict'
import { test } from 'node:test'
import { apply, peopleAt } from '../../../test/support/apply-list.ts'
import { dayIn } from '../../../test/support/days.ts'
import type { Client } from '../../../test/support/http-client.ts'
import { signIn } from '../../../test/support/invite.ts'
import { openTenant } from '../../../test/support/plant.ts'
import { csv, reedWithLists, upload } from '../../../test/support/staff-list.ts'

const HEADINGS = 'Email,First name,Surname'
const STAFF = ['sam@reed.example,Sam,Patel', 'tess@reed.example,Tess,Till']

const leaversOf = async (who: Client, at: { id: string }) => {
  const { body } = await who.get(`/api/v1/organisations/${at.id}/people?view=leavers&sort=name&count=exact`)
  const why = body.data.map((each: { givenName: string; statusDetail: string | null }) => [
    each.givenName,
    each.statusDetail,
  ])
  return { why: Object.fromEntries(why), total: body.total, fullList: body.fullList }
}

const taskOf = async (who: Client, at: { id: string }) => {
  const { body } = await who.get(`/api/v1/organisations/${at.id}/tasks`)
  return body.data.find((each: { task: string }) => each.task === 'leavers')
}

test('who may have left is in one list with the reason, on Home too: a day that passed, one soon, missing from the last full list', async (t) => {
  const scene = await reedWithLists(t)
  const { head, make, reed, sam, clock } = scene
  assert.deepEqual(await leaversOf(head, reed), { why: {}, total: 0, fullList: { at: null, old: false } })
  assert.equal(await taskOf(head, reed), undefined, 'nothing where nobody leaves')
  for (const rows of [['jane@reed.example,Jane,Smith', 'gus@reed.example,Gus,Gray'], []])
    await apply(scene, head, await upload(head, reed, csv(HEADINGS, ...STAFF, ...rows), { everyone: true }))
  const gus = (await peopleAt(head, reed)).get('gus@reed.example')
  assert.equal((await head.post(`/api/v1/people/${gus.id}/archive`, {})).status, 200)
  const late = await make.person('late@reed.example', { at: reed, name: 'Late Comer' })
  const [past, soon] = await Promise.all(
    ['Past Moss', 'Soon Moss'].map((name) =>
      make.person(`${name.slice(0, 4).toLowerCase()}@reed.example`, { at: reed, name }),
    ),
  )
  assert.ok(late && past && soon)
  const db = await openTenant(t, scene)
  const dated = 'update memberships set leaving_date = $1 where id = $2'
  await db.query(dated, [await dayIn(scene, -1), past.id])
  await db.query(dated, [await dayIn(scene, 3), soon.id])
  const { why, total, fullList } = await leaversOf(head, reed)
  assert.deepEqual(
    Object.keys(why).sort(),
    ['Jane', 'Past', 'Soon'],
    'who came after the list is not missing from it',
  )
  assert.match(why.Jane, /· Not on the last full list$/)
  assert.match(why.Past, /^Last day was \d+ \w+/)
  assert.match(why.Soon, /^Last day \d+ \w+/)
  assert.deepEqual([total, fullList.old], [3, false])
  assert.deepEqual(await taskOf(head, reed), {
    task: 'leavers',
    state: 'to_do',
    detail: '3 people: 1 last day passed, 1 not on the last full list, 1 leaving soon',
  })
  const { body: views } = await head.get(`/api/v1/organisations/${reed.id}/people/options?of=view`)
  assert.equal(views.data.find((each: { value: string }) => each.value === 'leavers').count, 3)

  await clock.shift(61 * 86_400)
  const { browser } = await signIn(scene, sam.email, sam.password)
  assert.equal((await leaversOf(browser, reed)).fullList.old, true, 'a list of two months ago says little')
})
