import assert from 'node:assert/strict'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import type { Place } from './place.ts'
import { prepareRuntime } from './runtime.ts'

test('the programs are put together from a package without its links, which is left as it is', (t) => {
  const { place, source } = scene(t)
  chmodSync(join(source.native, 'lib'), 0o500)
  const runtime = prepareRuntime(place, source)
  chmodSync(join(source.native, 'lib'), 0o700)
  assert.equal(readlinkSync(join(runtime, 'lib/libpq.so.5')), 'libpq.so.5.18')
  assert.equal(readFileSync(join(runtime, 'lib/libpq.so.5'), 'utf8'), 'library')
  assert.equal(statSync(join(runtime, 'bin/postgres')).mode & 0o111, 0o111)
  assert.equal(existsSync(join(runtime, 'lib/libpq.a')), false)
  assert.equal(existsSync(join(source.native, 'lib/libpq.so.5')), false)
})

test('files that only their owner may read are copied, so that the mode of the package stays', (t) => {
  const { place, source } = scene(t)
  chmodSync(join(source.native, 'bin/postgres'), 0o700)
  const runtime = prepareRuntime(place, source)
  assert.equal(statSync(join(runtime, 'bin/postgres')).mode & 0o777, 0o755)
  assert.equal(statSync(join(source.native, 'bin/postgres')).mode & 0o777, 0o700)
})

test('the programs outlive the package, as a new installation removes it under a running server', (t) => {
  const { place, source } = scene(t)
  const runtime = prepareRuntime(place, source)
  rmSync(source.native, { recursive: true })
  assert.equal(readFileSync(join(runtime, 'bin/postgres'), 'utf8'), 'program')
})

test('programs that were cut short are put together again', (t) => {
  const { place, source } = scene(t)
  const file = join(prepareRuntime(place, source), 'bin/postgres')
  for (const damage of [
    () => rmSync(file),
    () => {
      rmSync(file)
      writeFileSync(file, '')
    },
    () => rmSync(join(file, '../../lib/libpq.so.5')),
  ]) {
    damage()
    const runtime = prepareRuntime(place, source)
    assert.equal(readFileSync(file, 'utf8'), 'program')
    assert.ok(existsSync(join(runtime, 'lib/libpq.so.5')))
  }
})

test('a new version takes the place of the old one', (t) => {
  const { place, source } = scene(t)
  const old = prepareRuntime(place, source)
  const runtime = prepareRuntime(place, { ...source, version: '18.5.0' })
  assert.ok(existsSync(join(runtime, 'bin/postgres')))
  assert.equal(existsSync(old), false)
})

function scene(t: TestContext) {
  const root = mkdtempSync(join(tmpdir(), 'lanyard-test-'))
  t.after(() => rmSync(root, { recursive: true, force: true }))
  const native = join(root, 'package/native')
  mkdirSync(join(native, 'bin'), { recursive: true })
  mkdirSync(join(native, 'lib'))
  writeFileSync(join(native, 'bin/postgres'), 'program', { mode: 0o755 })
  writeFileSync(join(native, 'lib/libpq.so.5.18'), 'library')
  writeFileSync(join(native, 'lib/libpq.a'), 'for compilers')
  writeFileSync(
    join(native, 'pg-symlinks.json'),
    JSON.stringify([{ source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so.5' }]),
  )
  const home = join(root, 'home')
  mkdirSync(home)
  const place: Place = {
    home,
    cluster: join(home, 'cluster'),
    socketDir: join(home, 'socket'),
    logFile: join(home, 'server.log'),
    account: undefined,
    durable: true,
  }
  return { place, source: { native, version: '18.4.0' } }
}
