import assert from 'node:assert/strict'
import { test } from 'node:test'
import { canonicalAddress } from '@lanyard/reader/read-email.ts'
import fc from 'fast-check'
import { canonicalEmail } from '../../kernel/email-address.ts'

const ASCII_LETTERS = 'abzABZ019.-_+\'!#@ ,;"<>()[]\\\t'

test('an address on a list has the form that every other door gives it', () => {
  for (const typed of [
    'Ann.Lee@X.sch.uk',
    'ann@x.sch.uk.',
    'ann+1@a-b.example',
    'ann@a--b.example',
    'ann@École.example',
    'ann@straße.example',
    'ann@xn--cole-9oa.example',
    'ann@münchen.de',
    "o'neill@reed.example",
  ]) {
    assert.notEqual(canonicalAddress(typed), null, typed)
    assert.equal(canonicalAddress(typed), canonicalEmail(typed), typed)
  }
})

test('a list lets in no address that another door would refuse or read otherwise', () => {
  const letters = fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom(...ASCII_LETTERS) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        'é',
        'ß',
        'ς',
        'K',
        'İ',
        'ı',
        '＠',
        '。',
        '½',
        '\u00ad',
        '\u200d',
        '0x7f',
        'xn--',
      ),
    },
  )
  const part = fc.array(letters, { maxLength: 8 }).map((pieces) => pieces.join(''))
  fc.assert(
    fc.property(part, part, fc.constantFrom('.example', '.sch.uk', '.de', '.1', ''), (local, domain, end) => {
      const typed = `${local}@${domain}${end}`
      const read = canonicalAddress(typed)
      if (read !== null) assert.equal(read, canonicalEmail(typed), JSON.stringify(typed))
    }),
    { numRuns: 2000 },
  )
})

test('a letter that has two cases is read from a list as every other door reads it', () => {
  const cased = Array.from({ length: 0x20000 }, (_, code) => code)
    .filter((code) => code < 0xd800 || code > 0xdfff)
    .map((code) => String.fromCodePoint(code))
    .filter((letter) => letter.toLowerCase() !== letter.toUpperCase())
  assert.ok(cased.length > 2000)
  for (const letter of cased) {
    const typed = `a@${letter}.example`
    const read = canonicalAddress(typed)
    if (read !== null) assert.equal(read, canonicalEmail(typed), typed)
  }
})

test('plain addresses that another door takes are taken from a list too', () => {
  const word = fc.stringMatching(/^[a-zA-Z0-9]{1,8}$/)
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 3 }), word, word, (local, one, two) => {
      const typed = `${local.join('.')}@${one}-${two}.${one}.example`
      assert.equal(canonicalAddress(typed), canonicalEmail(typed))
    }),
  )
})
