import type { Outcome } from './staff-lists.shapes.ts'

/** What is planned for a row, in a word or two. */
export const OUTCOME_LABELS: Record<Outcome, string> = {
  add: 'New',
  update: 'Changed',
  unchanged: 'Unchanged',
  reactivate: 'Coming back',
  conflict: 'Conflict',
  not_on_list: 'Possible leaver',
  error: 'To fix',
  skipped: 'Left out',
}

/** What applying did with it. */
export const RESULT_LABELS: Record<string, string> = {
  added: 'Added',
  changed: 'Changed',
  reactivated: 'Reactivated',
  archived: 'Archived',
  held: 'Held back until the number is confirmed',
  not_done: 'Not done',
  nothing: 'Nothing to do',
}
