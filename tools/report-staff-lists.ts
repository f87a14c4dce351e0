/**
 * `node tools/report-staff-lists.ts <folder>` reads every list of people in a folder and those below it, as a person
 * would upload it and without any choice made by hand, and says how many rows came out right. What is right is taken
 * from the columns that known formats name exactly, cell by cell, with none of the reader's own judgement. Folders whose
 * files belong together are read as one as well.
 */
import { readdir, readFile } from 'node:fs/promises'
import { basename, dirname, join, relative } from 'node:path'
import { type NamedFile, openFile, openFiles } from '@lanyard/reader/open-file.ts'
import { FileRefusal, type ListRow, type OpenedFile } from '@lanyard/reader/staff-list.ts'
import { understand } from '@lanyard/reader/understand.ts'

/** Exact headings of formats that are known, and what stands under them. */
const KNOWN = {
  givenName: [
    'First Name',
    'First name',
    'givenName',
    'firstname',
    'Vorname',
    'First_name',
    'first_name',
    'First Name [Required]',
  ],
  familyName: [
    'Last Name',
    'Last name',
    'familyName',
    'lastname',
    'Nachname',
    'Surname',
    'Last_name',
    'last_name',
    'Last Name [Required]',
  ],
  email: ['email', 'Email', 'EMail', 'Staff_email', 'Teacher_email', 'Email Address [Required]'],
  username: ['username', 'Username', 'login_id'],
  role: ['role', 'Role', 'Profile', 'Benutzertyp'],
}
type Known = keyof typeof KNOWN
/** A format without headings: kind of person, last name, first name, birth date, login. */
const LINUXMUSTER = { role: 0, familyName: 1, givenName: 2, username: 4 }

const WRONG_LETTERS = /\ufffd|Ã[\u0080-\u00bf]|Â[\u0080-\u00bf]|â€/
const LISTS = /\.(csv|tsv|txt|xlsx|zip|utf-?8|csv-1)$/i
const DOMAIN = 'school.example'

interface Score {
  rows: number
  names: number
  emails: number
  roles: number
  wrongLetters: number
}

const folder = process.argv[2]
if (folder === undefined) {
  console.error('Name a folder: node tools/report-staff-lists.ts <folder>')
  process.exit(1)
}
const totals: Score = { rows: 0, names: 0, emails: 0, roles: 0, wrongLetters: 0 }
const paths = (await readdir(folder, { recursive: true, withFileTypes: true }))
  .filter((entry) => entry.isFile() && LISTS.test(entry.name))
  .map((entry) => join(entry.parentPath, entry.name))
  .sort()
for (const path of paths) {
  const bytes = await readFile(path)
  await report(relative(folder, path), () => openFile(bytes, basename(path), {}))
}
for (const [place, files] of Map.groupBy(paths, (path) => dirname(path)))
  if (files.length > 1) {
    const together: NamedFile[] = await Promise.all(
      files.map(async (path) => ({ name: basename(path), bytes: await readFile(path) })),
    )
    const opened = await openFiles(together, {})
    const isJoined = (opened.files?.used.length ?? 0) < files.length
    if (isJoined) await report(`${relative(folder, place)}/ as one`, async () => opened)
  }
console.log(line('All', totals))

async function report(name: string, open: () => Promise<OpenedFile>): Promise<void> {
  try {
    const opened = await open()
    const score = scoreOf(opened)
    if (score === null) return
    for (const key of Object.keys(totals) as (keyof Score)[]) totals[key] += score[key]
    console.log(line(name, score))
  } catch (error) {
    if (!(error instanceof FileRefusal)) throw error
    console.log(`${name}: ${error.message}`)
  }
}

/** How many rows came out as their cells say, or null where the file is no list of people. */
function scoreOf(opened: OpenedFile): Score | null {
  const { reading, rows } = understand(opened, {}, { domains: [DOMAIN], today: '2026-09-01', remembered: {} })
  const sheet = opened.sheets.find(({ name }) => name === reading.sheet)
  const [headings = []] = sheet?.rows ?? []
  const at = columnsOf(headings)
  if (sheet === undefined || at.givenName === undefined || at.familyName === undefined) return null
  const score: Score = { rows: 0, names: 0, emails: 0, roles: 0, wrongLetters: 0 }
  for (const row of rows) {
    const cells = sheet.rows[row.n - 1] ?? []
    const cell = (field: Known) => (cells[at[field] ?? -1] ?? '').trim()
    score.rows++
    if (isSame(row.given.givenName, cell('givenName')) && isSame(row.given.familyName, cell('familyName')))
      score.names++
    if (hasAddress(row, cell('email'), cell('username'))) score.emails++
    if (hasRole(row, cell('role'))) score.roles++
    if (Object.values(row.given).some((value) => WRONG_LETTERS.test(value))) score.wrongLetters++
  }
  return score
}

function columnsOf(headings: readonly string[]): { [field in Known]?: number } {
  if (headings[0] === 'teachers') return LINUXMUSTER
  const found: { [field in Known]?: number } = {}
  for (const field of Object.keys(KNOWN) as Known[]) {
    const index = headings.findIndex((heading) => KNOWN[field].includes(heading))
    if (index >= 0) found[field] = index
  }
  // Where there is a surname beside it, a name is the first name.
  const name = headings.indexOf('Name')
  if (found.givenName === undefined && found.familyName !== undefined && name >= 0) found.givenName = name
  return found
}

/** The same name; the reader may put one that is all small letters or capitals into ordinary case. */
function isSame(read: string | undefined, cell: string): boolean {
  return (read ?? '') === cell || (read ?? '').toLowerCase() === cell.toLowerCase()
}

/** The address of the row; a user name that lacks its domain must say so and suggest it; nothing must be said to be missing. */
function hasAddress({ given, problems, leftOut }: ListRow, email: string, username: string): boolean {
  if (email.includes('@')) return given.email === email.toLowerCase()
  if (username.includes('@')) return given.email === username.toLowerCase()
  if (leftOut !== undefined) return given.email === undefined
  const [problem] = problems.filter(({ field }) => field === 'email')
  if (username === '') return problem?.code === 'email_missing'
  return problem?.suggestion === `${username.toLowerCase()}@${DOMAIN}`
}

function hasRole({ given, leftOut }: ListRow, role: string): boolean {
  const isPupilOrParent = /^(?:(?:student|parent|guardian|relative)(?:; )?)+$/i.test(role)
  return (given.role ?? '') === role && (leftOut !== undefined) === isPupilOrParent
}

function line(name: string, { rows, names, emails, roles, wrongLetters }: Score): string {
  return `${name}: ${rows} rows; right: ${names} names, ${emails} addresses, ${roles} roles; wrong letters: ${wrongLetters}`
}
