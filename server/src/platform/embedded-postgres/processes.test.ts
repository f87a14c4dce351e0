import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, realpathSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { test } from 'node:test'
import { isAlive, isPostmasterOf, mayExist } from './processes.ts'
import { until } from './test-scene.ts'

test('a process that has ended but that nobody has collected is not alive', {
  skip: process.platform === 'linux' ? false : 'only Linux shows the state of a process in a file',
}, async (t) => {
  // A parent that starts a child and then turns into a program that collects none, as in a container without init.
  const parent = spawn('sh', ['-c', 'sleep 60 & echo $!; exec cat'], { stdio: ['pipe', 'pipe', 'inherit'] })
  t.after(() => parent.kill('SIGKILL'))
  const [line] = await once(parent.stdout, 'data')
  const zombie = Number(line)
  const parentName = () => readFileSync(`/proc/${parent.pid}/comm`, 'utf8').trim()
  await until(() => parentName() === 'cat', 'the parent has turned')
  assert.equal(isAlive(zombie), true)
  process.kill(zombie, 'SIGKILL')
  await until(() => !isAlive(zombie), 'it counts as dead')
  assert.equal(mayExist(zombie), true)
})

test('a process is a postmaster only of the folder it works in', {
  skip: process.platform === 'linux' ? false : 'elsewhere the command line has to do',
}, async (t) => {
  const folder = realpathSync(tmpdir())
  const other = spawn('cat', { cwd: folder, stdio: ['pipe', 'ignore', 'ignore'] })
  t.after(() => other.kill('SIGKILL'))
  await once(other, 'spawn')
  assert.equal(isPostmasterOf(folder, other.pid as number), true)
  assert.equal(isPostmasterOf('/', other.pid as number), false)
})
