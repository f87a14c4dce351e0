import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openView, WIDE } from './support/browser.ts'
import { startLanyard } from './support/start-lanyard.ts'

test('a page loads our own things only, with a nonce of its own, and nobody may frame it', async (t) => {
  const { http } = await startLanyard(t)
  const [one, two] = [await http.get('/sign-in'), await http.get('/sign-in')]
  const nonceOf = (reply: typeof one) =>
    /script-src 'nonce-([^']+)' 'strict-dynamic'/.exec(
      reply.headers.get('content-security-policy') ?? '',
    )?.[1] ?? ''
  assert.ok(nonceOf(one).length >= 22)
  assert.notEqual(nonceOf(one), nonceOf(two))
  assert.ok(one.body.includes(`nonce="${nonceOf(one)}"`))
  assert.ok(!one.body.includes('__NONCE__'))
  for (const part of [
    `default-src 'none'`,
    `base-uri 'none'`,
    `frame-ancestors 'none'`,
    `form-action 'self'`,
    `object-src 'none'`,
  ])
    assert.ok(one.headers.get('content-security-policy')?.includes(part), part)
  assert.equal(one.headers.get('cache-control'), 'no-store')
  assert.equal(one.headers.get('referrer-policy'), 'same-origin')
})

test('every answer is marked: no sniffing, no framing, no store; a page with a link in its address sends no referrer', async (t) => {
  const { http } = await startLanyard(t)
  for (const path of [
    '/',
    '/sign-in',
    '/reset/rst_anything',
    '/api/v1/door',
    '/api/v1/me',
    '/api/v1/nowhere',
    '/nowhere',
  ]) {
    const { headers } = await http.get(path, { accept: 'text/html' })
    if (headers.get('location')) continue
    assert.equal(headers.get('x-content-type-options'), 'nosniff', path)
    assert.match(headers.get('content-security-policy') ?? '', /frame-ancestors 'none'/, path)
    assert.equal(headers.get('cache-control'), 'no-store', path)
    assert.equal(headers.get('cross-origin-opener-policy'), 'same-origin', path)
  }
  assert.equal((await http.get('/reset/rst_anything')).headers.get('referrer-policy'), 'no-referrer')
})

test('someone not signed in is sent to sign in and back to where they wanted to go', async (t) => {
  const { http } = await startLanyard(t)
  const asked = await http.get('/s/reed-primary/people?sort=name')
  assert.deepEqual(
    [asked.status, asked.headers.get('location')],
    [302, '/sign-in?next=%2Fs%2Freed-primary%2Fpeople%3Fsort%3Dname'],
  )
  assert.equal((await http.get('/nowhere', { accept: 'text/html' })).status, 404)
  assert.equal((await http.get('/api/v1/nowhere')).body.code, 'not_found')
})

test('the page that describes the API shows it, from this server alone', async (t) => {
  const { listens } = await startLanyard(t)
  const { page } = await openView(t, WIDE)
  const elsewhere: string[] = []
  page.on('request', (request) => {
    if (!request.url().startsWith(listens) && !/^(data|blob):/.test(request.url()))
      elsewhere.push(request.url())
  })
  await page.goto(`${listens}/api/docs/`)
  await page.getByText('What a public page may know').first().waitFor()
  assert.equal(await page.getByText(/Ask AI|Generate MCP/).count(), 0)
  assert.deepEqual(elsewhere, [])
})

test('what one person’s page asks for is not done as whoever has signed in in the same browser since', async (t) => {
  const { http, make, root, owner } = await startLanyard(t)
  const school = await make.school('Reed Primary')
  const sam = await make.person('sam@reed.example', {
    at: school,
    role: 'organisation_admin',
    name: 'Sam Patel',
  })
  const browser = http.fresh()
  const signIn = ({ email, password }: typeof sam) => browser.post('/api/v1/sessions', { email, password })
  await signIn(sam)
  const add = (meant: string) =>
    browser.post(
      `/api/v1/organisations/${school.id}/units`,
      { name: 'Science', kind: 'department' },
      { 'lanyard-person': meant },
    )
  await signIn(owner)
  const refused = await add(sam.personId)
  assert.deepEqual([refused.status, refused.body.code], [409, 'session_changed'])
  assert.match(refused.body.detail, /^Olive Owner is signed in/)
  const { body } = await browser.get(`/api/v1/organisations/${school.id}/units`)
  assert.deepEqual(body.data, [])
  assert.equal((await add(owner.personId)).status, 201)
  assert.equal((await browser.get(`/api/v1/organisations/${root.id}`)).status, 200)
})

test('cookies of 8 KB that somebody planted are refused and taken away, and the browser goes on', async (t) => {
  const { http } = await startLanyard(t)
  for (const path of ['/sign-in', '/api/v1/me', '/api/v1/set-up', '/api/v1/nowhere'])
    for (const bytes of [8200, 20_000]) {
      const refused = await http.get(path, { cookie: `planted=${'x'.repeat(bytes)}` })
      assert.equal(refused.status, 431, `${path} ${bytes}`)
      assert.equal(refused.headers.get('clear-site-data'), '"cookies"')
    }
  const { body } = await http.get('/api/v1/me', { cookie: `planted=${'x'.repeat(8200)}` })
  assert.deepEqual([body.status, body.code], [431, 'cookies_too_large'])
  assert.match(body.requestId, /^[0-9a-f-]{36}$/)
  assert.equal((await http.get('/sign-in', { cookie: 'planted=x' })).status, 200)
})
