import assert from 'node:assert/strict'
import { test } from 'node:test'
import { matchWords } from './match-words.ts'

/** The text with what was found in brackets. */
const marked = (text: string, search: string) =>
  matchWords(text, search)
    .map((piece) => (piece.found ? `[${piece.text}]` : piece.text))
    .join('')

test('accents, apostrophes and capitals do not hide a match', () => {
  assert.equal(marked('Siân O’Brien-Jones', 'sian obrien'), '[Siân] [O’Brien]-Jones')
  assert.equal(marked('Siân Beddoe', 'SIAN'), '[Siân] Beddoe')
  assert.equal(marked('Zoë Adeyemi', 'zoe'), '[Zoë] Adeyemi')
})

test('a word is found at the start of words first, and inside them where nothing else is', () => {
  assert.equal(marked('Jan Trojan', 'jan'), '[Jan] Trojan')
  assert.equal(marked('j.smith@reed.example', 'reed'), 'j.smith@[reed].example')
  assert.equal(marked('Blacksmith', 'smith'), 'Black[smith]')
})

test('nothing asked or nothing found leaves the text alone, and nothing of it is ever lost', () => {
  assert.equal(marked('Ada Ford', ''), 'Ada Ford')
  assert.equal(marked('Ada Ford', 'zz'), 'Ada Ford')
  for (const text of ['𝒜da Ford', 'e\u0301', 'ﬁsh', 'ﷺ', '  ', ''])
    assert.equal(
      matchWords(text, 'a fi d')
        .map((piece) => piece.text)
        .join(''),
      text,
    )
})
