/** The page of a list, as its address says it: where it starts, and how many rows come before. */
export type PageSearch = { after?: string; from?: number }

export const readPage = (raw: Record<string, unknown>): PageSearch => ({
  ...(typeof raw.after === 'string' ? { after: raw.after } : {}),
  ...(typeof raw.from === 'number' && raw.from > 0 ? { from: raw.from } : {}),
})
