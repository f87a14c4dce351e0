import assert from 'node:assert/strict'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { newMachine } from './support/start-process.ts'

test('the command does to many what the page does: shown first, done with --yes, taken back', async (t) => {
  const machine = await newMachine(t)
  const passwordFile = join(machine.dataDir, 'password')
  await writeFile(passwordFile, 'three random words\n')
  const owner = [
    '--owner-name',
    'Ada Ford',
    '--owner-email',
    'ada@reed.example',
    '--owner-password-file',
    passwordFile,
  ]
  const made = await machine.command(
    ...['setup', '--organisation', 'Reed Primary', '--type', 'school', '--json', ...owner],
  )
  assert.equal(made.code, 0, made.err)
  const { organisationId } = JSON.parse(made.out)
  const at = ['--organisation', organisationId]
  const invited = await machine.command(
    ...['invite', 'Tom Reed <tom@reed.example>', 'Ana Reyes <ana@reed.example>', ...at],
  )
  assert.equal(invited.code, 0, invited.err)
  const bulk = (...flags: string[]) => machine.command('people', 'bulk', ...at, ...flags)

  const shown = await bulk('--action', 'archive', '--status', 'pending')
  assert.equal(shown.code, 2, 'nothing is done without --yes')
  assert.match(shown.out, /^Archive 2 people\n/)
  assert.match(shown.out, /The open invitations of 2 people end/)
  assert.match(shown.out, /Nothing has changed\. Add --yes to do it\.$/m)
  const tried = await bulk('--action', 'archive', '--status', 'pending', '--dry-run', '--json')
  assert.deepEqual([tried.code, JSON.parse(tried.out).fits], [0, 2])

  const done = await bulk('--action', 'archive', '--status', 'pending', '--yes', '--json')
  assert.equal(done.code, 0, done.err)
  const job = JSON.parse(done.out)
  assert.equal(job.sentence, '2 people archived.')
  const archived = await machine.command('people', 'list', ...at, '--view', 'archived')
  assert.equal(archived.code, 0, archived.err)
  assert.match(archived.out, /Tom Reed\ttom@reed\.example\tInactive/)

  const undone = await machine.command('people', 'undo', job.id)
  assert.equal(undone.code, 0, undone.err)
  assert.match(undone.out, /^Undone for 2 people\./)
  const again = await machine.command('people', 'undo', job.id)
  assert.equal(again.code, 1)
  assert.match(again.err, /not_undoable/)

  const everybody = await bulk('--action', 'pause', '--yes')
  assert.equal(everybody.code, 3, 'the only owner stays, by this door too')
  assert.match(everybody.out, /^2 people paused, 1 not\./)
  assert.match(everybody.out, /Ada Ford \(ada@reed\.example\): The only admin there\./)
  const wrong = await bulk('--action', 'pause', '--ids', 'nobody')
  assert.equal(wrong.code, 2)
})
