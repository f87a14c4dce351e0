import assert from 'node:assert/strict'
import { test } from 'node:test'
import { startLanyard } from '../../../test/support/start-lanyard.ts'
import { openLog } from './log.ts'

test('an error of the database is logged with its code and constraint, and without anybody’s address', async (t) => {
  const { app } = await startLanyard(t)
  const lines: string[] = []
  const log = openLog('info', { write: (line) => void lines.push(line) })
  const clash = `
    create temporary table people (email text constraint people_email_key unique, born date);
    insert into people values ('ann@reed.example'), ('ann@reed.example')`
  const words = `select 'ann "the" lee@reed.example'::date`
  for (const statement of [clash, words]) {
    const error: Error = await app.database.pool.query(statement).then(
      () => assert.fail('was taken'),
      (error) => error,
    )
    log.error({ err: error }, 'a fault')
    log.error({ err: new Error('Could not save.', { cause: error }) }, 'a fault')
  }
  const said = lines.join('')
  assert.doesNotMatch(said, /reed\.example|the|detail|where/)
  const [first, wrapped, second] = lines.map((line) => JSON.parse(line).err)
  assert.deepEqual([first.code, first.constraint], ['23505', 'people_email_key'])
  assert.match(first.message, /duplicate key value violates unique constraint "people_email_key"/)
  assert.match(first.stack, /^ {4}at /)
  assert.equal(wrapped.cause.code, '23505')
  assert.deepEqual([second.code, second.message], ['22007', 'invalid input syntax for type date: "…"'])
})

test('a line of the log is one line, whatever is in it: no break, no colour, no turning round', () => {
  const lines: string[] = []
  const log = openLog('info', { write: (line) => void lines.push(line) })
  const odd =
    'Ann\r\n{"level":60,"msg":"all is lost"}\u001b[31mred\u001b[0m\u009b31m\u202eevil\u2028\u2066x\u2069\u200b\ufeff\u{e0041}'
  log.error({ err: new Error(odd), problem: odd }, odd)
  log.info({ [odd]: odd }, 'a key')
  assert.equal(lines.length, 2)
  for (const line of lines) {
    assert.match(line, /^[^\p{Cc}\p{Cf}\u2028\u2029]+\n$/u)
    assert.ok(JSON.parse(line))
  }
  const said = JSON.parse(lines[0] ?? '')
  assert.deepEqual([said.msg, said.problem, said.err.message], [odd, odd, odd], 'and nothing of it is lost')
})
