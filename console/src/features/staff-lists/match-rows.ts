import { FIELDS, type Field } from '@lanyard/reader/staff-list.ts'
import type { StaffList } from '../../api/types.ts'

type Reading = NonNullable<StaffList['reading']>
export type Column = Reading['columns'][number]
export type ValueMatch = StaffList['values'][number]

/** One of our fields, and the column it comes from. */
export type FieldRow = {
  field: Field
  needed: boolean
  column: Column | null
  /** Columns that all could be it: a person has to say which. */
  contested: Column[]
}

export type Matching = {
  rows: FieldRow[]
  /** Fields that nothing in the file looks like. */
  more: FieldRow[]
  unused: Column[]
  left: Column[]
}

/** Our fields in the order people decide about them: what is needed, what was found, and what was not. */
export function matchingOf(reading: Reading): Matching {
  const { columns } = reading
  const used = (field: Field) => columns.find((one) => one.field === field && one.state === 'used') ?? null
  const contested = (field: Field) =>
    columns.filter((one) => one.field === field && one.state === 'contested')
  const whole = used('fullName') ?? contested('fullName')[0]
  const apart = used('givenName') || used('familyName')
  const needed = new Set<Field>(
    whole && !apart ? ['email', 'fullName'] : ['email', 'givenName', 'familyName'],
  )
  const all = FIELDS.map((field) => ({
    field,
    needed: needed.has(field),
    column: used(field),
    contested: contested(field),
  }))
  const found = (row: FieldRow) => row.column !== null || row.contested.length > 0
  return {
    rows: [...all.filter((row) => row.needed), ...all.filter((row) => !row.needed && found(row))],
    more: all.filter((row) => !row.needed && !found(row)),
    unused: columns.filter((one) => one.state === 'unused' && !isNothing(one)),
    left: columns.filter((one) => one.state === 'private'),
  }
}

/** Columns a person can choose: all but the private ones and those with nothing in them. */
export const choosable = (reading: Reading): Column[] =>
  reading.columns.filter((one) => one.state !== 'private' && !isNothing(one))

const isNothing = (column: Column) => column.heading.trim() === '' && column.samples.length === 0

/** What to send so that `field` comes from the column at `index`, or from none: whichever had it or wanted it gives it up. */
export function assign(reading: Reading, field: Field, index: number | null): Record<string, Field | null> {
  const given: Record<string, Field | null> = {}
  for (const column of reading.columns)
    if (column.field === field && column.index !== index) given[column.index] = null
  if (index !== null) given[index] = field
  return given
}

/** Values of the file that stand for nothing yet, or could mean something else; and those that are settled. */
export function sortValues(values: ValueMatch[]): { open: ValueMatch[]; settled: ValueMatch[] } {
  return {
    open: values.filter(isOpen),
    settled: values.filter((value) => !isOpen(value)),
  }
}

const isOpen = ({ means, suggestion }: ValueMatch) => means === null || suggestion !== null

/** What to send when somebody has looked and goes on: that the columns left over are of no use, so nobody is asked again. */
export function confirmed(reading: Reading): Record<string, null> | undefined {
  const { unused } = matchingOf(reading)
  if (reading.remembered || unused.length === 0) return undefined
  return Object.fromEntries(unused.map(({ index }) => [index, null]))
}

/** Whether somebody should look at the columns before the plan. A list with the headings of an earlier one was looked at then. */
export function needsMatching(list: Pick<StaffList, 'reading' | 'values'>): boolean {
  const { reading, values } = list
  if (!reading) return true
  if (reading.questions.length > 0) return true
  if (reading.remembered) return false
  return matchingOf(reading).unused.length > 0 || sortValues(values).open.length > 0
}
