import type { Unit, UnitKind } from '../../api/types.ts'

/** In the order schools draw themselves, from the widest to the smallest. */
export const unitKinds = [
  'service_area',
  'faculty',
  'department',
  'subject_area',
  'group',
  'class',
] as const satisfies UnitKind[]

export type UnitRow = { unit: Unit; depth: number; parent: string | undefined }

/**
 * The units by kind, each kind as a tree: a unit stands under its parent where both are of one kind, and names its
 * parent where it is not. Nothing is lost: a unit whose parent cannot be seen stands at the top.
 */
export function arrangeUnits(units: Unit[]): { kind: UnitKind; rows: UnitRow[] }[] {
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  const byName = (a: Unit, b: Unit) => a.name.localeCompare(b.name)
  return unitKinds.flatMap((kind) => {
    const ours = units.filter((unit) => unit.kind === kind).sort(byName)
    const rows: UnitRow[] = []
    const put = (unit: Unit, depth: number) => {
      if (rows.some((row) => row.unit.id === unit.id)) return
      const parent = unit.parentId ? byId.get(unit.parentId) : undefined
      rows.push({ unit, depth, parent: depth === 0 ? parent?.name : undefined })
      for (const child of ours) if (child.parentId === unit.id) put(child, depth + 1)
    }
    for (const unit of ours) if (byId.get(unit.parentId ?? '')?.kind !== kind) put(unit, 0)
    // Parents that go round in a ring have no top; they are shown all the same.
    for (const unit of ours) put(unit, 0)
    return rows.length > 0 ? [{ kind, rows }] : []
  })
}

/** Every unit that this one may not be put under: itself and all below it. */
export function selfAndBelow(id: string, units: Unit[]): Set<string> {
  const found = new Set([id])
  for (let before = 0; before !== found.size; ) {
    before = found.size
    for (const unit of units) if (unit.parentId && found.has(unit.parentId)) found.add(unit.id)
  }
  return found
}
