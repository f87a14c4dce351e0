import type { Limit } from '../../platform/database/counters.ts'

/** Links that never were, from one network source. The use of a genuine link never counts: a school is one source. */
export const UNKNOWN_LINKS: Limit = { name: 'unknown-links', hits: 30, windowSeconds: 60 }
