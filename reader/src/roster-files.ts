import { readDate } from './read-date.ts'

/** A file of several that were given together. */
export interface RosterTable {
  name: string
  rows: string[][]
}

type Kind = 'people' | 'roles' | 'places'

interface Typed extends RosterTable {
  kind: Kind
  headingAt: number
  headings: string[]
}

interface Place {
  name: string
  isDepartment: boolean
}

/** What other files say of a person, in the order in which they say it. */
interface Said {
  roles: { role: string; places: string[] }[]
  /** Those that were over before today, or taken back. */
  ended: { role: string; places: string[] }[]
}

/** What of the files no longer holds today. */
export interface Ended {
  roles: number
  /** People without any role left, or whose account was closed. */
  people: number
  /** Whether not one role holds today: then the files are old, or it is the holidays, and nobody has left by that. */
  all: boolean
}

const ID = ['sourcedid', 'sisid', 'id']
const OF_PERSON = /^(relationship)?(user|person|teacher|staff|employee|member)(sourced|sis)?id$/
const OF_PLACE = /^(primary)?(org|organi[sz]ation|school|district|department|campus|unit)(sourced|sis)?ids?$/
const ROLE = /^(relationship)?role$/
/** Who teaches what says nothing of what somebody is. */
const OF_LESSON = /^(class|section|course)(sourced|sis)?id$/
const PLACE_FILE = /^(orgs?|organi[sz]ations?|schools?|districts?|departments?|campus(es)?|units?)$/
const PUPIL_FILE = /^(students?|pupils?|learners?|contacts?|guardians?|parents?)$/
const NOT_STAFF =
  /^(students?|pupils?|learners?|parents?|guardians?|relatives?|contacts?|famil(y|ies)|grandparents?|aunt|uncle|other)$/
const GONE = /^(to ?be ?deleted|deleted|inactive)$/
const END = /^((relationship)?role)?(end|finish)date$/
const ENABLED = /^(user|account)?enabled(user|account)?$/
const LEFT = 'left'
const NO = /^(false|no|0)$/

/**
 * Joins files that say apart who there is, what they do and where, as OneRoster, School Data Sync and Clever have them:
 * people, the roles of people, the places. Told by headings and names of files. Each file of people stays a table of
 * its own with every row in its place; names of places stand for their ids, and several roles or places are joined
 * with `; `. Roles that ended before `today` don't count; who has none left, or whose account was closed, has left.
 * Nothing where no file names people by an id that another uses.
 */
export function joinRosterFiles(
  tables: RosterTable[],
  today: string | undefined,
): { people: RosterTable[]; used: string[]; ended: Ended } | undefined {
  const typed = tables.flatMap((table) => typedTable(table) ?? [])
  const people = withoutPupils(typed.filter(({ kind }) => kind === 'people'))
  const places = typed.filter(({ kind }) => kind === 'places')
  const roles = typed.filter(({ kind }) => kind === 'roles')
  if (people.length === 0 || (places.length === 0 && roles.length === 0)) return undefined

  const placeById = new Map<string, Place>()
  for (const table of places) learnPlaces(table, placeById)
  const saidById = new Map<string, Said>()
  for (const table of roles) learnRoles(table, saidById, today)
  const all = saidById.size > 0 && ![...saidById.values()].some((said) => said.roles.length > 0)
  const ended = { roles: 0, people: 0, all }
  const joined = people.map((table) => ({
    name: table.name,
    rows: joinedRows(table, placeById, saidById, ended),
  }))
  return { people: joined, used: [...people, ...roles, ...places].map(({ name }) => name), ended }
}

function typedTable({ name, rows }: RosterTable): Typed | undefined {
  const headingAt = rows.findIndex((row) => row.some((cell) => cell.trim() !== ''))
  const headings = (rows[headingAt] ?? []).map(folded)
  const has = (pattern: RegExp): boolean => headings.some((heading) => pattern.test(heading))
  const kind = ((): Kind | undefined => {
    const hasNames = has(/^(given|first)name$/) && has(/^(family|last)name$|^surname$/)
    if (hasNames && idColumn(headings, OF_PERSON) >= 0) return 'people'
    if (has(OF_PERSON) && has(ROLE) && !has(OF_LESSON)) return 'roles'
    if (PLACE_FILE.test(baseName(name)) && idColumn(headings, OF_PLACE) >= 0 && has(/name$/)) return 'places'
    return undefined
  })()
  return kind && { name, rows, kind, headingAt, headings }
}

/** Pupils have a file of their own in some systems; then theirs is no list of staff. */
function withoutPupils(people: Typed[]): Typed[] {
  return people.filter(({ name }) => !isPupilFile(name))
}

/** Whether a file is about pupils or their families, by its name. */
export function isPupilFile(name: string): boolean {
  return PUPIL_FILE.test(baseName(name))
}

function learnPlaces({ name, rows, headingAt, headings }: Typed, placeById: Map<string, Place>): void {
  const id = idColumn(headings, OF_PLACE)
  const named = headings.findIndex((heading) =>
    /^(name|(org|organi[sz]ation|school|district|department|campus|unit)name)$/.test(heading),
  )
  const type = headings.indexOf('type')
  for (const row of rows.slice(headingAt + 1)) {
    const key = row[id]?.trim()
    const label = row[named]?.trim()
    if (!key || !label || placeById.has(key)) continue
    const isDepartment = /department|unit/i.test(type < 0 ? baseName(name) : (row[type] ?? ''))
    placeById.set(key, { name: label, isDepartment })
  }
}

function learnRoles(
  { rows, headingAt, headings }: Typed,
  saidById: Map<string, Said>,
  today: string | undefined,
): void {
  // Of two people on a row, such as a pupil and a parent, the role is the latter's.
  const person = headings.findLastIndex((heading) => OF_PERSON.test(heading))
  const place = headings.findIndex((heading) => OF_PLACE.test(heading))
  const role = headings.findIndex((heading) => ROLE.test(heading))
  const status = headings.indexOf('status')
  const end = headings.findIndex((heading) => END.test(heading))
  const primary = headings.findIndex((heading) => heading === 'isprimary' || heading === 'roletype')
  for (const row of rows.slice(headingAt + 1)) {
    const key = row[person]?.trim()
    if (!key) continue
    let said = saidById.get(key)
    if (!said) {
      said = { roles: [], ended: [] }
      saidById.set(key, said)
    }
    const entry = { role: row[role]?.trim() ?? '', places: idsIn(row[place]) }
    if (isGone(row[status]) || isBefore(row[end], today)) said.ended.push(entry)
    else if (/^(true|1|yes|primary)$/i.test(row[primary]?.trim() ?? '')) said.roles.unshift(entry)
    else said.roles.push(entry)
  }
}

function isNo(cell: string | undefined): boolean {
  return NO.test((cell ?? '').trim().toLowerCase())
}

function isGone(status: string | undefined): boolean {
  return GONE.test((status ?? '').trim().toLowerCase())
}

/** Whether a day is over, however its parts are ordered. */
function isBefore(cell: string | undefined, today: string | undefined): boolean {
  const text = cell?.trim()
  if (!text || today === undefined) return false
  const days = (['dmy', 'mdy'] as const).flatMap((order) => {
    const read = readDate(text, order, today)
    return read !== null && 'date' in read ? read.date : []
  })
  return days.length > 0 && days.every((day) => day < today)
}

function joinedRows(
  table: Typed,
  placeById: Map<string, Place>,
  saidById: Map<string, Said>,
  ended: Ended,
): string[][] {
  const { rows, headingAt, headings } = table
  const id = idColumn(headings, OF_PERSON)
  const roleAt = headings.indexOf('role')
  const placeColumns = headings.flatMap((heading, at) => (OF_PLACE.test(heading) ? [at] : []))
  const status = headings.indexOf('status')
  const enabled = headings.findIndex((heading) => ENABLED.test(heading))
  // Where nobody's is open, accounts were not opened yet.
  const someEnabled = rows.some((row, at) => at > headingAt && row[enabled]?.trim() && !isNo(row[enabled]))
  // Who left is said where the file itself says such things.
  const added = ['Role', 'School', 'Department', ...(status < 0 ? ['Status'] : [])]
  const merged = rows.map((row, at): string[][] => {
    if (at < headingAt || row.every((cell) => cell === '')) return [row, []]
    if (at === headingAt) return [row, added]
    const all = saidById.get(row[id]?.trim() ?? '') ?? { roles: [], ended: [] }
    ended.roles += all.ended.length
    const isOver = all.roles.length === 0 && all.ended.length > 0
    const hasLeft = (isOver && !ended.all) || (someEnabled && isNo(row[enabled]))
    if (hasLeft) ended.people += 1
    // What somebody was tells whether they were ever staff.
    const said = staffOnly(isOver ? all.ended : all.roles)
    const own = roleAt < 0 ? [] : [row[roleAt]?.trim() ?? '']
    const placeIds = [
      ...placeColumns.flatMap((column) => idsIn(row[column])),
      ...said.flatMap(({ places }) => places),
    ]
    const named = placeIds.map((key) => placeById.get(key) ?? { name: key, isDepartment: false })
    return [
      hasLeft && status >= 0 ? withCell(row, status, LEFT) : row,
      [
        joinedText(staffOnly([...own.map((role) => ({ role })), ...said]).map(({ role }) => role)),
        joinedText(named.filter(({ isDepartment }) => !isDepartment).map(({ name }) => name)),
        joinedText(named.filter(({ isDepartment }) => isDepartment).map(({ name }) => name)),
        ...(status < 0 ? [hasLeft ? LEFT : ''] : []),
      ],
    ]
  })
  const isFilled = added.map((_, column) => merged.some(([, more], at) => at > headingAt && more?.[column]))
  // What the new columns say in words, the old ones say in ids.
  const replaced = new Set([...placeColumns, ...(roleAt < 0 ? [] : [roleAt])])
  const width = Math.max(...rows.slice(headingAt, headingAt + 1).map((row) => row.length))
  return merged.map(([row = [], more = []], at) => {
    if (at < headingAt || more.length === 0) return row
    const kept = Array.from({ length: Math.max(width, row.length) }, (_, column) => row[column] ?? '')
    return [
      ...kept.slice(0, width).filter((_, column) => !replaced.has(column)),
      ...more.filter((_, column) => isFilled[column]),
      // A row with more cells than there are headings stays one.
      ...kept.slice(width),
    ]
  })
}

function withCell(row: string[], at: number, cell: string): string[] {
  const changed = Array.from({ length: Math.max(row.length, at + 1) }, (_, column) => row[column] ?? '')
  changed[at] = cell
  return changed
}

/** Of somebody who works here as well, what else they are is left out. */
function staffOnly<T extends { role: string }>(roles: T[]): T[] {
  const staff = roles.filter(({ role }) => role !== '' && !NOT_STAFF.test(role.toLowerCase()))
  return staff.length > 0 ? staff : roles
}

function joinedText(values: string[]): string {
  return [...new Set(values.filter((value) => value !== ''))].join('; ')
}

function idsIn(cell: string | undefined): string[] {
  return (cell ?? '').split(/[,;|]/).flatMap((id) => id.trim() || [])
}

function idColumn(headings: string[], own: RegExp): number {
  const plain = headings.findIndex((heading) => ID.includes(heading))
  return plain < 0 ? headings.findIndex((heading) => own.test(heading)) : plain
}

function folded(heading: string): string {
  return heading.toLowerCase().replace(/[^a-z0-9]/g, '')
}

function baseName(name: string): string {
  return folded(
    name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1).replace(/\.[^.]*$/, ''),
  )
}
