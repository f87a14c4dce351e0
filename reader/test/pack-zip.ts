import { deflateRawSync } from 'node:zlib'

const encoder = new TextEncoder()

/** A file to be packed. */
export interface Packing {
  name: string
  bytes: Uint8Array
  /** Left as it is instead of deflated. */
  stored?: boolean
  /** What the directory says that it unpacks to, if that is not true. */
  claimed?: number
  /** Where the directory says that it stands, if that is not true. */
  claimedOffset?: number
  locked?: boolean
}

/** A zip of files, true or not. Made here, so that a test can lie about anything, and quickly, so that it can be large. */
export function packZip(files: Packing[]): Uint8Array {
  const pieces: Uint8Array[] = []
  const directory: Uint8Array[] = []
  let offset = 0
  for (const file of files) {
    const content = file.stored ? file.bytes : deflateRawSync(file.bytes, { level: 1 })
    const name = encoder.encode(file.name)
    const shared = [
      [2, 20],
      [2, file.locked ? 1 : 0],
      [2, file.stored ? 0 : 8],
      [8, 0],
      [4, content.length],
      [4, file.claimed ?? file.bytes.length],
      [2, name.length],
    ] as [number, number][]
    pieces.push(record(0x04034b50, [...shared, [2, 0]]), name, content)
    directory.push(record(0x02014b50, [[2, 20], ...shared, [12, 0], [4, file.claimedOffset ?? offset]]), name)
    offset += 30 + name.length + content.length
  }
  const size = directory.reduce((sum, piece) => sum + piece.length, 0)
  const end = record(0x06054b50, [
    [4, 0],
    [2, files.length],
    [2, files.length],
    [4, size],
    [4, offset],
    [2, 0],
  ])
  return joined([...pieces, ...directory, end])
}

/** Fields one after the other, each a number in so many bytes; one of more than four is all zeros. */
function record(signature: number, fields: [bytes: number, value: number][]): Uint8Array {
  const bytes = new Uint8Array(4 + fields.reduce((sum, [length]) => sum + length, 0))
  const view = new DataView(bytes.buffer)
  view.setUint32(0, signature, true)
  let at = 4
  for (const [length, value] of fields) {
    if (length === 2) view.setUint16(at, value, true)
    if (length === 4) view.setUint32(at, value, true)
    at += length
  }
  return bytes
}

function joined(pieces: Uint8Array[]): Uint8Array {
  const all = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0))
  let at = 0
  for (const piece of pieces) {
    all.set(piece, at)
    at += piece.length
  }
  return all
}
