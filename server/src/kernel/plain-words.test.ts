import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cleanLine, holdsAddress } from './plain-words.ts'

test('a name stays one line, whatever was put into it', () => {
  for (const [typed, line] of [
    ['  Zoë   O’Malley ', 'Zoë O’Malley'],
    ['Ann\r\nBcc: eve@evil.example', 'Ann Bcc: eve@evil.example'],
    ['Ann\u2028Ford', 'Ann Ford'],
    ['A\u0000nn\u200b\u202e', 'A nn'],
    ['Zoe\u0308', 'Zoë'],
  ] as const)
    assert.equal(cleanLine(typed), line)
})

test('a web address or a domain is found among words, and ordinary writing is not taken for one', () => {
  for (const words of [
    'see https://evil.example/x',
    'go to www.evil',
    'evil.com',
    'EVIL.COM now',
    'ask ann@evil.example',
  ])
    assert.ok(holdsAddress(words), words)
  for (const words of [
    'St. Mary’s',
    'J.Smith',
    'See you on Monday. Bring tea',
    'Monday.Bring tea',
    '9.30am',
    'e.g. this',
  ])
    assert.equal(holdsAddress(words), false, words)
})
