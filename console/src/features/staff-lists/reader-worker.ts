import { openFiles } from '@lanyard/reader/open-file.ts'
import {
  FILE_BYTES_MAX,
  FileRefusal,
  type Ground,
  type OpenedFile,
  type ReadChoices,
  type ReadList,
} from '@lanyard/reader/staff-list.ts'
import { understand, withoutPrivate } from '@lanyard/reader/understand.ts'
import { csvOf } from '@lanyard/reader/write-csv.ts'
import { encodingSamples } from './encoding-samples.ts'
import { firstRows, headingCandidates } from './first-rows.ts'
import type { Answered, Asked, ReadFile } from './reader-messages.ts'

const FIRST_ROWS = 5
const HEADINGS_AMONG = 12

type Given = { name: string; bytes: Uint8Array<ArrayBuffer> }

let given: Given[] = []
let opened: { as: string; file: OpenedFile } | undefined
let list: ReadList | undefined

addEventListener('message', async ({ data }: MessageEvent<Asked>) => {
  try {
    if (data.kind === 'clean') return say(await clean())
    if (data.files) await take(data.files)
    say({ kind: 'read', read: await read(data.choices, data.ground) })
  } catch (error) {
    if (error instanceof FileRefusal) return say({ kind: 'refused', message: error.message })
    console.error(error)
    say({ kind: 'broken' })
  }
})

const say = (answer: Answered) => postMessage(answer)

async function take(files: File[]): Promise<void> {
  const bytes = files.reduce((sum, file) => sum + file.size, 0)
  if (bytes > FILE_BYTES_MAX)
    throw new FileRefusal(
      'file_too_large',
      `This is larger than ${FILE_BYTES_MAX / 1_048_576} MB. Leave out pictures and other sheets, or save the list as CSV, and choose it again.`,
    )
  given = await Promise.all(
    files.map(async (file) => ({
      name: file.webkitRelativePath || file.name,
      bytes: new Uint8Array(await file.arrayBuffer()),
    })),
  )
  opened = undefined
}

/** Opens the file again only where a choice changes what is opened, not where it changes what it means. */
async function read(choices: ReadChoices, ground: Ground): Promise<ReadFile> {
  const { today } = ground
  const as = JSON.stringify([choices.encoding, choices.delimiter, today])
  if (opened?.as !== as) opened = { as, file: await openFiles(given, { ...choices, today }) }
  const { file } = opened
  const understood = understand(file, choices, ground)
  list = understood
  const { reading } = understood
  const [only] = given
  const sheet = sheetOf(file, reading.sheet)
  const encodings = [file.encoding, ...file.otherEncodings].flatMap((label) => label ?? [])
  return {
    reading,
    bytes: given.reduce((sum, each) => sum + each.bytes.length, 0),
    firstRows: firstRows(sheet, reading.headingRow, FIRST_ROWS),
    headingCandidates: headingCandidates(sheet, HEADINGS_AMONG),
    encodings: file.format === 'csv' && only ? encodingSamples(only.bytes, [...new Set(encodings)]) : [],
    unusedFiles: file.files?.unused ?? [],
  }
}

async function clean(): Promise<Answered> {
  if (!opened || !list) throw new Error('Nothing was read yet')
  // Every row stays in its place, also titles and blank ones, so that the server speaks of the same rows as people do.
  const rows = withoutPrivate(sheetOf(opened.file, list.reading.sheet), list.reading)
  return {
    kind: 'cleaned',
    table: new Blob([csvOf(rows)], { type: 'text/csv' }),
    sha256: await digestOf(given),
  }
}

const sheetOf = ({ sheets }: OpenedFile, name: string) =>
  sheets.find((sheet) => sheet.name === name) ?? { name, rows: [], hiddenRows: 0 }

/** Of the files as they lay on the disk, in hex; null on a plain http address, where browsers keep it back. */
async function digestOf(files: Given[]): Promise<string | null> {
  if (!globalThis.isSecureContext) return null
  const all = await new Blob(files.map(({ bytes }) => bytes)).arrayBuffer()
  const digest = await crypto.subtle.digest('SHA-256', all)
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
