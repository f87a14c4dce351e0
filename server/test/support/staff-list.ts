import assert from 'node:assert/strict'
import type { TestContext } from 'node:test'
import { sql } from 'kysely'
import { inTenant } from '../../src/platform/database/database.ts'
import type { Client, Reply } from './http-client.ts'
import { reedPrimary } from './invite.ts'
import type { Place } from './make.ts'
import type { Lanyard, Options } from './start-lanyard.ts'

/** Reed Primary with its own domain, Sam Patel who runs it, and Tess Till who trains there and may upload lists. */
export async function reedWithLists(t: TestContext, options: Options = { mail: 'captured' }) {
  const lanyard = await reedPrimary(t, options)
  const { olive, reed, make, http } = lanyard
  const named = await olive.patch(`/api/v1/organisations/${reed.id}`, { domains: ['reed.example'] })
  assert.equal(named.status, 200, JSON.stringify(named.body))
  const tess = await make.person('tess@reed.example', { at: reed, role: 'training_admin', name: 'Tess Till' })
  return { ...lanyard, tess, trainer: http.as(tess) }
}

export interface UploadOptions {
  everyone?: boolean
  name?: string
  mapping?: object
  /** Other parts of the form. */
  parts?: Record<string, string>
}

const BOUNDARY = 'lanyard-test-boundary'

/** A form with one file, as a browser sends it. */
function formOf(content: string, name: string, parts: Record<string, string>): string {
  const fields = Object.entries(parts).map(
    ([key, value]) => `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${key}"\r\n\r\n${value}\r\n`,
  )
  return `${fields.join('')}--${BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: text/csv\r\n\r\n${content}\r\n--${BOUNDARY}--\r\n`
}

const form = { 'content-type': `multipart/form-data; boundary=${BOUNDARY}` }

/** Uploads a list and answers whatever comes. */
export function tryUpload(
  who: Client,
  at: Place,
  content: string,
  { everyone = false, name = 'staff.csv', mapping, parts = {} }: UploadOptions = {},
): Promise<Reply> {
  const more = {
    everyone: String(everyone),
    ...(mapping ? { mapping: JSON.stringify(mapping) } : {}),
    ...parts,
  }
  return who.post(`/api/v1/organisations/${at.id}/staff-lists`, formOf(content, name, more), form)
}

/** The rows of a file as text: headings, then one line for each. */
export const csv = (...lines: string[]) => `${lines.join('\r\n')}\r\n`

// biome-ignore lint/suspicious/noExplicitAny: an answer has whatever shape the test looks at
type Body = any

/** Uploads a list that can be read, and answers it planned. */
export async function upload(
  who: Client,
  at: Place,
  content: string,
  options: UploadOptions = {},
): Promise<Body> {
  const reply = await tryUpload(who, at, content, options)
  assert.equal(reply.status, 201, JSON.stringify(reply.body))
  assert.equal(reply.body.state, 'ready', JSON.stringify(reply.body.problem))
  return reply.body
}

/** Uploads problem rows that were put right. */
export const uploadRows = (who: Client, list: { id: string }, content: string): Promise<Reply> =>
  who.post(`/api/v1/staff-lists/${list.id}/problem-rows`, formOf(content, 'rows.csv', {}), form)

/** Every row of a plan, or those of one outcome. */
export async function rowsOf(who: Client, list: { id: string }, query = ''): Promise<Body[]> {
  const { status, body } = await who.get(`/api/v1/staff-lists/${list.id}/rows?limit=200${query}`)
  assert.equal(status, 200, JSON.stringify(body))
  return body.data
}

/** The row of a plan that shows this name or address. */
export async function rowOf(who: Client, list: { id: string }, nameOrEmail: string): Promise<Body> {
  const rows = await rowsOf(who, list)
  const found = rows.find((row) => row.name === nameOrEmail || row.email === nameOrEmail)
  assert.ok(found, `${nameOrEmail} is in ${JSON.stringify(rows.map((row) => [row.name, row.email]))}`)
  return found
}

/** Changes a row, and answers the row and the list. */
export async function change(
  who: Client,
  list: { id: string },
  row: { place: number },
  patch: object,
): Promise<{ row: Body; list: Body }> {
  const reply = await who.patch(`/api/v1/staff-lists/${list.id}/rows/${row.place}`, patch)
  assert.equal(reply.status, 200, JSON.stringify(reply.body))
  return reply.body
}

/** A plan in few words: each row's number, outcome and the rule by which it was recognised. */
export const inShort = (rows: Body[]) =>
  rows.map((row) =>
    [row.n ?? '-', row.outcome, row.matchedBy?.rule ?? '', row.name].join(' ').replace('  ', ' '),
  )

/** What an earlier list, applied, said of somebody. */
export async function saidBefore(
  { app, id }: Pick<Lanyard, 'app' | 'id'>,
  person: { id: string },
  given: Record<string, string>,
  unitIds: string[] = [],
): Promise<void> {
  await inTenant(app.database, id, (tx) =>
    sql`
      insert into staff_records (membership_id, organisation_id, source_key, given, unit_ids)
      select m.id, m.organisation_id, ${given.sourceId ?? null}, ${JSON.stringify(given)}::jsonb, ${unitIds}::uuid[]
      from memberships m where m.id = ${person.id}`.execute(tx),
  )
}

/** Facts of somebody that no page sets yet. */
export async function knownAs(
  { app, id }: Pick<Lanyard, 'app' | 'id'>,
  person: { id: string },
  facts: { job_title?: string; start_date?: string; added_by?: string; inactive_as?: string },
): Promise<void> {
  await inTenant(app.database, id, (tx) =>
    tx.updateTable('memberships').set(facts).where('id', '=', person.id).execute(),
  )
}

/** Uploads a list of one, as JSON, and answers whatever comes. */
export const uploadDraft = (who: Client, at: { id: string }): Promise<Reply> =>
  who.post(`/api/v1/organisations/${at.id}/staff-lists`, {
    everyone: false,
    rows: [{ Email: 'ann@reed.example' }],
  })
