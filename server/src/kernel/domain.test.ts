import assert from 'node:assert/strict'
import { test } from 'node:test'
import { domainToUnicode } from 'node:url'
import { canonicalDomain } from './domain.ts'

test('a domain is kept in lower case, as its A-label, without the dot at the end', () => {
  assert.equal(canonicalDomain('Reed.Sch.UK'), 'reed.sch.uk')
  assert.equal(canonicalDomain('reed.sch.uk.'), 'reed.sch.uk')
  assert.equal(canonicalDomain('École.example'), 'xn--cole-9oa.example')
  assert.equal(canonicalDomain('XN--COLE-9OA.example'), 'xn--cole-9oa.example')
  assert.equal(canonicalDomain('faß.example'), 'xn--fa-hia.example')
})

test('a domain that only looks like another is another, and shows that it is', () => {
  assert.equal(canonicalDomain('ѕсhool.sch.uk'), 'xn--hool-k6d3j.sch.uk')
  assert.notEqual(canonicalDomain('ѕсhool.sch.uk'), canonicalDomain('school.sch.uk'))
  assert.equal(canonicalDomain('xn--hool-k6d3j.sch.uk'), 'xn--hool-k6d3j.sch.uk')
})

test('whatever would be mapped or dropped on the way is refused', () => {
  for (const typed of [
    're\u00aded.example', // soft hyphen
    're\u200bed.example', // zero-width space
    're\u200ded.example', // joiner
    're\ufe0fed.example', // variation selector
    'reed\u3002example', // ideographic full stop
    'reed\uff0eexample', // full-width full stop
    'reed\uff61example', // half-width ideographic full stop
    'ｒｅｅｄ.example', // full-width letters
    'reed.example\u2024', // one dot leader
    'ﬀ.example', // ligature
    '①.example',
    '\u212a.example', // Kelvin sign
    'İ.example', // capital i with dot
    'xn--reed-.example', // an A-label of nothing but ASCII
  ])
    assert.equal(canonicalDomain(typed), null, JSON.stringify(typed))
})

test('no letter outside ASCII ever leads to an ASCII domain, and each A-label leads back to what was typed', () => {
  const wrong: string[] = []
  for (let code = 0x80; code <= 0x10ffff; code++) {
    if (code >= 0xd800 && code <= 0xdfff) continue
    const letter = String.fromCodePoint(code)
    const domain = canonicalDomain(`re${letter}d.example`)
    if (domain === null) continue
    const back = domain.startsWith('xn--') ? domainToUnicode(domain) : domain
    if (back !== `re${letter}d.example` && back !== `re${letter.toLowerCase()}d.example`)
      wrong.push(code.toString(16))
  }
  assert.deepEqual(wrong, [])
})

test('no other ASCII character than letters, digits, hyphens and dots stands in a domain', () => {
  const letIn = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code)).filter(
    (letter) =>
      canonicalDomain(`re${letter}ed.example`) !== null ||
      canonicalDomain(`reed.example${letter}x.test`) !== null,
  )
  assert.equal(letIn.join(''), '-.0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz')
})

test('an address literal, a name without a dot and a label out of shape are no domains', () => {
  for (const typed of [
    '',
    '.',
    'reed',
    'reed.',
    '[::1]',
    '127.0.0.1',
    '127.1',
    '0x7f.1',
    '017700000001',
    'a.5',
    '-a.example',
    'a-.example',
    'a..example',
    '.example',
    'reed.example..',
  ])
    assert.equal(canonicalDomain(typed), null, JSON.stringify(typed))
})

test('a label has at most 63 characters and a domain 253', () => {
  assert.ok(canonicalDomain(`${'a'.repeat(63)}.example`))
  assert.equal(canonicalDomain(`${'a'.repeat(64)}.example`), null)
  const long = [63, 63, 63, 61].map((length) => 'a'.repeat(length)).join('.')
  assert.equal(long.length, 253)
  assert.equal(canonicalDomain(long), long)
  assert.equal(canonicalDomain(`${long}a`), null)
})
