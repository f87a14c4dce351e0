import assert from 'node:assert/strict'
import { test } from 'node:test'
import { newMachine } from './support/start-process.ts'

test('one person after another is edited, paused, brought back, archived and deleted at the command line', async (t) => {
  const machine = await newMachine(t)
  const owner = ['--owner-name', 'Ada Ford', '--owner-email', 'ada@reed.example']
  const made = await machine.command(
    ...['setup', '--organisation', 'Reed Primary', '--type', 'school', '--json', ...owner],
  )
  assert.equal(made.code, 0, made.err)
  const { organisationId } = JSON.parse(made.out)
  const at = ['--organisation', organisationId]
  await machine.command('invite', 'Zoë Adeyemi <zoe@reed.example>', ...at)
  const listed = async (...flags: string[]) => {
    const { out, err } = await machine.command('people', 'list', ...at, '--json', ...flags)
    return JSON.parse(out || assert.fail(err))
  }
  const [zoe] = await listed('--q', 'zoe')
  const people = (verb: string, ...flags: string[]) => machine.command('people', verb, zoe.id, ...flags)

  const edited = await people('edit', '--job-title', 'Cook', '--label', 'Region=North', 'Fob=17')
  assert.deepEqual([edited.code, edited.out.trim()], [0, 'Zoë Adeyemi’s details are saved.'], edited.err)
  const less = await people('edit', '--remove-label', 'Fob', '--job-title', '', '--json')
  assert.deepEqual(JSON.parse(less.out).changed.sort(), ['jobTitle', 'labels'])
  const [now] = await listed('--q', 'zoe')
  assert.deepEqual([now.jobTitle, now.labels], [null, { Region: 'North' }])
  const wrong = await people('edit', '--start-date', '31/08/2026')
  assert.deepEqual([wrong.code, wrong.err.includes('--start-date')], [2, true], wrong.err)

  const locked = await people('unlock')
  assert.deepEqual([locked.code, locked.err.trim()], [1, 'Zoë Adeyemi isn’t locked. (not_locked)'])
  assert.match((await people('pause', '--reason', 'Long absence')).out, /^Zoë Adeyemi is paused/)
  assert.match((await people('reactivate')).out, /^Zoë Adeyemi is back on the list/)
  const [ada] = await listed('--q', 'ada')
  const kept = await people('archive', '--hand-over-to', zoe.id)
  assert.deepEqual([kept.code, kept.err.includes('(successor_leaves)')], [2, true], kept.err)
  const listOf = [
    'bulk',
    ...at,
    '--action',
    'archive',
    '--ids',
    zoe.id,
    '--hand-over-to',
    ada.id,
    '--dry-run',
  ]
  const dry = await machine.command('people', ...listOf)
  assert.deepEqual([dry.code, dry.out.split('\n')[0]], [0, 'Archive 1 person'], dry.err)
  assert.match((await people('archive', '--leaving-date', '2020-08-31')).out, /^Zoë Adeyemi is archived/)
  const other = await people('delete', '--name', 'Somebody else')
  assert.equal(other.code, 2, other.err)
  const gone = await people('delete', '--name', 'Zoë Adeyemi')
  assert.equal(gone.code, 0, gone.err)
  assert.deepEqual(await listed('--q', 'zoe', '--view', 'archived'), [])
  assert.equal((await machine.command('people', 'unlock', 'zoe')).code, 2)
})
