/** One page of a list, and where the next one begins. */
export interface Page<Row> {
  data: Row[]
  next: string | null
  total?: number
}

/** A cursor is the sort key of the last row seen. It is opaque to callers and holds nothing secret. */
export function writeCursor(key: readonly (string | number | null)[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url')
}

/** Null when the cursor was edited or belongs to another list: it must hold as many parts as the list sorts by. */
export function readCursor(cursor: string, parts: number): (string | number | null)[] | null {
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    const plain = (part: unknown) => part === null || typeof part === 'string' || typeof part === 'number'
    return Array.isArray(key) && key.length === parts && key.every(plain) ? key : null
  } catch {
    return null
  }
}
