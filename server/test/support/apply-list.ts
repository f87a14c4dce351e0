import assert from 'node:assert/strict'
import { workStaffList } from '../../src/features/staff-lists/work-staff-list.ts'
import type { Client, Reply } from './http-client.ts'
import type { Lanyard } from './start-lanyard.ts'

// biome-ignore lint/suspicious/noExplicitAny: an answer has whatever shape the test looks at
type Body = any

/** Lets a worker do what a list waits for, and answers it as it is then. */
export async function worked({ app, id }: Lanyard, who: Client, list: { id: string }): Promise<Body> {
  await workStaffList(app, id, list.id)
  return (await who.get(`/api/v1/staff-lists/${list.id}`)).body
}

export const tryApply = (who: Client, list: { id: string }, wish: object = {}): Promise<Reply> =>
  who.post(`/api/v1/staff-lists/${list.id}/apply`, wish)

/** Applies a list, and answers it done. */
export async function apply(
  lanyard: Lanyard,
  who: Client,
  list: { id: string },
  wish: object = {},
): Promise<Body> {
  const reply = await tryApply(who, list, wish)
  assert.equal(reply.status, 202, JSON.stringify(reply.body))
  assert.equal(reply.body.state, 'applying')
  const done = await worked(lanyard, who, list)
  assert.equal(done.state, 'applied', JSON.stringify(done.problem))
  return done
}

export const tryUndo = (who: Client, list: { id: string }): Promise<Reply> =>
  who.post(`/api/v1/staff-lists/${list.id}/undo`)

/** Undoes a list, and answers it undone. */
export async function undo(lanyard: Lanyard, who: Client, list: { id: string }): Promise<Body> {
  const reply = await tryUndo(who, list)
  assert.equal(reply.status, 202, JSON.stringify(reply.body))
  const done = await worked(lanyard, who, list)
  assert.equal(done.state, 'undone', JSON.stringify(done.problem))
  return done
}

/** Everybody at a school, those who are archived too, by address. */
export async function peopleAt(who: Client, at: { id: string }): Promise<Map<string, Body>> {
  const page = async (query: string) => {
    const { status, body } = await who.get(`/api/v1/organisations/${at.id}/people?limit=200${query}`)
    assert.equal(status, 200, JSON.stringify(body))
    return body.data as Body[]
  }
  const people = [...(await page('')), ...(await page('&view=archived'))]
  return new Map(people.map((person) => [person.email, person]))
}

/** People in a few words each, by name. */
export const inFew = (people: Map<string, Body>): string[] =>
  [...people.values()]
    .map((each) =>
      [`${each.givenName} ${each.familyName}`, each.statusLabel, each.jobTitle].filter(Boolean).join(', '),
    )
    .sort()
