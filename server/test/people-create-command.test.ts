import assert from 'node:assert/strict'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { newMachine } from './support/start-process.ts'

test('the command adds a person as the form does, and refuses what the form refuses', async (t) => {
  const machine = await newMachine(t)
  const owner = ['--owner-name', 'Ada Ford', '--owner-email', 'ada@reed.example']
  const made = await machine.command(
    ...['setup', '--organisation', 'Reed Primary', '--type', 'school', '--json', ...owner],
  )
  assert.equal(made.code, 0, made.err)
  const { organisationId } = JSON.parse(made.out)
  const create = (email: string, ...flags: string[]) =>
    machine.command(
      ...['people', 'create', '--organisation', organisationId, '--email', email],
      ...['--given-name', 'Jane', '--family-name', 'Smith', ...flags],
    )
  const listed = await create('jane@reed.example', '--notify', 'none', '--job-category', 'site')
  assert.equal(listed.code, 0, listed.err)
  assert.match(listed.out, /Jane Smith is on the list and not invited/)
  const twice = await create('jane@reed.example', '--notify', 'none')
  assert.notEqual(twice.code, 0)
  assert.match(twice.err, /already_added/)

  const tim = await create(
    ...(['tim@reed.example', '--notify', 'none', '--leaving-date', '2027-08-31'] as const),
    ...['--language', 'en-GB', '--label', 'Region=North', 'Stage=KS3'],
  )
  assert.equal(tim.code, 0, tim.err)
  const found = await machine.command(
    ...['people', 'list', '--organisation', organisationId, '--label', 'Region=North', '--json'],
  )
  assert.deepEqual(
    JSON.parse(found.out).map((each: { email: string; labels: object }) => [each.email, each.labels]),
    [['tim@reed.example', { Region: 'North', Stage: 'KS3' }]],
  )
  assert.match((await create('una@reed.example', '--language', 'tlh')).err, /language_unknown/)
  assert.match(
    (await create('una@reed.example', '--label', 'Region')).err,
    /--label: give a name and a value/,
  )

  const file = join(machine.dataDir, 'password')
  await writeFile(file, 'too short\n')
  const short = await create('jane@reed.example', '--notify', 'credentials', '--password-file', file)
  assert.match(short.err, /password_short/)
  const setUp = await create('jane@reed.example', '--notify', 'credentials', '--json')
  assert.equal(setUp.code, 0, setUp.err)
  assert.equal(JSON.parse(setUp.out).id.length, 36)
  const invited = await create('tom@reed.example')
  assert.equal(invited.code, 0, invited.err)
  assert.match(invited.out, /Email isn’t set up, so the invitation to Jane Smith is kept on the Email page/)
  const nobody = await machine.command('people', 'create', '--organisation', organisationId)
  assert.equal(nobody.code, 2)
})
