import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Unit, UnitKind } from '../../api/types.ts'
import { arrangeUnits, selfAndBelow } from './unit.ts'

const unit = (id: string, kind: UnitKind, parentId: string | null = null): Unit => ({
  id,
  organisationId: 'reed',
  name: id,
  kind,
  parentId,
  private: false,
  source: 'local',
  actions: [],
})
const read = (units: Unit[]) =>
  arrangeUnits(units).map(({ kind, rows }) => [
    kind,
    rows.map((row) => `${'·'.repeat(row.depth)}${row.unit.id}`),
  ])

test('units stand by kind, and under a parent of the same kind', () => {
  const units = [
    unit('Physics', 'department', 'Science'),
    unit('Science', 'department'),
    unit('Art', 'department'),
    unit('7B', 'class', 'Science'),
  ]
  assert.deepEqual(read(units), [
    ['department', ['Art', 'Science', '·Physics']],
    ['class', ['7B']],
  ])
  assert.equal(arrangeUnits(units)[1]?.rows[0]?.parent, 'Science')
})

test('no unit is lost, not even one whose parent is hidden or goes round', () => {
  assert.deepEqual(read([unit('Choir', 'group', 'hidden')]), [['group', ['Choir']]])
  assert.deepEqual(read([unit('A', 'group', 'B'), unit('B', 'group', 'A')]), [['group', ['A', '·B']]])
})

test('a unit is never put under itself', () => {
  const units = [
    unit('Science', 'department'),
    unit('Physics', 'department', 'Science'),
    unit('7B', 'class', 'Physics'),
  ]
  assert.deepEqual([...selfAndBelow('Science', units)].sort(), ['7B', 'Physics', 'Science'])
})
