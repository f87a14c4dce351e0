import assert from 'node:assert/strict'
import { test } from 'node:test'
import { meanings, read } from './list-for-tests.ts'

const why = (list: ReturnType<typeof read>, heading: string) =>
  list.reading.columns.find((column) => column.heading === heading)?.why
test('the name people go by stands above the name in law, and lends where it is blank', () => {
  const list = read(`
Legal Forename | Preferred Forename | Surname | Email
Jane | Janie | Smith | jane@oakfield.sch.uk
Thomas | | Brown | tom@oakfield.sch.uk
`)
  assert.deepEqual(
    list.rows.map(({ given }) => given.givenName),
    ['Janie', 'Thomas'],
  )
  assert.equal(
    why(list, 'Preferred Forename'),
    'Heading, and 1 of 1 look like names. Chosen over Legal Forename, used where it is blank',
  )
  assert.equal(why(list, 'Legal Forename'), 'Preferred Forename is used for first name')
})

test('an address at work stands above one at home, whichever comes first', () => {
  const list = read(`
Name | Personal Email | Secondary email | Email (Work)
Jane Smith | jane@home.example | j2@oakfield.sch.uk | jane@oakfield.sch.uk
Tom Brown | tom@home.example | t2@oakfield.sch.uk |
`)
  assert.deepEqual(
    list.rows.map(({ given }) => given.email),
    ['jane@oakfield.sch.uk', undefined],
  )
  assert.match(why(list, 'Email (Work)') ?? '', /Chosen over Personal Email, Secondary email$/)
  const only = read(`
Name | Home email
Jane Smith | jane@home.example
`)
  assert.equal(only.rows[0]?.given.email, 'jane@home.example')
})

test('two columns of equal standing are for a person to choose', () => {
  const picture = `
Name | Email | E-mail address
Jane Smith | jane@one.example | jane@two.example
Tom Brown | tom@one.example | tom@two.example
`
  const list = read(picture)
  assert.deepEqual(meanings(list), {
    Name: 'fullName',
    Email: 'contested email',
    'E-mail address': 'contested email',
  })
  assert.deepEqual(list.reading.questions, [
    {
      code: 'two_columns',
      field: 'email',
      columns: [1, 2],
      detail: 'Email and E-mail address could both be the email address. Choose one.',
    },
  ])
  assert.deepEqual(list.rows[0]?.problems, [])
  const chosen = read(picture, { columns: { 2: 'email' } })
  assert.deepEqual(chosen.reading.questions, [])
  assert.equal(chosen.rows[0]?.given.email, 'jane@two.example')
  assert.equal(why(chosen, 'E-mail address'), 'Chosen by you')
  assert.equal(why(chosen, 'Email'), 'E-mail address is used for email address')
})

test('of two equal columns the same in every row, either does; the school’s own domain decides as well', () => {
  const same = read(`
Name | Email | E-mail
Jane Smith | jane@one.example | Jane@one.example
`)
  assert.equal(same.reading.questions.length, 0)
  const ours = read(`
Name | Email | E-mail
Jane Smith | jane@one.example | jane@oakfield.sch.uk
Tom Brown | tom@one.example | tom@oakfield.sch.uk
`)
  assert.equal(ours.rows[0]?.given.email, 'jane@oakfield.sch.uk')
  assert.match(why(ours, 'E-mail') ?? '', /Chosen over Email: its addresses are at your domain$/)
})

test('a heading that its values contradict is not believed', () => {
  const list = read(`
Name | Email | Phone
Jane Smith | 01234 567890 | jane@oakfield.sch.uk
Tom Brown | 01234 567891 | tom@oakfield.sch.uk
`)
  assert.equal(why(list, 'Email'), 'Heading says email address, but none of 2 look like emails')
  assert.equal(why(list, 'Phone'), 'All 2 look like emails')
  assert.equal(list.rows[0]?.given.email, 'jane@oakfield.sch.uk')
})

test('columns under each other’s headings are told by their values', () => {
  const list = read(`
Name | Email
jane@oakfield.sch.uk | Jane Smith
tom@oakfield.sch.uk | Tom Brown
`)
  assert.deepEqual(list.rows[0]?.given, {
    email: 'jane@oakfield.sch.uk',
    givenName: 'Jane',
    familyName: 'Smith',
  })
  assert.equal(why(list, 'Name'), 'All 2 look like emails, whatever the heading says')
})

test('Mr and Mrs under Title are no job; Teacher is', () => {
  const polite = read(`
Title | Forename | Surname | Email
Mrs | Jane | Smith | jane@oakfield.sch.uk
Mr | Tom | Brown | tom@oakfield.sch.uk
`)
  assert.equal(why(polite, 'Title'), 'Heading says job title, but all 2 are titles such as “Mrs”')
  const job = read(`
Title | Forename | Surname | Email
Teacher | Jane | Smith | jane@oakfield.sch.uk
`)
  assert.equal(job.rows[0]?.given.jobTitle, 'Teacher')
})

test('“Name” is the part of the name that no other column has', () => {
  const family = read(`
Name | Vorname | E-Mail
Müller | Jürgen | j.mueller@oakfield.sch.uk
`)
  assert.deepEqual(family.rows[0]?.given, {
    email: 'j.mueller@oakfield.sch.uk',
    familyName: 'Müller',
    givenName: 'Jürgen',
  })
  const given = read(`
Nombre | Apellidos | Correo
Ana | Reyes Cruz | ana@oakfield.sch.uk
`)
  assert.equal(given.rows[0]?.given.givenName, 'Ana')
  const unused = read(`
Display name | First name | Last name | Email
Jane S | Jane | Smith | jane@oakfield.sch.uk
`)
  assert.equal(why(unused, 'Display name'), 'First and last name come from First name and Last name')
})

test('without an address or a user name that could be one, a person is asked', () => {
  const picture = `
Forename | Surname | Username
Jane | Smith | jsmith
`
  assert.deepEqual(read(picture).reading.questions, [])
  assert.deepEqual(
    read(picture, {}, { domains: [] }).reading.questions.map(({ code }) => code),
    ['no_email_column'],
  )
})

test('columns of the same heading are told apart by their letters', () => {
  const list = read(`
Name | Email | Email
Jane Smith | jane@one.example | jane@two.example
`)
  assert.equal(
    list.reading.questions[0]?.detail,
    'Email (column B) and Email (column C) could both be the email address. Choose one.',
  )
})

test('a status of employment may say whether somebody is here, and a status how they are employed', () => {
  const list = read(`
Name | Email | Employment status | Status
Jane Smith | jane@oakfield.sch.uk | Active | Permanent
Tom Brown | tom@oakfield.sch.uk | Terminated | Volunteer
`)
  assert.deepEqual(
    list.rows.map(({ given }) => [given.status, given.relationship]),
    [
      ['current', 'employee'],
      ['left', 'volunteer'],
    ],
  )
})

test('addresses people sign in with stand above a second address', () => {
  const list = read(`
User principal name | Display name | First name | Last name | Alternate email addresses
jane@oakfield.sch.uk | Jane S | Jane | Smith | jane@home.example
`)
  assert.equal(list.rows[0]?.given.email, 'jane@oakfield.sch.uk')
  const usernames = read(`
Username | First name | Last name | Alternate email address
jane@oakfield.sch.uk | Jane | Smith | jane@home.example
`)
  assert.equal(usernames.rows[0]?.given.email, 'jane@oakfield.sch.uk')
})

test('a preferred name beside other names is the one somebody goes by', () => {
  const list = read(`
Legal first name | Preferred name | Last name | Email
Thomas | Tom | Brown | tom@oakfield.sch.uk
Jane | | Smith | jane@oakfield.sch.uk
`)
  assert.deepEqual(
    list.rows.map(({ given }) => `${given.givenName} ${given.familyName}`),
    ['Tom Brown', 'Jane Smith'],
  )
})

test('dashes and errors of a spreadsheet are blank', () => {
  const list = read(`
Name | Email | Post | Start date
Jane Smith | - | #N/A | -
Tom Brown | n/a | – | #REF!
`)
  assert.deepEqual(list.rows[0]?.given, { givenName: 'Jane', familyName: 'Smith' })
  assert.deepEqual(
    list.rows.map(({ problems }) => problems.map(({ code }) => code)),
    [['email_missing'], ['email_missing']],
  )
})

test('addresses stand above user names, and yes or no above nothing, whatever the headings promise', () => {
  const list = read(`
First Name | Last Name | Work Email Usage | Email Address | Teacher | Status
Jane | Smith | 0.5GB | jane@oakfield.sch.uk | Yes | 1
Si | Brown | 0.1GB | si@oakfield.sch.uk | No | 2
`)
  assert.deepEqual(
    list.rows.map(({ given }) => given),
    [
      { email: 'jane@oakfield.sch.uk', givenName: 'Jane', familyName: 'Smith' },
      { email: 'si@oakfield.sch.uk', givenName: 'Si', familyName: 'Brown' },
    ],
  )
})

test('a list of addresses alone is a list', () => {
  const list = read(`
jane@oakfield.sch.uk
tom@oakfield.sch.uk
`)
  assert.deepEqual(list.reading.questions, [])
  assert.ok(list.reading.sentences.includes('No column holds names.'))
})

test('addresses under one heading of email stand above user names under a better one', () => {
  const list = read(`
Name | Email (Work) | Email
Jane Smith | jsmith | jane@oakfield.sch.uk
Tom Brown | tbrown | tom@oakfield.sch.uk
`)
  assert.equal(list.rows[0]?.given.email, 'jane@oakfield.sch.uk')
})

test('without headings, sums of money and telephone extensions are no staff numbers', () => {
  const list = read(`
Jane | Smith | jane.smith@oakfield.sch.uk | 32000
Tom | Brown | tom.brown@oakfield.sch.uk | 31500
Ana | Reyes | ana.reyes@oakfield.sch.uk | 28250
`)
  assert.equal(list.rows[0]?.given.staffNumber, undefined)
  const extensions = read(`
Jane | Smith | jane.smith@oakfield.sch.uk | 32
Tom | Brown | tom.brown@oakfield.sch.uk | 315
Ana | Reyes | ana.reyes@oakfield.sch.uk | 2825
`)
  assert.equal(extensions.rows[0]?.given.staffNumber, undefined)
})

test('of two numbered addresses neither is the better, unless one is the school’s for everybody', () => {
  const list = read(`
Name | Email 1 | Email 2
Jane Smith | jane@oakfield.sch.uk | jane@home.example
Bob Brown | bob@home.example | bob@oakfield.sch.uk
Tom Till | | tom@home.example
`)
  assert.deepEqual(meanings(list), {
    Name: 'fullName',
    'Email 1': 'contested email',
    'Email 2': 'contested email',
  })
  assert.deepEqual(
    list.rows.map(({ given, problems }) => [given.email, problems.length]),
    [
      [undefined, 0],
      [undefined, 0],
      [undefined, 0],
    ],
  )
  const ours = read(`
Name | Email1 | Email2
Jane Smith | jane@home.example | jane@oakfield.sch.uk
Bob Brown | | bob@oakfield.sch.uk
`)
  assert.deepEqual(meanings(ours), { Name: 'fullName', Email2: 'email' })
  assert.match(why(ours, 'Email2') ?? '', /Chosen over Email1: its addresses are at your domain$/)
  const alone = read(`
Name | Email 2
Jane Smith | jane@oakfield.sch.uk
`)
  assert.equal(alone.rows[0]?.given.email, 'jane@oakfield.sch.uk')
})

test('one person whose address at the school stands in the other column is enough to ask', () => {
  const lines = Array.from({ length: 20 }, (_, n) => `Jane Smith | p${n}@oakfield.sch.uk |`)
  const list = (last: string) => read(`\nName | Email | Email 2\n${lines.join('\n')}\n${last}\n`)
  const bob = list('Bob Brown | bob@home.example | bob@oakfield.sch.uk')
  assert.deepEqual(
    bob.reading.questions.map(({ code, columns }) => [code, columns]),
    [['two_columns', [1, 2]]],
  )
  const tom = list('Tom Till | | tom@home.example')
  assert.equal(tom.reading.questions.length, 1)
  const ann = list('Ann Hill | ann@oakfield.sch.uk | ann@home.example')
  assert.deepEqual(ann.reading.questions, [])
  assert.match(why(ann, 'Email') ?? '', /Chosen over Email 2: /)
})

test('a second forename beside the first stays the second', () => {
  const list = read(`
Forename 1 | Forename 2 | Surname | Email
Jane | Mary | Smith | jane@oakfield.sch.uk
`)
  assert.equal(list.rows[0]?.given.givenName, 'Jane')
})
