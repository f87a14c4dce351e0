import assert from 'node:assert/strict'
import { test } from 'node:test'
import { AUDIT_EVENTS } from '../audit/audit-events.ts'
import { sentenceOf, tell } from './tell.ts'
import { eventsOf, GROUPS, type Group, tellingOf } from './tellings.ts'

const said = (says: string, words: Record<string, string | null>) => sentenceOf(tell(says, words))

test('what is not known falls away with the words round it', () => {
  const says = '{actor} invited {subject}[ as {roles}]'
  assert.equal(
    said(says, { actor: 'Sam', subject: 'Priya', roles: 'Teacher' }),
    'Sam invited Priya as Teacher',
  )
  assert.equal(said(says, { actor: 'Sam', subject: 'Priya', roles: null }), 'Sam invited Priya')
})

test('a sentence begins with a capital, whoever begins it', () => {
  assert.equal(
    said('{subject} signed in', { subject: 'someone who was erased' }),
    'Someone who was erased signed in',
  )
})

test('a name is a name, also one that looks like a word of ours', () => {
  const parts = tell('{actor} paused {subject}', { actor: '{subject}[ x ]', subject: 'Jane' })
  assert.deepEqual(parts, [
    { text: '{subject}[ x ]', who: 'actor' },
    { text: ' paused ' },
    { text: 'Jane', who: 'subject' },
  ])
})

test('everything the record can say has a sentence of known words, and belongs to one group', () => {
  const known = [
    'actor',
    'subject',
    'place',
    'unit',
    'list',
    'roles',
    'fields',
    'access',
    'day',
    'held',
    'together',
    'people',
    'moved',
    'end',
    'due',
    'reference',
  ]
  const events = Object.keys(AUDIT_EVENTS)
  for (const event of events)
    for (const [, word] of tellingOf(event).says.matchAll(/\{(\w+)\}/g))
      assert.ok(known.includes(word ?? ''), `${event}: ${word}`)
  const groups = Object.keys(GROUPS) as Group[]
  assert.deepEqual(groups.flatMap((group) => eventsOf([group])).sort(), events.sort())
})
