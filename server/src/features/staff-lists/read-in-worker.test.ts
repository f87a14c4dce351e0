import assert from 'node:assert/strict'
import { test } from 'node:test'
import { csvOf } from '@lanyard/reader/write-csv.ts'
import { inUtf8, makeXlsx } from '../../../../reader/test/make-files.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { readInWorker } from './read-in-worker.ts'

const GROUND = { domains: ['reed.example'], today: '2026-01-05', remembered: {} }
const HEADINGS = ['First name', 'Last name', 'Work email', 'Job title']

const read = (bytes: Uint8Array, name = 'staff.csv') => readInWorker({ name, bytes }, {}, GROUND)

function listOf(people: number): Buffer {
  const rows = Array.from({ length: people }, (_, at) => [
    'Zoë',
    `Hart ${String.fromCharCode(97 + (at % 26))}`,
    `zoe.hart${at}@reed.example`,
    'Teacher',
  ])
  return Buffer.from(csvOf([HEADINGS, ...rows]))
}

/** A workbook whose only sheet is this. */
const workbookOf = (sheet: Uint8Array) =>
  makeXlsx([{ name: 'Staff' }], { parts: { 'xl/worksheets/sheet1.xml': sheet } })

async function refusalOf(bytes: Uint8Array): Promise<[kind: string, code: string]> {
  const error = await read(bytes).then(
    () => assert.fail('It was read.'),
    (thrown: unknown) => thrown,
  )
  assert.ok(error instanceof Refusal, String(error))
  return [error.kind, error.code]
}

test('a list comes back as it was understood, its rows in batches of JSON', async () => {
  const bytes = listOf(2500)
  const { reading, batches } = await read(bytes)
  assert.equal(reading.people, 2500)
  assert.deepEqual(
    batches.map((batch) => JSON.parse(batch).length),
    [1000, 1000, 500],
  )
  const [first] = JSON.parse(batches[0] ?? '[]')
  assert.equal(first.n, 2)
  assert.equal(first.given.email, 'zoe.hart0@reed.example')
  assert.equal(bytes.length, listOf(2500).length, 'the file is still the caller’s')
})

test('what cannot be read is refused as a file is, each in its kind', async () => {
  const long = Buffer.from(`Email\n${'z@reed.example\n'.repeat(100_001)}`)
  assert.deepEqual(await refusalOf(Buffer.from('%PDF-1.7')), ['wrong_type', 'file_type'])
  assert.deepEqual(await refusalOf(Buffer.from(' \n')), ['unprocessable', 'file_empty'])
  assert.deepEqual(await refusalOf(long), ['too_large', 'too_many_rows'])
})

test('bombs are refused soon and in little memory, and everything else goes on meanwhile', async () => {
  const blank = new Uint8Array(140 << 20).fill(32)
  blank.set(inUtf8('<worksheet><sheetData>'))
  const bombs = [
    workbookOf(new Uint8Array(200 << 20)),
    workbookOf(blank),
    workbookOf(
      inUtf8(
        `<worksheet><sheetData>${'<row><c r="ALL1"><v>0</v></c></row>'.repeat(90_000)}</sheetData></worksheet>`,
      ),
    ),
  ]
  await read(listOf(1))
  for (const bomb of bombs) {
    const before = process.memoryUsage.rss()
    let most = before
    let turns = 0
    const watch = setInterval(() => {
      turns += 1
      most = Math.max(most, process.memoryUsage.rss())
    }, 5)
    const start = performance.now()
    const [, code] = await refusalOf(bomb)
    clearInterval(watch)
    const took = performance.now() - start
    assert.ok(['file_unpacks_too_large', 'file_empty'].includes(code), code)
    assert.ok(most - before < 150 << 20, `memory rose by ${(most - before) >> 20} MB`)
    // Timers could not fire this often if this thread did the reading.
    assert.ok(turns > took / 50, `${turns} turns in ${took} ms`)
  }
})

test('more files at once than are read at once all come back', async () => {
  const lists = await Promise.all([1, 2, 3, 4, 5].map((people) => read(listOf(people))))
  assert.deepEqual(
    lists.map(({ reading }) => reading.people),
    [1, 2, 3, 4, 5],
  )
  const [refused, ...read3] = await Promise.allSettled([
    read(Buffer.from('%PDF-1.7')),
    read(listOf(2)),
    read(listOf(2)),
  ])
  assert.equal(refused?.status, 'rejected')
  assert.ok(read3.every(({ status }) => status === 'fulfilled'))
})
