import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inUtf8, inUtf16, makeXlsx, makeZip } from '../test/make-files.ts'
import { packZip } from '../test/pack-zip.ts'
import { openFile, openFiles } from './open-file.ts'
import { FileRefusal } from './staff-list.ts'

async function refusal(bytes: Uint8Array, name = 'staff.csv'): Promise<FileRefusal> {
  const error = await openFile(bytes, name, {}).then(
    () => assert.fail(`${name} was opened`),
    (thrown: unknown) => thrown,
  )
  assert.ok(error instanceof FileRefusal, String(error))
  return error
}

const bytesOf = (...parts: (string | number[] | Uint8Array)[]): Uint8Array =>
  Uint8Array.from(
    parts.flatMap((part) =>
      typeof part === 'string' ? Array.from(part, (character) => character.charCodeAt(0)) : [...part],
    ),
  )
const filled = (length: number, character: string) => new Uint8Array(length).fill(character.charCodeAt(0))
const LIST = 'Name,Email\nZoë,zoe@reed.example\n'
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]

test('what is no list is refused by what is in it, whatever its name, and the person is told what to do', async () => {
  const rest = Uint8Array.from({ length: 3000 }, (_, at) => (at * 7919) % 256)
  const files: [what: RegExp, bytes: Uint8Array][] = [
    [/web page/, inUtf8('\n<!DOCTYPE html><table><tr><td>Name</td></tr></table>')],
    [/web page/, inUtf8('\ufeff<html xmlns:x="urn:schemas-microsoft-com:office:excel"><table>')],
    [/web page/, inUtf16('<table><tr><td>Name</td></tr></table>', { mark: true })],
    [
      /old XML/,
      inUtf8('<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">'),
    ],
    [
      /XML file/,
      inUtf8('<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'),
    ],
    [/PDF/, inUtf8('%PDF-1.7\n%âãÏÓ')],
    [/PDF/, bytesOf('junk in front\n%PDF-1.4\n', rest)],
    [/program/, bytesOf('MZ\u0090\0\u0003\0\0\0\u0004\0\0\0', rest)],
    [/program/, bytesOf([0x7f], 'ELF', rest)],
    [/picture/, bytesOf([0x89], 'PNG\r\n\u001a\n', rest)],
    [/picture/, bytesOf([0xff, 0xd8, 0xff, 0xe0], rest)],
    [/compressed/, bytesOf([0x1f, 0x8b, 8, 0], rest)],
    [/text document/, inUtf8('{\\rtf1\\ansi Zoë Hart}')],
    [/\.xls\)/, bytesOf(OLE, rest, inUtf16('Workbook'))],
    [/no list that we can read/, rest],
    [/no list that we can read/, bytesOf(inUtf8(LIST.repeat(500)), rest, rest, rest)],
  ]
  for (const [what, bytes] of files) {
    const { code, message } = await refusal(bytes, 'staff.xlsx')
    assert.equal(code, 'file_type', message)
    assert.match(message, what)
    assert.match(message, /Choose an Excel workbook|save it as \.xlsx or CSV/)
  }
})

test('a picture or a program with a workbook behind it is still no list', async () => {
  const workbook = makeXlsx([{ name: 'S', rows: '<row><c><v>1</v></c></row>' }])
  for (const begin of ['GIF89a', '%PDF-1.4\n', 'MZ\u0090\0'.padEnd(600, '\0')])
    assert.equal((await refusal(bytesOf(begin, workbook))).code, 'file_type', begin)
  const document = packZip([
    { name: 'a.pdf', bytes: inUtf8('%PDF-1.4\n%%EOF'), stored: true },
    { name: 'b.csv', bytes: inUtf8(LIST) },
  ])
  assert.equal((await refusal(document)).code, 'file_type')
})

test('a locked workbook says that it is locked', async () => {
  const locked = await refusal(bytesOf(OLE, filled(4000, '\0'), inUtf16('EncryptedPackage')), 'staff.xlsx')
  assert.deepEqual([locked.code, /password-protected/.test(locked.message)], ['file_locked', true])
  const zip = packZip([{ name: 'users.csv', bytes: inUtf8(LIST), locked: true }])
  assert.equal((await refusal(zip)).code, 'file_locked')
})

test('packed files of other programs say what they are', async () => {
  const files: [what: RegExp, entry: string][] = [
    [/Word document/, 'word/document.xml'],
    [/presentation/, 'ppt/presentation.xml'],
    [/binary Excel workbook/, 'xl/workbook.bin'],
    [/OpenDocument/, 'content.xml'],
    [/Apple Numbers/, 'Index/Document.iwa'],
  ]
  for (const [what, entry] of files)
    for (const types of [{}, { '[Content_Types].xml': '<Types/>' }]) {
      const { code, message } = await refusal(makeZip({ ...types, [entry]: '<a/>' }))
      assert.equal(code, 'file_type')
      assert.match(message, what)
    }
})

test('nothing, blanks and empty sheets are said to be nothing', async () => {
  const files = [
    new Uint8Array(),
    inUtf8(' \r\n\t\n'),
    inUtf8('\ufeff'),
    inUtf8(',,\n,,\n'),
    makeXlsx([{ name: 'S' }]),
    makeZip({}),
  ]
  for (const bytes of files) assert.equal((await refusal(bytes)).code, 'file_empty')
})

test('a file of more than 25 MB is refused unread, and one of just as much is not', async () => {
  const most = 25 * 1024 * 1024
  assert.equal((await refusal(new Uint8Array(most + 1))).code, 'file_too_large')
  const list = inUtf8('Name\n')
  const bytes = filled(most, 'x')
  bytes.set(list)
  assert.equal((await openFile(bytes, 'a', {})).sheets[0]?.rows.length, 2)
})

test('a file that unpacks to far more than a list is refused before or while it is unpacked', async () => {
  const row = (cells: string) => `<row>${cells}</row>`
  const many = Object.fromEntries(Array.from({ length: 10_000 }, (_, at) => [`${at}.csv`, 'a']))
  const bombs: [what: string, bytes: Uint8Array][] = [
    ['200 MB in one sheet', makeXlsx([{ name: 'S' }], { parts: { 'xl/a.xml': filled(200 << 20, ' ') } })],
    ['10,000 entries', makeZip(many)],
    [
      'one long text in many cells',
      makeXlsx([{ name: 'S', rows: row('<c t="s"><v>0</v></c>'.repeat(900)).repeat(4) }], {
        texts: ['x'.repeat(32_000)],
      }),
    ],
    [
      'cells far to the right',
      makeXlsx([{ name: 'S', rows: row('<c r="ALL1"><v>0</v></c>').repeat(11_000) }]),
    ],
    [
      'many texts',
      makeXlsx([{ name: 'S' }], { textsXml: `<sst>${'<si><t>a</t></si>'.repeat(2_500_000)}</sst>` }),
    ],
    ['70 MB of lists', makeZip({ 'a.csv': filled(35 << 20, 'x'), 'b.csv': filled(35 << 20, 'x') })],
  ]
  for (const [what, bytes] of bombs) assert.equal((await refusal(bytes)).code, 'file_unpacks_too_large', what)
})

test('a size that is lied about is found out by counting', async () => {
  const bytes = inUtf8(`Name\n${'Zoë\n'.repeat(50_000)}`)
  for (const claimed of [0, 5000, bytes.length - 1])
    assert.equal((await refusal(packZip([{ name: 'a.csv', bytes, claimed }]))).code, 'file_unpacks_too_large')
  assert.ok(await openFile(packZip([{ name: 'a.csv', bytes }]), '', {}))
})

test('entries that lie in the same bytes are refused', async () => {
  const bytes = inUtf8(LIST)
  const zip = packZip([
    { name: 'a.csv', bytes },
    { name: 'b.csv', bytes, claimedOffset: 0 },
  ])
  assert.equal((await refusal(zip)).code, 'file_unpacks_too_large')
})

test('a damaged or cut zip is said to be damaged', async () => {
  const zip = makeXlsx([{ name: 'S', rows: '<row><c><v>1</v></c></row>'.repeat(2000) }])
  const scrambled = Uint8Array.from(zip)
  scrambled.fill(0xff, 700, 1500)
  for (const bytes of [
    zip.subarray(0, zip.length - 30),
    zip.subarray(0, 100),
    scrambled,
    bytesOf('PK\u0003\u0004', filled(500, 'x')),
  ])
    assert.equal((await refusal(bytes)).code, 'file_broken')
  assert.equal((await refusal(makeZip({ '[Content_Types].xml': '<Types/>' }))).code, 'file_broken')
})

test('entities that a workbook declares are neither expanded nor fetched', async () => {
  const laughs = '<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
  const outside = '<!DOCTYPE a [<!ENTITY b SYSTEM "http://127.0.0.1:9/">]>'
  for (const declared of [laughs, outside]) {
    const xml = `${declared}<worksheet><sheetData><row><c t="str"><v>&b;</v></c></row></sheetData></worksheet>`
    assert.equal((await refusal(makeXlsx([{ name: 'S', xml }]))).code, 'file_broken')
    assert.equal(
      (await refusal(makeXlsx([{ name: 'S' }], { textsXml: `${declared}<sst/>` }))).code,
      'file_broken',
    )
  }
  const undeclared = makeXlsx([
    { name: 'S', rows: '<row><c t="str"><v>&b; &#x41; &#0; &amp;lt;</v></c></row>' },
  ])
  assert.deepEqual((await openFile(undeclared, '', {})).sheets[0]?.rows, [['&b; A  &lt;']])
})

test('names that lead out of the folder, and zips within zips, are only names', async () => {
  const inner = makeZip({ 'users.csv': LIST })
  const zip = makeZip({
    '../../etc/staff.csv': LIST,
    '/abs.csv': 'Name\nAda\n',
    'inner.zip': inner,
    'pictures/': '',
    '__MACOSX/._staff.csv': 'x',
  })
  const opened = await openFile(zip, 'lists.zip', {})
  assert.deepEqual(opened.files, {
    used: ['../../etc/staff.csv', '/abs.csv'],
    unused: ['inner.zip'],
    joined: false,
  })
  assert.deepEqual(
    opened.sheets.map(({ name }) => name),
    ['staff', 'abs'],
  )
  assert.equal((await refusal(makeZip({ 'inner.zip': inner }))).code, 'file_type')
})

test('headings and names that every object has stay plain text', async () => {
  const opened = await openFiles(
    [
      {
        name: '__proto__',
        bytes: inUtf8(
          'sourcedId,givenName,familyName,role,orgSourcedIds\n__proto__,Zoë,constructor,teacher,__proto__\n',
        ),
      },
      { name: 'orgs.csv', bytes: inUtf8('sourcedId,name,type\n__proto__,prototype,school\n') },
    ],
    {},
  )
  assert.deepEqual(opened.sheets[0]?.rows, [
    ['sourcedId', 'givenName', 'familyName', 'Role', 'School'],
    ['__proto__', 'Zoë', 'constructor', 'teacher', 'prototype'],
  ])
  assert.equal(({} as Record<string, unknown>).name, undefined)
})
