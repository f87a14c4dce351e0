import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openConnection } from './support/behind-the-curtain.ts'
import { ownersBrowser, reedPrimary } from './support/invite.ts'
import { wishFor } from './support/newcomers.ts'

/** Breaks out of its line, says something of its own, colours a terminal and turns the rest round. */
const ODD = 'Ann\r\n{"level":60,"msg":"all is lost"}\u001b[31mred\u001b[0m\u009b31m\u202eevil\u2066x\u2028y'
const OBEYED = /[\p{Cc}\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/u

test('a name, a reason, an address or a browser with line breaks, colours and turned letters begins no line in the log or in an export', async (t) => {
  const said: string[] = []
  const scene = await reedPrimary(t, { mail: 'captured', log: { write: (line) => void said.push(line) } })
  const { head, http, make, reed } = scene
  const wish = wishFor('ann@reed.example', { notify: 'none', givenName: ODD, familyName: ODD, jobTitle: ODD })
  const made = await head.post(`/api/v1/organisations/${reed.id}/people`, wish)
  assert.equal(made.status, 201, JSON.stringify(made.body))
  const bea = await make.person('bea@reed.example', { at: reed, name: 'Bea Moss' })
  await head.patch(`/api/v1/people/${bea.id}`, { givenName: ODD, labels: { House: ODD } })
  await head.post(`/api/v1/people/${bea.id}/archive`, { reason: ODD })
  // The bytes of U+202E and of a C1 control, as a header carries them.
  const agent = { 'user-agent': 'Browser \u00e2\u0080\u00ae\u009b31m 1.0' }
  await http.fresh().post('/api/v1/sessions', { email: 'bea@reed.example', password: ODD }, agent)
  await head.get(`/api/v1/people/${encodeURIComponent(ODD)}`)
  await head.get(`/nowhere/${encodeURIComponent(ODD)}?q=${encodeURIComponent(ODD)}`)

  const olive = await ownersBrowser(scene)
  const path = `/api/v1/organisations/${reed.id}/audit/export`
  const [lines, table] = [await olive.get(`${path}?format=jsonl`), await olive.get(`${path}?format=csv`)]
  assert.deepEqual([lines.status, table.status], [200, 200], JSON.stringify(lines.body))
  const entries = lines.bytes.toString('utf8').trimEnd().split('\n')
  const rows = table.bytes.toString('utf8').trimEnd().split('\r\n')
  assert.ok(entries.length > 3)
  for (const line of [...entries, ...rows]) assert.doesNotMatch(line.replace(/^\ufeff/, ''), OBEYED)
  for (const line of entries) assert.equal(typeof JSON.parse(line).sentence, 'string')
  assert.equal(
    rows.length,
    entries.length + 2,
    'a row for each entry, one for the headings and one for the first export',
  )

  assert.ok(said.length > 5, `${said.length} lines`)
  for (const line of said) {
    assert.doesNotMatch(line.slice(0, -1), OBEYED)
    assert.ok(JSON.parse(line).level < 50, line)
  }
  assert.doesNotMatch(said.join(''), /all is lost|reed\.example|Moss|Browser/)
})

test('a fault answers with the number of its request alone; what went wrong stands in the log, without anybody in it', async (t) => {
  const said: string[] = []
  const scene = await reedPrimary(t, { mail: 'captured', log: { write: (line) => void said.push(line) } })
  const { head, reed, ownerConnection } = scene
  await head.get('/api/v1/me')
  const db = await openConnection(t, ownerConnection)
  await db.query('alter table units rename to units_gone')
  await db.query(`
    create function break_it() returns trigger language plpgsql as $$
      begin raise exception 'a row is broken%', chr(8238) || chr(10) || chr(155); end $$`)
  await db.query(`create trigger break_it before insert on accounts for each row execute function break_it()`)
  const broken = [
    await head.get(`/api/v1/organisations/${reed.id}/units`),
    await head.post(
      `/api/v1/organisations/${reed.id}/people`,
      wishFor('ann@reed.example', { notify: 'none' }),
    ),
  ]
  for (const reply of broken) {
    assert.equal(reply.status, 500)
    const words = JSON.stringify([reply.body, ...reply.headers])
    assert.doesNotMatch(
      words,
      /units_gone|select|insert|break_it|\.ts\b|\bat \w+ \(|server\/src|postgres|fastify|node\/|v\d+\.\d+/i,
    )
    assert.deepEqual(Object.keys(reply.body).sort(), [
      ...['code', 'detail', 'instance', 'requestId', 'status', 'title', 'type'],
    ])
    const line = said
      .map((each) => JSON.parse(each))
      .find((each) => each.requestId === reply.body.requestId && each.err)
    assert.equal(line?.level, 50, 'the log tells what it was')
    assert.match(line.err.stack, /^ {4}at /)
  }
  for (const line of said) assert.doesNotMatch(line.slice(0, -1), OBEYED)
  assert.doesNotMatch(said.join(''), /ann@|Smith|"detail"|"where"/)
})
