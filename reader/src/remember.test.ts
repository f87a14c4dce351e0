import assert from 'node:assert/strict'
import { test } from 'node:test'
import { read } from './list-for-tests.ts'
import { toRemember } from './remember.ts'

const why = (list: ReturnType<typeof read>, heading: string) =>
  list.reading.columns.find((column) => column.heading === heading)?.why
test('what was chosen for a list holds for the next with the same headings, in whatever order', () => {
  const list = read(
    `
Name | Email | Badge
Jane Smith | jane@oakfield.sch.uk | Science
`,
    { columns: { 2: 'unit' } },
  )
  const remembered = { [list.reading.fingerprint]: toRemember(list.reading, { columns: { 2: 'unit' } }) }
  const next = read(
    `
BADGE | email | name
Maths | tom@oakfield.sch.uk | Tom Brown
`,
    {},
    { remembered },
  )
  assert.equal(next.reading.remembered, true)
  assert.equal(next.rows[0]?.given.unit, 'Maths')
  assert.equal(why(next, 'BADGE'), 'Chosen for an earlier list')
  const now = read(
    `
Badge | Email | Name
Maths | tom@oakfield.sch.uk | Tom Brown
`,
    { columns: { 0: 'jobTitle' } },
    { remembered },
  )
  assert.equal(now.rows[0]?.given.jobTitle, 'Maths')
  assert.equal(now.rows[0]?.given.unit, undefined)
  const byPosition = { [list.reading.fingerprint]: { columns: { 2: 'unit' as const } } }
  assert.equal(
    read(
      `
Badge | Email | Name
Maths | tom@oakfield.sch.uk | Tom Brown
`,
      {},
      { remembered: byPosition },
    ).reading.remembered,
    false,
  )
  const other = read(
    `
Badge | Email | Full name
Maths | tom@oakfield.sch.uk | Tom Brown
`,
    {},
    { remembered },
  )
  assert.equal(other.reading.remembered, false)
})

test('a person may leave a column out, and what was chosen for one is not guessed for another', () => {
  const list = read(
    `
Name | Email | Post
Jane Smith | jane@oakfield.sch.uk | Teacher
`,
    { columns: { 2: null } },
  )
  assert.deepEqual(list.rows[0]?.given, {
    email: 'jane@oakfield.sch.uk',
    givenName: 'Jane',
    familyName: 'Smith',
  })
  assert.equal(why(list, 'Post'), 'Chosen by you')
})

test('headings and cells named like pieces of a program are words like any other', () => {
  const list = read(
    `
__proto__ | constructor | Email | Name
polluted | toString | jane@oakfield.sch.uk | __proto__ constructor
`,
    { columns: JSON.parse('{"__proto__": "unit", "0": "unit", "1": "role"}') },
  )
  assert.equal(({} as { polluted?: unknown }).polluted, undefined)
  assert.deepEqual(list.rows[0]?.given.unit, 'polluted')
  assert.equal(list.rows[0]?.given.role, 'toString')
  assert.equal(
    read(
      `
constructor | Email
x | jane@oakfield.sch.uk
`,
      {},
      { remembered: {} },
    ).reading.remembered,
    false,
  )
})
