import assert from 'node:assert/strict'
import { test } from 'node:test'
import { safeNext } from './safe-next.ts'

const here = 'https://accounts.reed.example'

test('a page of this site is where you were going, so you go on to it', () => {
  for (const path of ['/', '/s/reed/people', '/s/reed/people?status=locked#top', '/s/reed/caf%C3%A9'])
    assert.equal(safeNext(path, here), path)
})

test('no link sends a person who has just signed in to another site', () => {
  for (const bad of [
    null,
    undefined,
    '',
    'evil.example',
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    '/.//evil.example',
    '/a/..//evil.example',
    'https://evil.example/',
    'https:evil.example',
    'javascript:alert(1)',
    ' /people',
    'data:text/html,x',
  ])
    assert.equal(safeNext(bad, here), '/', String(bad))
})
