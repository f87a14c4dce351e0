import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { Agent, request } from 'node:http'
import { type TestContext, test } from 'node:test'
import fc from 'fast-check'
import { openApiDocument } from '../src/entrances/http/openapi.ts'
import { type Lanyard, startLanyard } from './support/start-lanyard.ts'

const REQUESTS = process.env.LANYARD_SOAK === '1' ? 50_000 : 2000
const AT_ONCE = 8
const ANSWER_WITHIN_MS = 5000

/** Would end the session that the rest of the requests need. */
const NOT_CALLED = [
  'DELETE /api/v1/sessions',
  'DELETE /api/v1/sessions/current',
  'POST /api/v1/sessions/current/confirm',
]

interface Shape {
  type?: string
  format?: string
  enum?: unknown[]
  properties?: Record<string, Shape>
  required?: string[]
  items?: Shape
  anyOf?: Shape[]
}

interface Operation {
  method: string
  path: string
  query: Record<string, Shape>
  body: Shape | undefined
}

interface Wish {
  method: string
  path: string
  body: string | undefined
  headers: Record<string, string>
}

test('no request, however odd, makes a fault, hangs or ends the server', async (t) => {
  const lanyard = await startLanyard(t)
  const { http, owner, root, make } = lanyard
  const department = await make.unit('Science', { at: root })
  const signedIn = http.as(owner)
  assert.equal((await signedIn.get('/api/v1/me')).status, 200)
  const known = [root.id, owner.id, owner.personId, department.id]
  const session = [...signedIn.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  const statuses = await sendOdd(t, lanyard, { known, session, requests: REQUESTS })
  assert.ok((statuses.get(200) ?? 0) > 0 && (statuses.get(422) ?? 0) > 0, JSON.stringify([...statuses]))
  assert.equal((await signedIn.get('/readyz')).status, 200)
  assert.equal((await signedIn.get('/api/v1/me')).status, 200, 'the session is still good')
})

test('no request, however odd, makes a fault before set-up either', async (t) => {
  const lanyard = await startLanyard(t, { setUp: false })
  const known = [randomUUID()]
  await sendOdd(t, lanyard, { known, session: 'sid=from-before; device=from-before', requests: REQUESTS / 2 })
  assert.equal((await lanyard.http.get('/api/v1/door')).body.setUp, false)
})

/** Sends odd requests, every other one with a session. @returns how often each status was answered */
async function sendOdd(
  t: TestContext,
  { listens, baseUrl }: Lanyard,
  { known, session, requests }: { known: string[]; session: string; requests: number },
): Promise<Map<number, number>> {
  const operations = await readOperations()
  assert.ok(operations.length > 20)
  const wishes = fc.sample(wishOf(operations, known), requests)
  const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE })
  t.after(() => agent.destroy())

  const faults: string[] = []
  const statuses = new Map<number, number>()
  let next = 0
  const sender = async () => {
    for (let at = next++; at < wishes.length; at = next++) {
      const wish = wishes[at] as Wish
      const headers = at % 2 === 0 ? { ...wish.headers, cookie: session } : wish.headers
      const answer = await send(agent, listens, {
        ...wish,
        headers: { host: new URL(baseUrl).host, origin: baseUrl, ...headers },
      })
      statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1)
      if (answer.status === 0 || (answer.status >= 500 && !isBusy(answer)))
        faults.push(
          `${answer.status} ${wish.method} ${wish.path} ${wish.body?.slice(0, 300) ?? ''} ${answer.body}`,
        )
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, sender))
  assert.deepEqual(faults.slice(0, 10), [], `${faults.length} faults of ${wishes.length}`)
  return statuses
}

async function readOperations(): Promise<Operation[]> {
  const document = (await openApiDocument()) as { paths: Record<string, Record<string, object>> }
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, told]) => {
      const { parameters = [], requestBody } = told as {
        parameters?: { in: string; name: string; schema: Shape }[]
        requestBody?: { content: Record<string, { schema: Shape }> }
      }
      const query = parameters
        .filter((each) => each.in === 'query')
        .map((each) => [each.name, each.schema] as const)
      const body = requestBody?.content['application/json']?.schema
      return { method: method.toUpperCase(), path, query: Object.fromEntries(query), body }
    }),
  )
}

const ODD_TEXTS = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  '‮evil',
  '🧑🏽‍🏫'.repeat(50),
  'é'.normalize('NFD'),
  "'; drop table accounts; --",
  '%00',
  '../../etc/passwd',
  '__proto__',
  'x'.repeat(5000),
  '-1',
  '1e400',
  'null',
]
const ODD_NUMBERS = [0, -0, -1, 1.5, 2 ** 31, 2 ** 53, -(2 ** 63), 1e308, Number.MIN_VALUE]

const oddText = fc.oneof(fc.constantFrom(...ODD_TEXTS), fc.string({ unit: 'binary', maxLength: 60 }))
const oddValue: fc.Arbitrary<unknown> = fc.oneof(
  oddText,
  fc.constantFrom<unknown>(...ODD_NUMBERS, null, true, [], {}, [[]], {
    __proto__: null,
    constructor: { prototype: 1 },
  }),
  fc.jsonValue({ maxDepth: 4 }),
  fc.integer({ min: 20, max: 2000 }).map(nested),
)

function nested(depth: number): unknown {
  let value: unknown = 1
  for (let level = 0; level < depth; level++) value = level % 2 === 0 ? [value] : { a: value }
  return value
}

/** A value that fits the shape as far as the shape tells, with ids that exist among those that do not. */
function fitting(shape: Shape, known: string[]): fc.Arbitrary<unknown> {
  if (shape.anyOf) return fc.oneof(...shape.anyOf.map((each) => fitting(each, known)))
  if (shape.enum) return fc.constantFrom(...shape.enum)
  if (shape.format === 'uuid') return fc.oneof(fc.constantFrom(...known), fc.uuid())
  if (shape.type === 'object') return objectOf(shape, known, fitting)
  if (shape.type === 'array') return fc.array(fitting(shape.items ?? {}, known), { maxLength: 5 })
  if (shape.type === 'integer' || shape.type === 'number') return fc.integer()
  if (shape.type === 'boolean') return fc.boolean()
  if (shape.type === 'null') return fc.constant(null)
  return fc.oneof(
    fc.constantFrom('Reed Primary', 'ada@reed.example', 'three random words', 'user', ...known),
    oddText,
  )
}

function objectOf(shape: Shape, known: string[], member: typeof fitting): fc.Arbitrary<unknown> {
  const members = Object.entries(shape.properties ?? {}).map(
    ([name, each]) => [name, member(each, known)] as const,
  )
  return fc.record(Object.fromEntries(members), { requiredKeys: shape.required ?? [] })
}

/** Nearly right: a member is missing, one is too many, or some are of another kind. */
function nearly(shape: Shape, known: string[]): fc.Arbitrary<unknown> {
  if (shape.type !== 'object') return fc.oneof(fitting(shape, known), oddValue)
  const loose = objectOf({ ...shape, required: [] }, known, nearly)
  return fc
    .tuple(loose, fc.option(fc.tuple(oddText, oddValue), { nil: undefined, freq: 3 }))
    .map(([value, extra]) => (extra ? { ...(value as object), [extra[0]]: extra[1] } : value))
}

function bodyOf(shape: Shape | undefined, known: string[]): fc.Arbitrary<string | undefined> {
  const json = (value: unknown) => JSON.stringify(value)
  if (!shape) return fc.oneof({ weight: 4, arbitrary: fc.constant(undefined) }, oddValue.map(json))
  const broken = fc
    .tuple(fitting(shape, known), fc.integer({ min: 1, max: 30 }))
    .map(([value, cut]) => json(value).slice(0, -cut))
  return fc.oneof(
    { weight: 4, arbitrary: fitting(shape, known).map(json) },
    { weight: 4, arbitrary: nearly(shape, known).map(json) },
    { weight: 1, arbitrary: oddValue.map(json) },
    { weight: 1, arbitrary: broken },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        '',
        '{"a":1,"a":2}',
        '[1,',
        '{"__proto__":{"a":1}}',
        '1e999999',
        '"\\ud800"',
      ),
    },
  )
}

function wishOf(operations: Operation[], known: string[]): fc.Arbitrary<Wish> {
  const segment = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...known) },
    { weight: 1, arbitrary: fc.uuid() },
    { weight: 1, arbitrary: oddText },
  )
  const each = operations.map((operation) => {
    const query = fc.record(
      Object.fromEntries(
        Object.entries(operation.query).map(([name, shape]) => [
          name,
          fc.oneof(fitting(shape, known), oddText),
        ]),
      ),
      { requiredKeys: [] },
    )
    const wrong = fc.constantFrom('GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'HEAD')
    const method = fc.oneof(
      { weight: 9, arbitrary: fc.constant(operation.method) },
      { weight: 1, arbitrary: wrong },
    )
    const type = fc.oneof(
      { weight: 9, arbitrary: fc.constant('application/json') },
      {
        weight: 1,
        arbitrary: fc.constantFrom(
          'text/plain',
          'application/xml',
          'application/json; charset=latin1',
          'multipart/form-data',
        ),
      },
    )
    const key = fc.option(
      fc.string({ maxLength: 220 }).map((text) => text.replaceAll(/[^\x21-\x7e]/g, '-')),
      { nil: undefined, freq: 5 },
    )
    return fc
      .record({
        method,
        query,
        type,
        key,
        body: bodyOf(operation.body, known),
        segments: fc.array(segment, { minLength: 3, maxLength: 3 }),
      })
      .map((wish) => {
        let at = 0
        const path = operation.path.replaceAll(/\{\w+\}/g, () => inPath(wish.segments[at++ % 3] ?? ''))
        const search = Object.entries(wish.query).map(([name, value]) => `${name}=${inPath(String(value))}`)
        return {
          method: wish.method,
          path: search.length > 0 ? `${path}?${search.join('&')}` : path,
          body: wish.method === 'GET' || wish.method === 'HEAD' ? undefined : wish.body,
          headers: {
            'content-type': wish.type,
            ...(wish.key ? { 'idempotency-key': wish.key } : {}),
          },
        }
      })
  })
  return fc.oneof(...each).filter((wish) => !NOT_CALLED.includes(`${wish.method} ${wish.path.split('?')[0]}`))
}

/** As a browser would write it; half a pair of surrogates, which cannot be written, as nonsense. */
const inPath = (text: string) => (text.isWellFormed() ? encodeURIComponent(text) : '%ff%fe')

interface Answer {
  status: number
  body: string
}

/** @returns status 0 when no whole answer came in time */
function send(agent: Agent, listens: string, wish: Wish): Promise<Answer> {
  return new Promise((done) => {
    const { hostname, port } = new URL(listens)
    const asked = request({
      agent,
      hostname,
      port,
      method: wish.method,
      path: wish.path,
      headers: wish.headers,
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
    })
    asked.on('response', (answer) => {
      let body = ''
      answer.setEncoding('utf8').on('data', (chunk: string) => {
        body += chunk
      })
      answer.on('end', () => done({ status: answer.statusCode ?? 0, body }))
      answer.on('error', (error) => done({ status: 0, body: error.message }))
    })
    asked.on('error', (error) => done({ status: 0, body: error.message }))
    // Said here, since Node leaves it out with some methods, and the body would then be read as the next request.
    asked.setHeader('content-length', Buffer.byteLength(wish.body ?? ''))
    asked.end(wish.body)
  })
}

const isBusy = (answer: Answer) => answer.status === 503 && answer.body.includes('"busy"')
