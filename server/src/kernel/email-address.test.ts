import assert from 'node:assert/strict'
import { test } from 'node:test'
import { canonicalEmail } from './email-address.ts'

const FIRST_OUTSIDE_ASCII = 0x80
const LAST = 0x10ffff

/** Every character outside ASCII, without the halves of surrogate pairs. */
function* outsideAscii(): Generator<string> {
  for (let code = FIRST_OUTSIDE_ASCII; code <= LAST; code++)
    if (code < 0xd800 || code > 0xdfff) yield String.fromCodePoint(code)
}

const isAscii = (text: string) => [...text].every((letter) => letter <= '\u007f')

test('three ways to write one address are one address', () => {
  for (const typed of [
    'Ann@X.sch.uk',
    'ann@x.sch.uk.',
    ' ann@x.sch.uk',
    'ann@x.sch.uk\r\n',
    '\tANN@X.SCH.UK ',
  ])
    assert.equal(canonicalEmail(typed), 'ann@x.sch.uk', JSON.stringify(typed))
})

test('plus tags and dots are kept, so they are other addresses', () => {
  assert.equal(canonicalEmail('ann+1@x.sch.uk'), 'ann+1@x.sch.uk')
  assert.equal(canonicalEmail('a.nn@x.sch.uk'), 'a.nn@x.sch.uk')
  assert.equal(canonicalEmail("ann_o-brien!#$%&'*/=?^`{|}~@x.sch.uk"), "ann_o-brien!#$%&'*/=?^`{|}~@x.sch.uk")
})

test('a canonical address is its own canonical form', () => {
  for (const typed of ['Ann@X.sch.uk', 'ann@École.example', 'ann@xn--hool-k6d3j.sch.uk', 'A+b@c.example.'])
    assert.equal(canonicalEmail(canonicalEmail(typed) ?? ''), canonicalEmail(typed))
})

test('no letter outside ASCII, before the @ or around the address, gives an address at all', () => {
  const letIn: string[] = []
  for (const letter of outsideAscii()) {
    const typed = [`a${letter}n@reed.example`, `${letter}ann@reed.example`, `ann${letter}@reed.example`]
    if (letter.trim() === '') typed.push(`ann@reed.example${letter}`)
    if (typed.some((each) => canonicalEmail(each) !== null)) letIn.push(letter)
  }
  assert.deepEqual(letIn, [])
})

test('all 1,440 letters that compatibility would turn into ASCII are refused wherever they stand', () => {
  const letters = [...outsideAscii()].filter((letter) => isAscii(letter.normalize('NFKC')))
  assert.equal(letters.length, 1440)
  const letIn = letters.filter((letter) =>
    [
      `a${letter}n@reed.example`,
      `ann${letter}reed.example`,
      `ann@re${letter}d.example`,
      `ann@reed${letter}example`,
      `${letter}ann@reed.example`,
      `ann@reed.example${letter}`,
    ].some((typed) => canonicalEmail(typed) !== null),
  )
  assert.deepEqual(letIn, [])
})

test('the letters whose other case is ASCII never meet the ASCII address', () => {
  const crossing = [...outsideAscii()].filter(
    (letter) => isAscii(letter.toLowerCase()) || isAscii(letter.toUpperCase()),
  )
  assert.deepEqual(
    crossing.map((letter) => letter.codePointAt(0)?.toString(16)),
    ['df', '131', '17f', '212a', 'fb00', 'fb01', 'fb02', 'fb03', 'fb04', 'fb05', 'fb06'],
  )
  for (const letter of crossing) {
    const twins = [letter.toLowerCase(), letter.toUpperCase().toLowerCase()].filter(isAscii)
    for (const twin of twins) {
      assert.equal(canonicalEmail(`mi${letter}e@reed.example`), null)
      assert.notEqual(canonicalEmail(`mike@re${letter}d.example`), `mike@re${twin}d.example`)
    }
  }
})

test('what could smuggle a second recipient or another host is refused', () => {
  for (const typed of [
    'ann@reed.example\r\nBcc: eve@evil.example',
    'ann@reed.example,eve@evil.example',
    'ann@reed.example;eve@evil.example',
    'team: ann@reed.example, ben@reed.example;',
    'Ann <ann@reed.example>',
    'v@good(x)evil.com',
    '"x@evil.com y"@good.example',
    'ann@evil.example@reed.example',
    'ann@@reed.example',
    'ann@reed.example/evil',
    'ann@reed.example?evil',
    'ann@reed.example#evil',
    'ann@reed.example\\evil',
    'ann@reed.example:25',
    'ann@re%65d.example',
    'ann@re\ned.example',
    'ann@re\ted.example',
    'ann@re\u0000ed.example',
    'ann\u0000@reed.example',
    'ann@[127.0.0.1]',
    'ann@127.0.0.1',
    'ann@0x7f.1',
    'ann@localhost',
    'ann@',
    '@reed.example',
    'ann',
    '',
    '.ann@reed.example',
    'ann.@reed.example',
    'a..nn@reed.example',
    'a nn@reed.example',
    'ann@reed..example',
    'ann@.reed.example',
    'ann@-reed.example',
    'ann@reed-.example',
    'ann@re_ed.example',
    'ann\ud800@reed.example',
    'ann@reed\udc00.example',
  ])
    assert.equal(canonicalEmail(typed), null, JSON.stringify(typed))
})

test('64 characters before the @ and 254 in all are the most', () => {
  const domain = (length: number) => `${'a'.repeat(63)}.${'b'.repeat(63)}.${'c'.repeat(length - 128)}`
  assert.equal(canonicalEmail(`${'a'.repeat(64)}@reed.example`)?.length, 77)
  assert.equal(canonicalEmail(`${'a'.repeat(65)}@reed.example`), null)
  assert.equal(canonicalEmail(`${'a'.repeat(64)}@${domain(189)}`)?.length, 254)
  assert.equal(canonicalEmail(`${'a'.repeat(64)}@${domain(190)}`), null)
  // Short as typed, too long as an A-label.
  assert.equal(
    canonicalEmail(
      `${'a'.repeat(64)}@${Array(6).fill('école-élémentaire-été').join('.')}.${'a'.repeat(50)}.example`,
    ),
    null,
  )
})
