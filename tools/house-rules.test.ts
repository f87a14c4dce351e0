import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readSource } from './house-rules/source.ts'
import { tableOwners, withTemporaryTables } from './house-rules/table-owners.ts'
import { brokenIn } from './house-rules.ts'

const owners = new Map([
  ['people', 'people'],
  ['seats', 'seats'],
  ['counters', 'platform'],
])

function problems(path: string, text: string): string[] {
  const source = readSource(path, text)
  return brokenIn(source, withTemporaryTables(owners, [source])).map(
    ({ line, problem }) => `${line}: ${problem}`,
  )
}

/** Each planted line breaks a rule and must be found as said. */
const planted: [what: string, path: string, text: string, problem: RegExp][] = [
  ['a kysely insert', 'features/seats/open-seat.ts', "tx.insertInto('people').values(p)", /people owns it/],
  [
    'a kysely update',
    'features/seats/open-seat.ts',
    "tx.updateTable('people as p').set(s)",
    /people owns it/,
  ],
  ['a kysely delete', 'features/seats/open-seat.ts', "tx.deleteFrom('people')", /people owns it/],
  ['a kysely merge', 'features/seats/open-seat.ts', "tx.mergeInto('people')", /people owns it/],
  [
    'an insert in SQL',
    'features/seats/a.ts',
    'sql`INSERT INTO people (id) values (${id})`',
    /people owns it/,
  ],
  ['an update in SQL', 'features/seats/a.ts', 'sql`update people p set name = ${n}`', /people owns it/],
  ['a delete in SQL', 'features/seats/a.ts', 'pool.query("delete from only people")', /people owns it/],
  ['a copy', 'features/seats/a.ts', 'copyFrom("copy people (id) from stdin")', /people owns it/],
  ['a write by an entrance', 'entrances/cli/a.ts', "tx.insertInto('people')", /people owns it/],
  ['a feature writing for the platform', 'features/seats/a.ts', "tx.insertInto('counters')", /platform owns/],
  ['a table nobody declared', 'features/seats/a.ts', "tx.insertInto('chairs')", /no migration says/],
  ['a table named at run time', 'features/seats/a.ts', 'tx.insertInto(name)', /plainly/],
  [
    'a table put into SQL',
    'features/seats/a.ts',
    'sql`insert into ${sql.table(name)} values (1)`',
    /plainly/,
  ],
  ['a transaction in a route', 'features/seats/seats.routes.ts', 'inTenant(app, f)', /only a verb/],
  [
    'a transaction in a query',
    'features/seats/seats.queries.ts',
    'db.transaction().execute(f)',
    /only a verb/,
  ],
  ['a transaction in a policy', 'features/seats/seat.policy.ts', 'app.inTenant(t, f)', /only a verb/],
  ['a transaction in an entrance', 'entrances/http/a.ts', 'app.inTenant(t, f)', /only a verb/],
  ['a transaction without tenant', 'features/seats/open.ts', 'db.transaction().execute(f)', /sets no tenant/],
  [
    'mail from a feature',
    'features/seats/a.ts',
    "import { createTransport } from 'nodemailer'",
    /nodemailer/,
  ],
  ['a socket in a feature', 'features/seats/a.ts', "import net from 'node:net'", /node:net/],
  ['a late import', 'features/seats/a.ts', "const h = await import('https')", /https/],
  ['a fetch', 'features/seats/a.ts', "await fetch('https://a.example')", /calls fetch/],
  ['mail past the queue', 'features/seats/a.ts', 'await app.mail.send(m)', /queue a message/],
  ['mail past the queue, deeper', 'features/seats/a.ts', 'await this.app.sms.send(m)', /queue a message/],
  ['nodemailer in another pipe', 'platform/http/a.ts', "import m from 'nodemailer'", /nodemailer/],
  ['a setting read on the way', 'features/seats/a.ts', 'const url = process.env.PUBLIC_URL', /process\.env/],
  ['a setting read in a pipe', 'platform/mail/a.ts', 'const { SMTP_URL } = process.env', /process\.env/],
  [
    'a setting read by an entrance',
    'entrances/cli/a.ts',
    'readConfig({ PORT: process.env.PORT })',
    /process\.env/,
  ],
  ['a policy that waits', 'features/seats/seat.policy.ts', 'export async function may() {}', /waits/],
  ['a policy with a clock', 'features/seats/seat.policy.ts', 'export const at = () => new Date()', /clock/],
  ['a policy with a clock by number', 'features/seats/seat.policy.ts', 'const at = Date.now()', /clock/],
  ['a utils folder', 'features/seats/utils/a.ts', 'export const a = 1', /could hold anything/],
  ['a service', 'features/seats/seats.service.ts', 'export const a = 1', /could hold anything/],
  ['a manager', 'features/seats/seat-manager.ts', 'export const a = 1', /could hold anything/],
  ['an index file', 'features/seats/index.ts', 'export const a = 1', /index/],
  ['a barrel', 'features/seats/all.ts', "export { a } from './a.ts'", /only hands on/],
  ['a feature without a place', 'features/chairs/chair.ts', 'export const a = 1', /no place/],
  ['a file that never ends', 'features/seats/long.ts', 'export const a = 1\n'.repeat(351), /351 lines/],
]

for (const [what, path, text, problem] of planted) {
  test(`the house rules find ${what}`, () => {
    const found = problems(`server/src/${path}`, text)
    assert.equal(found.length, 1, found.join('\n'))
    assert.match(found[0] ?? '', problem)
  })
}

const allowed: [what: string, path: string, text: string][] = [
  ['an owner writing its table', 'features/people/add-person.ts', "tx.insertInto('people').values(p)"],
  [
    'an owner writing in SQL',
    'features/people/people.queries.ts',
    'sql`delete from people where id = ${id}`',
  ],
  ['the platform writing its own', 'platform/limits/count.ts', 'sql`insert into counters values (1)`'],
  [
    'an upsert',
    'features/people/a.ts',
    'sql`insert into people values (1) on conflict (id) do update set a = 1`',
  ],
  ['a lock', 'features/seats/a.ts', 'sql`select 1 from people for no key update`'],
  [
    'a stage of its own',
    'features/seats/a.ts',
    'sql`create temp table stage (a int)`; sql`insert into stage values (1)`',
  ],
  ['a commented write', 'features/seats/a.ts', 'sql`select 1 -- delete from people\n`'],
  [
    'a sentence',
    'features/seats/a.ts',
    "const detail = 'Update your set of rules, or delete from the list.'",
  ],
  ['a verb opening a transaction', 'features/seats/open-seat.ts', 'await app.inTenant(tenant, work)'],
  ['the queue sending mail', 'features/messages/deliver.job.ts', 'await app.mail.send(m)'],
  ['nodemailer in its pipe', 'platform/mail/smtp.ts', "import { createTransport } from 'nodemailer'"],
  ['settings in the configuration', 'platform/config/config.ts', 'read(process.env)'],
  [
    'a path for a child',
    'platform/embedded-postgres/a.ts',
    'spawn(p, [], { env: { PATH: process.env.PATH } })',
  ],
  ['a look at how mail is set', 'features/seats/a.ts', "const sending = app.mail.mode === 'sending'"],
  ['settings handed to their reader', 'entrances/cli/a.ts', 'readConfig({ ...process.env, ...more })'],
  ['a policy given its moment', 'features/seats/seat.policy.ts', 'const late = (at: string) => new Date(at)'],
  ['a unit of kind service area', 'features/organisations/service-area.ts', 'export const a = 1'],
]

for (const [what, path, text] of allowed) {
  test(`the house rules allow ${what}`, () => {
    assert.deepEqual(problems(`server/src/${path}`, text), [])
  })
}

test('each table has an owner of its own', () => {
  const text =
    '-- owner: seats\ncreate table seats (\n);\ncreate table chairs (\n);\ncreate table pgboss.job ();\n'
  const { owners, broken } = tableOwners([{ path: 'server/migrations/0001_seats.sql', text }])
  assert.deepEqual(
    [...owners],
    [
      ['seats', 'seats'],
      ['pgboss.job', 'platform'],
    ],
  )
  assert.deepEqual(
    broken.map(({ line, problem }) => [line, problem]),
    [[4, 'chairs has no line "-- owner: …" above it']],
  )
})

test('a temporary table belongs to the folder that makes it, in all its files and in no other', () => {
  const made = readSource('server/src/features/seats/a.ts', 'sql`create temporary table stage (a int)`')
  const write = 'sql`insert into stage values (1)`'
  const known = withTemporaryTables(owners, [made])
  assert.deepEqual(brokenIn(readSource('server/src/features/seats/b.ts', write), known), [])
  const [broken] = brokenIn(readSource('server/src/features/people/b.ts', write), known)
  assert.match(broken?.problem ?? '', /seats owns it/)
})
