import assert from 'node:assert/strict'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { newMachine } from './support/start-process.ts'

const HEADINGS = 'First name,Last name,Work email,Leaving date,Locker'
const STAFF = ['Zoë,Adeyemi,zoe@reed.example,', 'Tom,Reed,tom@reed.example,', 'Ana,Reyes,ana@reed.example,']

test('the command says of a list what the page says, applies it when told to, and holds leavers above the limit', async (t) => {
  const machine = await newMachine(t)
  const owner = ['--owner-name', 'Ada Ford', '--owner-email', 'ada@reed.example']
  const made = await machine.command(
    ...['setup', '--organisation', 'Reed Primary', '--type', 'school', '--json', ...owner],
  )
  assert.equal(made.code, 0, made.err)
  const { organisationId } = JSON.parse(made.out)
  const listed = async (lines: string[], ...flags: string[]) => {
    const file = join(machine.dataDir, 'staff.csv')
    await writeFile(file, [HEADINGS, ...lines, ''].join('\r\n'))
    return machine.command('staff-list', 'import', file, '--organisation', organisationId, ...flags)
  }

  const tried = await listed([...STAFF, 'Raj,Patel,raj@reed.example,31/02/2026'], '--dry-run')
  assert.equal(tried.code, 3, `somebody has to look at a row ${tried.err}`)
  assert.match(tried.out, /^Read 4 people\./)
  assert.match(tried.out, /Applying this will add 3 people/)
  assert.match(tried.out, /row 5, Raj Patel: .*31\/02\/2026 isn’t a real date/)

  const looked = await listed(
    [...STAFF, STAFF[1] as string, 'Ida,Gone,ida@reed.example,01/02/2020'],
    '--dry-run',
  )
  assert.match(looked.out, /row 6, Ida Gone: Left out\. Has left, and isn’t here\./)
  assert.match(looked.out, /row 5, Tom Reed: Left out\. The same as row 3\./)
  assert.match(looked.out, /“Work email” is used: Work email \(/)
  assert.match(looked.out, /“Leaving date” is used: Leaving date \(/)
  assert.match(looked.out, /“Locker” is not used: Empty/)

  const applied = await listed(STAFF, '--apply')
  assert.equal(applied.code, 0, applied.err)
  assert.match(applied.out, /3 added/)
  const again = await listed(STAFF, '--dry-run', '--json')
  assert.equal(JSON.parse(again.out).counts.unchanged, 3)

  const more = Array.from({ length: 6 }, (_, n) => `Ben,Ford,ben${n}@reed.example,`)
  assert.equal((await listed([...STAFF, ...more], '--apply')).code, 0)
  const held = await listed(STAFF, '--everyone', '--apply', '--archive-leavers', '--json')
  assert.equal(held.code, 5, held.err)
  assert.equal(JSON.parse(held.out).held.people, 6)
  const typed = await listed(STAFF, '--everyone', '--apply', '--archive-leavers', '6')
  assert.equal(typed.code, 0, typed.err)
  assert.match(typed.out, /6 archived/)

  const missing = await machine.command(
    'staff-list',
    'import',
    'nowhere.csv',
    '--organisation',
    organisationId,
  )
  assert.equal(missing.code, 1)
  assert.match(missing.err, /nowhere\.csv can’t be read/)
  const nobody = await listed([])
  assert.equal(nobody.code, 3, 'a list of nobody is a question')
})
