import assert from 'node:assert/strict'
import {
  closeSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { lastWords, openServerLog, sizeOf, trimServerLog } from './server-log.ts'

const MEGABYTE = 1024 * 1024

test('a log is continued at the next start, and put aside when it is long', (t) => {
  const path = logPath(t)
  write(openServerLog(path), 'first\n')
  write(openServerLog(path), 'second\n')
  assert.equal(readFileSync(path, 'utf8'), 'first\nsecond\n')
  assert.equal(statSync(path).mode & 0o777, 0o600)

  truncateSync(path, 5 * MEGABYTE)
  write(openServerLog(path), 'third\n')
  assert.equal(readFileSync(path, 'utf8'), 'third\n')
  assert.equal(sizeOf(`${path}.previous`), 5 * MEGABYTE)
})

test('a log cannot fill the disk while the server runs, which goes on writing to it', (t) => {
  const path = logPath(t)
  const handle = openServerLog(path)
  truncateSync(path, 15 * MEGABYTE)
  trimServerLog(path)
  assert.equal(sizeOf(path), 15 * MEGABYTE)
  truncateSync(path, 17 * MEGABYTE)
  trimServerLog(path)
  write(handle, 'on\n')
  assert.equal(readFileSync(path, 'utf8'), 'on\n')
})

test('the last words are those since the start, without their times', (t) => {
  const path = logPath(t)
  assert.equal(existsSync(path), false)
  assert.equal(lastWords(path, 0), '')
  write(openServerLog(path), 'FATAL:  of the time before\n')
  const start = sizeOf(path)
  write(openServerLog(path), '2026-11-22 01:50:53.850 UTC [12] LOG:  starting\nFATAL:  no room\n')
  assert.equal(lastWords(path, start), 'LOG:  starting; FATAL:  no room')
})

function write(handle: number, text: string): void {
  writeSync(handle, text)
  closeSync(handle)
}

function logPath(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'lanyard-test-'))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  return join(folder, 'server.log')
}
