import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { inUtf8, makeZip } from '../test/make-files.ts'
import { GROUND } from './list-for-tests.ts'
import { openFile, openFiles } from './open-file.ts'
import { understand } from './understand.ts'

const DATA = join(import.meta.dirname, '../../../shared/data')

const folder = (files: Record<string, string>, today?: string) =>
  openFiles(
    Object.entries(files).map(([name, text]) => ({ name, bytes: inUtf8(text) })),
    { today },
  )

test('people, their roles and their schools in files of their own become one table', async () => {
  const { format, sheets, files } = await folder({
    'export/orgs.csv':
      'sourcedId,status,name,type\n1,active,Reed Primary,school\n2,active,Oak Primary,school\n3,active,Maths,department\n',
    'export/users.csv':
      'sourcedId,status,givenName,familyName,email,primaryOrgSourcedId\nu1,active,Zoë,Hart,zoe@reed.example,1\nu2,active,Ada,Pugh,ada@reed.example,\n\nu3,active,Pip,Lee,pip@reed.example,1\nu4,active,Mo,Ali,mo@reed.example,1\n',
    'export/roles.csv': [
      'sourcedId,userSourcedId,roleType,role,orgSourcedId',
      'r1,u1,secondary,parent,2',
      'r2,u1,primary,teacher,1',
      'r3,u1,secondary,aide,2',
      'r4,u1,secondary,teacher,3',
      'r5,u2,primary,principal,2',
      'r6,u3,primary,student,1',
      '',
    ].join('\n'),
    'export/classes.csv': 'sourcedId,title\nc1,Maths 7a\n',
    'export/enrollments.csv': 'sourcedId,classSourcedId,userSourcedId,role\ne1,c1,u4,teacher\n',
    'export/demographics.csv': 'sourcedId,birthDate\nu1,1980-01-01\n',
  })
  assert.equal(format, 'zip')
  assert.deepEqual(sheets, [
    {
      name: 'users',
      hiddenRows: 0,
      rows: [
        ['sourcedId', 'status', 'givenName', 'familyName', 'email', 'Role', 'School', 'Department'],
        [
          'u1',
          'active',
          'Zoë',
          'Hart',
          'zoe@reed.example',
          'teacher; aide',
          'Reed Primary; Oak Primary',
          'Maths',
        ],
        ['u2', 'active', 'Ada', 'Pugh', 'ada@reed.example', 'principal', 'Oak Primary', ''],
        [],
        ['u3', 'active', 'Pip', 'Lee', 'pip@reed.example', 'student', 'Reed Primary', ''],
        ['u4', 'active', 'Mo', 'Ali', 'mo@reed.example', '', 'Reed Primary', ''],
      ],
    },
  ])
  assert.deepEqual(files?.used, ['export/users.csv', 'export/roles.csv', 'export/orgs.csv'])
  assert.deepEqual(files?.unused.toSorted(), [
    'export/classes.csv',
    'export/demographics.csv',
    'export/enrollments.csv',
  ])
})

test('roles in the file of people itself stay, and names stand for the ids of several schools', async () => {
  const { sheets } = await folder({
    'users.csv':
      'sourcedId,orgSourcedIds,role,givenName,familyName\nu1,"1,2",teacher,Zoë,Hart\nu2,9,guardian,Ada,Pugh\n',
    'orgs.csv': 'sourcedId,name,type\n1,Reed Primary,school\n2,Oak Primary,school\n',
  })
  assert.deepEqual(sheets[0]?.rows, [
    ['sourcedId', 'givenName', 'familyName', 'Role', 'School'],
    ['u1', 'Zoë', 'Hart', 'teacher', 'Reed Primary; Oak Primary'],
    ['u2', 'Ada', 'Pugh', 'guardian', '9'],
  ])
})

test('where pupils and staff have a file each, the pupils’ is not used', async () => {
  const { sheets, files } = await folder({
    'School.csv': 'SIS ID,Name\n10,Reed Primary\n',
    'Student.csv': 'SIS ID,School SIS ID,First Name,Last Name\n1,10,Pip,Lee\n',
    'Teacher.csv': 'SIS ID,School SIS ID,First Name,Last Name\n2,10,Zoë,Hart\n',
  })
  assert.deepEqual(sheets[0]?.rows, [
    ['SIS ID', 'First Name', 'Last Name', 'School'],
    ['2', 'Zoë', 'Hart', 'Reed Primary'],
  ])
  assert.deepEqual(files, { used: ['Teacher.csv', 'School.csv'], unused: ['Student.csv'], joined: true })
})

test('somebody who is only named as a guardian is one', async () => {
  const { sheets } = await folder({
    'users.csv': 'sourcedId,givenName,familyName\nu1,Pip,Lee\nu2,Jo,Lee\n',
    'roles.csv': 'userSourcedId,orgSourcedId,role,sessionSourcedId\nu1,1,student,s\n',
    'relationships.csv': 'userSourcedId,relationshipUserSourcedId,relationshipRole\nu1,u2,guardian\n',
  })
  assert.deepEqual(
    sheets[0]?.rows.map((row) => row[3]),
    ['Role', 'student', 'guardian'],
  )
})

test('lists that do not belong together are sheets of one file', async () => {
  const zip = makeZip({
    'lists/teachers.csv': 'Name;Email\nZoë;z@reed.example\n',
    'lists/office.csv': 'Name,Email,Post\nAda,a@reed.example,Clerk\n',
    'logo.png': Uint8Array.of(0x89, 0x50, 0x4e, 0x47),
  })
  const { sheets, files } = await openFile(zip, 'lists.zip', {})
  assert.deepEqual(sheets, [
    {
      name: 'teachers',
      hiddenRows: 0,
      rows: [
        ['Name', 'Email'],
        ['Zoë', 'z@reed.example'],
      ],
    },
    {
      name: 'office',
      hiddenRows: 0,
      rows: [
        ['Name', 'Email', 'Post'],
        ['Ada', 'a@reed.example', 'Clerk'],
      ],
    },
  ])
  assert.deepEqual(files?.unused, ['logo.png'])
})

const PEOPLE =
  'sourcedId,status,enabledUser,givenName,familyName,email\n' +
  'u1,active,true,Zoë,Hart,zoe@reed.example\nu2,active,true,Ada,Pugh,ada@reed.example\n' +
  'u3,active,false,Mo,Ali,mo@reed.example\nu4,active,true,Pip,Lee,pip@reed.example\n'
const SCHOOLS = 'sourcedId,name,type\no1,Reed Primary,school\no2,Oak Primary,school\n'

test('somebody who went to another school is not at the first any more, and one without a role left has left', async () => {
  const file = await folder(
    {
      'users.csv': PEOPLE,
      'orgs.csv': SCHOOLS,
      'roles.csv': [
        'userSourcedId,roleType,role,beginDate,endDate,orgSourcedId,status',
        'u1,primary,administrator,2015-09-01,2020-08-31,o2,active',
        'u1,primary,teacher,2020-09-01,,o1,active',
        'u2,primary,teacher,2015-09-01,2026-08-31,o2,active',
        'u3,primary,teacher,2015-09-01,,o2,active',
        'u4,primary,teacher,2015-09-01,2026-09-01,o2,active',
        'u4,secondary,aide,2015-09-01,,o1,tobedeleted',
        '',
      ].join('\n'),
    },
    '2026-09-01',
  )
  const { reading, rows } = understand(file, {}, GROUND)
  assert.deepEqual(
    rows.map(({ given }) => [given.givenName, given.role, given.school, given.status]),
    [
      ['Zoë', 'teacher', 'Reed Primary', 'current'],
      ['Ada', 'teacher', 'Oak Primary', 'left'],
      ['Mo', 'teacher', 'Oak Primary', 'left'],
      ['Pip', 'teacher', 'Oak Primary', 'current'],
    ],
  )
  assert.ok(reading.sentences.includes('Left out 3 roles that have ended.'), reading.sentences.join('\n'))
  assert.ok(
    reading.sentences.includes(
      '2 people without a role left, or with a closed account, are read as having left.',
    ),
  )
})

test('a role of School Data Sync ends on the day that it names', async () => {
  const file = await folder(
    {
      'users.csv':
        'sourcedId,givenName,familyName,username\nu1,Zoë,Hart,zoe@reed.example\nu2,Ada,Pugh,ada@reed.example\n',
      'orgs.csv': SCHOOLS,
      'roles.csv':
        'userSourcedId,orgSourcedId,role,sessionSourcedId,roleStartDate,roleEndDate\n' +
        'u1,o1,teacher,s,2025-08-24,2026-06-11\nu2,o1,teacher,s,2025-08-24,2027-06-11\n',
    },
    '2026-09-01',
  )
  const { rows } = understand(file, {}, GROUND)
  assert.deepEqual(
    rows.map(({ given }) => [given.givenName, given.status ?? null]),
    [
      ['Zoë', 'left'],
      ['Ada', null],
    ],
  )
})

test('in files of last year nobody is taken to have left, and it is said that they are old', async () => {
  const file = await folder(
    {
      'users.csv': PEOPLE.replaceAll('false', 'true'),
      'orgs.csv': SCHOOLS,
      'roles.csv':
        'userSourcedId,role,endDate,orgSourcedId\nu1,teacher,2025-08-31,o1\nu2,teacher,2025-08-31,o1\n',
    },
    '2026-09-01',
  )
  const { reading, rows } = understand(file, {}, GROUND)
  assert.ok(rows.every(({ given }) => given.status === 'current'))
  assert.ok(reading.sentences.some((sentence) => sentence.startsWith('Every role in these files has ended')))
})

const TEACHERS = 'First name,Last name,Email\nZoë,Hart,zoe@reed.example\nMo,Ali,mo@reed.example\n'
const SUPPORT = 'Last name,Email,First name\nPugh,ada@reed.example,Ada\n'

test('teachers and support staff in lists with the same headings are all read', async () => {
  const file = await folder({ 'teachers.csv': TEACHERS, 'support.csv': SUPPORT })
  const { reading, rows } = understand(file, {}, GROUND)
  assert.deepEqual(
    rows.map(({ n, given }) => [n, given.givenName, given.familyName, given.email]),
    [
      [2, 'Zoë', 'Hart', 'zoe@reed.example'],
      [3, 'Mo', 'Ali', 'mo@reed.example'],
      [5, 'Ada', 'Pugh', 'ada@reed.example'],
    ],
  )
  assert.deepEqual(reading.sentences.slice(0, 3), [
    'Read 3 people.',
    'Skipped 1 row of repeated headings.',
    'Put together from teachers.csv and support.csv, which have the same headings; support.csv begins at row 4.',
  ])
})

test('of lists with other headings it is said which was read and which were not', async () => {
  const file = await folder({
    'teachers.csv': TEACHERS,
    'support.csv': 'Name,Work email\nAda Pugh,ada@reed.example\n',
  })
  const { reading } = understand(file, {}, GROUND)
  assert.deepEqual(reading.sentences.slice(0, 2), [
    'Read 2 people.',
    'Only “teachers” was read. Not read: “support”, a list of its own. Choose another instead, or upload each by itself.',
  ])
  const other = understand(file, { sheet: 'support' }, GROUND)
  assert.deepEqual(other.rows[0]?.given.email, 'ada@reed.example')
})

test('people who left, pupils and last year’s list are put under nobody’s', async () => {
  const pupils = TEACHERS.replaceAll('reed', 'oak').replaceAll('zoe', 'kim')
  for (const name of ['leavers.csv', 'students.csv'])
    assert.equal((await folder({ 'staff.csv': TEACHERS, [name]: pupils })).sheets.length, 2, name)
  const lastYear = `${TEACHERS}Ada,Pugh,ada@reed.example\n`
  assert.equal((await folder({ 'staff 2025.csv': lastYear, 'staff 2026.csv': TEACHERS })).sheets.length, 2)
})

test('a folder with one file in it is that file', async () => {
  const { format, sheets } = await folder({ 'staff.csv': 'Name\nZoë\n' })
  assert.deepEqual([format, sheets[0]?.name], ['csv', 'staff'])
})

const skip = existsSync(DATA) ? false : 'the real files are not here'
test('real exports of several files are joined, each person with role and school', { skip }, async () => {
  const read = (name: string) =>
    openFiles(
      readdirSync(join(DATA, name)).map((file) => ({
        name: file,
        bytes: readFileSync(join(DATA, name, file)),
      })),
      {},
    )
  const first = await read('ms-sds-v1')
  assert.deepEqual(first.files?.used, ['Teacher.csv', 'School.csv'])
  assert.ok(first.sheets[0]?.rows.slice(1).every((row) => /High School$/.test(row.at(-1) ?? '')))
  const second = await read('ms-sds-v2.1')
  const people = second.sheets[0]?.rows ?? []
  const role = people[0]?.indexOf('Role') ?? -1
  assert.ok(people.slice(1).every((row) => row[role]))
  const zip = await openFile(
    readFileSync(join(DATA, 'oneroster-zips/Test_minimal_data_set.zip')),
    'x.zip',
    {},
  )
  assert.deepEqual(zip.files?.used, ['users.csv', 'orgs.csv'])
})
