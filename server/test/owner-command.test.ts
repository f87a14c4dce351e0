import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { newMachine } from './support/start-process.ts'

test('an operator who gives one name, or a file that is not there, is told which option to put right', async (t) => {
  const machine = await newMachine(t)
  const nowhere = join(machine.dataDir, 'nowhere')
  const setUp = (name: string, ...more: string[]) =>
    machine.command(
      ...['setup', '--organisation', 'Reed Primary', '--type', 'school', '--owner-email', 'ada@reed.example'],
      ...['--owner-name', name, ...more],
    )
  const told = async (command: Promise<{ code: number | null; err: string }>) => {
    const { code, err } = await command
    return `${code}: ${err.trim()}`
  }
  const oneName = (option: string) => `2: Give a first and a last name: ${option} "Ada Ford" (name_missing)`
  const noFile = (option: string) =>
    `2: ${option}: ${nowhere} can’t be read. Check the name of the file, and that you may read it. (file_unreadable)`
  assert.equal(await told(setUp('Ada')), oneName('--owner-name'))
  assert.equal(
    await told(setUp('Ada Ford', '--owner-password-file', nowhere)),
    noFile('--owner-password-file'),
  )
  assert.equal((await setUp('Ada Mary Ford')).code, 0, 'and neither made anything')

  const add = (...more: string[]) => machine.command('owner', 'add', '--email', 'cat@reed.example', ...more)
  assert.equal(await told(add('--name', 'Cat')), oneName('--name'))
  assert.equal(
    await told(add('--name', 'Cat Reed', '--owner-password-file', nowhere)),
    noFile('--owner-password-file'),
  )
  assert.equal((await add('--name', 'Cat Reed')).code, 0)
})
