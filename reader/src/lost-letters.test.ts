import assert from 'node:assert/strict'
import { test } from 'node:test'
import { read } from './list-for-tests.ts'

/** The only row under these headings. */
function row(headings: string, cells: string) {
  const [only] = read(`\n${headings} | Email\n${cells} | ada@oakfield.sch.uk\n`).rows
  assert.ok(only)
  return only
}

test('names whose letters became question marks are asked for, not taken', () => {
  for (const name of ['Si?n', 'Ren?e', 'M?ller', '?yn', 'Dujmovi?', '?or?evi?', 'Smith (M?ller)']) {
    const { given, typed, problems } = row('Forename | Surname', `Ada | ${name}`)
    assert.deepEqual([given.familyName, typed.familyName], [undefined, name], name)
    assert.deepEqual(problems, [
      {
        code: 'letters_lost',
        field: 'familyName',
        detail: `There is a question mark in “${name}” where a letter was probably lost before the file reached us. Enter it as it should be.`,
      },
    ])
  }
  const both = read(
    `
Forename,Surname,Email
Tw?m,?yn,t.wyn@oakfield.sch.uk
`.replaceAll(',', ' | '),
  )
  assert.deepEqual(
    both.rows[0]?.problems.map(({ code, field }) => [code, field]),
    [
      ['letters_lost', 'givenName'],
      ['letters_lost', 'familyName'],
    ],
  )
  const full = row('Full name', 'Si?n Jones')
  assert.deepEqual([full.given.givenName, full.problems[0]?.code], [undefined, 'letters_lost'])
})

test('a doubt about somebody’s name is no letter that was lost', () => {
  for (const [name, family] of [
    ['Jane Smith (?)', 'Smith'],
    ['Jane Smith (left?)', 'Smith'],
    ['Smith, Jane ?', 'Smith'],
  ] as const)
    assert.deepEqual([row('Full name', name).problems, row('Full name', name).given.familyName], [[], family])
  assert.deepEqual(row('Forename | Surname', '? | Smith').given, {
    email: 'ada@oakfield.sch.uk',
    familyName: 'Smith',
  })
})

test('in posts and departments only a question mark inside a word is a letter that was lost', () => {
  for (const lost of ['Ma?tre', 'G?teb?rg lead'])
    for (const [heading, field] of [
      ['Post', 'jobTitle'],
      ['Department', 'unit'],
    ] as const) {
      const { given, problems } = row(`${heading} | Surname`, `${lost} | Smith`)
      assert.deepEqual(
        [given[field], problems[0]?.code, problems[0]?.field],
        [undefined, 'letters_lost', field],
      )
    }
  for (const doubt of ['Smith?', 'Teacher (?)', 'Teacher ?', 'Teacher?/TA', '?Teacher', 'Cover (Maths?)'])
    assert.deepEqual(
      [
        row('Post | Surname', `${doubt} | Smith`).problems,
        row('Post | Surname', `${doubt} | Smith`).given.jobTitle,
      ],
      [[], doubt],
    )
})

test('a lost letter in an address is said, and nobody is written to there', () => {
  const { rows } = read(`
Name | Email
Jane Smith | s?an@oakfield.sch.uk
Tom Brown | tom@oakfield.sch.uk
Ana Reyes | ?
`)
  assert.deepEqual(
    rows.map(({ given, typed, problems }) => [given.email, typed.email, problems.map(({ code }) => code)]),
    [
      [undefined, 's?an@oakfield.sch.uk', ['letters_lost']],
      ['tom@oakfield.sch.uk', undefined, []],
      [undefined, undefined, ['email_missing']],
    ],
  )
})
