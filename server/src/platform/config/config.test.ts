import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ConfigError, isLoopback, parseBaseUrl, readConfig } from './config.ts'

const KEY = 'k'.repeat(32)

/** The names of the settings that are refused. */
function refused(env: Record<string, string>): string[] {
  try {
    readConfig(env)
    return []
  } catch (error) {
    assert.ok(error instanceof ConfigError)
    for (const problem of error.problems) assert.match(problem, /^[A-Z_]+: .+ Example: [A-Z_]+=/)
    return error.problems.map((problem) => problem.split(':')[0] ?? '')
  }
}

test('with nothing set it serves and works on this machine only, mail kept', () => {
  const config = readConfig({})
  assert.equal(config.port, 3000)
  assert.equal(config.host, '127.0.0.1')
  assert.equal(config.publicUrl, 'http://localhost:3000')
  assert.equal(config.mail, undefined)
  assert.deepEqual(config.roles, { serve: true, work: true })
  assert.equal(config.testClock, false)
  assert.equal(config.production, false)
})

test('every problem is named at once, each with its variable and an example', () => {
  assert.deepEqual(
    refused({
      PORT: '70000',
      PUBLIC_URL: 'http://accounts.beacon.example',
      DATABASE_URL: 'mysql://db',
      SECRET_KEY: 'short',
      SMTP_URL: 'https://mail.example',
      LANYARD_ROLE: 'cook',
      LOG_LEVEL: 'loud',
      HOST: 'not.a.host',
      MAIL_FROM: 'rubbish',
      TRUSTED_PROXIES: '10.0.0.1, rubbish',
      LANYARD_TEST_CLOCK: 'true',
      LANYARD_INSECURE: 'yes',
    }).sort(),
    [
      ...[
        'DATABASE_URL',
        'HOST',
        'LANYARD_INSECURE',
        'LANYARD_ROLE',
        'LANYARD_TEST_CLOCK',
        'LOG_LEVEL',
        'MAIL_FROM',
      ],
      ...['PORT', 'PUBLIC_URL', 'SECRET_KEY', 'SMTP_URL', 'TRUSTED_PROXIES'],
    ],
  )
  assert.throws(
    () => readConfig({ PORT: 'x', LOG_LEVEL: 'loud' }),
    /can’t start with these settings:\n {2}PORT: .+\n(.+\n)* {2}LOG_LEVEL: /,
  )
})

test('what is usual is taken, and the list of settings says what is in force', () => {
  const taken = {
    HOST: '::',
    MAIL_FROM: 'Beacon Trust <accounts@beacon.example>',
    TRUSTED_PROXIES: '127.0.0.1, 10.0.0.0/8, fd00::/8, loopback',
    LANYARD_TEST_CLOCK: '0',
  }
  assert.deepEqual(refused(taken), [])
  const { settings } = readConfig({ ...taken, SMTP_URL: 'smtp://a:secret@mail.example' })
  const value = (name: string) => settings.find((each) => each.name === name)?.value
  assert.deepEqual(
    ['HOST', 'PORT', 'PUBLIC_URL', 'LOG_LEVEL', 'SMTP_URL', 'SECRET_KEY', 'MAIL_FROM'].map(value),
    ['::', '3000', 'http://localhost:3000', 'info', '(set, not shown)', '(not set)', taken.MAIL_FROM],
  )
  assert.equal(readConfig({}).settings.find((each) => each.name === 'MAIL_FROM')?.value, 'no-reply@localhost')
})

test('http is for this machine alone, unless the operator insists', () => {
  for (const url of [
    'http://localhost:3000',
    'http://beacon.localhost',
    'http://127.0.0.1:80',
    'http://127.9.9.9',
    'http://[::1]:3000',
    'https://accounts.beacon.example',
  ])
    assert.deepEqual(refused({ PUBLIC_URL: url }), [], url)
  for (const url of [
    'http://accounts.beacon.example',
    'http://10.0.0.5',
    'http://127.evil.example',
    'http://localhost.evil.example',
    'http://notlocalhost',
    'http://[::2]',
  ])
    assert.deepEqual(refused({ PUBLIC_URL: url }), ['PUBLIC_URL'], url)
  assert.deepEqual(refused({ PUBLIC_URL: 'http://10.0.0.5', LANYARD_INSECURE: '1' }), [])
})

test('the public address is a host and nothing more, as a browser writes it', () => {
  for (const url of [
    'ftp://x.example',
    'accounts.beacon.example',
    'https://x.example/app',
    'https://x.example?a',
    'https://x.example#a',
    'https://me@x.example',
    'https://',
    'https://x.example:99999',
  ])
    assert.deepEqual(refused({ PUBLIC_URL: url }), ['PUBLIC_URL'], url)
  assert.equal(parseBaseUrl('https://x.example/'), null)
  assert.equal(
    readConfig({ PUBLIC_URL: 'https://accounts.beacon.example/' }).publicUrl,
    'https://accounts.beacon.example',
  )
  assert.equal(
    readConfig({ PUBLIC_URL: 'https://Accounts.Beacon.example:443' }).publicUrl,
    'https://accounts.beacon.example',
  )
  assert.equal(
    readConfig({ PUBLIC_URL: 'https://accounts.beacon.example' }).mailFrom,
    'no-reply@accounts.beacon.example',
  )
})

test('production refuses http, even here, and a clock that can be shifted', () => {
  assert.deepEqual(refused({ NODE_ENV: 'production' }), ['PUBLIC_URL'])
  assert.deepEqual(refused({ NODE_ENV: 'production', LANYARD_TEST_CLOCK: '1' }), [
    'PUBLIC_URL',
    'LANYARD_TEST_CLOCK',
  ])
  assert.deepEqual(
    refused({
      NODE_ENV: 'production',
      PUBLIC_URL: 'https://accounts.beacon.example',
      LANYARD_TEST_CLOCK: '1',
    }),
    ['LANYARD_TEST_CLOCK'],
  )
  assert.deepEqual(refused({ NODE_ENV: 'production', PUBLIC_URL: 'https://accounts.beacon.example' }), [])
  assert.equal(readConfig({ LANYARD_TEST_CLOCK: '1' }).testClock, true)
  assert.deepEqual(refused({ LANYARD_TEST_CLOCK: 'yes' }), ['LANYARD_TEST_CLOCK'])
})

test('an external database wants a key that something keeps, an owner address wants the other one', () => {
  const database = 'postgres://lanyard_app:secret@db/lanyard'
  assert.deepEqual(refused({ DATABASE_URL: database }), ['SECRET_KEY'])
  assert.deepEqual(refused({ DATABASE_URL: database, SECRET_KEY: KEY }), [])
  assert.deepEqual(refused({ DATABASE_OWNER_URL: database }), ['DATABASE_OWNER_URL'])
})

test('a secret key is long enough, and several have ids that differ', () => {
  for (const key of [KEY, `1:${KEY}`, `2026:${KEY},2025:${KEY}`, ` 2026 : ${KEY} , 2025:${KEY}`])
    assert.deepEqual(refused({ SECRET_KEY: key }), [], key)
  for (const key of [
    'k'.repeat(31),
    `1:${'k'.repeat(31)}`,
    `2026:${KEY},2025:short`,
    `${KEY},`,
    `1:${KEY},1:${KEY}`,
    `${KEY},1:${KEY}`,
    `:${KEY}`,
    `é:${KEY}`,
  ])
    assert.deepEqual(refused({ SECRET_KEY: key }), ['SECRET_KEY'], key)
})

test('mail travels encrypted, unless the server is this machine or the operator says none', () => {
  const requireTls = (url: string) => readConfig({ SMTP_URL: url }).mail?.requireTls
  assert.equal(requireTls('smtp://mail.example:587'), true)
  assert.equal(requireTls('smtp://127.mail.example:587'), true)
  assert.equal(requireTls('smtp://localhost:25'), false)
  assert.equal(requireTls('smtp://127.0.0.1:25'), false)
  assert.equal(requireTls('smtp://mail.example?tls=none'), false)
})

test('a program serves, works, or both; blanks count as unset', () => {
  assert.deepEqual(readConfig({ LANYARD_ROLE: 'serve' }).roles, { serve: true, work: false })
  assert.deepEqual(readConfig({ LANYARD_ROLE: 'work' }).roles, { serve: false, work: true })
  assert.equal(readConfig({ PORT: ' ' }).port, 3000)
  assert.deepEqual(readConfig({ TRUSTED_PROXIES: '127.0.0.1, 10.0.0.0/8,' }).trustedProxies, [
    '127.0.0.1',
    '10.0.0.0/8',
  ])
})

test('only this machine is loopback', () => {
  for (const host of ['localhost', 'a.localhost', '127.0.0.1', '127.255.0.1', '[::1]'])
    assert.ok(isLoopback(host), host)
  for (const host of [
    'localhost.example',
    'xlocalhost',
    '127.0.0.1.example',
    '127.example',
    '128.0.0.1',
    '0.0.0.0',
    '[::]',
  ])
    assert.ok(!isLoopback(host), host)
})
