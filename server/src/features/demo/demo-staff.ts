/** One made-up colleague, as the spreadsheet of their school has them. */
export interface Colleague {
  givenName: string
  familyName: string
  email: string
  staffNumber: string
  jobTitle: string
  department: string
}

export interface DemoSchool {
  name: string
  domain: string
  /** Who brings the staff list and looks after the accounts. */
  manager: { givenName: string; familyName: string; email: string }
  departments: string[]
  staff: Colleague[]
}

const GIVEN = [
  'Aisha',
  'Ben',
  'Carys',
  'Daniel',
  'Efa',
  'Femi',
  'Grace',
  'Hugh',
  'Ines',
  'Jack',
  'Keira',
  'Liam',
  'Maya',
  'Noor',
  'Owen',
  'Pia',
  'Rhys',
  'Siân',
  'Tomasz',
  'Uma',
  'Vera',
  'Will',
  'Ximena',
  'Yusuf',
  'Zoë',
  'Amara',
  'Bryn',
  'Chloe',
  'Dev',
  'Elin',
] // prettier-ignore
const FAMILY = [
  'Adeyemi',
  'Bennett',
  'Clarke',
  'Davies',
  'Evans',
  'Fraser',
  'Green',
  'Hughes',
  'Iqbal',
  'Jones',
  'Khan',
  'Lewis',
  'Morgan',
  'Nowak',
  'O’Brien',
  'Parry',
  'Quinn',
  'Roberts',
  'Shah',
  'Taylor',
  'Usman',
  'Vaughan',
  'Walsh',
  'Yates',
]

/** What people of a department do; the first of them stands at its head. */
const JOBS: Record<string, string[]> = {
  'Early Years': ['Early Years Lead', 'Class teacher', 'Teaching assistant', 'Nursery nurse'],
  'Key Stage 1': ['Key Stage 1 Lead', 'Class teacher', 'Teaching assistant'],
  'Key Stage 2': ['Key Stage 2 Lead', 'Class teacher', 'Teaching assistant'],
  English: ['Head of English', 'Teacher of English', 'Librarian'],
  Maths: ['Head of Maths', 'Teacher of Maths', 'Maths tutor'],
  Science: ['Head of Science', 'Teacher of Science', 'Science technician'],
  Humanities: ['Head of Humanities', 'Teacher of History', 'Teacher of Geography'],
  Inclusion: ['SENCO', 'Learning mentor', 'Teaching assistant'],
  'Site and office': ['Office manager', 'Receptionist', 'Caretaker', 'Midday supervisor'],
}

const SCHOOLS = [
  {
    name: 'Oakfield Primary',
    domain: 'oakfield.example',
    manager: ['Sam', 'Patel'],
    departments: ['Early Years', 'Key Stage 1', 'Key Stage 2', 'Inclusion', 'Site and office'],
  },
  {
    name: 'Hillside Academy',
    domain: 'hillside.example',
    manager: ['Priya', 'Lowe'],
    departments: ['English', 'Maths', 'Science', 'Humanities', 'Inclusion', 'Site and office'],
  },
  {
    name: 'Brook Street School',
    domain: 'brookstreet.example',
    manager: ['Tom', 'Reed'],
    departments: ['Early Years', 'Key Stage 1', 'Key Stage 2', 'English', 'Maths', 'Site and office'],
  },
]

/** On the lists; with three managers, three supply teachers and the owner they are 180. */
const ON_LIST = [58, 58, 57]

/** The three schools of the demonstration with everybody on their lists; the same every time. */
export function demoSchools(): DemoSchool[] {
  const before = (school: number) => ON_LIST.slice(0, school).reduce((sum, each) => sum + each, 0)
  return SCHOOLS.map(({ name, domain, manager: [givenName = '', familyName = ''], departments }, school) => ({
    name,
    domain,
    departments,
    manager: { givenName, familyName, email: addressOf(givenName, familyName, domain) },
    staff: Array.from({ length: ON_LIST[school] ?? 0 }, (_, index) => {
      const person = before(school) + index
      // Neither count divides the other's steps, so that no two people have the same two names.
      const given = GIVEN[person % GIVEN.length] as string
      const family = FAMILY[(person * 7 + Math.floor(person / GIVEN.length)) % FAMILY.length] as string
      const department = departments[index % departments.length] as string
      const [first = '', ...others] = JOBS[department] as string[]
      const round = Math.floor(index / departments.length)
      return {
        givenName: given,
        familyName: family,
        email: addressOf(given, family, domain),
        staffNumber: String(1000 * (school + 1) + index).padStart(6, '0'),
        jobTitle: index < departments.length ? first : (others[round % others.length] as string),
        department,
      }
    }),
  }))
}

function addressOf(givenName: string, familyName: string, domain: string): string {
  const plain = `${givenName}.${familyName}`.normalize('NFD').replace(/[^A-Za-z.]/g, '')
  return `${plain.toLowerCase()}@${domain}`
}
