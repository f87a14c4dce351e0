import assert from 'node:assert/strict'
import { test } from 'node:test'
import { csv, reedWithLists, rowOf, saidBefore, upload } from '../../../test/support/staff-list.ts'
import { inTenant } from '../../platform/database/database.ts'
import { insertGrants } from '../access/access.queries.ts'

test('a private department is neither named, nor counted, nor known by its name to who may not see it', async (t) => {
  const lanyard = await reedWithLists(t)
  const { app, id, http, head, reed, make } = lanyard
  const secret = await make.unit('Redundancies', { at: reed, private: true })
  const art = await make.unit('Art', { at: reed })
  const jane = await make.person('jane@reed.example', { at: reed, name: 'Jane Smith', units: [secret, art] })
  await saidBefore(lanyard, jane, { email: 'jane@reed.example' }, [secret.id])
  const ed = await make.person('ed@reed.example', { at: reed, role: 'training_admin' })
  await inTenant(app.database, id, (tx) => insertGrants(tx, [ed.id], ['users.edit', 'units.manage']))
  const editor = http.as(ed)
  const mapping = { columns: { 3: 'unit' } }
  const content = csv(
    'First name,Last name,Email,Department',
    'Jane,Smith,jane@reed.example,Drama',
    'Zoë,Adeyemi,zoe@reed.example,Redundancies',
    'Raj,Patel,raj@reed.example,Rowing',
  )
  const unitOf = (row: { changes: { field: string; before: string; after: string }[] }) =>
    row.changes.flatMap(({ field, before, after }) => (field === 'unit' ? [before, after] : []))
  const list = await upload(editor, reed, content, { mapping })
  const row = await rowOf(editor, list, 'Jane Smith')
  assert.deepEqual(unitOf(row), ['Art', 'Art; Drama'])
  const inShort = (each: { label: string; value: string; means: string; why: string }) => [
    each.label === each.value,
    each.means,
    each.why,
  ]
  const of = (value: string) => list.values.find((each: { value: string }) => each.value === value)
  assert.deepEqual(inShort(of('Redundancies')), inShort(of('Rowing')))
  // What an admin has planned who sees it says no more to who doesn't.
  const bySam = await upload(head, reed, content, { mapping })
  assert.deepEqual(unitOf(await rowOf(head, bySam, 'Jane Smith')), ['Art; Redundancies', 'Art; Drama'])
  const seen = await rowOf(editor, bySam, 'Jane Smith')
  assert.deepEqual(unitOf(seen), ['Art', 'Art; Drama'])
  const plain = await upload(head, reed, csv('First name,Last name,Email', 'Jan,Smith,jane@reed.example'))
  const here = await rowOf(editor, plain, 'Jan Smith')
  assert.doesNotMatch(JSON.stringify(here), /Redundancies/)
  assert.match(JSON.stringify(here), /Art/)
})
