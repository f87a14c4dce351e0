import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { canonicalEmail } from '../../kernel/email-address.ts'
import { recogniseText } from './recognise-text.ts'
import { slipsBetween } from './typos.ts'

const RUNS = process.env.LANYARD_SOAK === '1' ? 200_000 : 4000
const SEED = 20260902

const REED = {
  domains: ['reed.example'],
  roles: [{ key: 'coach', label: 'Coach' }],
  units: [{ id: 'maths-id', name: 'Maths' }],
  organisationName: 'Reed Primary',
}

/** What people paste, what breaks parsers, and anything at all. */
const piece = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.constantFrom(
      'ann@reed.example',
      'Ben@Reed.example',
      "o'hara@gmial.com",
      'x@evil.example',
      'ben@school',
      '@',
      '@@',
      '@x',
      '<ann@reed.example>',
      '<mailto:b@reed.example>',
      'mailto:',
      'Bcc:',
      'team:',
      'Email:',
      ':',
      'Ann',
      'Lee',
      'Fox',
      'Coach',
      'Maths',
      'Zoë',
      'O’Malley',
      'Email',
      'First name',
      'Surname',
      '1.',
      '•',
      '-',
      '😀',
      'xn--hool-k6d3j.sch.uk',
    ),
  },
  {
    weight: 8,
    arbitrary: fc.constantFrom(
      ' ',
      ', ',
      ',',
      ';',
      '; ',
      '\n',
      '\r\n',
      '\r',
      '\t',
      '"',
      '“',
      '”',
      "'",
      '<',
      '>',
      '(',
      ')',
      '\\',
      '.',
      '?',
      '\u00a0',
      '\u200b',
      '\ufeff',
      '\u202e',
      '\u00ad',
      '\u2028',
      '\u0085',
      '\u0000',
      '\u0007',
      '\ud800',
      '＠',
      '，',
    ),
  },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) },
  { weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: 6 }) },
)
const pasted = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''))

/** What may be left out between two entries: no letter, no @, and no digit but the number of a list's entry. */
const BETWEEN = /^(?:[^\p{L}\p{N}@]|(?<![\p{L}\p{N}])\d{1,4}[.)])*$/u

function isLeftOut(words: string): boolean {
  return words.split(/[\n\r\v\f\u0085\u2028\u2029]/).every((line) => BETWEEN.test(line) || isHeading(line))
}

function isHeading(line: string): boolean {
  const cells = line.split(/[\t,;]/).map((cell) => cell.replace(/[^\p{L} ]/gu, '').trim())
  return cells.every((cell) =>
    ['', 'Email', 'First name', 'Surname', 'team'].includes(cell.replaceAll(/ +/g, ' ')),
  )
}

test('of any text, every word is in one entry, and no address is given that does not stand there', () => {
  fc.assert(
    fc.property(pasted, (text) => {
      const entries = recogniseText(text, REED)
      const seen = new Set<string>()
      let end = 0
      entries.forEach((entry, index) => {
        assert.equal(entry.index, index)
        const start = text.indexOf(entry.text, end)
        assert.ok(entry.text !== '' && start >= end, 'entries stand in the order of the text')
        assert.ok(isLeftOut(text.slice(end, start)), `left out: ${JSON.stringify(text.slice(end, start))}`)
        end = start + entry.text.length
        assert.equal(entry.email === undefined, entry.outcome === 'invalid')
        if (entry.outcome !== 'ready') assert.ok(entry.code && entry.detail)
        if (entry.typed !== undefined) assert.ok(entry.text.includes(entry.typed), 'as typed')
        if (entry.email === undefined) return
        assert.equal(canonicalEmail(entry.typed ?? ''), entry.email)
        assert.equal(entry.outcome === 'repeat', seen.has(entry.email))
        seen.add(entry.email)
        if (entry.suggestion !== undefined) assert.equal(canonicalEmail(entry.suggestion), entry.suggestion)
      })
      assert.ok(isLeftOut(text.slice(end)), `left out: ${JSON.stringify(text.slice(end))}`)
    }),
    { numRuns: RUNS, seed: SEED },
  )
})

test('addresses parted by any separators are all found, each once', () => {
  const separators = fc.constantFrom(
    ',',
    ';',
    ' ',
    '\n',
    '\r\n',
    '\t',
    ', ',
    ' ;\n',
    ',,',
    '\n\n',
    '\u00a0',
    '\u2028',
  )
  const local = fc.stringMatching(/^[a-z][a-z0-9]{0,8}$/)
  fc.assert(
    fc.property(fc.array(fc.tuple(local, separators), { maxLength: 30 }), (list) => {
      const text = list.map(([name, separator]) => `${name}@reed.example${separator}`).join('')
      const found = recogniseText(text, REED)
      assert.deepEqual(
        found.map((entry) => entry.email),
        list.map(([name]) => `${name}@reed.example`),
      )
      const once = found.filter((entry) => entry.outcome === 'ready')
      assert.equal(once.length, new Set(list.map(([name]) => name)).size)
    }),
    { numRuns: RUNS / 4, seed: SEED },
  )
})

test('slips are counted as the whole table counts them, up to two', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '.'), maxLength: 9 })
  fc.assert(
    fc.property(word, word, (one, other) => {
      assert.equal(slipsBetween(one, other), Math.min(3, slipsByTable(one, other)))
    }),
    { numRuns: RUNS, seed: SEED },
  )
})

/** The textbook's table for letters too many, missing, wrong or exchanged with their neighbour. */
function slipsByTable(one: string, other: string): number {
  const table: number[][] = Array.from({ length: one.length + 1 }, (_, i) => [i])
  const at = (i: number, j: number) => table[i]?.[j] ?? Number.POSITIVE_INFINITY
  for (let j = 1; j <= other.length; j++) (table[0] as number[])[j] = j
  for (let i = 1; i <= one.length; i++)
    for (let j = 1; j <= other.length; j++) {
      const wrong = at(i - 1, j - 1) + (one[i - 1] === other[j - 1] ? 0 : 1)
      const exchanged =
        one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1] ? at(i - 2, j - 2) + 1 : wrong
      ;(table[i] as number[])[j] = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, wrong, exchanged)
    }
  return at(one.length, other.length)
}
