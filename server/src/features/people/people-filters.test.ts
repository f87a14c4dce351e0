import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { apply } from '../../../test/support/apply-list.ts'
import type { Client } from '../../../test/support/http-client.ts'
import { reedPrimary } from '../../../test/support/invite.ts'
import type { Person, Place } from '../../../test/support/make.ts'
import { csv, upload } from '../../../test/support/staff-list.ts'
import type { Lanyard } from '../../../test/support/start-lanyard.ts'
import { inTenant } from '../../platform/database/database.ts'
import { FACETS } from './people-filter.ts'
import { daysFor } from './school-days.ts'
import { STATUS_ORDER } from './status.ts'

interface Option {
  value: string
  label: string
  count: number
}

const list = async (who: Client, at: Place, query = '') => {
  const { status, body } = await who.get(
    `/api/v1/organisations/${at.id}/people?sort=name&count=exact&${query}`,
  )
  assert.equal(status, 200, `${query} ${JSON.stringify(body)}`)
  return body
}
const named = async (who: Client, at: Place, query: string): Promise<string[]> =>
  (await list(who, at, query)).data.map((each: { givenName: string }) => each.givenName).sort()

const options = async (who: Client, at: Place, of: string, query = ''): Promise<Option[]> => {
  const { status, body } = await who.get(`/api/v1/organisations/${at.id}/people/options?of=${of}&${query}`)
  assert.equal(status, 200, JSON.stringify(body))
  return body.data
}

/** Writes down what no door of this feature writes. */
const fact = ({ app, id }: Lanyard, who: Person, facts: Record<string, string>) =>
  inTenant(app.database, id, async (tx) => {
    const set = Object.entries(facts).map(([column, value]) => sql`${sql.ref(column)} = ${value}`)
    await sql`update memberships set ${sql.join(set)} where tenant_id = current_tenant() and id = ${who.id}`.execute(
      tx,
    )
  })

const activeDaysAgo = ({ app, id }: Lanyard, who: Person, days: number) =>
  inTenant(app.database, id, async (tx) => {
    await sql`insert into people_active (account_id, last_active_at)
      values (${who.personId}, lanyard_now() - make_interval(days => ${days}::int))`.execute(tx)
  })

const dayFrom = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

/** Ten people in whom everything differs that a filter looks at. */
async function mixedSchool(t: Parameters<typeof reedPrimary>[0]) {
  const lanyard = await reedPrimary(t, { mail: 'captured' })
  const { make, reed, head } = lanyard
  const maths = await make.unit('Maths', { at: reed })
  const algebra = await make.unit('Algebra', { at: reed, inside: maths })
  const at = { at: reed }
  const ann = await make.person('ann@reed.example', { ...at, units: [maths], role: 'leader', unit: maths })
  const ben = await make.person('ben@reed.example', { ...at, units: [algebra, maths] })
  const cat = await make.person('cat@reed.example', { ...at, state: 'not_invited', password: false })
  const dan = await make.person('dan@reed.example', { ...at, role: 'admin' })
  const eve = await make.person('eve@reed.example', { ...at, units: [algebra] })
  const fay = await make.person('fay@reed.example', at)
  const gus = await make.person('gus@reed.example', at)
  await fact(lanyard, ann, { labels: '{"stage":"KS3","site":"North"}', start_date: dayFrom(0) })
  await fact(lanyard, ben, { labels: '{"stage":"KS4"}', leaving_date: dayFrom(20), start_date: '2019-01-07' })
  await fact(lanyard, cat, { added_by: 'staff_list', relationship: 'governor', start_date: '2019-01-07' })
  await fact(lanyard, dan, { leaving_date: dayFrom(-3), start_date: '2019-01-07' })
  await fact(lanyard, eve, { deletion_date: dayFrom(10), relationship: 'agency', start_date: '2019-01-07' })
  await fact(lanyard, fay, { leaving_date: dayFrom(90), start_date: '2019-01-07' })
  await activeDaysAgo(lanyard, ann, 2)
  await activeDaysAgo(lanyard, dan, 40)
  await activeDaysAgo(lanyard, eve, 121)
  const moved = async (who: Person, verb: string) => {
    const reply = await head.post(`/api/v1/people/${who.id}/${verb}`, {})
    assert.equal(reply.status, 200, JSON.stringify(reply.body))
  }
  await moved(fay, 'pause')
  await moved(gus, 'archive')
  return { ...lanyard, maths, algebra, people: { ann, ben, cat, dan, eve, fay, gus } }
}

test('who is archived is hidden unless asked for; who is paused stays, and all numbers add up', async (t) => {
  const { make, reed, root, head, olive } = await reedPrimary(t, { mail: 'captured' })
  const people: Person[] = []
  for (let n = 0; n < 9; n++) people.push(await make.person(`p${n}@reed.example`, { at: reed }))
  for (const each of people.slice(0, 3)) await head.post(`/api/v1/people/${each.id}/archive`, {})
  await head.post(`/api/v1/people/${people[3]?.id}/pause`, {})
  // Sam Patel is there too.
  const body = await list(head, reed)
  assert.equal(body.total, 7)
  assert.equal(body.data.length, 7)
  assert.deepEqual(body.header, { people: 7, places: 7, registered: 7 })
  assert.deepEqual([body.views.everyone, body.views.archived], [7, 3])
  assert.deepEqual(await named(head, reed, 'view=archived'), ['P0', 'P1', 'P2'])
  assert.deepEqual(await named(head, reed, 'status=inactive'), ['P0', 'P1', 'P2', 'P3'])
  assert.equal((await list(head, reed, 'status=inactive')).total, 4)
  assert.equal((await list(head, reed, 'view=archived')).total, 3)
  assert.deepEqual(await named(head, reed, 'q=p1'), [])
  assert.equal((await list(head, reed, 'q=p1')).elsewhere.archived, 1)
  const all = await list(olive, root, 'include=below')
  assert.deepEqual([all.header.people, all.header.places, all.views.archived], [8, 8, 3])
  const statuses = await options(head, reed, 'status')
  assert.equal(
    statuses.reduce((sum, each) => sum + each.count, 0),
    body.views.everyone + body.views.archived,
  )
  await head.post(`/api/v1/people/${people[0]?.id}/reactivate`, {})
  const back = await list(head, reed)
  assert.deepEqual([back.total, back.header.people, back.views.archived], [8, 8, 2])
})

test('somebody archived at one school and working at another is one person of the trust', async (t) => {
  const { make, reed, root, head, olive } = await reedPrimary(t, { mail: 'captured' })
  const mill = await make.school('Mill Lane')
  const first = await make.person('ann@reed.example', { at: reed })
  const second = await make.person('ann@reed.example', { at: mill })
  const header = async () => (await list(olive, root, 'include=below')).header
  assert.deepEqual(await header(), { people: 3, places: 4, registered: 4 })
  await head.post(`/api/v1/people/${first.id}/archive`, {})
  assert.deepEqual(await header(), { people: 3, places: 3, registered: 3 })
  await olive.post(`/api/v1/people/${second.id}/archive`, {})
  assert.deepEqual(await header(), { people: 2, places: 2, registered: 2 })
})

test('each filter keeps exactly those it names, any two together those of both, and counts are right', async (t) => {
  const { head, reed, maths, algebra } = await mixedSchool(t)
  const expected: Record<string, string[]> = {
    'label=stage': ['Ann', 'Ben'],
    'label=stage%3DKS3': ['Ann'],
    'label=stage%3DKS3,stage%3DKS4': ['Ann', 'Ben'],
    'label=stage%3DKS5': [],
    'lastActive=never': ['Ben', 'Cat', 'Fay'],
    'lastActive=30d': ['Ann', 'Sam'],
    'lastActive=unused_120d': ['Eve'],
    'leaving=soon': ['Ben', 'Eve'],
    'leaving=passed': ['Dan'],
    'view=leavers': ['Ben', 'Dan', 'Eve'],
    'view=new_this_term': ['Ann', 'Sam'],
    'view=archived': ['Gus'],
    'admin=yes': ['Dan', 'Sam'],
    'relationship=governor,agency': ['Cat', 'Eve'],
    'source=staff_list': ['Cat'],
    'status=active': ['Ann', 'Ben', 'Dan', 'Eve', 'Sam'],
    'status=inactive': ['Fay', 'Gus'],
    'role=leader': ['Ann'],
    [`unit=${maths.id}`]: ['Ann', 'Ben', 'Eve'],
    [`unit=${algebra.id}`]: ['Ben', 'Eve'],
    'emails=BEN%40reed.example,%20cat@reed.example,nobody@reed.example': ['Ben', 'Cat'],
    'listed=no': [],
    'sync=synced,not_syncing': [],
    'q=reed': ['Ann', 'Ben', 'Cat', 'Dan', 'Eve', 'Fay', 'Sam'],
  }
  for (const [query, found] of Object.entries(expected)) {
    const body = await list(head, reed, query)
    assert.deepEqual(body.data.map((each: { givenName: string }) => each.givenName).sort(), found, query)
    assert.equal(body.total, found.length, query)
  }
  // One of each kind, with every other. Who asks for Inactive or for the archive asks for those archived, too.
  const kinds = Map.groupBy(Object.keys(expected), (query) => query.split('=')[0])
  const ones = [...[...kinds.values()].map(([one = '']) => one), 'view=archived', 'status=inactive']
  const asksForArchived = (query: string) => query === 'view=archived' || query === 'status=inactive'
  const everyStatus = `status=${STATUS_ORDER.join(',')}`
  const withArchived = new Map<string, string[]>()
  for (const one of ones)
    withArchived.set(
      one,
      asksForArchived(one) || one.startsWith('status=')
        ? (expected[one] ?? [])
        : await named(head, reed, `${one}&${everyStatus}`),
    )
  for (const [at, one] of ones.entries())
    for (const other of ones.slice(at + 1)) {
      if (one.split('=')[0] === other.split('=')[0]) continue
      const sets =
        asksForArchived(one) || asksForArchived(other) ? withArchived : new Map(Object.entries(expected))
      const both = (sets.get(one) ?? []).filter((each) => sets.get(other)?.includes(each))
      assert.deepEqual(await named(head, reed, `${one}&${other}`), both, `${one} and ${other}`)
    }
})

test('each option is counted as the list would be with it, under the other filters in force', async (t) => {
  const lanyard = await mixedSchool(t)
  const { head, reed, olive, root, make, people } = lanyard
  const mill = await make.school('Mill Lane')
  await make.person('mia@mill.example', { at: mill, role: 'training_admin' })
  const check = async (who: Client, at: Place, base: string) => {
    for (const facet of FACETS) {
      const others = base
        .split('&')
        .filter((each) => !each.startsWith(`${facet}=`))
        .join('&')
      for (const each of await options(who, at, facet, base)) {
        const query = `${others}&${facet}=${encodeURIComponent(each.value)}`
        assert.equal((await list(who, at, query)).total, each.count, `${base}: ${query}`)
        assert.ok(each.label.length > 0)
      }
    }
  }
  await check(head, reed, '')
  await check(head, reed, 'status=active,inactive&role=user')
  await check(head, reed, 'leaving=soon&relationship=employee')
  await check(head, reed, 'view=archived')
  await check(head, reed, 'q=an&admin=yes')
  await check(olive, root, `include=below&school=${reed.id}`)
  await fact(lanyard, people.dan, { labels: '{"days":"Mon, 50% Tue"}' })
  await check(head, reed, 'label=days')
  await fact(lanyard, people.dan, { labels: '{}' })
  const labels = await options(head, reed, 'label')
  assert.deepEqual(
    labels.map((each) => [each.value, each.label, each.count]),
    [
      ['site=North', 'site: North', 1],
      ['stage=KS3', 'stage: KS3', 1],
      ['stage=KS4', 'stage: KS4', 1],
    ],
  )
})

test('who sees people through a unit is offered and told only what is inside it', async (t) => {
  const { http, make, reed, maths, people } = await mixedSchool(t)
  const unitAdmin = await make.person('una@reed.example', {
    at: reed,
    role: 'unit_administrator',
    unit: maths,
  })
  const una = http.as(unitAdmin)
  assert.deepEqual(await named(una, reed, ''), ['Ann', 'Ben', 'Eve'])
  for (const [facet, expected] of [
    ['status', { active: 3 }],
    ['relationship', { employee: 2, agency: 1 }],
    ['label', { 'site=North': 1, 'stage=KS3': 1, 'stage=KS4': 1 }],
    ['view', { leavers: 2, new_this_term: 1 }],
    ['source', { hand: 3 }],
  ] as const) {
    const counted = (await options(una, reed, facet)).filter((each) => each.count > 0)
    assert.deepEqual(Object.fromEntries(counted.map((each) => [each.value, each.count])), expected, facet)
  }
  const { addresses } = await list(una, reed, 'emails=ann@reed.example,dan@reed.example,gus@reed.example')
  assert.deepEqual(addresses, { found: 1, archived: [], missing: ['dan@reed.example', 'gus@reed.example'] })
  assert.deepEqual((await list(una, reed, 'q=gus')).elsewhere, { archived: 0, organisations: [] })
  const outsider = http.as(people.ben)
  assert.equal((await outsider.get(`/api/v1/organisations/${reed.id}/people/options`)).status, 403)
})

test('forty addresses are found, and those nobody has are named', async (t) => {
  const { head, reed, make } = await reedPrimary(t, { mail: 'captured' })
  for (let n = 0; n < 37; n++) await make.person(`p${n}@reed.example`, { at: reed })
  const gone = await make.person('gone@reed.example', { at: reed })
  await head.post(`/api/v1/people/${gone.id}/archive`, {})
  const asked = [
    ...Array.from({ length: 37 }, (_, n) => `P${n}@Reed.example`),
    'gone@reed.example',
    'typo@reed.example',
    'not an address',
  ]
  const body = await list(head, reed, `emails=${encodeURIComponent(asked.join(','))}&limit=200`)
  assert.equal(body.total, 37)
  assert.equal(body.data.length, 37)
  assert.deepEqual(body.addresses, {
    found: 37,
    archived: ['gone@reed.example'],
    missing: ['typo@reed.example', 'not an address'],
  })
  const many = Array.from({ length: 201 }, (_, n) => `p${n}@reed.example`).join(',')
  assert.equal((await head.get(`/api/v1/organisations/${reed.id}/people?emails=${many}`)).status, 422)
})

test('nobody found here is looked for in the archive and in the other schools that one sees', async (t) => {
  const { head, olive, reed, make } = await reedPrimary(t, { mail: 'captured' })
  const mill = await make.school('Mill Lane')
  await make.person('zoe@mill.example', { at: mill, name: 'Zoë Quill' })
  const gone = await make.person('quill@reed.example', { at: reed, name: 'Ada Quill' })
  await head.post(`/api/v1/people/${gone.id}/archive`, {})
  assert.deepEqual((await list(olive, reed, 'q=quill')).elsewhere, {
    archived: 1,
    organisations: [{ id: mill.id, name: 'Mill Lane', count: 1 }],
  })
  assert.deepEqual((await list(head, reed, 'q=quill')).elsewhere, { archived: 1, organisations: [] })
  assert.equal((await list(head, reed, 'q=sam')).elsewhere, undefined)
})

test('who is not on the last list of everyone is found, and nobody where no such list was applied', async (t) => {
  const lanyard = await reedPrimary(t, { mail: 'captured' })
  const { head, reed, make, olive } = lanyard
  for (const name of ['ann', 'ben', 'cat']) await make.person(`${name}@reed.example`, { at: reed })
  assert.deepEqual(await named(head, reed, 'listed=no'), [])
  const uploaded = await upload(
    olive,
    reed,
    csv('First name,Last name,Work email', 'Ann,Ford,ann@reed.example', 'Cat,Ford,cat@reed.example'),
    { everyone: true },
  )
  await apply(lanyard, olive, uploaded, { invite: 'later' })
  assert.deepEqual(await named(head, reed, 'listed=no'), ['Ben', 'Sam'])
  assert.deepEqual(await named(head, reed, 'listed=no&q=ben'), ['Ben'])
  assert.deepEqual(await options(head, reed, 'listed'), [
    { value: 'no', label: 'Not on the last staff list', count: 2 },
  ])
})

test('the columns say where somebody comes from, and who is not on the staff list any more', async (t) => {
  const lanyard = await reedPrimary(t, { mail: 'captured' })
  const { reed, make, olive } = lanyard
  await make.person('ben@reed.example', { at: reed })
  const applied = async (...names: string[]) => {
    const rows = names.map((name) => `${name},Ford,${name.toLowerCase()}@reed.example`)
    const content = csv('First name,Last name,Work email', ...rows)
    await apply(lanyard, olive, await upload(olive, reed, content, { everyone: true }), { invite: 'later' })
  }
  await applied('Ann', 'Cat', 'Dan', 'Eve', 'Fay', 'Gus')
  await applied('Ann', 'Dan', 'Eve', 'Fay', 'Gus')
  const { data } = await list(olive, reed, 'facts=yes')
  const of = (name: string) =>
    data.find((each: { givenName: string }) => each.givenName === name)?.facts as Record<string, unknown>
  const today = /^Last seen on a staff list \d+ \w+$/
  const sync = (name: string) => of(name).sync as { state: string; label: string; detail: string | null }
  assert.deepEqual([sync('Ann').state, sync('Ann').label], ['synced', 'Synced'])
  assert.deepEqual([sync('Cat').state, sync('Cat').label], ['not_syncing', 'Not syncing'])
  assert.match(sync('Cat').detail ?? '', today)
  assert.deepEqual(sync('Ben'), {
    state: 'by_hand',
    label: 'Added by hand',
    detail: 'Not on the last staff list',
  })
  assert.deepEqual([of('Ann').source, of('Ben').source], ['Staff list', 'Added by hand'])
  assert.deepEqual(await named(olive, reed, 'listed=no'), ['Ben', 'Cat', 'Sam'])
  assert.deepEqual(await named(olive, reed, 'sync=synced'), ['Ann', 'Dan', 'Eve', 'Fay', 'Gus'])
  assert.deepEqual(await named(olive, reed, 'sync=not_syncing'), ['Cat'])
  assert.deepEqual(await named(olive, reed, 'sync=not_syncing,by_hand'), ['Ben', 'Cat', 'Sam'])
  assert.equal((await list(olive, reed)).data[0].facts, undefined)
})

test('a term begins with the year, after Easter and after the summer, by the calendar of the place', () => {
  const from = (moment: string, timeZone = 'Europe/London') => daysFor({ now: new Date(moment), timeZone })
  assert.equal(from('2026-09-03T09:00:00Z').termFrom, '2026-08-15')
  assert.equal(from('2026-08-14T22:59:00Z').termFrom, '2026-04-15')
  assert.equal(from('2026-08-14T23:01:00Z').termFrom, '2026-08-15')
  assert.equal(from('2026-08-14T23:01:00Z', 'America/New_York').termFrom, '2026-04-15')
  assert.equal(from('2027-01-01T00:30:00Z').termFrom, '2027-01-01')
  assert.deepEqual(from('2026-12-15T09:00:00Z'), {
    today: '2026-12-15',
    soon: '2027-01-14',
    termFrom: '2026-08-15',
  })
})
