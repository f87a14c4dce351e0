import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readDelimited } from './delimited-text.ts'
import { FileRefusal } from './staff-list.ts'

const rowsOf = (text: string, delimiter?: string) => readDelimited(text, delimiter).rows

test('the delimiter is told by which cuts the rows alike, not by which comes first', () => {
  const lists: [text: string, delimiter: string][] = [
    ['Name,Email\nHart,z@reed.example\n', ','],
    ['Name;Job\n"Hart, Zoë";Teacher, upper school\nPugh, Ada;Head, acting\n', ';'],
    ['Name\tEmail\tUnits\nHart, Zoë\tz@reed.example\tMaths; Year 7\n', '\t'],
    ['Name|Email\nHart|z@reed.example\n', '|'],
    ['Staff list of Reed Primary, autumn\n\nName;Email\nHart;z@reed.example\nPugh;a@reed.example\n', ';'],
    ['Email\nz@reed.example\na@reed.example\n', ','],
    ['First name,Last name,Units\nZoë,Hart,Maths; Year 7; Choir\nAda,Pugh,Maths; Year 8; Choir\n', ','],
  ]
  for (const [text, delimiter] of lists)
    assert.equal(readDelimited(text, undefined).delimiter, delimiter, text)
})

test('a person’s choice of delimiter goes before the evidence, and Excel’s own line before guessing', () => {
  assert.deepEqual(rowsOf('a,b;c\n', ';'), [['a,b', 'c']])
  assert.deepEqual(rowsOf('sep=;\r\na,b;c,d\r\n'), [['a,b', 'c,d']])
  assert.deepEqual(rowsOf('sep=\t\nName\tEmail\n'), [['Name', 'Email']])
})

test('line ends of all kinds end a row, and those in quotes do not', () => {
  assert.deepEqual(rowsOf('a,b\r\nc,d\re,f\ng,"h\r\ni"\r\n'), [
    ['a', 'b'],
    ['c', 'd'],
    ['e', 'f'],
    ['g', 'h\r\ni'],
  ])
})

test('rows keep their numbers: blank ones stay in between, and only the last go', () => {
  assert.deepEqual(rowsOf('a,b\n\n,\nc,d\n\n\n'), [['a', 'b'], [], [], ['c', 'd']])
})

test('ragged rows, trailing delimiters and a missing last line end shift no cell', () => {
  assert.deepEqual(rowsOf('a;b;c;\nd;e\nf;g;h;i;j'), [
    ['a', 'b', 'c', ''],
    ['d', 'e'],
    ['f', 'g', 'h', 'i', 'j'],
  ])
  assert.deepEqual(rowsOf('a,b\nc,'), [
    ['a', 'b'],
    ['c', ''],
  ])
})

test('quotes are read as people meant them', () => {
  assert.deepEqual(rowsOf('a,b\n"say ""hi""",x\n5" pipe,y\n"Bob" Smith,z\n c , "d, e"\n'), [
    ['a', 'b'],
    ['say "hi"', 'x'],
    ['5" pipe', 'y'],
    ['Bob Smith', 'z'],
    [' c ', 'd, e'],
  ])
})

test('a quote that nothing closes swallows no row after it', () => {
  assert.deepEqual(rowsOf('a,b\n"Bob,x\nAda,y\n'), [
    ['a', 'b'],
    ['"Bob', 'x'],
    ['Ada', 'y'],
  ])
  assert.deepEqual(rowsOf('a,b\n"Bob,x\n"Ada",y\nZoë,z\n'), [
    ['a', 'b'],
    ['"Bob', 'x'],
    ['Ada', 'y'],
    ['Zoë', 'z'],
  ])
})

test('zeros that some programs leave in a text are taken out', () => {
  assert.deepEqual(rowsOf('Na\0me,Email\0\nZoë,z@reed.example\n')[0], ['Name', 'Email'])
})

test('a cell of ten megabytes is cut to what a spreadsheet can hold, and its row keeps its cells', () => {
  for (const cell of ['x'.repeat(10_000_000), `"${'y,\n'.repeat(3_000_000)}"`, '😀'.repeat(1_000_000)]) {
    const [, row] = rowsOf(`a,b\n${cell},last\n`)
    assert.equal(row?.[0]?.length, 32_767)
    assert.equal(row?.[1], 'last')
    assert.ok(row?.[0]?.isWellFormed())
  }
})

test('text made to go back over itself again and again is read about as fast as any other', () => {
  const took = (kind: string): number => {
    const text = kind.repeat(1_000_000 / kind.length)
    const start = performance.now()
    try {
      rowsOf(text)
    } catch (error) {
      assert.ok(error instanceof FileRefusal, kind)
    }
    return performance.now() - start
  }
  const plain = took('Zoë,Hart\n')
  for (const kind of [
    '"""\n,',
    '"a\n',
    ',"""',
    '((((',
    'a,a,a',
    '"\r"x\n',
    ' '.repeat(9),
    '"" x\n"',
    "'='='",
  ]) {
    // Going over it again for each row or cell would take thousands of times as long.
    const slower = took(kind) / Math.max(plain, 20)
    assert.ok(slower < 100, `${kind} took ${slower} times as long`)
  }
})

test('more rows or columns than a list can have are refused', () => {
  const refusal = (code: string) => (error: unknown) => error instanceof FileRefusal && error.code === code
  assert.equal(rowsOf(`Name\n${'Zoë\n'.repeat(100_000)}`).length, 100_001)
  assert.throws(() => rowsOf(`Name\n${'Zoë\n'.repeat(100_001)}`), refusal('too_many_rows'))
  assert.throws(() => rowsOf(`a${'\n'.repeat(1_100_000)}b`), refusal('too_many_rows'))
  assert.throws(() => rowsOf(','.repeat(2000)), refusal('file_broken'))
})
