import assert from 'node:assert/strict'
import { test } from 'node:test'
import type pg from 'pg'
import { bulk, foretell, undoBulk } from '../../../test/support/bulk.ts'
import { reedPrimary } from '../../../test/support/invite.ts'
import type { Place } from '../../../test/support/make.ts'
import { openTenant } from '../../../test/support/plant.ts'

const PEOPLE = 10_000

/** So many active people with a seat and a session each. */
async function plantCrowd(db: pg.Client, at: Place): Promise<void> {
  await db.query(`insert into accounts (email, given_name, family_name)
    select 'n' || n || '@crowd.example', 'Nell', 'Crowd' || n from generate_series(1, ${PEOPLE}) n`)
  const steps = [
    `insert into memberships (account_id, organisation_id, state, added_by)
     select a.id, $1, 'active', 'hand' from accounts a where a.email like '%@crowd.example'`,
    `insert into role_assignments (membership_id, role, scope, organisation_id, source)
     select m.id, 'user', 'organisation', $1, 'manual' from memberships m join accounts a on a.id = m.account_id
     where a.email like '%@crowd.example' and m.organisation_id = $1`,
    `insert into seat_entries (organisation_id, membership_id, account_id, entry, why)
     select $1, m.id, m.account_id, 'opened', 'registered' from memberships m join accounts a on a.id = m.account_id
     where a.email like '%@crowd.example' and m.organisation_id = $1`,
    `insert into sessions (account_id, token_hash, epoch, factors)
     select a.id, sha256(convert_to(a.email, 'UTF8')), a.epoch, array['password'] from accounts a
     where a.email like '%@crowd.example' and $1::uuid is not null`,
  ]
  for (const step of steps) await db.query(step, [at.id])
  await db.query('analyze accounts, memberships')
}

test('ten thousand people leave in one go and come back, and the ledger adds up', async (t) => {
  const scene = await reedPrimary(t)
  const { head, olive, reed } = scene
  const db = await openTenant(t, scene)
  await plantCrowd(db, reed)
  const liveSessions = async () => {
    const { rows } = await db.query<{ live: number }>(
      `select count(*)::int as live from sessions s join accounts a on a.id = s.account_id and a.epoch = s.epoch
       where s.ended_at is null and a.email like '%@crowd.example'`,
    )
    return rows[0]?.live
  }
  const seats = async () => (await olive.get(`/api/v1/organisations/${reed.id}/seats`)).body
  assert.equal(await liveSessions(), PEOPLE)
  assert.equal((await seats()).open, PEOPLE)

  const told = await foretell(head, reed, 'archive', { q: 'crowd' })
  assert.equal(told.fits, PEOPLE)
  assert.equal(told.changes[0], '10,000 people are signed out everywhere at once and can’t sign in any more.')
  const seen = { expectedCount: told.count, snapshot: told.snapshot }
  const job = await bulk(scene, head, reed, 'archive', { q: 'crowd' }, seen)
  assert.equal(job.sentence, '10,000 people archived.', JSON.stringify(job.problem))
  assert.equal(await liveSessions(), 0)
  assert.equal((await seats()).open, 0)
  const { rows } = await db.query<{ told: number }>(
    `select count(*)::int as told from audit_events where event = 'person.archived'`,
  )
  assert.equal(rows[0]?.told, PEOPLE, 'each has a line of their own in the record')

  const undone = await undoBulk(scene, head, job)
  assert.equal(undone.sentence, 'Undone for 10,000 people.')
  assert.equal((await seats()).open, PEOPLE)
  assert.equal(await liveSessions(), 0, 'sessions from before don’t come back')
  const page = await head.get(`/api/v1/jobs/${job.id}?limit=200`)
  const next = await head.get(`/api/v1/jobs/${job.id}?limit=200&after=${page.body.results.next}`)
  const names = [...page.body.results.data, ...next.body.results.data].map((each) => each.id)
  assert.equal(new Set(names).size, 400, 'results are read page by page')
})
