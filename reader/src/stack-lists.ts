import { FORMER } from './choose-sheet.ts'
import { CELL_MAX, plainLetters } from './clean-cell.ts'
import { findTable, type Table } from './find-table.ts'
import { fingerprintOf } from './fingerprint.ts'
import { looksLikeEmail } from './look-at-values.ts'
import { isPupilFile } from './roster-files.ts'
import { ROWS_MAX, type Sheet } from './staff-list.ts'

/** Two lists with more people in common are one list at two times. */
const SAME_SHARE = 0.2
/** Schools of a trust at most, and few enough to name. */
const PARTS_MAX = 40

interface List {
  name: string
  sheet: Sheet
}

interface Stack extends List {
  table: Table
  print: string
  people: Set<string>
}

/**
 * Lists of one folder that have the same headings and other people on them, such as teachers and support staff, as one
 * sheet: the rows of each below those of the one before, under the headings of the first. All others stay as they are;
 * so do lists of pupils and of people who left.
 */
export function stackAlike(lists: List[]): Sheet[] {
  const stacks: Stack[] = []
  for (const list of lists) {
    const table = findTable(list.sheet)
    const people = new Set(table.people.map((at) => keyOf(list.sheet.rows[at] ?? [])))
    const next = { ...list, table, print: fingerprintOf(table.headings), people }
    const at = stacks.findIndex((stack) => belongTogether(stack, next))
    const before = stacks[at]
    if (before === undefined) stacks.push(next)
    else stacks[at] = stacked(before, next)
  }
  return stacks.map(({ sheet }) => sheet)
}

function belongTogether(one: Stack, other: Stack): boolean {
  if (one.table.headingAt < 0 || other.table.headingAt < 0 || one.print !== other.print) return false
  if ([one, other].some(({ name, people }) => people.size === 0 || isOfOthers(name))) return false
  if ((one.sheet.parts?.length ?? 1) >= PARTS_MAX) return false
  if (one.sheet.rows.length + other.sheet.rows.length > ROWS_MAX) return false
  if (placesOf(one, other) === null) return false
  const common = [...other.people].filter((key) => one.people.has(key)).length
  return common <= SAME_SHARE * Math.min(one.people.size, other.people.size)
}

function isOfOthers(name: string): boolean {
  return isPupilFile(name) || FORMER.test(plainLetters(name))
}

/** Who stands on a row: the first address, else all of it. */
function keyOf(row: readonly string[]): string {
  return (row.find((cell) => cell.length <= CELL_MAX && looksLikeEmail(cell)) ?? row.join('\n'))
    .trim()
    .toLowerCase()
}

function stacked(one: Stack, other: Stack): Stack {
  const { sheet } = one
  const parts = sheet.parts ?? [{ name: one.name, row: 1 }]
  const places = placesOf(one, other) ?? []
  const rows = other.sheet.rows.slice(other.table.headingAt).map((row) => moved(row, places))
  return {
    ...one,
    people: new Set([...one.people, ...other.people]),
    sheet: {
      ...sheet,
      name: `${sheet.name}, ${other.sheet.name}`,
      rows: [...sheet.rows, ...rows],
      parts: [...parts, { name: other.name, row: sheet.rows.length + 1 }],
    },
  }
}

/**
 * For each column of the other list, where its heading stands in the first; empty where all stand alike. Null where
 * something stands under no heading, so nobody can say where it belongs.
 */
function placesOf(one: Stack, other: Stack): number[] | null {
  const here = one.table.headings.map((heading) => plainLetters(heading))
  const there = other.table.headings.map((heading) => plainLetters(heading))
  if (here.every((heading, at) => heading === (there[at] ?? '')) && there.length <= here.length) return []
  const places = there.map((heading) => {
    const place = heading === '' ? -1 : here.indexOf(heading)
    if (place >= 0) here[place] = ''
    return place
  })
  const rows = other.table.people.map((at) => other.sheet.rows[at] ?? [])
  const isPlaced = rows.every((row) => row.every((cell, at) => cell === '' || (places[at] ?? -1) >= 0))
  return isPlaced ? places : null
}

function moved(row: string[], places: readonly number[]): string[] {
  if (places.length === 0) return row
  const cells = Array.from({ length: Math.max(...places) + 1 }, () => '')
  for (const [at, place] of places.entries()) if (place >= 0) cells[place] = row[at] ?? ''
  return cells
}
