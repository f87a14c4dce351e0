import assert from 'node:assert/strict'
import { mkdir, readdir, readFile, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { gunzipSync, gzipSync } from 'node:zlib'
import pg from 'pg'
import { backUp, folderFor, nobodyYet, restore } from '../../../test/support/backups.ts'
import { openConnection } from '../../../test/support/behind-the-curtain.ts'
import { PASSWORD } from '../../../test/support/make.ts'
import { openTenant } from '../../../test/support/plant.ts'
import { recorded } from '../../../test/support/record.ts'
import { type Lanyard, startLanyard } from '../../../test/support/start-lanyard.ts'
import { hashPassword } from '../../platform/crypto/passwords.ts'
import { writeBackup } from '../../platform/database/backup/write-backup.ts'
import type { Connection } from '../../platform/database/database.ts'
import { applyMigration, readMigrations } from '../../platform/database/migrate.ts'
import { sealAudit } from '../audit/seal-audit.ts'
import { verifyAudit } from '../audit/verify-audit.ts'
import { commandRequest, setUp } from '../set-up/set-up.ts'
import { nameOf } from './backup.ts'
import { checkBackup } from './check-backup.ts'
import { createBackup } from './create-backup.ts'

const codeOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'done',
    (error: { code?: string; message: string }) => error.code ?? error.message,
  )

async function assertSameShape(t: TestContext, one: Lanyard, other: Lanyard): Promise<void> {
  const [here, there] = [await shapeOf(t, one.ownerConnection), await shapeOf(t, other.ownerConnection)]
  assert.ok(here.size > 500)
  const missing = [...there].filter((line) => !here.has(line))
  const strange = [...here].filter((line) => !there.has(line))
  assert.deepEqual({ missing, strange }, { missing: [], strange: [] })
}

/** All that a database says of our tables: columns, keys, guards, triggers, rights. */
async function shapeOf(t: TestContext, owner: Connection): Promise<Set<string>> {
  const db = await openConnection(t, owner)
  const found = await db.query<{ line: string }>(`
    with ours as (
      select c.* from pg_class c where c.relnamespace in ('public'::regnamespace, 'lanyard_private'::regnamespace)
        and c.relkind in ('r', 'i'))
    select concat_ws(' ', 'relation', relnamespace::regnamespace, relname, relrowsecurity, relforcerowsecurity,
      (select array_agg(a order by a::text) from unnest(relacl) a)) as line from ours
    union all select concat_ws(' ', 'column', attrelid::regclass, attnum, attname, atttypid::regtype, attnotnull, attgenerated,
      attacl, pg_get_expr(d.adbin, d.adrelid))
      from pg_attribute left join pg_attrdef d on d.adrelid = attrelid and d.adnum = attnum
      where attrelid in (select oid from ours where relkind = 'r') and attnum > 0
    union all select concat_ws(' ', 'index', pg_get_indexdef(oid)) from ours where relkind = 'i'
    union all select concat_ws(' ', 'constraint', conrelid::regclass, conname, pg_get_constraintdef(oid)) from pg_constraint
      where connamespace = 'public'::regnamespace
    union all select concat_ws(' ', 'trigger', tgenabled, pg_get_triggerdef(oid)) from pg_trigger where not tgisinternal
      and tgrelid in (select oid from ours)
    union all select concat_ws(' ', 'policy', polrelid::regclass, polname, pg_get_expr(polqual, polrelid)) from pg_policy
    union all select concat_ws(' ', 'function', oid::regprocedure, proacl, pg_get_functiondef(oid)) from pg_proc
      where pronamespace = 'public'::regnamespace and prokind = 'f' and proowner = 'lanyard_owner'::regrole
    order by 1`)
  return new Set(found.rows.map((row) => row.line))
}

test('a backup is of one moment: what commits while it is written is not in it, and all that is in it fits together', async (t) => {
  const lanyard = await startLanyard(t)
  const reed = await lanyard.make.school('Reed Primary')
  await lanyard.make.person('early@reed.example', { at: reed })
  const path = join(await folderFor(t), 'one.backup.gz')
  let late: unknown
  await createBackup(
    lanyard.app,
    lanyard.ownerConnection,
    commandRequest(),
    { to: path, keepDays: 35 },
    async () => {
      late ??= await lanyard.make.person('late@reed.example', { at: reed })
    },
  )
  assert.ok(late, 'somebody was added meanwhile')
  const text = gunzipSync(await readFile(path)).toString('utf8')
  assert.match(text, /early@reed\.example/)
  assert.doesNotMatch(text, /late@reed\.example/)
  assert.match(text, /"secretKey":\{"included":false/)
  assert.ok(!text.includes('a-key-for-tests-that-protects-nothing-at-all'))
})

test('a restored database has the very tables, guards, triggers and rights of one that was migrated', async (t) => {
  const lanyard = await startLanyard(t)
  await lanyard.make.person('ben@reed.example', { at: await lanyard.make.school('Reed Primary') })
  const path = join(await folderFor(t), 'one.backup.gz')
  await backUp(lanyard, path)
  const fresh = await nobodyYet(t)
  await restore(fresh, path)
  await assertSameShape(t, fresh, lanyard)
  const sequences = await lanyard.app.database.pool.query(
    `select from pg_sequences where schemaname = 'public'`,
  )
  assert.equal(
    sequences.rowCount,
    0,
    'no table counts with a sequence, whose place a backup would have to keep',
  )
})

test('a backup made before the last migration is restored, and brought up to this release', async (t) => {
  const fresh = await nobodyYet(t)
  const path = await backupOfEarlierRelease(t, fresh)
  const checked = await checkBackup(path, fresh.app.keys)
  const last = (await readMigrations()).at(-1)?.name
  assert.deepEqual([checked.ok, checked.migrationsAfter], [true, [last]])
  const restored = await restore(fresh, path)
  assert.deepEqual(restored.migrated, [last])
  const signedIn = await fresh.http.fresh().post('/api/v1/sessions', {
    email: 'olga@oak.example',
    password: PASSWORD,
  })
  assert.equal(signedIn.status, 201, JSON.stringify(signedIn.body))
  await assertSameShape(t, fresh, await nobodyYet(t))
})

/** What the release before the last migration would have backed up: a school with one owner. */
async function backupOfEarlierRelease(t: TestContext, { app, ownerConnection }: Lanyard): Promise<string> {
  const connection = await emptyDatabase(t, ownerConnection)
  const db = await openConnection(t, connection)
  await db.query(`create schema lanyard_private;
    create table lanyard_private.migrations (name text primary key, hash text not null, applied_at timestamptz not null default now())`)
  for (const migration of (await readMigrations()).slice(0, -1))
    await applyMigration(db, migration, 'lanyard_app')
  const tenant = await db.query<{ id: string }>('insert into tenants default values returning id')
  const tenantId = tenant.rows[0]?.id as string
  await db.query(`select set_config('lanyard.tenant', $1, false)`, [tenantId])
  const { hash, pepperId } = await hashPassword(app.keys, PASSWORD)
  await db.query(`update set_up set finished_at = lanyard_now()`)
  await db.query(`insert into tenant_addresses (tenant_id, base_url) values ($1, 'http://oak.example')`, [
    tenantId,
  ])
  const school = await db.query<{ id: string }>(
    `insert into organisations (id, path, type, name, slug, time_zone)
     select id, array[id], 'school', 'Oak School', 'oak-school', 'Europe/London' from (select uuid_v7() as id) new returning id`,
  )
  const account = await db.query<{ id: string }>(
    `insert into accounts (email, given_name, family_name) values ('olga@oak.example', 'Olga', 'Oak') returning id`,
  )
  const member = await db.query<{ id: string }>(
    `insert into memberships (account_id, organisation_id, state, name_key, search_key, again)
     values ($1, $2, 'active', 'oak olga', ' olga oak olga@oak.example', false) returning id`,
    [account.rows[0]?.id, school.rows[0]?.id],
  )
  await db.query(
    `insert into role_assignments (membership_id, role, scope, organisation_id, source) values ($1, 'owner', 'tenant', $2, 'manual')`,
    [member.rows[0]?.id, school.rows[0]?.id],
  )
  await db.query('insert into passwords (account_id, hash, pepper_id) values ($1, $2, $3)', [
    account.rows[0]?.id,
    hash,
    pepperId,
  ])
  const path = join(await folderFor(t), 'earlier.backup.gz')
  await writeBackup(connection, path, { version: '0.0.9', keys: app.keys, record: [], files: [] })
  return path
}

async function emptyDatabase(t: TestContext, beside: Connection): Promise<Connection> {
  const url = new URL(beside.connectionString ?? '')
  const database = `${url.pathname.slice(1)}_earlier`
  const once = async (statement: string) => {
    const client = new pg.Client({ connectionString: url.href.replace(/\/[^/]+$/, '/postgres') })
    await client.connect()
    await client.query(statement)
    await client.end()
  }
  await once(`create database ${database}`)
  t.after(() => once(`drop database ${database} with (force)`))
  return { connectionString: url.href.replace(/\/[^/]+$/, `/${database}`) }
}

test('a damaged or altered backup is refused before anything is changed, and whoever checks it hears what is wrong', async (t) => {
  const lanyard = await startLanyard(t)
  await lanyard.make.person('ben@reed.example', { at: await lanyard.make.school('Reed Primary') })
  const folder = await folderFor(t)
  const path = join(folder, 'one.backup.gz')
  await backUp(lanyard, path)
  const bytes = await readFile(path)
  const text = gunzipSync(bytes).toString('utf8')
  const flipped = Buffer.from(bytes)
  const middle = Math.floor(flipped.length / 2)
  flipped[middle] = (flipped[middle] ?? 0) ^ 1
  const packed = (changed: string) => gzipSync(changed)
  const newMigration = '"migrations":[{"name":"9999_of_another_year.sql","hash":"00"},'
  const cases: [string, Buffer, RegExp][] = [
    ['a bit flipped', flipped, /^backup_damaged/],
    ['cut short', bytes.subarray(0, bytes.length - 40), /^backup_damaged/],
    [
      'a word changed',
      packed(text.replaceAll('ben@reed', 'bad@reed')),
      /^backup_damaged.*the table accounts/,
    ],
    ['a row taken out', packed(text.replace(/^.*ben@reed.*\n/m, '')), /^backup_damaged.*the table accounts/],
    [
      'a table taken out',
      packed(text.replace(/^\{"table":"devices".*\n\\\.\n/m, '')),
      /^backup_damaged.*parts/,
    ],
    [
      'its sums changed with it',
      packed(text.replace('"problem":null', '"problem":""')),
      /^backup_damaged.*signature/,
    ],
    [
      'its heading changed',
      packed(text.replace('"version":"', '"version":"9')),
      /^backup_damaged.*signature/,
    ],
    ['without its end', packed(text.replace(/^\{"signature".*\n/m, '')), /^backup_damaged/],
    ['with something behind it', packed(`${text}more\n`), /^backup_damaged/],
    ['of a newer release', packed(text.replace('"migrations":[', newMigration)), /^backup_newer.*Install/],
    ['of other tables', packed(text.replace(/"hash":"..../, '"hash":"0000')), /^backup_tables_differ/],
    ['no backup', packed('Staff list\n'), /^not_a_backup/],
    ['not packed', Buffer.from('Staff list\n'), /^not_a_backup/],
  ]
  const fresh = await nobodyYet(t)
  for (const [name, content, wanted] of cases) {
    const bad = join(folder, 'bad.backup.gz')
    await writeFile(bad, content)
    const { ok, problems } = await checkBackup(bad, fresh.app.keys)
    const [first] = problems
    assert.equal(ok, false, name)
    assert.match(`${first?.code} ${first?.detail}`, wanted, name)
    assert.equal(await codeOf(restore(fresh, bad)), first?.code, name)
    const { rows } = await fresh.app.database.pool.query('select from tenants')
    assert.equal(rows.length, 0, name)
  }
  assert.equal(await codeOf(restore(fresh, path)), 'done', 'and the sound one still can be')
})

test('of a restore and a set-up at once one is too late, and nothing of it stays', async (t) => {
  const lanyard = await startLanyard(t)
  const path = join(await folderFor(t), 'one.backup.gz')
  await backUp(lanyard, path)
  const fresh = await nobodyYet(t)
  const wish = {
    owner: { email: 'sue@oak.example', givenName: 'Sue', familyName: 'Oak', password: PASSWORD },
    organisation: { name: 'Oak', type: 'school' as const, domains: [], timeZone: 'Europe/London' },
  }
  const ends = await Promise.all([
    codeOf(restore(fresh, path)),
    codeOf(setUp(fresh.app, { kind: 'operator', request: commandRequest() }, wish)),
  ])
  assert.ok(
    ends.includes('done') && ends.some((end) => end === 'not_empty' || end === 'not_found'),
    ends.join(),
  )
  const { rows } = await fresh.app.database.pool.query('select from tenants')
  assert.equal(rows.length, 1)
})

test('mail and lists under way in a backup stand still after it is restored', async (t) => {
  const lanyard = await startLanyard(t, { mailWorker: false })
  const reed = await lanyard.make.school('Reed Primary')
  const db = await openTenant(t, lanyard)
  await db.query(
    `insert into staff_lists (organisation_id, reference, file_name, file_bytes, file_digest, everyone, state)
     select $1, state, 'staff.csv', 1, '\\x00', false, state from unnest(array['analysing', 'applying', 'undoing', 'applied']) state`,
    [reed.id],
  )
  await lanyard.http
    .as(lanyard.owner)
    .post(`/api/v1/organisations/${reed.id}/invitations`, { people: [{ email: 'jane@reed.example' }] })
  await db.query(`update messages set state = 'sending'`)
  const path = join(await folderFor(t), 'one.backup.gz')
  await backUp(lanyard, path)
  const fresh = await nobodyYet(t)
  const { ended } = await restore(fresh, path)
  assert.deepEqual([ended.messages, ended.staffLists], [1, 3])
  assert.equal(await fresh.sendMail(), 0)
  const there = await openTenant(t, { ...fresh, id: lanyard.id })
  const lists = await there.query('select reference, state from staff_lists order by reference')
  assert.deepEqual(
    lists.rows.map((row) => `${row.reference} ${row.state}`),
    ['analysing failed', 'applied applied', 'applying ready', 'undoing applied'],
  )
  const story = await there.query('select state, explanation from delivery_events')
  assert.deepEqual(story.rows, [{ state: 'unknown', explanation: 'unknown_restored' }])
})

test('anchors of a time after the backup are kept aside; the record is whole and goes on', async (t) => {
  const lanyard = await startLanyard(t)
  const path = join(await folderFor(t), 'one.backup.gz')
  await backUp(lanyard, path)
  await lanyard.make.school('Reed Primary')
  await sealAudit(lanyard.app, lanyard.id)
  const fresh = await nobodyYet(t)
  const anchors = join(fresh.app.config.dataDir, 'audit-anchors')
  await writeFile(join(await made(anchors), `${lanyard.id}.jsonl`), await anchorsOf(lanyard))
  const restored = await restore(fresh, path)
  assert.equal(restored.anchorsAside.length, 1)
  assert.equal(await readFile(restored.anchorsAside[0] as string, 'utf8'), await anchorsOf(lanyard))
  await sealAudit(fresh.app, lanyard.id)
  const verdict = await verifyAudit(fresh.app, lanyard.id)
  assert.deepEqual([verdict.firstBad, verdict.anchors > 1], [null, true])
  const events = (await recorded(fresh.app, lanyard.id)).map((each) => each.event)
  assert.deepEqual(events, ['installation.set_up', 'backup.restored'])
  assert.equal((await recorded(lanyard.app, lanyard.id)).at(1)?.event, 'backup.made')
})

const anchorsOf = ({ app, id }: Lanyard) =>
  readFile(join(app.config.dataDir, 'audit-anchors', `${id}.jsonl`), 'utf8')

async function made(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true })
  return folder
}

test('backups older than they are kept go when a new one is made; files of others stay', async (t) => {
  const lanyard = await startLanyard(t)
  const folder = await made(join(lanyard.app.config.dataDir, 'backups'))
  const daysAgo = (days: number) => nameOf(new Date(Date.now() - days * 86_400_000).toISOString())
  const [old, young] = [daysAgo(36), daysAgo(34)]
  for (const name of [old, young, 'our-own.backup.gz', 'notes.txt']) await writeFile(join(folder, name), 'x')
  const killed = join(folder, '.lanyard-77-0badcafe.part')
  await writeFile(killed, 'half')
  await utimes(killed, 0, 0)
  const { removed, file } = await createBackup(lanyard.app, lanyard.ownerConnection, commandRequest(), {
    keepDays: 35,
  })
  assert.deepEqual(removed, [old])
  assert.deepEqual(
    (await readdir(folder)).sort(),
    [young, 'our-own.backup.gz', 'notes.txt', file.slice(folder.length + 1)].sort(),
  )
})
