import assert from 'node:assert/strict'
import { test } from 'node:test'
import { GROUND, meanings, opened, read } from './list-for-tests.ts'
import { understand } from './understand.ts'

test('a list as an English school prints it comes out right, or says what to fix', () => {
  const list = understand(
    opened(
      `
Oakfield School
Staff list, printed for the census | | |

Legal Forename | Preferred Forename | Legal Surname | Email (Work) | Email (Home) | Staff Code | Payroll No | Post | Department | Date of Arrival | Date of Leaving | NI Number | DOB | Salary | Contract Type
Jane | Janie | Smith | j.smith@oakfield.sch.uk | jane@home.example | JSM | 001234 | Teacher of Maths | Maths | 01/09/2019 | 31/08/26 | AB123456C | 02/03/1980 | 32,000 | Permanent
Siân | | O'NEILL | S.ONEILL@OAKFIELD.SCH.UK | | SON | 001235 | HLTA | Science; Maths | 01/09/2020 | | AB123457C | 02/03/1981 | 31,000 | Fixed Term
Zoë | Zoë | van der Berg | z.berg@oakfield.sch.uk; zoe@home.example | | ZBE | 001236 | SENCO | Inclusion | 05/01/2021 | 31/02/2026 | | 02/03/1982 | | Supply
Robert | Bob | McDonald | bob.mcdonald | | BMC | 001237 | Site manager | Site | 01/01/2021 | | | 02/03/1983 | | Volunteer
Ann | Ann | Lee | mailto:a.lee@oakfield.sch.uk. | | ALE | 1.23457E+11 | Teacher | Arts | 01/09/2021 | | | 02/03/1983 | | Governor

Total: 5
`,
      { encoding: 'windows-1252' },
    ),
    {},
    GROUND,
  )
  assert.deepEqual(meanings(list), {
    'Preferred Forename': 'givenName',
    'Legal Surname': 'familyName',
    'Email (Work)': 'email',
    'Payroll No': 'staffNumber',
    Post: 'jobTitle',
    Department: 'unit',
    'Date of Arrival': 'startDate',
    'Date of Leaving': 'leavingDate',
    'NI Number': 'private',
    DOB: 'private',
    Salary: 'private',
    'Contract Type': 'relationship',
  })
  assert.deepEqual(list.reading.sentences, [
    'Read 5 people.',
    'Skipped 2 title rows, 2 blank rows and 1 row below the list (“Total: 5”).',
    'Text was in Windows format; accents look right: Siân, Zoë.',
    'Day comes first in Date of Arrival: 01/09/2019.',
    'Day comes first in Date of Leaving: 31/08/26.',
    "Names in capitals or small letters were put into ordinary case: O'NEILL is O'Neill.",
    'Left out NI Number, DOB and Salary: private, never read.',
  ])
  assert.deepEqual(list.reading.questions, [])
  assert.deepEqual(list.rows[0], {
    n: 5,
    given: {
      email: 'j.smith@oakfield.sch.uk',
      givenName: 'Janie',
      familyName: 'Smith',
      staffNumber: '001234',
      jobTitle: 'Teacher of Maths',
      unit: 'Maths',
      startDate: '2019-09-01',
      leavingDate: '2026-08-31',
      relationship: 'employee',
    },
    typed: { startDate: '01/09/2019', leavingDate: '31/08/26', relationship: 'Permanent' },
    problems: [],
  })
  assert.deepEqual(
    list.rows.map(({ n, given, problems }) => [
      n,
      given.givenName,
      given.email ?? null,
      problems.map(({ code }) => code),
    ]),
    [
      [5, 'Janie', 'j.smith@oakfield.sch.uk', []],
      [6, 'Siân', 's.oneill@oakfield.sch.uk', []],
      [7, 'Zoë', null, ['two_addresses', 'date_impossible']],
      [8, 'Bob', null, ['email_incomplete']],
      [9, 'Ann', 'a.lee@oakfield.sch.uk', ['number_mangled']],
    ],
  )
})

test('the whole of a list of teachers without headings is understood from what stands in it', () => {
  const list = read(`
teachers | Skúlason | Ari Freyr | 14.05.1987 | b-skula24 |
teachers | Bjarnason | Jürgen Elmar | 04.03.1987 | b-bjarna24 |
teachers | Gunnarsdóttir | Anna | 05.09.1969 | b-gunna24 |
`)
  assert.deepEqual(list.reading.privateHeadings, ['Column D'])
  assert.deepEqual(list.rows[0]?.given, { role: 'teachers', familyName: 'Skúlason', givenName: 'Ari Freyr' })
  assert.deepEqual(list.rows[0]?.problems, [
    {
      code: 'email_incomplete',
      field: 'email',
      detail:
        '“b-skula24” is a user name without its domain. Use b-skula24@oakfield.sch.uk, or enter the whole address.',
      suggestion: 'b-skula24@oakfield.sch.uk',
      choices: ['b-skula24@oakfield.sch.uk'],
    },
  ])
})

test('pupils and parents on a list of users are left out, with the reason', () => {
  const list = read(`
sourcedId | enabledUser | status | role | username | givenName | familyName | email
u1 | TRUE | | teacher | jdoe | Jane | Doe | jdoe@oakfield.sch.uk
u2 | FALSE | active | administrator | tb | Tom | Brown | tb@oakfield.sch.uk
u3 | TRUE | tobedeleted | teacher | ar | Ana | Reyes | ar@oakfield.sch.uk
u4 | TRUE | | student | kid | Kid | Small |
u5 | TRUE | | guardian | mum | Mum | Small | mum@home.example
u6 | TRUE | | teacher, parent | pp | Pat | Small | pat@oakfield.sch.uk
`)
  assert.deepEqual(
    list.rows.map(({ given, leftOut, problems }) => [
      given.status ?? null,
      leftOut?.detail ?? null,
      problems.length,
    ]),
    [
      [null, null, 0],
      ['current', null, 0],
      ['left', null, 0],
      [null, 'student: not somebody who works here', 0],
      [null, 'guardian: not somebody who works here', 0],
      [null, null, 0],
    ],
  )
  assert.ok(list.reading.sentences.includes('Left out 2 people who don’t work here: student and guardian.'))
  assert.equal(list.reading.people, 6)
})

test('nothing that was given is changed, and the same list says the same again', () => {
  const file = opened(`
Name | Email | Role
Smith, Jane | JANE@oakfield.sch.uk | Teacher
`)
  const before = structuredClone(file)
  const once = understand(file, {}, GROUND)
  assert.deepEqual(file, before)
  assert.deepEqual(understand(file, {}, GROUND), once)
})

test('a list of pupils by its headings is said to be one', () => {
  const list = read(`
First Name | Last Name | Username | Student Number | Grade | Graduation Year
Ora | Klein | oklein | 13001 | 9 | 2029
`)
  assert.ok(
    list.reading.sentences.includes(
      'This could be a list of pupils: it has Student Number, Grade and Graduation Year.',
    ),
  )
})
