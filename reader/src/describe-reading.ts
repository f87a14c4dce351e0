import type { Column } from './column.ts'
import type { Orders } from './date-columns.ts'
import { orderInWords } from './date-order.ts'
import type { Table } from './find-table.ts'
import { cut } from './limits.ts'
import { pupilHeadings } from './pupil-headings.ts'
import { severalIn } from './read-values.ts'
import type { ListRow, OpenedFile } from './staff-list.ts'

const ENCODINGS: Record<string, string> = {
  'utf-8': 'Unicode (UTF-8)',
  'utf-16le': 'Unicode (UTF-16)',
  'utf-16be': 'Unicode (UTF-16)',
  'windows-1252': 'Windows format',
  'windows-1250': 'Windows format for Central Europe',
  'windows-1251': 'Windows format for Cyrillic letters',
  'iso-8859-1': 'Western European format (ISO 8859-1)',
  'iso-8859-15': 'Western European format (ISO 8859-15)',
  macintosh: 'Mac format',
}
const DELIMITERS: Record<string, string> = { ';': 'semicolons', '\t': 'tabs', '|': 'upright bars' }
const SAMPLES = 3

/** What was decided, to be said. */
export interface Decided {
  opened: OpenedFile
  table: Table
  columns: readonly Column[]
  orders: Orders
  rows: readonly ListRow[]
  remembered: boolean
}

/** Each decision in a sentence, with real samples. */
export function describeReading(decided: Decided): string[] {
  return [
    ...aboutRows(decided),
    ...aboutFiles(decided),
    ...aboutText(decided),
    ...aboutHeadings(decided),
    ...aboutMerged(decided),
    ...aboutDates(decided),
    ...aboutNames(decided),
    ...aboutNumbers(decided),
    ...aboutPrivate(decided),
  ]
}

/** `1 row`, `2 rows`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`
}

/** `a`, `a and b`, `a, b and c`. */
export function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}

function aboutRows({ opened, table, rows }: Decided): string[] {
  const { sheet } = table
  const from = opened.format === 'xlsx' && sheet.name !== '' ? ` from “${sheet.name}”` : ''
  const said = [`Read ${counted(rows.length, 'person', 'people')}${from}.`]
  const skipped = [
    [table.titleRows, 'title row'],
    [table.repeatedHeadings, 'row of repeated headings', 'rows of repeated headings'],
    [table.blankRows, 'blank row'],
    [table.totalRows, 'row below the list', 'rows below the list'],
  ] as const
  const parts = skipped.filter(([count]) => count > 0).map(([count, one, many]) => counted(count, one, many))
  const total = table.firstTotal === '' ? '' : ` (“${cut(table.firstTotal, 40)}”)`
  if (parts.length > 0) said.push(`Skipped ${listed(parts)}${total}.`)
  const notes = table.notes.slice(0, SAMPLES).map((note) => `“${cut(note, 40)}”`)
  if (notes.length > 0)
    said.push(
      `${counted(table.notes.length, 'row says', 'rows say')} one thing only and ${table.notes.length === 1 ? 'was' : 'were'} not taken for people: ${table.notes.length > SAMPLES ? `${notes.join(', ')} and others` : listed(notes)}.`,
    )
  if (sheet.hiddenRows > 0)
    said.push(
      `${counted(sheet.hiddenRows, 'row was', 'rows were')} hidden in the spreadsheet and ${sheet.hiddenRows === 1 ? 'was' : 'were'} read like the others.`,
    )
  const out = rows.filter((row) => row.leftOut !== undefined)
  if (out.length > 0) {
    const words = [...new Set(out.flatMap((row) => severalIn(row.given.role ?? '', null)))]
    said.push(
      `Left out ${counted(out.length, 'person who doesn’t', 'people who don’t')} work here: ${listed(words.slice(0, SAMPLES))}.`,
    )
  }
  return said
}

function aboutFiles({ opened, table }: Decided): string[] {
  const said: string[] = []
  const { files, ended } = opened
  const { parts } = table.sheet
  if (files?.joined && files.used.length > 1) said.push(`Put together from ${listed(files.used)}.`)
  if (parts !== undefined) {
    const begin = parts.slice(1).map(({ name, row }) => `${name} begins at row ${row}`)
    said.push(
      `Put together from ${listed(parts.map(({ name }) => name))}, which have the same headings; ${listed(begin)}.`,
    )
  }
  if (files !== undefined && files.unused.length > 0) said.push(`Not needed: ${listed(files.unused)}.`)
  if (ended !== undefined) said.push(...aboutEnded(ended))
  const others = opened.sheets
    .filter((sheet) => sheet !== table.sheet && sheet.rows.length > 0)
    .map((sheet) => `“${sheet.name}”`)
  if (others.length > 0)
    said.push(
      opened.format === 'zip'
        ? `Only “${table.sheet.name}” was read. Not read: ${listed(others)}, ${others.length === 1 ? 'a list of its own' : 'lists of their own'}. Choose another instead, or upload each by itself.`
        : `Not read: the ${others.length === 1 ? 'sheet' : 'sheets'} ${listed(others)}.`,
    )
  const parted = opened.delimiter === null ? undefined : DELIMITERS[opened.delimiter]
  if (opened.format === 'csv' && parted !== undefined) said.push(`Columns are separated by ${parted}.`)
  return said
}

function aboutEnded({ roles, people, all }: NonNullable<OpenedFile['ended']>): string[] {
  if (all)
    return ['Every role in these files has ended, so they may be old. Nobody was taken to have left by that.']
  const said: string[] = []
  if (roles > 0) said.push(`Left out ${counted(roles, 'role that has', 'roles that have')} ended.`)
  if (people > 0)
    said.push(
      `${counted(people, 'person', 'people')} without a role left, or with a closed account, ${people === 1 ? 'is' : 'are'} read as having left.`,
    )
  return said
}

function aboutText({ opened, rows }: Decided): string[] {
  if (opened.encoding === null) return []
  const samples = accented(rows)
  const plain = opened.encoding === 'utf-8' || opened.encoding === 'ascii'
  if (plain && samples.length === 0) return []
  const format = ENCODINGS[opened.encoding] ?? opened.encoding
  if (samples.length === 0) return [`Text was in ${format}.`]
  return [`Text was in ${format}; accents look right: ${samples.join(', ')}.`]
}

/** Names with letters beyond ASCII, to judge whether they came through. */
function accented(rows: readonly ListRow[]): string[] {
  const found = new Set<string>()
  for (const { given } of rows) {
    for (const text of [given.givenName, given.familyName, given.unit, given.jobTitle])
      if (text !== undefined && /[^\x20-\x7e‘’“”–—]/.test(text)) found.add(text)
    if (found.size >= SAMPLES) break
  }
  return [...found].slice(0, SAMPLES)
}

function aboutHeadings({ table, columns, remembered }: Decided): string[] {
  if (table.headingAt < 0) return ['There are no headings, so columns were told by what is in them.']
  const said = remembered ? ['Used what was chosen for an earlier list with these headings.'] : []
  const saysWhatTheyDo = columns.some(
    ({ field }) => field === 'role' || field === 'jobTitle' || field === 'relationship',
  )
  const ofPupils = saysWhatTheyDo ? [] : pupilHeadings(columns.map(({ heading }) => heading))
  if (ofPupils.length >= 2)
    said.push(`This could be a list of pupils: it has ${listed(ofPupils.slice(0, SAMPLES))}.`)
  return said
}

function aboutMerged({ table, columns }: Decided): string[] {
  const merged = new Set(table.sheet.mergedColumns)
  const headings = columns.filter(({ index }) => merged.has(index)).map(({ heading }) => heading)
  return headings.length === 0
    ? []
    : [`Cells merged over several rows count for each of them: ${listed(headings)}.`]
}

function aboutDates({ columns, orders }: Decided): string[] {
  return columns.flatMap((column) => {
    const order = orders.get(column.index)
    if (order === undefined || order.by === 'plain') return []
    const first = orderInWords(order.order).replace(' first', '')
    if (order.mixed !== undefined)
      return [
        `Dates in ${column.heading} stand in both orders: ${order.mixed.dayFirst} and ${order.mixed.monthFirst}. Those that could be either are not guessed: choose for each, or choose one order for the column.`,
      ]
    const said = `${first} comes first in ${column.heading}: ${order.sample}.`
    if (order.swapped !== undefined)
      return [
        `${said} Dates that the spreadsheet knew may have day and month swapped there: choose for each, or choose an order for the column if they are right.`,
      ]
    return order.by === 'nothing'
      ? [`${said} Nothing in the column says so; change it if the month comes first.`]
      : [said]
  })
}

function aboutNames({ columns, rows }: Decided): string[] {
  if (!columns.some(({ field }) => field === 'fullName' || field === 'givenName' || field === 'familyName'))
    return rows.length === 0 ? [] : ['No column holds names.']
  const full = columns.find((column) => column.field === 'fullName' && column.state === 'used')
  if (full !== undefined) {
    const row = rows.find(
      ({ given, typed }) => given.givenName && given.familyName && typed.familyName !== undefined,
    )
    if (row === undefined) return []
    return [
      `Split ${full.heading} in two: “${row.typed.familyName}” is first name ${row.given.givenName}, last name ${row.given.familyName}.`,
    ]
  }
  const changed = rows.filter(
    ({ given, typed }) =>
      isRecased(given.familyName, typed.familyName) || isRecased(given.givenName, typed.givenName),
  )
  const [one] = changed
  if (one === undefined) return []
  const [typed, name] = isRecased(one.given.familyName, one.typed.familyName)
    ? [one.typed.familyName, one.given.familyName]
    : [one.typed.givenName, one.given.givenName]
  return [`Names in capitals or small letters were put into ordinary case: ${typed} is ${name}.`]
}

function isRecased(given: string | undefined, typed: string | undefined): boolean {
  return (
    given !== undefined &&
    typed !== undefined &&
    given !== typed &&
    given.toLowerCase() === typed.toLowerCase()
  )
}

/** Numbers shorter than almost all others may have lost the zeros they began with. Said, never guessed. */
function aboutNumbers({ columns, rows }: Decided): string[] {
  const column = columns.find((each) => each.field === 'staffNumber' && each.state === 'used')
  if (column === undefined) return []
  const lengths = new Map<number, number>()
  for (const { given } of rows)
    if (given.staffNumber !== undefined && /^\d+$/.test(given.staffNumber))
      lengths.set(given.staffNumber.length, (lengths.get(given.staffNumber.length) ?? 0) + 1)
  const total = [...lengths.values()].reduce((sum, count) => sum + count, 0)
  const [usual] = [...lengths].sort((one, other) => other[1] - one[1])
  if (usual === undefined || usual[0] < 4 || usual[1] < 0.8 * total || usual[1] === total) return []
  const short = rows.filter(
    ({ given }) => /^\d+$/.test(given.staffNumber ?? '') && (given.staffNumber ?? '').length < usual[0],
  )
  const [one] = short
  if (one === undefined) return []
  return [
    `${counted(short.length, 'number', 'numbers')} in ${column.heading} ${short.length === 1 ? 'is' : 'are'} shorter than the others, such as ${one.given.staffNumber} in row ${one.n}. Check whether zeros at the beginning were lost.`,
  ]
}

function aboutPrivate({ columns }: Decided): string[] {
  const headings = columns.filter((column) => column.state === 'private').map((column) => column.heading)
  return headings.length === 0 ? [] : [`Left out ${listed(headings)}: private, never read.`]
}
