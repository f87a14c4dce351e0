import type { GivenField, Reading } from '@lanyard/reader/staff-list.ts'

/** What the columns of the lists we write are called. Our own reader knows each by its name. */
export const LIST_HEADINGS: Record<GivenField, string> = {
  givenName: 'First name',
  familyName: 'Last name',
  email: 'Work email',
  staffNumber: 'Staff number',
  jobTitle: 'Job title',
  unit: 'Department',
  role: 'Role',
  relationship: 'Relationship',
  startDate: 'Start date',
  leavingDate: 'Leaving date',
  school: 'School',
  status: 'Status',
  sourceId: 'Source ID',
}

/** What the column of a field is called in what is written of a list: as in its own file, where that had headings. */
export function headingOf(field: GivenField, reading?: Reading | null): string {
  const known = reading?.headingRow ? reading.columns.find((column) => column.field === field) : undefined
  return known?.heading || LIST_HEADINGS[field]
}

/** Those of a template and of a list of the people who are here; only a trust's says the school. */
export function fieldsOfList(isTrust: boolean): GivenField[] {
  const fields = Object.keys(LIST_HEADINGS) as GivenField[]
  return fields.filter(
    (field) => field !== 'status' && field !== 'sourceId' && (isTrust || field !== 'school'),
  )
}

/** Widths of columns in characters, for a spreadsheet. */
const WIDTHS: Partial<Record<GivenField, number>> = { email: 32, jobTitle: 28, unit: 28, school: 28 }
const USUAL_WIDTH = 18

export const widthOf = (field: GivenField): number => WIDTHS[field] ?? USUAL_WIDTH
