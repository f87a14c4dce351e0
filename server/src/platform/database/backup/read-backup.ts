import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'
import { z } from 'zod'
import type { Keys } from '../../crypto/keys.ts'
import {
  type BackupEnding,
  type BackupHeading,
  FORMAT,
  missingKeys,
  PART_END,
  type PartName,
  type PartSum,
  refuse,
  signBackup,
} from './backup-file.ts'

const LINE_END = 10
const CHUNK_BYTES = 1 << 20
/** No line of ours outside the parts comes near it; a file that is something else may have no line end at all. */
const LINE_AT_MOST = 16 << 20

const mark = z.object({ id: z.string(), mark: z.string() })
const heading = z.object({
  lanyard: z.literal('backup'),
  format: z.number(),
  version: z.string(),
  madeAt: z.iso.datetime(),
  migrations: z.array(z.object({ name: z.string(), hash: z.string() })),
  secretKey: z.object({ included: z.literal(false), needed: z.array(mark), note: z.string() }),
})
const partName = z.union([
  z.object({ table: z.string(), columns: z.array(z.string()) }),
  z.object({ file: z.string() }),
])
const ending = z.object({
  parts: z.array(z.intersection(partName, z.object({ lines: z.number(), sha256: z.string() }))),
  record: z.array(z.object({ tenantId: z.string(), sealed: z.number(), problem: z.string().nullable() })),
})
const signature = z.object({ signature: z.object({ keyId: z.string(), value: z.string() }) })

export interface OpenBackup {
  heading: BackupHeading
  /** Every part in the order of the file. Its rows must be taken before the next. */
  parts(): AsyncGenerator<{ name: PartName; rows: AsyncGenerator<Buffer> }>
  /**
   * Reads what follows the parts and holds it against what was read.
   * @param keys without them the signature is left unchecked
   * @throws Refusal backup_damaged
   */
  finish(keys: Keys | null): Promise<BackupEnding>
  close(): void
}

/**
 * Opens a backup and reads its first line.
 * @throws Refusal not_a_backup, backup_newer, backup_damaged; ENOENT when there is no such file
 */
export async function openBackup(path: string): Promise<OpenBackup> {
  const text = readLines(path)
  try {
    const firstLine = await text.line()
    const first = asShape(heading, firstLine)
    if (!first) throw refuse.notABackup()
    if (first.format !== FORMAT) throw refuse.formatUnknown(first.version)
    const seen: PartSum[] = []
    let afterParts: string | undefined
    return {
      heading: first,
      async *parts() {
        for (;;) {
          const line = await text.line()
          const name = asShape(partName, line)
          if (!name) {
            afterParts = line
            return
          }
          const sum = { lines: 0, sha256: '' }
          yield { name, rows: summed(text.rows(), sum) }
          if (sum.sha256 === '') throw new Error('The rows of a part were not read')
          seen.push({ ...name, ...sum })
        }
      },
      async finish(keys) {
        const said = asShape(ending, afterParts ?? '')
        if (!said) throw refuse.damaged('its list of contents is missing.')
        const differs = whatDiffers(said.parts, seen)
        if (differs) throw refuse.damaged(`${differs} isn’t as it was written.`)
        const signed = asShape(signature, await text.line())?.signature
        if (!signed || !(await text.atEnd())) throw refuse.damaged('its end is missing.')
        if (keys && missingKeys(first, keys).length === 0) {
          const known = keys.ids.includes(signed.keyId)
          if (!known || signBackup(keys, [firstLine, afterParts ?? ''], signed.keyId) !== signed.value)
            throw refuse.damaged('it doesn’t carry our signature.')
        }
        return said
      },
      close: text.close,
    }
  } catch (error) {
    text.close()
    throw error
  }
}

function whatDiffers(said: PartSum[], seen: PartSum[]): string | undefined {
  if (said.length !== seen.length) return 'the number of its parts'
  const at = said.findIndex((part, index) => !sameSum(part, seen[index] as PartSum))
  const part = said[at]
  return part && ('table' in part ? `the table ${part.table}` : part.file)
}

function sameSum(a: PartSum, b: PartSum): boolean {
  const sameName =
    'table' in a
      ? 'table' in b && a.table === b.table && a.columns.join() === b.columns.join()
      : 'file' in b && a.file === b.file
  return sameName && a.lines === b.lines && a.sha256 === b.sha256
}

async function* summed(rows: AsyncGenerator<Buffer>, sum: { lines: number; sha256: string }) {
  const hash = createHash('sha256')
  for await (const chunk of rows) {
    hash.update(chunk)
    sum.lines += countLines(chunk)
    yield chunk
  }
  sum.sha256 = hash.digest('hex')
}

export function countLines(chunk: Buffer): number {
  let count = 0
  for (let at = chunk.indexOf(LINE_END); at >= 0; at = chunk.indexOf(LINE_END, at + 1)) count += 1
  return count
}

function asShape<T>(shape: z.ZodType<T>, line: string): T | undefined {
  try {
    return shape.parse(JSON.parse(line))
  } catch {
    return undefined
  }
}

/** The unpacked text, line by line or part by part, never whole in memory. */
function readLines(path: string) {
  const file = createReadStream(path)
  const unpacked = createGunzip({ chunkSize: CHUNK_BYTES })
  file.on('error', (error) => unpacked.destroy(error))
  const chunks: AsyncIterator<Buffer> = file.pipe(unpacked)[Symbol.asyncIterator]()
  let held: Buffer = Buffer.alloc(0)

  async function more(): Promise<boolean> {
    const next = await chunks.next().catch((error: NodeJS.ErrnoException) => {
      if (!error.code?.startsWith('Z_')) throw error
      throw error.message === 'incorrect header check'
        ? refuse.notABackup()
        : refuse.damaged('it can’t be unpacked to its end.')
    })
    if (next.done) return false
    held = held.length === 0 ? next.value : Buffer.concat([held, next.value])
    return true
  }

  return {
    atEnd: async () => held.length === 0 && !(await more()),
    async line(): Promise<string> {
      let end = held.indexOf(LINE_END)
      while (end < 0) {
        const from = held.length
        if (from > LINE_AT_MOST || !(await more())) throw refuse.damaged('it ends too early.')
        end = held.indexOf(LINE_END, from)
      }
      const line = held.subarray(0, end).toString('utf8')
      held = held.subarray(end + 1)
      return line
    },
    /** Whole lines until the end of the part. */
    async *rows(): AsyncGenerator<Buffer> {
      for (;;) {
        const end = endOfPart(held)
        const whole = end >= 0 ? end : held.lastIndexOf(LINE_END) + 1
        const lines = held.subarray(0, whole)
        held = held.subarray(end >= 0 ? end + PART_END.length : whole)
        if (lines.length > 0) yield lines
        if (end >= 0) return
        if (!(await more())) throw refuse.damaged('it ends too early.')
      }
    },
    close: () => {
      file.destroy()
      unpacked.destroy()
    },
  }
}

/** Where the end of the part stands in text that begins with a line; -1 when it isn't in it. */
function endOfPart(text: Buffer): number {
  if (text.subarray(0, PART_END.length).equals(PART_END)) return 0
  const at = text.indexOf('\n\\.\n')
  return at < 0 ? -1 : at + 1
}
