import { Inflate } from 'fflate'
import { locked } from './file-kind.ts'
import { tooLargeUnpacked, UNPACKED_BYTES_MAX } from './limits.ts'
import { FileRefusal } from './staff-list.ts'

const ENTRIES_MAX = 1000
const END_RECORD_BYTES = 22
const COMMENT_BYTES_MAX = 65_535
/** What is packed a thousandfold unpacks to no more than 16 MB before it is counted. */
const PIECE_BYTES = 16 * 1024

export interface ZipEntry {
  name: string
  /** As the directory says it; counted again while it is unpacked. */
  size: number
  method: number
  packedSize: number
  offset: number
}

export interface Zip {
  entries: ZipEntry[]
  /** Hands the entry on, piece by piece, as it is unpacked. */
  unpack(entry: ZipEntry, take: (piece: Uint8Array) => void): void
}

/**
 * Opens a zip by its directory. Nothing is unpacked before the directory was found to be sound: few entries, of a
 * size that a list can have, none of which uses the bytes of another. Names are names, never paths to write to.
 * @throws FileRefusal file_broken, file_locked, file_unpacks_too_large; the last also while unpacking
 */
export function openZip(bytes: Uint8Array): Zip {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const entries = readDirectory(bytes, view)
  const total = entries.reduce((sum, { size }) => sum + size, 0)
  if (total > UNPACKED_BYTES_MAX) throw tooLargeUnpacked()
  const starts = contentStarts(view, entries)
  let left = UNPACKED_BYTES_MAX
  return {
    entries,
    unpack(entry, take) {
      const start = starts.get(entry) as number
      const packed = bytes.subarray(start, start + entry.packedSize)
      let counted = 0
      const count = (piece: Uint8Array): void => {
        counted += piece.length
        left -= piece.length
        if (left < 0 || counted > entry.size) throw tooLargeUnpacked()
        take(piece)
      }
      if (entry.method === 0) count(packed)
      else inflate(packed, count)
    },
  }
}

function inflate(packed: Uint8Array, take: (piece: Uint8Array) => void): void {
  const inflater = new Inflate(take)
  try {
    for (let at = 0; at < packed.length; at += PIECE_BYTES)
      inflater.push(packed.subarray(at, at + PIECE_BYTES), at + PIECE_BYTES >= packed.length)
  } catch (error) {
    throw error instanceof Error && 'code' in error && typeof error.code === 'number' ? damaged() : error
  }
}

export const damaged = () =>
  new FileRefusal(
    'file_broken',
    'This file is damaged, so it can’t be opened. Save it again, and choose it once more.',
  )

function readDirectory(bytes: Uint8Array, view: DataView): ZipEntry[] {
  const end = findEnd(bytes, view)
  const count = view.getUint16(end + 10, true)
  if (count > ENTRIES_MAX) throw tooLargeUnpacked()
  const directory = view.getUint32(end + 16, true)
  const utf8 = new TextDecoder()
  const entries: ZipEntry[] = []
  let at = directory
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > end || view.getUint32(at, true) !== 0x02014b50) throw damaged()
    const flags = view.getUint16(at + 8, true)
    if (flags & 1) throw locked()
    const method = view.getUint16(at + 10, true)
    if (method !== 0 && method !== 8) throw damaged()
    const nameLength = view.getUint16(at + 28, true)
    const extraLength = view.getUint16(at + 30, true)
    const extra = at + 46 + nameLength
    const next = extra + extraLength + view.getUint16(at + 32, true)
    if (next > end) throw damaged()
    const [size, packedSize, offset] = wideNumbers(view, extra, extra + extraLength, [
      view.getUint32(at + 24, true),
      view.getUint32(at + 20, true),
      view.getUint32(at + 42, true),
    ])
    entries.push({ name: utf8.decode(bytes.subarray(at + 46, extra)), size, method, packedSize, offset })
    at = next
  }
  return entries
}

function findEnd(bytes: Uint8Array, view: DataView): number {
  const earliest = Math.max(0, bytes.length - END_RECORD_BYTES - COMMENT_BYTES_MAX)
  for (let at = bytes.length - END_RECORD_BYTES; at >= earliest; at -= 1)
    if (view.getUint32(at, true) === 0x06054b50) return at
  throw damaged()
}

/** Numbers that do not fit into 32 bits stand in an extra field, in this order; some programs put all of them there. */
function wideNumbers(
  view: DataView,
  from: number,
  to: number,
  numbers: [number, number, number],
): [number, number, number] {
  const wide = [...numbers] as [number, number, number]
  for (let at = from; at + 4 <= to; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue
    let field = at + 4
    for (const [index, number] of numbers.entries()) {
      if (number !== 0xffffffff) continue
      if (field + 8 > to) throw damaged()
      wide[index] = Number(view.getBigUint64(field, true))
      field += 8
    }
    break
  }
  return wide
}

/** Where the content of each entry begins. Two entries in the same bytes are how a small file unpacks to a huge one. */
function contentStarts(view: DataView, entries: ZipEntry[]): Map<ZipEntry, number> {
  const starts = new Map<ZipEntry, number>()
  let free = 0
  for (const entry of entries.toSorted((a, b) => a.offset - b.offset)) {
    if (entry.offset + 30 > view.byteLength || view.getUint32(entry.offset, true) !== 0x04034b50)
      throw damaged()
    if (entry.offset < free) throw tooLargeUnpacked()
    const start =
      entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true)
    free = start + entry.packedSize
    if (free > view.byteLength) throw damaged()
    starts.set(entry, start)
  }
  return starts
}
