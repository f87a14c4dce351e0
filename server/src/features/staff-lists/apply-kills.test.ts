import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { type Client, openHttp } from '../../../test/support/http-client.ts'
import { csv, tryUpload } from '../../../test/support/staff-list.ts'
import { type Machine, newMachine } from '../../../test/support/start-process.ts'

const KILLS = process.env.LANYARD_SOAK === '1' ? 200 : 10
const ROWS = 400
/** From the promise to the kill, at most: applying so many rows takes about as long. */
const MOMENT_MS = 600
const WHOLE_WITHIN_MS = 60_000
const OWNER = { id: 'ada', personId: '', email: 'ada@reed.example', password: 'three random words' }

async function setUp(machine: Machine): Promise<void> {
  const passwordFile = join(machine.dataDir, 'password')
  await writeFile(passwordFile, `${OWNER.password}\n`)
  const done = await machine.command(
    ...['setup', '--organisation', 'Reed Primary', '--type', 'school', '--owner-email', OWNER.email],
    ...['--owner-name', 'Ada Ford', '--owner-password-file', passwordFile, '--json'],
  )
  assert.equal(done.code, 0, done.err)
}

/** First name and surname, unlike any other's. */
function nameOf(n: number): string {
  const letters = createHash('sha256')
    .update(String(n))
    .digest('hex')
    .replace(/\d/g, (digit) => 'ghijklmnop'[Number(digit)] ?? '')
  return `${letters.slice(0, 9)},${letters.slice(9, 20)}`
}

const listOf = (round: number) =>
  csv(
    'Email,First name,Surname,Department',
    ...Array.from(
      { length: ROWS },
      (_, n) => `p${round}x${n}@reed.example,${nameOf(round * ROWS + n)},Science`,
    ),
  )

/** How many people there are, how many of a round's invitations, and what became of the list. */
async function lookAt(ada: Client, schoolId: string, listId: string) {
  const { body: list } = await ada.get(`/api/v1/staff-lists/${listId}`)
  const { body: people } = await ada.get(`/api/v1/organisations/${schoolId}/people?count=exact&limit=1`)
  return { state: list.state, people: people.total, invitations: list.invitations?.total ?? 0 }
}

async function until(ada: Client, schoolId: string, listId: string, state: string) {
  const deadline = Date.now() + WHOLE_WITHIN_MS
  for (;;) {
    const seen = await lookAt(ada, schoolId, listId)
    if (seen.state === state || Date.now() > deadline) return seen
    await wait(200)
  }
}

test(`killed with -9 at ${KILLS} moments of applying, a list is whole within a minute, once`, async (t) => {
  const machine = await newMachine(t)
  let program = await machine.serve()
  await setUp(machine)
  const ada = openHttp(
    () => machine.address,
    () => machine.address,
  ).as(OWNER)
  const { body: me } = await ada.get('/api/v1/me')
  const school = me.organisations[0]
  for (let round = 1; round <= KILLS; round++) {
    const list = (await tryUpload(ada, school, listOf(round))).body
    await until(ada, school.id, list.id, 'ready')
    const promised = await ada.post(`/api/v1/staff-lists/${list.id}/apply`, { invite: 'now' })
    assert.equal(promised.status, 202, JSON.stringify(promised.body))
    await wait(Math.random() * MOMENT_MS)
    await program.kill('SIGKILL')
    program = await machine.serve()
    const seen = await until(ada, school.id, list.id, 'applied')
    assert.deepEqual(
      seen,
      { state: 'applied', people: 1 + round * ROWS, invitations: ROWS },
      `round ${round}`,
    )
  }
  await program.kill('SIGTERM')
})
