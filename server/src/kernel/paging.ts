/** One page of a list, and where the next one begins. */
export interface Page<Row> {
  data: Row[]
  next: string | null
  total?: number
  totalIsEstimate?: boolean
}

/** How the number of rows is asked for: to the end, as near as is cheap, or not at all. */
export type Count = 'exact' | 'estimate' | 'none'

/** An estimate counts no further than this. */
export const ESTIMATE_MAX = 10_000

type Total = Pick<Page<never>, 'total' | 'totalIsEstimate'>

/** The total of a list that is cheap to count to its end: it is exact also where an estimate would do. */
export async function exactTotal(wish: Count, count: () => Promise<number>): Promise<Total> {
  return wish === 'none' ? {} : { total: await count(), totalIsEstimate: false }
}

/**
 * The total of a list that grows for years. Beyond ESTIMATE_MAX an estimate is that number: there are at least so many.
 * @param count counts no further than it is told; null: to the end
 */
export async function totalUpTo(
  wish: Count,
  count: (most: number | null) => Promise<number>,
): Promise<Total> {
  if (wish !== 'estimate') return exactTotal(wish, () => count(null))
  const counted = await count(ESTIMATE_MAX + 1)
  return { total: Math.min(counted, ESTIMATE_MAX), totalIsEstimate: counted > ESTIMATE_MAX }
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
