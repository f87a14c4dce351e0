import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { apply, peopleAt, undo, worked } from '../../../test/support/apply-list.ts'
import type { Client } from '../../../test/support/http-client.ts'
import { copiedLink, door } from '../../../test/support/invite.ts'
import type { Place } from '../../../test/support/make.ts'
import { csv, tryUpload } from '../../../test/support/staff-list.ts'
import { type Lanyard, startLanyard } from '../../../test/support/start-lanyard.ts'

const SEQUENCES = process.env.LANYARD_SOAK === '1' ? 1000 : 100
const AT_ONCE = 4
const HEADINGS = 'Staff number,First name,Last name,Work email,Job title,Department'
const JOBS = ['Teacher', 'Cook', 'Librarian', 'Site manager']
const UNITS = ['Science', 'Music', 'Kitchen']
const FIELDS = ['givenName', 'familyName', 'email', 'jobTitle', 'unit'] as const

/** One colleague as the model knows them; by staff number, which never changes. */
interface Person extends Record<(typeof FIELDS)[number], string> {
  here: boolean
  registered: boolean
}
type School = Map<number, Person>

/** What a list says of one colleague, where it differs from what is here. */
const said = fc.record({
  surname: fc.boolean(),
  address: fc.boolean(),
  job: fc.option(fc.nat(3), { nil: null }),
  unit: fc.option(fc.nat(2), { nil: null }),
})
const sequence = fc.record({
  /** Who is here before: what becomes of each in the list; null: they are not on it. */
  here: fc.array(fc.option(said, { nil: null, freq: 3 }), { maxLength: 8 }),
  /** Of those who are here before, who left again before the list. */
  left: fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }),
  comers: fc.integer({ min: 0, max: 5 }),
  everyone: fc.boolean(),
  /** Of the missing, which are ticked. */
  ticked: fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }),
  /** Whose job title a later list changes, by position among everybody. */
  edited: fc.array(fc.record({ who: fc.nat(12), job: fc.nat(3) }), { maxLength: 4 }),
  /** Whether the first comer is invited and registers in between. */
  registers: fc.boolean(),
})
type Sequence = typeof sequence extends fc.Arbitrary<infer T> ? T : never

const letters = (n: number) => [...String(n)].map((digit) => 'abcdefghij'[Number(digit)]).join('')
const newcomer = (tag: number, n: number): Person => ({
  givenName: `Ada${letters(n)}`,
  familyName: `Ford${letters(n)}`,
  email: `ada${n}@s${tag}.example`,
  jobTitle: JOBS[n % JOBS.length] as string,
  unit: UNITS[n % UNITS.length] as string,
  here: true,
  registered: false,
})
const lineOf = (n: number, { givenName, familyName, email, jobTitle, unit }: Person) =>
  [String(n).padStart(5, '0'), givenName, familyName, email, jobTitle, unit].join(',')
const copyOf = (school: School): School => new Map([...school].map(([n, person]) => [n, { ...person }]))

/** What the list makes of a school: the rows it has, and the school after it. */
function listed(
  tag: number,
  before: School,
  what: Sequence,
): { rows: School; after: School; archived: number[] } {
  const after = copyOf(before)
  const rows: School = new Map()
  const archived: number[] = []
  for (const [n, person] of before) {
    const says = what.here[n]
    if (!says) {
      if (what.everyone && what.ticked[n] && person.here) archived.push(n)
      continue
    }
    const row = { ...person, here: true }
    if (says.surname) row.familyName = `${row.familyName}-Okafor`
    if (says.address) row.email = `new.${row.email}`
    if (says.job !== null) row.jobTitle = JOBS[says.job] as string
    if (says.unit !== null) row.unit = UNITS[says.unit] as string
    rows.set(n, row)
    after.set(n, row)
  }
  for (const n of archived) (after.get(n) as Person).here = false
  for (let index = 0; index < what.comers; index++) {
    const n = 100 + index
    rows.set(n, newcomer(tag, n))
    after.set(n, newcomer(tag, n))
  }
  return { rows, after, archived }
}

/**
 * What undoing the list leaves: a value that is still what the list wrote goes back, unless a later list says it too, as
 * it does of whoever it names; who was added goes, unless they registered or a later list names them, and who came back
 * leaves again, unless a later list names them.
 */
function undone(before: School, now: School, later: School): School {
  const left = copyOf(now)
  for (const [n, person] of left) {
    const old = before.get(n)
    if (!old) {
      if (!person.registered && !later.has(n)) left.delete(n)
      continue
    }
    if (later.has(n)) continue
    for (const field of FIELDS) person[field] = old[field]
    person.here = old.here
  }
  return left
}

async function asSeen(who: Client, at: Place): Promise<string[]> {
  return [...(await peopleAt(who, at)).values()]
    .map((each) =>
      [
        each.staffNumber,
        each.givenName,
        each.familyName,
        each.email,
        each.jobTitle,
        each.units.map((unit: { name: string }) => unit.name).join(';'),
        each.status !== 'inactive',
      ].join(),
    )
    .sort()
}

const asModelled = (school: School) =>
  [...school].map(([n, each]) => [lineOf(n, each), each.here].join()).sort()

/** Decides that every conflict, all of them of a new address, is the same person. */
async function sameAddresses(who: Client, list: { id: string }): Promise<void> {
  const { body } = await who.get(`/api/v1/staff-lists/${list.id}/rows?outcome=conflict&limit=200`)
  for (const row of body.data) {
    const [candidate] = row.candidates
    const reply = await who.patch(`/api/v1/staff-lists/${list.id}/rows/${row.place}`, {
      decision: 'same',
      personId: candidate.personId,
    })
    assert.equal(reply.status, 200, JSON.stringify(reply.body))
  }
}

async function uploadAndApply(
  lanyard: Lanyard,
  who: Client,
  at: Place,
  rows: School,
  everyone: boolean,
  leave: number[],
) {
  const content = csv(HEADINGS, ...[...rows].map(([n, person]) => lineOf(n, person)))
  // A busy machine may answer before it has read the list.
  const list = await worked(lanyard, who, (await tryUpload(who, at, content, { everyone })).body)
  assert.equal(list.state, 'ready', JSON.stringify(list.problem))
  await sameAddresses(who, list)
  const people = await peopleAt(who, at)
  const leavers = [...people.values()]
    .filter((each) => leave.includes(Number(each.staffNumber)))
    .map((each) => each.id)
  return apply(lanyard, who, list, {
    leavers,
    ...(leavers.length > 0 ? { confirmCount: leavers.length } : {}),
  })
}

let schools = 0

/** Takes one school through its sequence, and holds what is seen against the model after each step. */
async function live(lanyard: Lanyard, owner: Client, what: Sequence): Promise<void> {
  const tag = ++schools
  const at = await lanyard.make.school(`School ${tag}`)
  const before: School = new Map(what.here.map((_, n) => [n, newcomer(tag, n)]))
  if (before.size > 0) await uploadAndApply(lanyard, owner, at, before, false, [])
  assert.deepEqual(await asSeen(owner, at), asModelled(before), 'the directory')

  const left = [...before.keys()].filter((n) => what.left[n] && what.here[n] !== undefined)
  const staying: School = new Map([...before].filter(([n]) => !left.includes(n)))
  if (left.length > 0 && staying.size > 0) {
    await uploadAndApply(lanyard, owner, at, staying, true, left)
    for (const n of left) (before.get(n) as Person).here = false
    assert.deepEqual(await asSeen(owner, at), asModelled(before), 'some left')
  }

  const { rows, after, archived } = listed(tag, before, what)
  if (rows.size === 0) return
  const list = await uploadAndApply(lanyard, owner, at, rows, what.everyone, archived)
  assert.deepEqual(await asSeen(owner, at), asModelled(after), 'the list applied')

  const now = copyOf(after)
  const first = now.get(100)
  if (what.registers && first) {
    await register(lanyard, owner, at, first)
    first.registered = true
  }
  const edited: School = new Map()
  for (const { who, job } of what.edited) {
    const [n, person] = [...now].filter(([, each]) => each.here)[who] ?? []
    if (n === undefined || !person) continue
    person.jobTitle = JOBS[job] as string
    edited.set(n, person)
  }
  if (edited.size > 0) await uploadAndApply(lanyard, owner, at, edited, false, [])
  assert.deepEqual(await asSeen(owner, at), asModelled(now), 'changed since')

  await undo(lanyard, owner, list)
  assert.deepEqual(await asSeen(owner, at), asModelled(undone(before, now, edited)), 'undone')
}

async function register({ http }: Lanyard, owner: Client, at: Place, person: Person): Promise<void> {
  const sent = await owner.post(`/api/v1/organisations/${at.id}/invitations`, {
    people: [{ email: person.email }],
  })
  assert.equal(sent.status, 201, JSON.stringify(sent.body))
  const page = door(http.fresh(), await copiedLink(owner, sent.body.results[0]))
  const { givenName, familyName } = person
  assert.equal((await page.register({ givenName, familyName })).status, 201)
}

test(`${SEQUENCES} schools live through a list, changes after it and its undoing as a simple model says`, async (t) => {
  const lanyard = await startLanyard(t, { mail: 'captured' })
  const owner = lanyard.http.as(lanyard.owner)
  const sequences = fc.sample(sequence, {
    numRuns: SEQUENCES,
    seed: Number(process.env.LANYARD_SEED ?? 20_260_831),
  })
  await owner.get('/api/v1/me')
  const next = sequences.values()
  const take = async () => {
    for (const what of next)
      await live(lanyard, owner, what).catch((error: Error) => {
        error.message = `${error.message}\nin ${JSON.stringify(what)}`
        throw error
      })
  }
  await Promise.all(Array.from({ length: AT_ONCE }, take))
})
