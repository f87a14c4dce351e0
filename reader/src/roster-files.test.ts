import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { inUtf8, makeZip } from '../test/make-files.ts'
import { openFile, openFiles } from './open-file.ts'

const DATA = join(import.meta.dirname, '../../../shared/data')

const folder = (files: Record<string, string>) =>
  openFiles(
    Object.entries(files).map(([name, text]) => ({ name, bytes: inUtf8(text) })),
    {},
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
  assert.deepEqual(files, { used: ['Teacher.csv', 'School.csv'], unused: ['Student.csv'] })
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
    'lists/office.csv': 'Name,Email\nAda,a@reed.example\n',
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
        ['Name', 'Email'],
        ['Ada', 'a@reed.example'],
      ],
    },
  ])
  assert.deepEqual(files?.unused, ['logo.png'])
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
