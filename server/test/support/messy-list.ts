/**
 * A school's staff in September, and the export its office makes of them in October, as such exports are: titles above
 * the headings, semicolons, Windows-1252, private columns, a total below. Made up without chance.
 */

interface Colleague {
  number: string
  surname: string
  legalForename: string
  forename: string
  email: string
  post: string
  department: string
  arrived: string
  leaves: string
}

const FORENAMES = [
  'Siân',
  'Ada',
  'Ben',
  'Zoë',
  'Priya',
  'Tom',
  'Leah',
  'Omar',
  'Grace',
  'Jonas',
  'Méi',
  'Ruth',
  'Kai',
]
const SURNAMES = [
  'Beddoe',
  'Ford',
  'Smith',
  'Patel',
  'Jönes',
  'Adeyemi',
  'Chukwu',
  'Barlow',
  'Dempsey',
  'Evans',
  'Walsh',
]
const ENDS = [
  '',
  'son',
  'ley',
  'ton',
  'worth',
  'by',
  'ham',
  'well',
  'stone',
  'wick',
  'field',
  'man',
  'more',
  'den',
  'lock',
]
const POSTS = [
  'Teacher',
  'Teaching assistant',
  'HLTA',
  'SENCO',
  'School business manager',
  'Cook',
  'Site manager',
]
const DEPARTMENTS = ['Science', 'Maths', 'English', 'Year 5', 'Office', 'Site team']

/** Which of the staff stand for what in October's list. */
export const OCTOBER = {
  new: 19,
  changed: 14,
  conflicts: 3,
  toFix: 5,
  unchanged: 139,
  leavers: 8,
  people: 180,
  here: 164,
}

/** The importer's own row comes first. */
export function septemberStaff(importer: {
  email: string
  givenName: string
  familyName: string
}): Colleague[] {
  const staff = Array.from({ length: OCTOBER.here }, (_, n) => colleague(n))
  const [first] = staff
  if (first) {
    Object.assign(first, { email: importer.email, surname: importer.familyName })
    Object.assign(first, { forename: importer.givenName, legalForename: importer.givenName })
  }
  return staff
}

function colleague(n: number): Colleague {
  const forename = FORENAMES[n % FORENAMES.length] as string
  const surname = `${SURNAMES[n % SURNAMES.length]}${ENDS[Math.floor(n / 11) % ENDS.length]}`
  return {
    number: String(4000 + n).padStart(6, '0'),
    surname,
    legalForename: n % 20 === 7 ? `${forename} Mary` : forename,
    forename,
    email: `${plain(forename)}.${plain(surname)}${n}@reed.example`,
    post: POSTS[(n * 3) % POSTS.length] as string,
    department: DEPARTMENTS[n % DEPARTMENTS.length] as string,
    arrived: `${String(1 + (n % 28)).padStart(2, '0')}/09/20${String(10 + (n % 14)).padStart(2, '0')}`,
    leaves: '',
  }
}

const plain = (name: string) =>
  name
    .normalize('NFD')
    .replace(/[^a-z]/gi, '')
    .toLowerCase()

/** What becomes of the staff by October: some go, some change, some come, and the office makes its mistakes. */
export function octoberStaff(september: Colleague[]): Colleague[] {
  const stay = september.slice(0, -OCTOBER.leavers).map((each) => ({ ...each }))
  const [changed, conflicts] = [stay.slice(1, 15), stay.slice(15, 18)]
  for (const [index, each] of changed.entries())
    if (index < 6) each.post = 'Assistant headteacher'
    else if (index < 10) each.surname = `${each.surname}-Okafor`
    else each.department = each.department === 'Office' ? 'Maths' : 'Office'
  for (const each of conflicts) each.email = `new.${each.email}`
  const comers = Array.from({ length: OCTOBER.new + OCTOBER.toFix }, (_, n) => colleague(200 + n))
  for (const each of comers) each.leaves = '31/08/2027'
  const wrong = comers.slice(OCTOBER.new)
  for (const each of wrong.slice(0, 3)) each.email = `${each.email} / ${plain(each.surname)}@mail.example`
  if (wrong[3]) wrong[3].leaves = '31/02/2027'
  if (wrong[4]) wrong[4].department = 'Scince'
  return [...stay, ...comers]
}

/** A list of staff as an office would export it. */
export function exported(staff: Colleague[]): Buffer {
  const heading = [
    'Staff Code',
    'Legal Surname',
    'Legal Forename',
    'Preferred Forename',
    'Email (Work)',
    'Post',
    'Department',
    'Date of Arrival',
    'Date of Leaving',
    'NI Number',
    'DOB',
  ]
  const rows = staff.map((each, n) => [
    each.number,
    each.surname,
    each.legalForename,
    each.forename,
    each.email,
    each.post,
    each.department,
    each.arrived,
    each.leaves,
    `QQ${String(123456 + n)}C`,
    `${String(1 + (n % 28)).padStart(2, '0')}/03/1980`,
  ])
  const lines = [
    ['Reed Primary School'],
    ['Staff list, all staff'],
    [],
    heading,
    ...rows,
    [],
    [`Total: ${staff.length}`],
  ]
  return Buffer.from(`${lines.map((cells) => cells.join(';')).join('\r\n')}\r\n`, 'latin1')
}
