import assert from 'node:assert/strict'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { type Client, openHttp } from '../../../test/support/http-client.ts'
import { type Machine, newMachine } from '../../../test/support/start-process.ts'

const KILLS = process.env.LANYARD_SOAK === '1' ? 100 : 4
const PEOPLE = 400
/** From the promise to the kill, at most: archiving so many takes about as long. */
const MOMENT_MS = 300
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
  const { organisationId } = JSON.parse(done.out)
  const file = join(machine.dataDir, 'staff.csv')
  const lines = Array.from({ length: PEOPLE }, (_, n) => `p${n}@reed.example,Nell,Crowd`)
  await writeFile(file, ['Email,First name,Surname', ...lines].join('\r\n'))
  const flags = ['--organisation', organisationId, '--apply']
  const listed = await machine.command('staff-list', 'import', file, ...flags)
  assert.equal(listed.code, 0, listed.err)
}

async function until(ada: Client, job: string, state: string) {
  const deadline = Date.now() + WHOLE_WITHIN_MS
  for (;;) {
    const { body } = await ada.get(`/api/v1/jobs/${job}?limit=1`)
    if (body.state === state || Date.now() > deadline) return body
    await wait(100)
  }
}

test(`killed with -9 at ${KILLS} moments, what was promised to many is whole within a minute, once`, async (t) => {
  const machine = await newMachine(t)
  await setUp(machine)
  let program = await machine.serve()
  const ada = openHttp(
    () => machine.address,
    () => machine.address,
  ).as(OWNER)
  const { body: me } = await ada.get('/api/v1/me')
  const people = `/api/v1/organisations/${me.organisations[0].id}/people`
  const select = { filter: { q: 'crowd' } }
  const killSoon = async () => {
    await wait(Math.random() * MOMENT_MS)
    await program.kill('SIGKILL')
    program = await machine.serve()
  }
  for (let round = 1; round <= KILLS; round++) {
    const promised = await ada.post(`${people}/bulk`, { action: 'archive', select, expectedCount: PEOPLE })
    assert.equal(promised.status, 202, JSON.stringify(promised.body))
    await killSoon()
    const { sentence, counts } = await until(ada, promised.body.id, 'done')
    assert.deepEqual([sentence, counts.skipped], ['400 people archived.', 0], `round ${round}`)
    assert.equal((await ada.get(`${people}?view=archived&count=exact&limit=1`)).body.total, PEOPLE)
    assert.equal((await ada.post(`/api/v1/jobs/${promised.body.id}/undo`)).status, 202)
    await killSoon()
    const undone = await until(ada, promised.body.id, 'undone')
    assert.deepEqual([undone.sentence, undone.counts.kept], ['Undone for 400 people.', 0], `round ${round}`)
    assert.equal(
      (await ada.get(`${people}?q=crowd&status=not_invited&count=exact&limit=1`)).body.total,
      PEOPLE,
    )
  }
  await program.kill('SIGTERM')
})
