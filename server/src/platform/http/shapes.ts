import { z } from 'zod'
import { readCursor } from '../../kernel/paging.ts'
import { Refusal } from '../../kernel/refusal.ts'

/** Shapes that many routes share. */
export const idParams = z.strictObject({ id: z.uuid() })

const LIST_LIMIT_MAX = 200

/** What every list takes. */
export const listQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(LIST_LIMIT_MAX).default(50).describe('Rows to a page'),
  after: z.string().max(500).optional().describe('The `next` of the page before'),
  count: z
    .enum(['exact', 'estimate', 'none'])
    .default('none')
    .describe('Whether to answer `total`; an estimate is exact wherever that is cheap, and says which it is'),
})

export const actionShape = z.object({
  action: z.string(),
  allowed: z.boolean(),
  reason: z.string().optional().describe('Why not, in words to show'),
})

export const idShape = z.uuid()

/** What every list answers, with the shape of its rows. */
export function listOf<Row extends z.ZodType, More extends z.ZodRawShape>(row: Row, more: More) {
  return z.object({
    data: z.array(row),
    next: z.string().nullable().describe('Ask for it as `after` to get the next page; null on the last'),
    total: z.number().int().optional().describe('Rows on all pages'),
    totalIsEstimate: z
      .boolean()
      .optional()
      .describe('With `total`: false where it was counted to the end, true where there are at least so many'),
    ...more,
  })
}

/** Longest words to search for, in characters. */
export const SEARCH_MAX = 200

/** The parts of a cursor, or null for the first page. @throws Refusal cursor_wrong when it was edited or is another list's */
export function cursorOf(after: string | undefined, parts: readonly Part[]): (string | number)[] | null {
  if (after === undefined) return null
  const key = readCursor(after, parts.length)
  const fits = key?.every((part, index) => {
    if (parts[index] === 'number') return typeof part === 'number'
    return typeof part === 'string' && (parts[index] === 'text' || z.uuid().safeParse(part).success)
  })
  if (!key || !fits) throw cursorWrong()
  return key as (string | number)[]
}

type Part = 'text' | 'number' | 'id'
type KeyOf<Parts extends readonly Part[]> = {
  [At in keyof Parts]: Parts[At] extends 'number' ? number : string
}

/**
 * Where a page of a list that has several orders ended: the order it was read in, and the last row's key in it.
 * @throws Refusal cursor_wrong, also for a page of another order
 */
export function placeAfter<Sort extends string, const Parts extends readonly Part[]>(
  after: string | undefined,
  sort: Sort,
  parts: Parts,
): [Sort, ...KeyOf<Parts>] | null {
  const cursor = cursorOf(after, ['text', ...parts])
  if (cursor && cursor[0] !== sort) throw cursorWrong()
  return cursor as [Sort, ...KeyOf<Parts>] | null
}

export const cursorWrong = () =>
  new Refusal(
    'unprocessable',
    'cursor_wrong',
    'This page’s address isn’t whole. Start again from the first page.',
  )
