import assert from 'node:assert/strict'
import { connect, type Socket } from 'node:net'
import { test } from 'node:test'
import { openHttp } from '../../../test/support/http-client.ts'
import type { Place } from '../../../test/support/make.ts'
import { csv, reedWithLists, tryUpload } from '../../../test/support/staff-list.ts'
import { buildServer } from './http-server.ts'

const LIST = csv('First name,Last name,Email', 'Zoë,Hart,zoe@reed.example')

interface Stalled {
  socket: Socket
  /** The first bytes of the answer, or nothing when the connection ended without one. */
  answer: Promise<string>
  ended: Promise<void>
}

/** Begins to upload a file of 20 MB, and stops after its first line. */
async function stall(listens: string, baseUrl: string, at: Place, cookie: string) {
  const { hostname, port } = new URL(listens)
  const socket = connect({ host: hostname, port: Number(port) })
  const ended = new Promise<void>((done) => socket.once('close', () => done()))
  const answer = new Promise<string>((done) => {
    socket.once('data', (bytes) => done(bytes.toString()))
    socket.once('close', () => done(''))
  })
  socket.on('error', () => {})
  await new Promise<void>((done) => socket.once('connect', () => done()))
  socket.write(
    [
      `POST /api/v1/organisations/${at.id}/staff-lists HTTP/1.1`,
      `Host: ${new URL(baseUrl).host}`,
      `Origin: ${baseUrl}`,
      ...(cookie ? [`Cookie: ${cookie}`] : []),
      'Content-Type: multipart/form-data; boundary=slow',
      `Content-Length: ${20 * 1024 * 1024}`,
      '',
      '--slow\r\nContent-Disposition: form-data; name="file"; filename="slow.csv"\r\n\r\nEmail\r\n',
    ].join('\r\n'),
  )
  return { socket, answer, ended } satisfies Stalled
}

const cookieOf = (cookies: Map<string, string>) =>
  [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')

test('who is signed out is told so before the file is sent', async (t) => {
  const { listens, baseUrl, reed } = await reedWithLists(t)
  const { answer, socket } = await stall(listens, baseUrl, reed, '')
  const said = await answer
  socket.destroy()
  assert.match(said, /^HTTP\/1\.1 401 /)
})

test('a fifth file at once waits a little and is then asked to come again, and goes through when another ends', async (t) => {
  const { listens, baseUrl, reed, head } = await reedWithLists(t)
  await head.get('/api/v1/me')
  const stalled: Stalled[] = []
  for (let n = 0; n < 4; n++) stalled.push(await stall(listens, baseUrl, reed, cookieOf(head.cookies)))
  // One that is let in came before the last of them had its place.
  let fifth = await tryUpload(head, reed, LIST)
  for (let tries = 0; fifth.status === 201 && tries < 10; tries++) fifth = await tryUpload(head, reed, LIST)
  const waits = tryUpload(head, reed, LIST)
  stalled[0]?.socket.destroy()
  const sixth = await waits
  const seventh = await tryUpload(head, reed, LIST)
  // The server waits for what is under way when it stops.
  for (const { socket } of stalled) socket.destroy()
  assert.deepEqual([fifth.status, fifth.body.code], [503, 'busy_with_files'])
  assert.ok(Number(fifth.headers.get('retry-after')) > 0)
  assert.deepEqual([sixth.status, seventh.status], [201, 201])
})

test('an upload that stalls is cut off, and its place is free again', async (t) => {
  const { app, baseUrl, reed, sam } = await reedWithLists(t)
  const server = await buildServer(app)
  // Node keeps to the longer of the two for a whole request.
  const { requestTimeout, headersTimeout } = server.server
  assert.ok(requestTimeout > 0 && Math.max(requestTimeout, headersTimeout) < 60_000)
  const listens = (await server.listen({ port: 0, host: '127.0.0.1' })).replace('127.0.0.1', 'localhost')
  t.after(() => server.close())
  const head = openHttp(
    () => listens,
    () => baseUrl,
  ).as(sam)
  await head.get('/api/v1/me')
  Object.assign(server.server, { requestTimeout: 300, headersTimeout: 200 })
  const stalled: Stalled[] = []
  for (let n = 0; n < 4; n++) stalled.push(await stall(listens, baseUrl, reed, cookieOf(head.cookies)))
  for (const { answer, ended } of stalled) {
    assert.match(await answer, /^HTTP\/1\.1 408 /)
    await ended
  }
  Object.assign(server.server, { requestTimeout, headersTimeout })
  assert.equal((await tryUpload(head, reed, LIST)).status, 201)
})
