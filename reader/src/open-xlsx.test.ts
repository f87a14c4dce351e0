import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inUtf8, inUtf16, makeXlsx } from '../test/make-files.ts'
import { GROUND } from './list-for-tests.ts'
import { openFile } from './open-file.ts'
import { understand } from './understand.ts'

const STYLES =
  '<numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy;@"/><numFmt numFmtId="165" formatCode="00000"/>' +
  '<numFmt numFmtId="166" formatCode="[Red]#,##0.00&quot; day&quot;"/><numFmt numFmtId="167" formatCode="mmm\\-yy"/></numFmts>' +
  '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>' +
  '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="166"/><xf numFmtId="20"/><xf numFmtId="167"/></cellXfs>'

async function cellsOf(cells: string, more: Parameters<typeof makeXlsx>[1] = {}): Promise<string[]> {
  const bytes = makeXlsx([{ name: 'Staff', rows: `<row r="1">${cells}</row>` }], { styles: STYLES, ...more })
  return (await openFile(bytes, 'list.xlsx', {})).sheets[0]?.rows[0] ?? []
}

const number = (value: string, style = 0) => `<c s="${style}"><v>${value}</v></c>`

test('numbers come out as people see them', async () => {
  assert.deepEqual(
    await cellsOf(
      ['12', '12.0', '123456789012', '1.23456789012E11', '0.1', '0.30000000000000004', '1E-7', '-4', '1E+21']
        .map((it) => number(it))
        .join(''),
    ),
    ['12', '12', '123456789012', '123456789012', '0.1', '0.3', '0.0000001', '-4', '1000000000000000000000'],
  )
  assert.deepEqual(await cellsOf(number('123', 3) + number('1234.5', 4)), ['00123', '1234.5'])
})

test('dates come out as year, month and day, whichever way the workbook counts and shows them', async () => {
  assert.deepEqual(
    await cellsOf(
      number('45536', 1) + number('45536.75', 2) + number('45536', 6) + number('1', 1) + number('61', 1),
    ),
    ['2024-09-01', '2024-09-01', '2024-09-01', '1900-01-01', '1900-03-01'],
  )
  assert.deepEqual(await cellsOf(number('44074', 1), { workbook: '<workbookPr date1904="1"/>' }), [
    '2024-09-01',
  ])
  assert.deepEqual(await cellsOf(`<c t="d"><v>2024-09-01T00:00:00</v></c>${number('0.375', 5)}`), [
    '2024-09-01',
    '09:00',
  ])
})

test('text keeps its zeros, its spaces, its accents and its line breaks, and loses how it is pronounced', async () => {
  const cells = await cellsOf(
    '<c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="inlineStr"><is><r><t>O&apos;</t></r><r><t>Brien &amp; co</t></r><rPh sb="0" eb="1"><t>オ</t></rPh></is></c><c t="str"><f>A1</f><v>00123</v></c>',
    {
      textsXml:
        '<sst><si><t>00123</t></si><si><r><t xml:space="preserve">Zoë </t></r><r><t>_x000D_\nHart</t></r><rPh sb="0" eb="1"><t>ゾエ</t></rPh></si></sst>',
    },
  )
  assert.deepEqual(cells, ['00123', 'Zoë \r\nHart', "O'Brien & co", '00123'])
})

test('of a formula only its last result is taken, and nothing is worked out', async () => {
  const cells = await cellsOf(
    '<c><f>1+1</f><v>7</v></c><c><f>WEBSERVICE("http://127.0.0.1/")</f></c><c t="b"><f>TRUE()</f><v>1</v></c><c t="b"><v>0</v></c><c t="e"><f>1/0</f><v>#DIV/0!</v></c>',
  )
  assert.deepEqual(cells, ['7', '', 'TRUE', 'FALSE', '#DIV/0!'])
})

test('rows keep the numbers they have in Excel, and hidden ones are counted', async () => {
  const rows =
    '<row r="3"><c r="B3" t="str"><v>Name</v></c><c r="D3" t="str"><v>Email</v></c></row><row r="4"/><row r="6" hidden="1"><c r="B6" t="str"><v>Zoë</v></c></row><row r="9"><c r="A9" t="str"><v></v></c></row>'
  const { sheets } = await openFile(makeXlsx([{ name: 'Staff', rows }]), 'list.xlsx', {})
  assert.deepEqual(sheets, [
    { name: 'Staff', rows: [[], [], ['', 'Name', '', 'Email'], [], [], ['', 'Zoë']], hiddenRows: 1 },
  ])
})

test('every sheet that people see is read, under its name', async () => {
  const cell = (text: string) => `<row><c t="str"><v>${text}</v></c></row>`
  const bytes = makeXlsx([
    { name: 'Teachers &amp; heads', rows: cell('one') },
    { name: 'Empty', rows: '' },
    { name: 'Codes', rows: cell('two'), state: 'veryHidden' },
    { name: 'Support', rows: cell('three') },
  ])
  const { sheets, format, encoding } = await openFile(bytes, 'list.csv', {})
  assert.deepEqual([format, encoding], ['xlsx', null])
  assert.deepEqual(
    sheets.map(({ name, rows }) => [name, rows]),
    [
      ['Teachers & heads', [['one']]],
      ['Support', [['three']]],
    ],
  )
})

test('a workbook that another program wrote in its own way is read as well', async () => {
  const xml =
    "<?xml version=\"1.0\"?><!-- made by a program --><x:worksheet xmlns:x=\"a>b\"><x:sheetData><x:row r='1'><x:c r='A1' t='inlineStr'><x:is><x:t><![CDATA[Ada & <Bo>]]></x:t></x:is></x:c>\n</x:row></x:sheetData></x:worksheet>"
  assert.deepEqual((await openFile(makeXlsx([{ name: 'S', xml }]), '', {})).sheets[0]?.rows, [['Ada & <Bo>']])

  const wide = '<worksheet><sheetData><row><c t="str"><v>Zoë 😀</v></c></row></sheetData></worksheet>'
  const parts = { 'xl/worksheets/sheet1.xml': inUtf16(wide, { mark: true }) }
  assert.deepEqual((await openFile(makeXlsx([{ name: 'S' }], { parts }), '', {})).sheets[0]?.rows, [
    ['Zoë 😀'],
  ])
})

test('a text cut anywhere by unpacking comes out whole', async () => {
  const texts = Array.from({ length: 20_000 }, (_, at) => `Zoë &amp; Søren 😀 ${at}`)
  const rows = texts.map((_, at) => `<row><c t="s"><v>${at}</v></c></row>`).join('')
  const { sheets } = await openFile(makeXlsx([{ name: 'S', rows }], { texts }), '', {})
  assert.equal(sheets[0]?.rows.length, 20_000)
  for (const [at, row] of sheets[0]?.rows.entries() ?? []) assert.equal(row[0], `Zoë & Søren 😀 ${at}`)
})

test('headings that are the names of what every object has are plain text', async () => {
  const cells = await cellsOf('<c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="s"><v>constructor</v></c>', {
    texts: ['__proto__', 'constructor'],
    parts: { __proto__: inUtf8('x'), 'xl/constructor': inUtf8('x') },
  })
  assert.deepEqual(cells, ['__proto__', 'constructor'])
  assert.equal(({} as Record<string, unknown>).x, undefined)
})

const textRow = (at: number, ...cells: string[]) =>
  `<row r="${at}">${cells.map((cell, column) => (cell === '' ? '' : `<c r="${String.fromCharCode(65 + column)}${at}" t="str"><v>${cell}</v></c>`)).join('')}</row>`
const merges = (ranges: string[]) =>
  `<mergeCells>${ranges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`
const mergedSheet = (rows: string, ranges: string[]) =>
  makeXlsx([{ name: 'Staff', xml: `<worksheet><sheetData>${rows}</sheetData>${merges(ranges)}</worksheet>` }])

test('everybody beside a merged cell belongs to the department and school that it names', async () => {
  const rows =
    textRow(1, 'All staff') +
    textRow(2, 'School', 'Department', 'First name', 'Last name', 'Email') +
    textRow(3, 'Reed Primary', 'Maths', 'Zoë', 'Hart', 'zoe@reed.example') +
    textRow(4, '', '', 'Mo', 'Ali', 'mo@reed.example') +
    textRow(5, '', 'Office', 'Ada', 'Pugh', 'ada@reed.example') +
    textRow(6, '', '', 'Pip', 'Lee', 'pip@reed.example') +
    textRow(8, '', '', 'Kim', 'Roe', 'kim@reed.example')
  const file = await openFile(mergedSheet(rows, ['A1:E1', 'A3:A9', 'B3:B4', 'B5:B6']), 'list.xlsx', {})
  const { reading, rows: people } = understand(file, {}, GROUND)
  assert.deepEqual(
    people.map(({ n, given }) => [n, given.givenName, given.unit ?? null, given.school]),
    [
      [3, 'Zoë', 'Maths', 'Reed Primary'],
      [4, 'Mo', 'Maths', 'Reed Primary'],
      [5, 'Ada', 'Office', 'Reed Primary'],
      [6, 'Pip', 'Office', 'Reed Primary'],
      [8, 'Kim', null, 'Reed Primary'],
    ],
  )
  assert.equal(reading.blankRows, 1)
  assert.ok(
    reading.sentences.includes(
      'Cells merged over several rows count for each of them: School and Department.',
    ),
  )
})

test('cells merged sideways, above the headings or over headings fill nothing', async () => {
  const rows =
    textRow(1, 'Name', 'Email', '') +
    textRow(2, '', 'Work', 'Home') +
    textRow(3, 'Zoë Hart', 'zoe@reed.example', '') +
    textRow(4, 'Ada Pugh', 'ada@reed.example', '')
  const { sheets } = await openFile(mergedSheet(rows, ['A1:A2', 'B1:C1', 'B3:C3']), 'list.xlsx', {})
  assert.deepEqual(sheets[0]?.rows, [
    ['Name', 'Email'],
    ['', 'Work', 'Home'],
    ['Zoë Hart', 'zoe@reed.example'],
    ['Ada Pugh', 'ada@reed.example'],
  ])
})

test('a merged range over a million rows costs no more than the rows that are there', async () => {
  const people = Array.from({ length: 20_000 }, (_, at) =>
    textRow(at + 2, at === 0 ? 'Maths' : '', `Ada ${at}`),
  )
  const far = Array.from({ length: 100_000 }, (_, at) => `A${2 + (at % 3)}:A1048576`)
  const bytes = mergedSheet(textRow(1, 'Department', 'Name') + people.join(''), [
    ...far,
    'ZZZ1:ZZZ9999999',
    'A0:A9',
    'B7',
  ])
  const start = performance.now()
  const { sheets } = await openFile(bytes, 'list.xlsx', {})
  assert.ok(performance.now() - start < 5000)
  assert.equal(sheets[0]?.rows.length, 20_001)
  assert.ok(sheets[0]?.rows.slice(1).every(([department]) => department === 'Maths'))
})

test('a long text merged over all rows is refused like one in each of them', async () => {
  const people = Array.from({ length: 4000 }, (_, at) =>
    textRow(at + 2, at === 0 ? 'x'.repeat(30_000) : '', 'Ada'),
  )
  const bytes = mergedSheet(textRow(1, 'Department', 'Name') + people.join(''), ['A2:A4001'])
  await assert.rejects(openFile(bytes, 'list.xlsx', {}), { code: 'file_unpacks_too_large' })
})
