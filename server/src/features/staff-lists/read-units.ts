import { NAME_MAX } from '../../kernel/plain-words.ts'
import { nearest } from './alike.ts'
import { fold } from './fold.ts'
import { type Meaning, saidBy, type ValueChoice } from './staff-list.ts'

/** A unit of an organisation that the planner can see. */
export interface UnitHere {
  id: string
  org: string
  name: string
}

/** What a unit value of an organisation's rows comes to: one that is there, one to be made, or neither. */
export interface UnitOf {
  org: string
  value: string
  unitId: string | null
  newName: string | null
  problem: { code: string; field: 'unit'; detail: string; value: string; suggestion: string } | null
}

/** Beyond so many different values nobody misspelt one of them, and comparing them all takes long. */
const COMPARED_MAX = 2000
/** A value of the file is a slip for another one that so many times more rows have. */
const COMMONER = 5

/**
 * What the units that rows name are here: a unit of that name, one to be made if the planner may make units, or nothing.
 * What is nearly the name of another is asked about.
 */
export function readUnits(
  values: { org: string; value: string; rows: number }[],
  here: UnitHere[],
  mayMake: Set<string>,
  choices: ValueChoice[],
): { units: UnitOf[]; meanings: Meaning[] } {
  const chosen = new Map(choices.flatMap((each) => (each.field === 'unit' ? [[fold(each.value), each]] : [])))
  const names = new Map(here.map((unit) => [unit.id, unit.name]))
  const units: UnitOf[] = []
  const meanings = new Map<string, Meaning>()
  for (const [org, ofOrg] of Map.groupBy(values, (each) => each.org)) {
    const known = new Map<string, UnitHere>()
    for (const unit of here)
      if (unit.org === org && !known.has(fold(unit.name))) known.set(fold(unit.name), unit)
    const rowsOf = new Map<string, { value: string; rows: number }>()
    for (const { value, rows } of ofOrg) {
      const same = rowsOf.get(fold(value))
      rowsOf.set(fold(value), { value: same?.value ?? value, rows: (same?.rows ?? 0) + rows })
    }
    for (const { value, rows } of ofOrg) {
      const choice = chosen.get(fold(value))?.means
      const wanted = choice && choice !== 'new' ? fold(names.get(choice) ?? value) : fold(value)
      const unit = known.get(wanted)
      const near = unit || chosen.has(fold(value)) ? null : nearUnit(wanted, known, rowsOf)
      const make =
        !unit && !near && choice !== null && wanted !== '' && mayMake.has(org) && value.length <= NAME_MAX
      const newName = make
        ? choice && choice !== 'new'
          ? (names.get(choice) ?? value)
          : (rowsOf.get(wanted)?.value ?? value)
        : null
      const used = choice === null ? undefined : unit
      units.push({
        org,
        value,
        unitId: used?.id ?? null,
        newName,
        problem: near ? notAUnit(value, near) : null,
      })
      const before = meanings.get(fold(value))
      if (before) before.rows += rows
      else meanings.set(fold(value), meaningOf(value, rows, used, newName, near, chosen.get(fold(value))))
    }
  }
  return { units, meanings: [...meanings.values()] }
}

/** The name of a unit here, or a much commoner value of the file, that this one was probably meant to be. */
function nearUnit(
  value: string,
  known: Map<string, UnitHere>,
  rowsOf: Map<string, { value: string; rows: number }>,
): string | null {
  if (known.size + rowsOf.size > COMPARED_MAX) return null
  const there = nearest(value, [...known.keys()])
  if (there) return known.get(there)?.name ?? null
  const rows = rowsOf.get(value)?.rows ?? 0
  const commoner = [...rowsOf].flatMap(([each, same]) => (same.rows >= COMMONER * rows ? [each] : []))
  const meant = nearest(
    value,
    commoner.filter((each) => each !== value),
  )
  return meant && (rowsOf.get(meant)?.value ?? null)
}

const notAUnit = (value: string, suggestion: string) => ({
  code: 'unit_unknown',
  field: 'unit' as const,
  value,
  detail: `“${value}” isn’t a department here. Is it ${suggestion}?`,
  suggestion,
})

function meaningOf(
  value: string,
  rows: number,
  unit: UnitHere | undefined,
  newName: string | null,
  near: string | null,
  choice: ValueChoice | undefined,
): Meaning {
  const base = { field: 'unit' as const, value, rows, suggestion: near }
  const said = (why: string) => (choice ? saidBy(choice) : why)
  if (unit) return { ...base, means: unit.id, label: unit.name, why: said('Same name') }
  if (newName) return { ...base, means: 'new', label: newName, why: said('A new department') }
  return {
    ...base,
    means: null,
    label: null,
    why: near
      ? `Nearly ${near}`
      : said(
          value.length > NAME_MAX
            ? 'Not used: too long for a department'
            : 'Not used: you can’t make departments here',
        ),
  }
}
