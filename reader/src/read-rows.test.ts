import assert from 'node:assert/strict'
import { test } from 'node:test'
import { GROUND, opened, read } from './list-for-tests.ts'
import type { GivenField } from './staff-list.ts'
import { understand } from './understand.ts'

/** One row of somebody, with this in one cell more. */
function row(heading: string, cell: string, others: string[] = []) {
  const lines = [cell, ...others].map((each, at) => `Jane | Smith | jane${at}@oakfield.sch.uk | ${each}`)
  const [first] = read(`\nForename | Surname | Email | ${heading}\n${lines.join('\n')}\n`).rows
  assert.ok(first)
  return first
}
const givenOf = (heading: string, field: GivenField, cell: string, others?: string[]) =>
  row(heading, cell, others).given[field] ?? null
const email = (cell: string) => {
  const [first] = read(`\nName | Email\nTom Brown | tom@oakfield.sch.uk\nJane Smith | ${cell}\n`).rows.slice(
    1,
  )
  return first
}

test('addresses are read out of what stands around them', () => {
  for (const typed of [
    'Jane@Oakfield.sch.uk',
    'mailto:jane@oakfield.sch.uk',
    '<jane@oakfield.sch.uk>',
    'Jane Smith <jane@oakfield.sch.uk>',
    '"Smith, Jane" <jane@oakfield.sch.uk>',
    'jane@oakfield.sch.uk.',
    'jane@oakfield.sch.uk,',
    'jane@oakfield.sch.uk;',
    'jane＠oakfield.sch.uk',
    '\u200bjane@oakfield.sch.uk\u00a0',
    'jane@oakfield.sch.uk (work)',
    'Email: jane@oakfield.sch.uk',
    'jane@oakfield.sch.uk; JANE@oakfield.sch.uk',
    '‘jane@oakfield.sch.uk’',
  ])
    assert.deepEqual([email(typed)?.given.email, email(typed)?.problems], ['jane@oakfield.sch.uk', []], typed)
})

test('of two addresses in a cell, the school’s is suggested', () => {
  for (const typed of [
    'jane@home.example; jane@oakfield.sch.uk',
    'jane@home.example, jane@oakfield.sch.uk',
    'jane@home.example / jane@oakfield.sch.uk',
    'jane@home.example jane@oakfield.sch.uk',
  ])
    assert.deepEqual(email(typed)?.problems, [
      {
        code: 'two_addresses',
        field: 'email',
        detail: 'There are two addresses in this cell. Choose one.',
        suggestion: 'jane@oakfield.sch.uk',
        choices: ['jane@home.example', 'jane@oakfield.sch.uk'],
      },
    ])
  assert.equal(email('jane@one.example, jane@two.example')?.problems[0]?.suggestion, undefined)
  assert.equal(email('jane@one.example, jane@two.example')?.given.email, undefined)
})

test('what is no address says why', () => {
  for (const [typed, why] of [
    ['jane@@oakfield.sch.uk', 'has two @ signs'],
    ['@oakfield.sch.uk', 'The part before the @ is missing'],
    ['jane@', 'The part after the @ is missing'],
    ['jane@oakfield', 'has no dot'],
    ['jane@oakfield..uk', 'two dots'],
    ['jane smith at oakfield', 'has no @'],
    ['zoë@oakfield.sch.uk', 'a letter before the @ that addresses can’t have'],
    ['jane @oakfield.sch.uk', 'has a space in it'],
    ['jane@oakfield.sch.uk, bob@', 'two @ signs'],
  ] as const) {
    const [problem] = email(typed)?.problems ?? []
    assert.equal(problem?.code, 'email_wrong', typed)
    assert.ok(problem?.detail.includes(why), `${typed}: ${problem?.detail}`)
    assert.equal(email(typed)?.given.email, undefined)
    assert.equal(email(typed)?.typed.email, typed)
  }
  assert.equal(email('')?.problems[0]?.code, 'email_missing')
})

test('a user name lacks only its domain, where the school has one', () => {
  assert.deepEqual(email('jsmith')?.problems, [
    {
      code: 'email_incomplete',
      field: 'email',
      detail:
        '“jsmith” is a user name without its domain. Use jsmith@oakfield.sch.uk, or enter the whole address.',
      suggestion: 'jsmith@oakfield.sch.uk',
      choices: ['jsmith@oakfield.sch.uk'],
    },
  ])
  const two = read(
    '\nForename | Surname | Username\nJane | Smith | jsmith\n',
    {},
    { domains: ['one.example', 'two.example'] },
  )
  assert.deepEqual(two.rows[0]?.problems[0]?.choices, ['jsmith@one.example', 'jsmith@two.example'])
})

test('a blank address is taken from a user name that is one', () => {
  const list = read(`
Forename | Surname | Email | Username
Jane | Smith | | jane@oakfield.sch.uk
Tom | Brown | tom@oakfield.sch.uk | tbrown@ad.oakfield.sch.uk
`)
  assert.deepEqual(
    list.rows.map(({ given }) => given.email),
    ['jane@oakfield.sch.uk', 'tom@oakfield.sch.uk'],
  )
})

test('numbers stay text, and those that a spreadsheet damaged are flagged', () => {
  assert.equal(givenOf('Payroll No', 'staffNumber', '001234'), '001234')
  assert.equal(givenOf('Payroll No', 'staffNumber', '12E3'), '12E3')
  assert.equal(givenOf('Payroll No', 'staffNumber', '1001.0', ['1002.0', '1003.0']), '1001')
  assert.deepEqual(row('Payroll No', '1.23457E+11').problems, [
    {
      code: 'number_mangled',
      field: 'staffNumber',
      detail:
        'Excel shortened this number to 1.23457E+11, and the rest of it is lost. Enter the whole number.',
    },
  ])
  assert.equal(row('Payroll No', '1,2E+11').problems[0]?.code, 'number_mangled')
  const short = read(`
Name | Email | Payroll No
${Array.from({ length: 9 }, (_, at) => `Jane Smith | jane${at}@oakfield.sch.uk | 10000${at}`).join('\n')}
Tom Brown | tom@oakfield.sch.uk | 1234
`)
  assert.equal(short.rows[9]?.given.staffNumber, '1234')
  assert.ok(
    short.reading.sentences.includes(
      '1 number in Payroll No is shorter than the others, such as 1234 in row 11. Check whether zeros at the beginning were lost.',
    ),
  )
})

test('ways of belonging to a school are known in four languages, and unknown ones left out', () => {
  for (const [typed, meant] of [
    ['Permanent', 'employee'],
    ['Fixed term contract', 'employee'],
    ['Volunteer', 'volunteer'],
    ['Bénévole', 'volunteer'],
    ['Ehrenamtlich', 'volunteer'],
    ['Voluntario', 'volunteer'],
    ['School governor', 'governor'],
    ['Trustee', 'governor'],
    ['Supply', 'agency'],
    ['Supply teacher (agency)', 'agency'],
    ['Leiharbeit', 'agency'],
    ['Contractor', 'contractor'],
    ['Honorarkraft', 'contractor'],
    ['Prestataire', 'contractor'],
    ['Autónomo', 'contractor'],
    ['Fonctionnaire', 'employee'],
    ['Beamtin', 'employee'],
    ['Funcionaria interina', 'employee'],
    ['Something else', null],
  ] as const)
    assert.equal(givenOf('Contract type', 'relationship', typed, ['Permanent', 'Permanent']), meant, typed)
})

test('a status says whether somebody is here, whatever the words', () => {
  for (const [heading, typed, meant] of [
    ['Status', 'Active', 'current'],
    ['Status', 'tobedeleted', 'left'],
    ['Status', 'Inactive', 'left'],
    ['Status', 'Left', 'left'],
    ['Status', 'On leave', 'current'],
    ['Status', 'Ausgeschieden', 'left'],
    ['Statut', 'Actif', null],
    ['Active', 'Yes', 'current'],
    ['Active', 'No', 'left'],
    ['Current staff', 'TRUE', 'current'],
    ['Leaver', 'Yes', 'left'],
    ['Left', 'No', 'current'],
    ['enabledUser', 'FALSE', null],
    ['Account enabled', 'FALSE', null],
    ['Status', 'Whatever', null],
  ] as const)
    assert.equal(
      givenOf(
        heading,
        'status',
        typed,
        ['Active', 'Yes', 'Active', 'Yes'].filter((each) =>
          heading === 'Status' ? each === 'Active' : each === 'Yes',
        ),
      ),
      meant,
      `${heading}: ${typed}`,
    )
})

test('several departments in a cell are parted, one with a comma is not', () => {
  assert.equal(givenOf('Department', 'unit', 'Science; Maths'), 'Science; Maths')
  assert.equal(givenOf('Department', 'unit', 'Science | Maths'.replace('|', ';')), 'Science; Maths')
  assert.equal(givenOf('Department', 'unit', 'Design, Technology'), 'Design, Technology')
  assert.equal(givenOf('Department', 'unit', 'Science, Maths', ['Science', 'Maths']), 'Science; Maths')
  assert.equal(givenOf('School', 'school', 'g123m,g124z'), 'g123m; g124z')
  assert.equal(givenOf('Department', 'unit', 'Maths; maths ;'), 'Maths')
})

test('what cannot be seen is taken out; what was lost or garbled is said, never taken', () => {
  assert.equal(givenOf('Post', 'jobTitle', 'Head\u0000 of\u200b  Year\u00a07'), 'Head of Year 7')
  assert.equal(givenOf('Post', 'jobTitle', 'Cafe\u0301'), 'Café')
  const lost = row('Post', 'Caf\ufffd manager')
  assert.equal(lost.given.jobTitle, undefined)
  assert.equal(lost.problems[0]?.code, 'letters_lost')
  const garbled = row('Post', 'CafÃ© manager')
  assert.equal(garbled.given.jobTitle, undefined)
  assert.deepEqual(
    [garbled.problems[0]?.code, garbled.problems[0]?.suggestion],
    ['letters_garbled', 'Café manager'],
  )
  assert.equal(row('Post', 'Oâ€™Brien').problems[0]?.suggestion, 'O’Brien')
  for (const right of ['JOÃO', 'Ângela', 'Šimůnek', 'Ça va', 'ÃO'])
    assert.deepEqual([row('Post', right).problems, row('Post', right).given.jobTitle], [[], right])
})

test('cells longer than a field can be are said to be', () => {
  const long = row('Post', 'x'.repeat(255))
  assert.equal(long.given.jobTitle, undefined)
  assert.deepEqual(long.problems, [
    {
      code: 'too_long',
      field: 'jobTitle',
      detail: 'The job title is longer than 254 characters. Shorten it.',
    },
  ])
  assert.equal(givenOf('Post', 'jobTitle', 'x'.repeat(254)), 'x'.repeat(254))
  assert.equal(row('Post', 'x'.repeat(10 * 1024 * 1024), ['Teacher']).problems[0]?.code, 'too_long')
  const address = email(`${'a'.repeat(300)}@oakfield.sch.uk`)
  assert.equal(address?.problems[0]?.code, 'too_long')
  const name = read(`\nForename | Surname | Email\n${'Ana '.repeat(40)} | Reyes | ana@oakfield.sch.uk\n`)
  assert.deepEqual(
    name.rows[0]?.problems.map(({ code, field }) => [code, field]),
    [['too_long', 'givenName']],
  )
})

test('hostile cells cost next to nothing', () => {
  const cells = [
    '('.repeat(1_000_000),
    'a,'.repeat(500_000),
    'a@'.repeat(500_000),
    '"a'.repeat(500_000),
    ' '.repeat(10_000_000),
    '1 '.repeat(500_000),
    'de '.repeat(400_000),
    ';'.repeat(1_000_000),
    `a@${'a.'.repeat(120)}`,
    `${'-'.repeat(250)}@`,
    '(((('.repeat(60),
    `${'a '.repeat(120)}`,
  ]
  const headings = [
    'Name',
    'Email',
    'Username',
    'Staff ID',
    'Start date',
    'Status',
    'Role',
    'Department',
    'Contract type',
  ]
  const ordinary = [
    'Jane Smith',
    'jane@oakfield.sch.uk',
    'jsmith',
    '1',
    '01/09/2026',
    'Active',
    'Teacher',
    'Maths',
    'Supply',
  ]
  for (const cell of cells)
    for (const rows of [
      [headings, ordinary, ordinary, headings.map(() => cell)],
      [headings.map(() => cell), headings.map(() => cell)],
    ]) {
      const start = performance.now()
      understand(opened('', { sheets: [{ name: cell, rows, hiddenRows: 0 }] }), {}, GROUND)
      const spent = performance.now() - start
      assert.ok(spent < 50 * headings.length, `${cell.slice(0, 5)} took ${spent} ms`)
    }
})
