import assert from 'node:assert/strict'
import { test } from 'node:test'
import { problemOf } from '../ui/problem.ts'
import { codeOf, domainsOf, placeProblem } from './set-up-wish.ts'

test('a refused set-up opens at the earliest page that has something to mend', () => {
  const problem = problemOf({
    status: 422,
    code: 'not_accepted',
    errors: [
      {
        pointer: '#/organisation/domains/0',
        code: 'domain_format',
        detail: 'Enter a domain, like reed.sch.uk',
      },
      { pointer: '#/owner/password', code: 'password_known', detail: 'Choose another' },
    ],
  })
  assert.deepEqual(placeProblem(problem, ''), {
    step: 'you',
    errors: {
      'organisation.domains': 'Enter a domain, like reed.sch.uk',
      'owner.password': 'Choose another',
    },
  })
})

test('a wrong set-up code goes back to the page that asks for it', () => {
  const problem = problemOf({ status: 403, code: 'setup_code_wrong', detail: 'That is not the code' })
  assert.deepEqual(placeProblem(problem, problem.detail), {
    step: 'checks',
    errors: { code: 'That is not the code' },
  })
})

test('domains are read however people separate them', () => {
  assert.deepEqual(domainsOf('Reed.sch.uk, @mill.sch.uk; office@hill.sch.uk\n'), [
    'reed.sch.uk',
    'mill.sch.uk',
    'hill.sch.uk',
  ])
  assert.deepEqual(domainsOf('  '), [])
})

test('the set-up code may be typed in small letters, with a space', () => {
  for (const typed of ['7KQ4-M2VD', '7kq4 m2vd', ' 7KQ4M2VD\n']) assert.equal(codeOf(typed), '7KQ4-M2VD')
  assert.equal(codeOf('  '), '')
})
