import { sayProgress } from '../staff-lists/progress.ts'
import type { JobSheet } from './jobs.queries.ts'
import { people, sayAction, sayDay } from './say-people.ts'

export interface Counted {
  done: number
  skipped: number
  reversed: number
  kept: number
}

/** How far a job is, or what came of it. */
export function sayJob(
  {
    action,
    on,
    state,
    total,
    done,
    seconds,
  }: Pick<JobSheet, 'action' | 'on' | 'state' | 'total' | 'done' | 'seconds'>,
  counts: Counted,
): string {
  switch (state) {
    case 'waiting':
    case 'undoing': {
      const { etaSeconds } = sayProgress({ done, total, seconds })
      const rest = etaSeconds === null ? '' : ` · about ${etaSeconds} seconds left`
      return `${state === 'waiting' ? sayAction('doing', action, total) : 'Undoing'}: ${done.toLocaleString('en-GB')} of ${people(total)}${rest}`
    }
    case 'done': {
      const left = counts.skipped > 0 ? `, ${counts.skipped.toLocaleString('en-GB')} not` : ''
      if (on) return `Access of ${people(counts.done)} ends with ${sayDay(on)}${left}.`
      return `${sayAction('done', action, counts.done)}${left}.`
    }
    case 'failed':
      return 'Nothing was changed.'
    case 'undone': {
      const kept =
        counts.kept > 0
          ? ` ${people(counts.kept)} ${counts.kept === 1 ? 'stays' : 'stay'} as they are now.`
          : ''
      return `Undone for ${people(counts.reversed)}.${kept}`
    }
    default:
      return state satisfies never
  }
}
