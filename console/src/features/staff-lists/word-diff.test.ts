import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Run, wordDiff } from './word-diff.ts'

const said = (runs: Run[]) =>
  runs
    .map(({ text, kind }) => (kind === 'same' ? text : kind === 'gone' ? `[-${text}-]` : `[+${text}+]`))
    .join('')

function diff(before: string, after: string): [string, string] {
  const found = wordDiff(before, after)
  return [said(found.before), said(found.after)]
}

test('a new surname is marked whole', () => {
  assert.deepEqual(diff('Smith', 'Okafor'), ['[-Smith-]', '[+Okafor+]'])
})

test('only what was added to a job title is marked', () => {
  assert.deepEqual(diff('Teacher', 'Teacher and Head of Year'), ['Teacher', 'Teacher [+and Head of Year+]'])
})

test('only what was taken away is struck through', () => {
  assert.deepEqual(diff('Teacher and Head of Year', 'Teacher'), ['Teacher [-and Head of Year-]', 'Teacher'])
})

test('a word changed in the middle leaves its neighbours standing', () => {
  assert.deepEqual(diff('Head of Year 5', 'Head of Year 6'), ['Head of Year [-5-]', 'Head of Year [+6+]'])
  assert.deepEqual(diff('Deputy Head of Maths', 'Acting Head of Maths'), [
    '[-Deputy-] Head of Maths',
    '[+Acting+] Head of Maths',
  ])
})

test('where hardly a word stays, all of it is marked', () => {
  assert.deepEqual(diff('Head of Year Five', 'Clerk of Works Office'), [
    '[-Head of Year Five-]',
    '[+Clerk of Works Office+]',
  ])
})

test('an address is one word', () => {
  assert.deepEqual(diff('t.reed@reed.example', 'tom.reed@reed.example'), [
    '[-t.reed@reed.example-]',
    '[+tom.reed@reed.example+]',
  ])
})

test('nothing before and nothing after are no runs', () => {
  assert.deepEqual(diff('', 'Finance'), ['', '[+Finance+]'])
  assert.deepEqual(diff('Finance', ''), ['[-Finance-]', ''])
})

test('the runs always add up to the texts', () => {
  const texts = ['', 'a', 'a b', 'b  a', 'a b c d', 'd c b a', ' a', 'Head of Year 5 and SENCO']
  for (const before of texts) {
    for (const after of texts) {
      const found = wordDiff(before, after)
      const text = (runs: Run[]) => runs.map((run) => run.text).join('')
      assert.equal(text(found.before).trim(), before.trim())
      assert.equal(text(found.after).trim(), after.trim())
    }
  }
})
