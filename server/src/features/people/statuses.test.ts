import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { sql } from 'kysely'
import {
  copiedLink,
  door,
  inviteOne,
  mailedLink,
  mailIsSettled,
  reedPrimary,
} from '../../../test/support/invite.ts'
import { startLanyard } from '../../../test/support/start-lanyard.ts'
import { inTenant } from '../../platform/database/database.ts'
import { STATUS_ORDER, type Status } from './status.ts'

const DAY = 86_400

test('an invitation is pending for seven days from its hand-over and then expired, while every worker sleeps', async (t) => {
  const lanyard = await reedPrimary(t)
  const { head, reed, clock, http, owner } = lanyard
  await inviteOne(head, reed, { email: 'jane@reed.example', givenName: 'Jane', familyName: 'Smith' })
  await mailIsSettled(head, reed)
  const people = `/api/v1/organisations/${reed.id}/people`
  const jane = async (who = head) => (await who.get(`${people}?q=jane`)).body.data[0]
  const seen = await jane()
  assert.deepEqual([seen.status, seen.statusLabel, seen.statusTone], ['pending', 'Pending', 'info'])
  assert.match(seen.statusDetail, /^Sent \d+ \w+, expires \w{3} \d+ \w+$/)
  assert.equal(seen.invitation.inviter, 'Sam Patel')
  assert.equal(seen.invitation.delivery.state, 'accepted')
  const life = (Date.parse(seen.invitation.expiresAt) - Date.parse(seen.invitation.sentAt)) / 1000
  assert.equal(Math.round(life), 7 * DAY)
  const left = (Date.parse(seen.invitation.expiresAt) - Date.now()) / 1000
  await clock.shift(left - 60)
  const later = http.fresh()
  await later.post('/api/v1/sessions', { email: owner.email, password: owner.password })
  assert.equal((await jane(later)).status, 'pending')
  await clock.shift(120)
  const expired = await jane(later)
  assert.deepEqual([expired.status, expired.statusTone], ['expired', 'warn'])
  assert.match(expired.statusDetail, /^Expired (today|yesterday)$/)
  const { body } = await later.get(`${people}?status=expired&count=exact`)
  assert.equal(body.total, 1)
})

test('mail that was kept here was not sent, and the row says so until somebody copies a link', async (t) => {
  const { head, reed } = await reedPrimary(t, { mail: 'captured' })
  const invited = await inviteOne(head, reed, { email: 'jane@reed.example' })
  await mailIsSettled(head, reed)
  const person = `/api/v1/people/${invited.personId}`
  const { statusDetail, invitation } = (await head.get(person)).body
  assert.match(statusDetail, /^Kept here, not sent; expires \w{3} \d+ \w+$/)
  assert.deepEqual([invitation.sentAt, invitation.delivery.stateLabel], [null, 'Kept here, not sent'])
  const [row] = (await head.get(`/api/v1/organisations/${reed.id}/invitations`)).body.data
  assert.deepEqual([row.sentAt, row.delivery.stateLabel], [null, 'Kept here, not sent'])
  await copiedLink(head, invited)
  assert.match((await head.get(person)).body.statusDetail, /^Personal link copied, expires /)
})

test('who began to register and stopped is still pending, and the row says where', async (t) => {
  const lanyard = await reedPrimary(t)
  const { head, reed, http, mailbox } = lanyard
  await inviteOne(head, reed, { email: 'jane@reed.example' })
  const page = door(http.fresh(), await mailedLink(mailbox, 'jane@reed.example'))
  await page.keep({ step: 'mobile', givenName: 'Jane', familyName: 'Smith' })
  const { body } = await head.get(`/api/v1/organisations/${reed.id}/people?q=jane`)
  const [jane] = body.data
  assert.deepEqual([jane.status, jane.statusDetail], ['pending', 'Started, stopped at mobile number'])
  assert.equal(jane.invitation.stoppedAt, 'mobile')
})

test('a refused letter is a problem of the row until the next one goes through', async (t) => {
  const lanyard = await reedPrimary(t)
  const { head, reed, mailbox, clock, sam, http } = lanyard
  mailbox.behave('refuse')
  await inviteOne(head, reed, { email: 'jane@reed.example', givenName: 'Jane' })
  await mailIsSettled(head, reed)
  mailbox.behave('accept')
  const kim = await inviteOne(head, reed, { email: 'kim@reed.example', givenName: 'Kim' })
  await mailIsSettled(head, reed)
  const people = `/api/v1/organisations/${reed.id}/people`
  const [jane] = (await head.get(`${people}?view=email_problems&count=exact`)).body.data
  assert.deepEqual(
    [jane.givenName, jane.status, jane.statusTone, jane.problem],
    ['Jane', 'pending', 'danger', 'the address doesn’t exist'],
  )
  assert.equal((await head.get(people)).body.views.email_problems, 1)
  assert.equal((await head.get(`/api/v1/people/${kim.personId}`)).body.problem, null)
  const sheet = (await head.get(`/api/v1/people/${jane.id}`)).body
  const bounced = sheet.timeline.find((each: { event: string }) => each.event === 'message.bounced')
  assert.equal(bounced.sentence, 'Invitation: refused')
  assert.match(bounced.serverAnswer, /550 5\.1\.1 No such user here/)
  assert.match(bounced.explanation, /doesn’t exist/)
  assert.equal(bounced.problem, true)
  await clock.shift(61)
  const again = await http.as(sam).post(`/api/v1/invitations/${jane.invitation.id}/resend`, {})
  assert.equal(again.status, 200, JSON.stringify(again.body))
  await mailIsSettled(head, reed)
  assert.equal((await head.get(people)).body.views.email_problems, 0)
  assert.equal((await head.get(`/api/v1/people/${jane.id}`)).body.problem, null)
})

interface Facts {
  state: 'not_invited' | 'invited' | 'awaiting_approval' | 'active' | 'inactive' | 'rejected' | 'deleted'
  /** Minutes until the last link ends; null while none was handed over. */
  linkEnds: number | null
  /** Minutes until the lock opens; null when sign-in was never locked. */
  lockOpens: number | null
  password: boolean
}

/** The one label, as the product says it: the first of these that is true. */
function labelOf(facts: Facts): Status | null {
  if (facts.state === 'deleted' || facts.state === 'rejected') return null
  if (facts.state === 'inactive') return 'inactive'
  if (facts.password && facts.lockOpens !== null && facts.lockOpens > 0) return 'locked'
  if (facts.state !== 'invited') return facts.state
  return facts.linkEnds !== null && facts.linkEnds <= 0 ? 'expired' : 'pending'
}

const anybody: fc.Arbitrary<Facts> = fc.record({
  state: fc.constantFrom(
    'not_invited',
    'invited',
    'awaiting_approval',
    'active',
    'inactive',
    'rejected',
    'deleted',
  ),
  linkEnds: fc.option(fc.constantFrom(-9000, -1, 1, 9000)),
  lockOpens: fc.option(fc.constantFrom(-30, -1, 1, 20)),
  password: fc.boolean(),
})

test('everybody has exactly one label, by row, by filter, by order and by count', async (t) => {
  const { app, id, http, owner, make } = await startLanyard(t)
  const as = http.as(owner)
  let schools = 0
  await fc.assert(
    fc.asyncProperty(fc.array(anybody, { minLength: 1, maxLength: 25 }), async (crowd) => {
      const school = await make.school(`School ${++schools}`)
      await inTenant(app.database, id, async (tx) => {
        for (const [n, facts] of crowd.entries()) {
          const email = `p${n}@school${schools}.example`
          await sql`
            with account as (
              insert into accounts (email, given_name, family_name) values (${email}, ${`P${n}`}, 'Ford') returning id, address_hash
            ), lock as (
              insert into sign_in_locks (address_hash, failures, locked_until)
              select address_hash, 10, lanyard_now() + make_interval(mins => ${facts.lockOpens}::int) from account
              where ${facts.lockOpens}::int is not null
            ), password as (
              insert into passwords (account_id, hash, pepper_id) select id, 'none', '1' from account where ${facts.password}
            )
            insert into memberships (account_id, organisation_id, state) select id, ${school.id}, 'not_invited' from account`.execute(
            tx,
          )
          await sql`
            update memberships m set state = ${facts.state},
              invited_until = lanyard_now() + make_interval(mins => ${facts.linkEnds}::int)
            from accounts a where a.tenant_id = m.tenant_id and a.id = m.account_id and a.email = ${email}`.execute(
            tx,
          )
        }
      })
      const expected = new Map<string, Status>()
      for (const [n, facts] of crowd.entries()) {
        const label = labelOf(facts)
        if (label) expected.set(`P${n}`, label)
      }
      const people = `/api/v1/organisations/${school.id}/people?limit=50&count=exact`
      const { body } = await as.get(people)
      const rows: { givenName: string; status: Status }[] = body.data
      assert.deepEqual(
        new Map(rows.map((row) => [row.givenName, row.status])),
        new Map(rows.map((row) => [row.givenName, expected.get(row.givenName)])),
      )
      assert.equal(rows.length, expected.size)
      assert.deepEqual(
        [body.total, body.header.places, body.header.people],
        [expected.size, expected.size, expected.size],
      )
      const ranks = rows.map((row) => STATUS_ORDER.indexOf(row.status))
      assert.deepEqual(
        ranks,
        [...ranks].sort((one, other) => one - other),
      )
      for (const status of STATUS_ORDER) {
        const found = (await as.get(`${people}&status=${status}`)).body
        const wanted = [...expected].filter(([, label]) => label === status).map(([name]) => name)
        assert.deepEqual(
          found.data.map((row: { givenName: string }) => row.givenName).sort(),
          wanted.sort(),
          status,
        )
        assert.equal(found.total, wanted.length, `counted ${status}`)
        assert.equal((await as.get(`${people}&status=${status}&q=p`)).body.total, wanted.length, status)
      }
    }),
    { numRuns: process.env.LANYARD_SOAK ? 60 : 8 },
  )
})

test('the kept counts are those of the rows after any changes, also of many at once and of people in two schools', async (t) => {
  const { app, id, http, owner, make, root } = await startLanyard(t)
  const schools = [await make.school('Reed Primary'), await make.school('Mill Lane')]
  await Promise.all(
    Array.from({ length: 60 }, (_, n) =>
      make.person(`p${n % 40}@beacon.example`, {
        at: schools[n < 40 ? 0 : 1] as { id: string; name: string },
      }),
    ),
  )
  const change = (statement: ReturnType<typeof sql>) =>
    inTenant(app.database, id, async (tx) => void (await statement.execute(tx)))
  const states = ['not_invited', 'awaiting_approval', 'active', 'inactive', 'deleted']
  await Promise.all(
    Array.from({ length: 200 }, (_, n) =>
      change(sql`
        update memberships set state = ${states[n % 5]}, inactive_as = ${states[n % 5] === 'inactive' ? (n % 3 ? 'archived' : 'paused') : null}
          where tenant_id = current_tenant() and state <> 'deleted'
          and id = (select m.id from memberships m join accounts a on a.id = m.account_id
            where a.email = ${`p${(n * 7) % 40}@beacon.example`} and m.state <> 'deleted' order by m.id limit 1)`),
    ),
  )
  for (const n of [1, 8, 15, 22])
    await make.person(`p${n}@beacon.example`, { at: schools[1] as { id: string; name: string } })
  const counted = await inTenant(app.database, id, async (tx) => {
    const found = await sql<{
      places: number
      people: number
      registered: number
      archived: number
      rows: number
    }>`
      select (count(*) filter (where listed))::int as places,
        (count(distinct account_id) filter (where listed))::int as people,
        (count(*) filter (where listed and state in ('active', 'inactive')))::int as registered,
        (count(*) filter (where not listed))::int as archived,
        (select count(*)::int from people_tallies) as rows
      from (select *, inactive_as is distinct from 'archived' as listed from memberships) m
      where state not in ('deleted', 'rejected')`.execute(tx)
    return found.rows[0]
  })
  const { body } = await http.as(owner).get(`/api/v1/organisations/${root.id}/people?include=below`)
  assert.deepEqual(body.header, {
    people: counted?.people,
    places: counted?.places,
    registered: counted?.registered,
  })
  assert.equal(body.views.archived, counted?.archived)
  assert.ok((counted?.archived ?? 0) > 0)
  assert.ok((counted?.rows ?? 0) < 300, 'the tallies are added up now and then')
})
