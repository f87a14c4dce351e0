import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { canonicalEmail } from '../../kernel/email-address.ts'
import { PARTS_MAX } from './part.ts'
import { JUDGING } from './recognise-text.judging.cases.ts'
import { READING, REED, told } from './recognise-text.reading.cases.ts'
import { recogniseText } from './recognise-text.ts'

const read = (text: string) => recogniseText(text, REED).map(told)

const BLOCKS = [
  'Jane Smith <jane@reed.example>; Smith, Tom <tom@reed.example>; priya@gmial.com; JANE@reed.example',
  'a@reed.example, b@reed.example;c@reed.example d@reed.example',
  'Ozoux, Pierre <p@reed.example>\n"O’Malley, Zoë" <z@reed.example>',
  'Jane\tSmith\tjane2@reed.example\nben@school',
]
const PEOPLE = [
  [
    'ready Jane|Smith jane@reed.example',
    'ready Tom|Smith tom@reed.example',
    'check priya@gmial.com email_typo priya@gmail.com',
    'repeat jane@reed.example repeat_in_list',
  ],
  ['ready a@reed.example', 'ready b@reed.example', 'ready c@reed.example', 'ready d@reed.example'],
  ['ready Pierre|Ozoux p@reed.example', 'ready Zoë|O’Malley z@reed.example'],
  ['ready Jane|Smith jane2@reed.example', 'invalid "ben@school" email_format'],
]

test('the four blocks that a school pastes give exactly the people in them', () => {
  BLOCKS.forEach((block, index) => {
    assert.deepEqual(recogniseText(block, { ...REED, domains: ['reed.example'] }).map(told), PEOPLE[index])
  })
})

test('the four blocks pasted as one text give the same people', () => {
  for (const between of ['\n', '\r\n', '\n\n'])
    assert.deepEqual(
      recogniseText(BLOCKS.join(between), { ...REED, domains: ['reed.example'] }).map(told),
      PEOPLE.flat(),
    )
})

for (const [what, text, ...expected] of [...READING, ...JUDGING])
  test(what, () => {
    assert.deepEqual(read(text), expected)
  })

test('every sentence says what is the matter and what to do', () => {
  const detail = (text: string) => recogniseText(text, REED).at(-1)?.detail
  assert.equal(detail('priya@gmial.com'), 'Did you mean priya@gmail.com?')
  assert.equal(detail('x\na@reed.example A@reed.example'), 'Same as line 2. We’ll send one.')
  assert.equal(
    detail('a@gmail.com'),
    'gmail.com isn’t one of Reed Primary’s email domains. Personal addresses are harder to take back when people leave.',
  )
  assert.equal(
    detail('a@mill.example'),
    'mill.example isn’t one of Reed Primary’s email domains. Check that it’s their work address.',
  )
  const sentences: [string, RegExp][] = [
    ['ben@school', /no dot\. Enter the whole address/],
    ['ben@@reed.example', /two @ signs/],
    ['@reed.example', /before the @ is missing/],
    ['ben@', /after the @ is missing/],
    ['ben @ reed.example', /no spaces around the @/],
    ['ben@reed..example', /two dots next to each other/],
    ['.ben@reed.example', /a dot where none can be/],
    ['ben@127.0.0.1', /is a number/],
    ['bén@reed.example', /only plain letters/],
    ['b\u200ben@reed.example', /hidden character/],
    ['ben(x)@reed.example', /no brackets or quotation marks/],
    [`${'b'.repeat(65)}@reed.example`, /before the @ is too long/],
    [`${'b'.repeat(255)}@reed.example`, /longer than an email address can be/],
    ['ben@reed_.example', /Check the part after the @/],
    ['To: ben@reed.example', /a word with a colon/],
    ['Ben', /no email address here/],
  ]
  for (const [text, sentence] of sentences) assert.match(detail(text) ?? '', sentence, text)
})

test('a school without domains is told nothing of other domains', () => {
  assert.deepEqual(recogniseText('a@mill.example', { ...REED, domains: [] }).map(told), [
    'ready a@mill.example',
  ])
})

test('a name that two units share names neither', () => {
  const units = [...REED.units, { id: 'other-id', name: 'maths' }]
  assert.deepEqual(recogniseText('Ann <a@reed.example>, Maths', { ...REED, units }).map(told), [
    'ready Ann| a@reed.example',
    'invalid "Maths" email_missing',
  ])
})

test('ten thousand people are read, and text beyond all measure ends in one part that says so', () => {
  const many = Array.from({ length: 10_000 }, (_, index) => `Ann Lee <ann${index}@reed.example>`).join('; ')
  const entries = recogniseText(many, REED)
  assert.equal(entries.length, 10_000)
  assert.ok(entries.every((entry) => entry.outcome === 'ready' && entry.name === 'Ann Lee'))
  const beyond = recogniseText('a\n'.repeat(PARTS_MAX + 5), REED)
  assert.equal(beyond.length, PARTS_MAX + 1)
  assert.equal(beyond.at(-1)?.code, 'too_many_pasted')
  assert.equal(beyond.at(-1)?.text, 'a\na\na\na\na')
})

const SHELF = process.env.LANYARD_SHARED_DATA ?? join(import.meta.dirname, '../../../../../shared/data')

function fromShelf(name: string, read: (file: string) => string[]) {
  const path = join(SHELF, name)
  test(`every text of ${name} is read as an address only where it is one`, {
    skip: !existsSync(path) && 'not on this machine',
  }, () => {
    for (const text of read(readFileSync(path, 'utf8'))) {
      const entries = recogniseText(text, REED)
      for (const { email, typed } of entries) {
        if (email === undefined) continue
        assert.ok(typed !== undefined && text.includes(typed), text)
        assert.equal(canonicalEmail(typed), email)
      }
      const only = entries[0]
      if (canonicalEmail(text) !== null && !/[,;]/.test(text))
        assert.equal(only?.email, canonicalEmail(text), JSON.stringify(text))
    }
  })
}

fromShelf('naughty/blns.json', (file) => JSON.parse(file) as string[])
fromShelf('email-validity/isemail-tests.xml', (file) =>
  [...file.matchAll(/<address>([^<]*)<\/address>/g)].map(([, address]) =>
    (address ?? '')
      .replace(/&#x([0-9a-f]+);/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
      .replaceAll('&quot;', '"')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&')
      .replace(/[\u2400-\u241f]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0x2400)),
  ),
)
