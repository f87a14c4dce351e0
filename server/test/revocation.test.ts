import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { buildServer } from '../src/entrances/http/http-server.ts'
import { commandRequest } from '../src/features/set-up/set-up.ts'
import { startSession } from '../src/features/sign-in/start-session.ts'
import { inTenant } from '../src/platform/database/database.ts'
import type { Client } from './support/http-client.ts'
import { openHttp } from './support/http-client.ts'
import type { Person, Place } from './support/make.ts'
import { type Lanyard, startLanyard } from './support/start-lanyard.ts'

const SOAK = process.env.LANYARD_SOAK === '1'
const EVENTS = SOAK ? 500 : 50
const SESSIONS = SOAK ? 20 : 6
/** Refusals in a row after which a session asks no more. */
const REFUSALS = 3

interface Scene extends Lanyard {
  school: Place
  admin: Client
  /** Where each node listens. */
  nodes: string[]
}

/** How access can end, and what of it the person notices: that nobody is signed in, or that a right is gone. */
interface Ending {
  role?: string
  asks: (school: Place) => string
  end: (scene: Scene, who: Person, own: Client) => Promise<{ status: number }>
  gone: number
}

const ENDINGS: Record<string, Ending> = {
  paused: {
    asks: () => '/api/v1/me',
    end: ({ admin }, who) => admin.post(`/api/v1/people/${who.id}/pause`, {}),
    gone: 401,
  },
  archived: {
    asks: () => '/api/v1/me',
    end: ({ admin }, who) => admin.post(`/api/v1/people/${who.id}/archive`, {}),
    gone: 401,
  },
  'signed out everywhere': {
    asks: () => '/api/v1/me',
    end: (_scene, _who, own) => own.delete('/api/v1/sessions'),
    gone: 401,
  },
  'without the role': {
    role: 'training_admin',
    asks: (school) => `/api/v1/organisations/${school.id}/people?limit=1`,
    end: ({ admin }, who) => admin.put(`/api/v1/people/${who.id}/roles`, { roles: [{ role: 'user' }] }),
    gone: 403,
  },
}

test('from the moment an end of access is answered, no session of the person is let in on either of two nodes', async (t) => {
  const scene = await twoNodes(t)
  const kinds = Object.entries(ENDINGS)
  let latest = Number.NEGATIVE_INFINITY
  for (let event = 0; event < EVENTS; event++) {
    const [kind, ending] = kinds[event % kinds.length] as [string, Ending]
    const email = `p${event}@reed.example`
    const who = await scene.make.person(email, { at: scene.school, role: ending.role ?? 'user' })
    const { late, last } = await endWhileAsking(scene, who, ending)
    assert.deepEqual(late, [], `${email}, ${kind}`)
    latest = Math.max(latest, last)
  }
  t.diagnostic(
    `${EVENTS} ends of ${SESSIONS} sessions each: the latest success came ${latest.toFixed(1)} ms after the answer, and was asked for before it`,
  )
})

async function twoNodes(t: TestContext): Promise<Scene> {
  const lanyard = await startLanyard(t)
  const other = await buildServer(lanyard.app)
  const listens = (await other.listen({ port: 0, host: '127.0.0.1' })).replace('127.0.0.1', 'localhost')
  t.after(() => other.close())
  const school = await lanyard.make.school('Reed Primary')
  const head = await lanyard.make.person('sam@reed.example', { at: school, role: 'organisation_admin' })
  return { ...lanyard, school, admin: lanyard.http.as(head), nodes: [lanyard.listens, listens] }
}

/**
 * Every session asks again and again, on both nodes, while access is ended.
 * @returns what was let in although it was asked for after the end was answered, and when the last success came, in
 *   milliseconds from that answer
 */
async function endWhileAsking(scene: Scene, who: Person, { asks, end, gone }: Ending) {
  const { app, id, school, nodes } = scene
  const tokens = await inTenant(app.database, id, async (tx) => {
    const made: string[] = []
    const visitor = { kind: 'anonymous' as const, tenantId: id, request: commandRequest() }
    for (let each = 0; each < SESSIONS; each++)
      made.push(await startSession(app, tx, visitor, who.personId, ['password']))
    return made
  })
  const path = asks(school)
  const seen: { begun: number; ended: number; status: number }[] = []
  const over = new AbortController()
  const letIn = tokens.map(() => Promise.withResolvers<void>())
  const asking = tokens.map(async (token, index) => {
    const node = clientOf(nodes[index % nodes.length] as string, scene, token)
    for (let refusals = 0; refusals < REFUSALS && !over.signal.aborted; ) {
      const begun = performance.now()
      const { status } = await node.get(path)
      seen.push({ begun, ended: performance.now(), status })
      if (status !== 200) refusals += 1
      letIn[index]?.resolve()
    }
  })
  try {
    await Promise.all(letIn.map((each) => each.promise))
    assert.deepEqual([...new Set(seen.map((each) => each.status))], [200], 'everybody is let in at first')
    const done = await end(scene, who, clientOf(scene.listens, scene, tokens[0] as string))
    const answered = performance.now()
    assert.ok(done.status < 300, `the end of access was answered with ${done.status}`)
    await Promise.all(asking)
    const successes = seen.filter((each) => each.status === 200)
    const others = seen.filter((each) => each.status !== 200 && each.status !== gone)
    assert.deepEqual(others, [])
    return {
      late: successes.filter((each) => each.begun >= answered),
      last: Math.max(...successes.map((each) => each.ended)) - answered,
    }
  } finally {
    over.abort()
  }
}

function clientOf(listens: string, { baseUrl }: Scene, token: string): Client {
  const client = openHttp(
    () => listens,
    () => baseUrl,
  )
  client.cookies.set('sid', token)
  return client
}
