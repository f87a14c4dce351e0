import assert from 'node:assert/strict'
import { test } from 'node:test'
import { apply, peopleAt } from '../../../test/support/apply-list.ts'
import { csv, reedWithLists, rowsOf, upload } from '../../../test/support/staff-list.ts'

test('a department is made and given whatever its letters do when they are written small', async (t) => {
  const lanyard = await reedWithLists(t)
  const { head, reed } = lanyard
  const departments = ['ΤΜΗΜΑ ΤΑΣ', 'İNGİLİZCE', 'STRAẞE', 'Ǆ', 'Year 5 🎨']
  const list = await upload(
    head,
    reed,
    csv(
      'Email,First name,Last name,Department',
      ...departments.map((name, n) => `p${n}@reed.example,Ada,Ford${'abcde'[n]},${name}`),
    ),
  )
  await apply(lanyard, head, list)
  const people = await peopleAt(head, reed)
  assert.deepEqual(
    departments.map((_, n) =>
      people.get(`p${n}@reed.example`).units.map((unit: { name: string }) => unit.name),
    ),
    departments.map((name) => [name]),
  )
})

test('an emoji at any place of a long cell, used or not, keeps nobody off the list', async (t) => {
  const { head, reed } = await reedWithLists(t)
  const long = (n: number) => `${'x'.repeat(n)}😀 and so on`
  const lines = Array.from(
    { length: 300 },
    (_, n) => `p${n}@reed.example,Ada,Ford,${long(n)},${long(n).slice(0, 260)}`,
  )
  const list = await upload(head, reed, csv('Email,First name,Last name,Notes,Job title', ...lines))
  assert.equal(list.counts.people, 300)
  assert.equal((await rowsOf(head, list)).length, 200)
})

test('rows sent as JSON have their own words only, and not more headings than a list has', async (t) => {
  const { head, reed } = await reedWithLists(t)
  const path = `/api/v1/organisations/${reed.id}/staff-lists`
  const rows: Record<string, string>[] = [
    { Email: 'a@reed.example', 'First name': 'Ann', 'Last name': 'Ford', constructor: 'x' },
    { Email: 'b@reed.example', 'First name': 'Ben', 'Last name': 'Ford' },
  ]
  const { status, body } = await head.post(path, { everyone: false, rows })
  assert.equal(status, 201, JSON.stringify(body))
  assert.equal(body.counts.add, 2)
  const samples = body.reading.columns.find((column: { heading: string }) => column.heading === 'constructor')
  assert.deepEqual(samples.samples, ['x'])
  const many = Array.from({ length: 101 }, (_, n) => ({ [`Heading ${n}`]: 'x' }))
  const refused = await head.post(path, { everyone: false, rows: many })
  assert.deepEqual([refused.status, refused.body.code], [422, 'too_many_headings'])
})
