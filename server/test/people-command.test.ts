import assert from 'node:assert/strict'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { newMachine } from './support/start-process.ts'

test('the command lists people by the filters of the page, for people and as JSON', async (t) => {
  const machine = await newMachine(t)
  const owner = ['--owner-name', 'Ada Ford', '--owner-email', 'ada@reed.example']
  const made = await machine.command(
    ...['setup', '--organisation', 'Reed Primary', '--type', 'school', '--json', ...owner],
  )
  assert.equal(made.code, 0, made.err)
  const { organisationId } = JSON.parse(made.out)
  const file = join(machine.dataDir, 'staff.csv')
  const rows = Array.from(
    { length: 205 },
    (_, n) => `P${n},Reed,p${n}@reed.example,${n < 3 ? 'Governor' : ''}`,
  )
  await writeFile(file, ['First name,Last name,Work email,Relationship', ...rows, ''].join('\r\n'))
  const applied = await machine.command(
    ...['staff-list', 'import', file, '--organisation', organisationId, '--apply'],
  )
  assert.equal(applied.code, 0, applied.err)
  const listed = (...flags: string[]) =>
    machine.command('people', 'list', '--organisation', organisationId, ...flags)

  const all = await listed('--json')
  assert.equal(all.code, 0, all.err)
  assert.equal(JSON.parse(all.out).length, 206, 'page after page')
  const governors = await listed('--relationship', 'governor', '--status', 'not_invited', '--json')
  assert.deepEqual(
    JSON.parse(governors.out).map((each: { email: string }) => each.email),
    ['p0@reed.example', 'p1@reed.example', 'p2@reed.example'],
  )
  const told = await listed('--last-active', 'never', '--source', 'staff_list', '--limit', '2')
  assert.match(told.out, /^P0 Reed\tp0@reed\.example\tNot invited\t/)
  assert.match(told.out, /2 people\n$/)

  const wrong = await listed('--status', 'late')
  assert.equal(wrong.code, 2)
  assert.match(wrong.err, /^--status: /)
  assert.equal((await listed('--sort', 'height')).code, 2)
  assert.equal((await listed('--limit', 'many')).code, 2)
})
