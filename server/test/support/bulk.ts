import assert from 'node:assert/strict'
import { workBulk } from '../../src/features/bulk/work-bulk.ts'
import type { Client, Reply } from './http-client.ts'
import type { Place } from './make.ts'
import type { Lanyard } from './start-lanyard.ts'

// biome-ignore lint/suspicious/noExplicitAny: an answer has whatever shape the test looks at
type Body = any

/** Whom a test chooses: people one by one, or a filter. */
type Whom = { id: string }[] | Record<string, string>

const selectOf = (whom: Whom) => (Array.isArray(whom) ? { ids: whom.map(({ id }) => id) } : { filter: whom })

/** What something would do to many people. */
export async function foretell(
  who: Client,
  at: Place,
  action: string,
  whom: Whom,
  more: object = {},
): Promise<Body> {
  const { status, body } = await tryBulk(who, at, action, whom, { dryRun: true, ...more })
  assert.equal(status, 200, JSON.stringify(body))
  return body
}

export const tryBulk = (
  who: Client,
  at: Place,
  action: string,
  whom: Whom,
  more: object = {},
): Promise<Reply> =>
  who.post(`/api/v1/organisations/${at.id}/people/bulk`, {
    action,
    select: selectOf(whom),
    ...(Array.isArray(whom) ? { expectedCount: whom.length } : {}),
    ...more,
  })

/** Promises something, lets a worker do it, and answers the job as it is then. */
export async function bulk(
  lanyard: Lanyard,
  who: Client,
  at: Place,
  action: string,
  whom: Whom,
  more: object = {},
): Promise<Body> {
  const reply = await tryBulk(who, at, action, whom, more)
  assert.equal(reply.status, 202, JSON.stringify(reply.body))
  return workedJob(lanyard, who, reply.body)
}

export async function workedJob(lanyard: Lanyard, who: Client, job: { id: string }): Promise<Body> {
  await workBulk(lanyard.app, lanyard.id, job.id)
  return (await who.get(`/api/v1/jobs/${job.id}`)).body
}

/** Takes a job back, and answers it undone. */
export async function undoBulk(lanyard: Lanyard, who: Client, job: { id: string }): Promise<Body> {
  const reply = await who.post(`/api/v1/jobs/${job.id}/undo`)
  assert.equal(reply.status, 202, JSON.stringify(reply.body))
  return workedJob(lanyard, who, job)
}

/** What became of each, in a few words by name. */
export const resultsOf = (job: Body): string[] =>
  job.results.data.map((each: Body) => [each.name, each.outcome, each.code].filter(Boolean).join(' '))

/** The words for who is left out and why. */
export const leftOut = (foretold: Body): string[] =>
  foretold.skipped.map((each: Body) => `${each.count} ${each.sentence} ${each.people.join(', ')}`)
