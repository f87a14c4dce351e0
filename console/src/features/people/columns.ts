/** Columns that can be chosen, in the order they stand in. Name, status and, at a trust, the school are always there. */
export const columns = [
  'role',
  'unit',
  'jobTitle',
  'staffNumber',
  'labels',
  'source',
  'sync',
  'relationship',
  'startDate',
  'leavingDate',
  'lastActive',
] as const
export type Column = (typeof columns)[number]

export const usual: Column[] = ['role', 'unit', 'lastActive']

/** How a column is looked at in the style sheet: some leave as the screen narrows. */
export const classOf = (column: Column): string =>
  column === 'role' || column === 'unit' ? column : column === 'lastActive' ? 'last' : 'extra'

/** What the server says of each row only when it is asked to. */
const facts: Column[] = ['source', 'sync', 'relationship', 'startDate', 'leavingDate']
export const needsFacts = (chosen: Column[]): boolean => chosen.some((column) => facts.includes(column))

/** Whether there are more columns than a sheet has room for. */
export const isWide = (chosen: Column[]): boolean => chosen.some((column) => !usual.includes(column))

const KEY = 'lanyard-people-columns'

/** The columns chosen on this device. */
export function keptColumns(kept: string | null): Column[] {
  if (kept === null) return usual
  const names = kept.split(',')
  return columns.filter((column) => names.includes(column))
}

export function readColumns(): Column[] {
  try {
    return keptColumns(localStorage.getItem(KEY))
  } catch {
    return usual
  }
}

/** Keeps them for this device, where it lets us. */
export function keepColumns(chosen: Column[]): void {
  try {
    localStorage.setItem(KEY, chosen.join(','))
  } catch {
    // A browser that keeps nothing shows the usual ones next time.
  }
}
