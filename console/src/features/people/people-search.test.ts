import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  askAgain,
  chosenIn,
  emailsIn,
  isNarrowed,
  readPeopleSearch,
  unfiltered,
  whoIsListed,
} from './people-search.ts'

const science = '0199c1a0-0000-7000-8000-00000000000a'

test('a copied address shows the same list', () => {
  const search = {
    view: 'not_registered',
    q: 'siân o’brien',
    status: 'locked,active',
    role: 'user,teacher',
    unit: science,
    label: 'stage=KS3,days=Mon%2C Tue',
    lastActive: 'unused_120d',
    leaving: 'soon',
    relationship: 'governor,agency',
    source: 'staff_list',
    admin: 'yes',
    listed: 'no',
    emails: 'ann@reed.example,ben@reed.example',
    sort: '-lastActiveAt',
    after: 'c2',
    from: 50,
  } as const
  assert.deepEqual(readPeopleSearch(search), search)
})

test('what an address gets wrong is left out, and the rest still works', () => {
  assert.deepEqual(
    readPeopleSearch({ status: 'locked,nonsense', unit: 'Science', sort: 'height', from: -1, view: 'x' }),
    { status: 'locked' },
  )
  assert.deepEqual(readPeopleSearch({ status: 'nonsense', role: 'a b', q: '  ' }), {})
})

test('a staff number is searched for as it was typed', () => {
  assert.deepEqual(readPeopleSearch({ q: 4217 }), { q: '4217' })
  assert.deepEqual(readPeopleSearch({ q: '004217' }), { q: '004217' })
})

test('a new filter starts at the first page and keeps the rest', () => {
  assert.deepEqual(askAgain({ sort: 'name', after: 'c2', from: 50 }, { status: 'locked' }), {
    sort: 'name',
    status: 'locked',
  })
  assert.deepEqual(askAgain({ status: 'locked', view: 'admins' }, { status: '' }), { view: 'admins' })
})

test('clearing the filters keeps the view and the order', () => {
  const search = { view: 'admins', sort: 'name', q: 'smith', status: 'locked', after: 'c2' } as const
  assert.ok(isNarrowed(search))
  assert.deepEqual(unfiltered(search), { view: 'admins', sort: 'name' })
  assert.ok(!isNarrowed(unfiltered(search)))
})

test('turning the page or sorting lists the same people; a filter lists others', () => {
  assert.equal(whoIsListed({ q: 'smith', after: 'c2', from: 50 }), whoIsListed({ q: 'smith', sort: 'name' }))
  assert.notEqual(whoIsListed({ q: 'smith' }), whoIsListed({ q: 'smith', status: 'locked' }))
})

test('of a filter with one value at most, the first that is understood counts', () => {
  assert.deepEqual(readPeopleSearch({ leaving: 'late,passed,soon', admin: 'no' }), { leaving: 'passed' })
  assert.deepEqual(chosenIn({ label: 'stage=KS3,,' }, 'label'), ['stage=KS3'])
})

test('addresses are found in whatever was pasted, each once, and two hundred at most', () => {
  assert.deepEqual(
    emailsIn(
      'Ford, Ann <ann@reed.example>; "Ben" (BEN@reed.example)\nann@Reed.example.\tmailto:cat@reed.example',
    ),
    ['ann@reed.example', 'BEN@reed.example', 'cat@reed.example'],
  )
  assert.deepEqual(emailsIn('smith'), [])
  const many = Array.from({ length: 300 }, (_, n) => `p${n}@reed.example`).join(' ')
  assert.equal(emailsIn(many).length, 200)
})
