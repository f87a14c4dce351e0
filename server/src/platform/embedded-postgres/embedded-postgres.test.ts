import assert from 'node:assert/strict'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { test } from 'node:test'
import { joinEmbeddedPostgres, startEmbeddedPostgres } from './embedded-postgres.ts'
import { isAlive } from './processes.ts'
import { ask, cluster, folder, holder, quiet, serverPid, until } from './test-scene.ts'

test('a new database listens on its socket alone, keeps what is committed, and ends when it is stopped', async (t) => {
  const dataDir = folder(t)
  const db = await startEmbeddedPostgres({ dataDir, log: quiet })
  assert.equal(db.adopted, false)
  const wanted = {
    listen_addresses: '',
    fsync: 'on',
    data_checksums: 'on',
    TimeZone: 'UTC',
    server_encoding: 'UTF8',
  }
  for (const [name, value] of Object.entries(wanted)) {
    assert.deepEqual(await ask(db, `show "${name}"`), [{ [name]: value }])
  }
  assert.deepEqual(await ask(db, `select upper('é') as letter, current_user as name`), [
    { letter: 'É', name: 'lanyard_supervisor' },
  ])
  assert.deepEqual(await ask(db, 'select distinct type from pg_hba_file_rules'), [{ type: 'local' }])
  assert.equal(statSync(db.socketDir).mode & 0o777, 0o700)
  await ask(db, 'create extension pg_trgm')

  const pid = serverPid(dataDir)
  await db.stop()
  assert.equal(isAlive(pid), false)
  assert.deepEqual(readdirSync(db.socketDir), [])

  const again = await startEmbeddedPostgres({ dataDir, log: quiet })
  assert.equal((await ask(again, `select 1 from pg_extension where extname = 'pg_trgm'`)).length, 1)
  await again.stop()
})

test('what was committed just before its owner was killed is there for the next owner, who adopts the server', async (t) => {
  const dataDir = folder(t)
  const owner = holder(dataDir, 'start', {
    detached: true,
    work: `
      const client = new pg.Client({ host: db.socketDir, user: db.superuser, database: db.database })
      await client.connect()
      await client.query('create table kept as select 42 as answer')`,
  })
  await owner.ready()
  const pid = serverPid(dataDir)
  await owner.killGroup()
  assert.ok(isAlive(pid), 'the server lives on')

  const began = performance.now()
  const db = await startEmbeddedPostgres({ dataDir, log: quiet })
  assert.ok(performance.now() - began < 1_000, 'adopting is fast')
  assert.equal(db.adopted, true)
  assert.equal(serverPid(dataDir), pid)
  assert.deepEqual(await ask(db, 'select answer from kept'), [{ answer: 42 }])
  await db.stop()
  assert.equal(isAlive(pid), false)
})

test('a second owner is refused with the number of the first, whose server goes on', async (t) => {
  const dataDir = folder(t)
  const first = holder(dataDir, 'start')
  await first.ready()
  await assert.rejects(startEmbeddedPostgres({ dataDir, log: quiet }), {
    message: `The database in ${join(dataDir, 'postgres')} is in use by process ${first.pid}. Stop that process or wait until it has ended, or set DATA_DIR to another folder.`,
  })
  assert.ok(isAlive(serverPid(dataDir)))
})

test('of starts at the same moment exactly one wins, and the others name it', async (t) => {
  const dataDir = folder(t)
  for (const round of ['new', 'existing']) {
    const rivals = [1, 2, 3].map(() => holder(dataDir, 'start'))
    const outcomes = await Promise.all(rivals.map((rival) => rival.outcome()))
    const winner = rivals[outcomes.indexOf('ready')]
    assert.ok(winner, outcomes.join('\n'))
    const refused = outcomes.filter((outcome) => outcome.includes(`in use by process ${winner.pid}.`))
    assert.equal(refused.length, 2, `${round} database: ${outcomes.join('\n')}`)
    await winner.leave()
  }
})

test('after a power cut the database starts, even when its old number has been given to another process', async (t) => {
  const dataDir = folder(t)
  const owner = holder(dataDir, 'start')
  const { socketDir } = await owner.ready()
  const pid = serverPid(dataDir)
  const left = ['postmaster.pid', relative(cluster(dataDir), join(socketDir, '.s.PGSQL.5432.lock'))].map(
    (name) => {
      const path = join(cluster(dataDir), name)
      return { path, text: readFileSync(path, 'utf8') }
    },
  )
  await owner.kill()
  process.kill(pid, 'SIGKILL')
  await until(() => !isAlive(pid), 'the server is dead')

  const db = await startEmbeddedPostgres({ dataDir, log: quiet })
  assert.equal(db.adopted, false)
  await ask(db, 'create table kept as select 42 as answer')
  await db.stop()

  for (const { path, text } of left) writeFileSync(path, text.replace(/^\d+/, String(process.pid)))
  const again = await startEmbeddedPostgres({ dataDir, log: quiet })
  assert.equal(again.adopted, false)
  assert.deepEqual(await ask(again, 'select answer from kept'), [{ answer: 42 }])
  await again.stop()
})

test('a server that was killed is not followed by a second one before its last child has gone', async (t) => {
  const dataDir = folder(t)
  const owner = holder(dataDir, 'start')
  const { socketDir } = await owner.ready()
  const [child] = await ask(
    { socketDir },
    `select pid from pg_stat_activity where backend_type = 'checkpointer'`,
  )
  const pid = serverPid(dataDir)
  process.kill(Number(child?.pid), 'SIGSTOP')
  t.after(() => isAlive(Number(child?.pid)) && process.kill(Number(child?.pid), 'SIGKILL'))
  await owner.kill()
  process.kill(pid, 'SIGKILL')
  await until(() => !isAlive(pid), 'the server is dead')

  const starting = startEmbeddedPostgres({ dataDir, log: quiet })
  const log = () => readFileSync(join(dataDir, 'postgres/server.log'), 'utf8')
  await until(() => log().includes('pre-existing shared memory block'), 'a start has been refused')
  process.kill(Number(child?.pid), 'SIGCONT')
  const db = await starting
  assert.equal((await ask(db, 'select 1')).length, 1)
  await db.stop()
})

test('a database that cannot start says why, and starts when that is put right', async (t) => {
  const dataDir = folder(t)
  const db = await startEmbeddedPostgres({ dataDir, log: quiet })
  await db.stop()
  const file = join(cluster(dataDir), 'postgresql.auto.conf')
  const good = readFileSync(file, 'utf8')
  writeFileSync(file, 'shared_bufers = 1GB')
  await assert.rejects(
    startEmbeddedPostgres({ dataDir, log: quiet }),
    /The database did not start\. .*unrecognized configuration parameter "shared_bufers".* The whole log is .*server\.log\./,
  )
  writeFileSync(file, good)
  const again = await startEmbeddedPostgres({ dataDir, log: quiet })
  await again.stop()
})

test('a database whose making was cut short is made again', async (t) => {
  const dataDir = folder(t)
  const home = join(dataDir, 'postgres')
  const halfMade = () =>
    existsSync(home) ? readdirSync(home).filter((name) => name.includes('being-made')) : []
  const owner = holder(dataDir, 'start', { detached: true })
  await until(() => halfMade().some((name) => existsSync(join(home, name, 'PG_VERSION'))), 'it is being made')
  await owner.killGroup()
  assert.equal(existsSync(join(home, 'cluster')), false)

  const db = await startEmbeddedPostgres({ dataDir, log: quiet })
  assert.equal((await ask(db, 'select 1')).length, 1)
  assert.deepEqual(halfMade(), [])
  await db.stop()
})

test('a folder with something else than a database in it is left alone', async (t) => {
  const dataDir = folder(t)
  mkdirSync(cluster(dataDir), { recursive: true })
  writeFileSync(join(cluster(dataDir), 'letter.txt'), 'Dear Ada')
  await assert.rejects(startEmbeddedPostgres({ dataDir, log: quiet }), /holds something else than a database/)
  assert.deepEqual(readdirSync(cluster(dataDir)), ['letter.txt'])
})

test('a server that dies is started again, and the program is told', async (t) => {
  const dataDir = folder(t)
  const lines: string[] = []
  const db = await startEmbeddedPostgres({ dataDir, log: (line) => lines.push(line) })
  t.after(() => db.stop())
  const pid = serverPid(dataDir)
  process.kill(pid, 'SIGKILL')
  await until(() => lines.includes('The database runs again.'), 'it runs again')
  assert.notEqual(serverPid(dataDir), pid)
  assert.equal((await ask(db, 'select 1')).length, 1)
})

test('a command joins the running server and leaves it running', async (t) => {
  const dataDir = folder(t)
  const server = holder(dataDir, 'start')
  await server.ready()
  const command = await joinEmbeddedPostgres({ dataDir, log: quiet })
  assert.equal(command.adopted, true)
  assert.equal((await ask(command, 'select 1')).length, 1)
  await command.stop()
  assert.ok(isAlive(serverPid(dataDir)))
})

test('commands without a server share one that the last of them stops', async (t) => {
  const dataDir = folder(t)
  const first = holder(dataDir, 'join')
  assert.equal((await first.ready()).adopted, false)
  const second = await joinEmbeddedPostgres({ dataDir, log: quiet })
  assert.equal(second.adopted, true)
  const pid = serverPid(dataDir)
  await first.leave()
  assert.equal((await ask(second, 'select 1')).length, 1)
  await second.stop()
  assert.equal(isAlive(pid), false)
})
