import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startLanyard } from './support/start-lanyard.ts'

const figure = (text: string, line: string) => {
  const found = text.split('\n').find((each) => each.startsWith(`${line} `))
  return found === undefined ? undefined : Number(found.slice(line.length + 1))
}

test('whoever watches over the machine reads how it does, and nothing of anybody', async (t) => {
  const { app, http, make, owner, root } = await startLanyard(t, { mailWorker: false })
  const reed = await make.school('Reed Primary')
  const person = await make.person('pat.secretive@reed.example', { at: reed })
  await http.as(owner).get(`/api/v1/people/${person.id}`)
  await http.as(owner).get(`/api/v1/people/${root.id}`)
  await http.post('/api/v1/password-resets', { email: 'pat.secretive@reed.example' })

  const { status, body: text, headers } = await http.get('/metrics')
  assert.equal(status, 200)
  assert.match(headers.get('content-type') ?? '', /^text\/plain; version=0\.0\.4/)
  const asked = 'lanyard_http_request_duration_seconds_count{method="GET",route="/api/v1/people/:id"'
  assert.equal(figure(text, `${asked},status="200"}`), 1)
  assert.equal(figure(text, `${asked},status="404"}`), 1)
  assert.equal(figure(text, 'lanyard_messages_waiting'), 1)
  assert.equal(figure(text, 'lanyard_database_up'), 1)
  assert.ok(Number(figure(text, 'lanyard_database_connections{state="open"}')) > 0)
  assert.ok(Number(figure(text, 'process_resident_memory_bytes')) > 0)
  for (const word of ['secretive', 'Reed', person.id, reed.id]) assert.ok(!text.includes(word), word)

  await app.database.close()
  const away = (await http.get('/metrics')).body
  assert.equal(figure(away, 'lanyard_database_up'), 0, 'it still answers while the database is away')
  assert.equal(figure(away, 'lanyard_messages_waiting'), Number.NaN)
})

test('from elsewhere it takes the token: what a proxy passed on is from elsewhere', async (t) => {
  const { http } = await startLanyard(t, { settings: { METRICS_TOKEN: 'a-token-of-the-watchers' } })
  const passedOn = { 'x-forwarded-for': '203.0.113.9' }
  const ask = async (more: Record<string, string>) => (await http.get('/metrics', more)).status
  assert.equal(await ask({}), 200)
  assert.equal(await ask(passedOn), 401)
  assert.equal(await ask({ forwarded: 'for=127.0.0.1' }), 401)
  assert.equal(await ask({ ...passedOn, authorization: 'Bearer a-token-of-the-watchers' }), 200)
  assert.equal(await ask({ ...passedOn, authorization: 'Bearer another' }), 401)
  const { http: without } = await startLanyard(t)
  assert.equal(
    (await without.get('/metrics', { ...passedOn, authorization: 'Bearer undefined' })).status,
    401,
  )
})
