import { sayDay } from '../../kernel/say-day.ts'
import { sayProgress } from '../staff-lists/progress.ts'
import type { JobSheet } from './jobs.queries.ts'
import { people, sayAction } from './say-people.ts'

export interface Counted {
  done: number
  skipped: number
  reversed: number
  kept: number
}

/** How far a job is, or what came of it. */
export function sayJob(
  sheet: Pick<
    JobSheet,
    'action' | 'on' | 'state' | 'total' | 'done' | 'seconds' | 'handedOver' | 'successor'
  >,
  counts: Counted,
): string {
  const { action, on, state, total, done, seconds, handedOver } = sheet
  const units = handedOver === 1 ? '1 unit' : `${(handedOver ?? 0).toLocaleString('en-GB')} units`
  const to = sheet.successor ?? 'somebody who is gone'
  switch (state) {
    case 'waiting':
    case 'undoing': {
      const { etaSeconds } = sayProgress({ done, total, seconds })
      const rest = etaSeconds === null ? '' : ` · about ${etaSeconds} seconds left`
      return `${state === 'waiting' ? sayAction('doing', action, total) : 'Undoing'}: ${done.toLocaleString('en-GB')} of ${people(total)}${rest}`
    }
    case 'done': {
      const left = counts.skipped > 0 ? `, ${counts.skipped.toLocaleString('en-GB')} not` : ''
      const after = handedOver ? ` ${to} was given ${units} to lead.` : ''
      if (on) return `Access of ${people(counts.done)} ends with ${sayDay(on)}${left}.${after}`
      return `${sayAction('done', action, counts.done)}${left}.${after}`
    }
    case 'failed':
      return 'Nothing was changed.'
    case 'undone': {
      const kept =
        counts.kept > 0
          ? ` ${people(counts.kept)} ${counts.kept === 1 ? 'stays' : 'stay'} as they are now.`
          : ''
      const stays = handedOver ? ` ${to} was left with the ${units} given then.` : ''
      return `Undone for ${people(counts.reversed)}.${kept}${stays}`
    }
    default:
      return state satisfies never
  }
}
