import type { ReadChoices, Reading } from '@lanyard/reader/staff-list.ts'
import { Refusal, type RefusalKind } from '../../kernel/refusal.ts'
import type { Outcome } from './staff-lists.shapes.ts'

/**
 * A staff list is a file somebody uploaded, what was read in it, and the plan: what would become of each of its rows and
 * of those who are not in it. Nothing changes until it is applied. Until then it can be put right as often as one likes:
 * what a person typed or decided about a row stays when the plan is made anew.
 */

/** How often reading a file is begun; one that ended the process each time is not begun again. */
export const ATTEMPTS_MAX = 3
/** Days for which an applied list can be taken back. */
export const UNDO_DAYS = 14

export type ListState = 'analysing' | 'ready' | 'applying' | 'applied' | 'undoing' | 'undone' | 'failed'

/** What somebody decided a value of the file stands for: key of a role, id of a unit or school, `new`, or null for nothing. */
export interface ValueChoice {
  field: 'role' | 'unit' | 'school'
  value: string
  means: string | null
  /** Chosen for an earlier list with these headings, not for this one. */
  earlier?: boolean | undefined
}

export const saidBy = ({ earlier }: ValueChoice): string =>
  earlier ? 'Chosen for an earlier list' : 'You chose this'

/** What people decided about a list: how to read it, what its values mean, what it changes for nobody. */
export interface Choices extends ReadChoices {
  values?: ValueChoice[] | undefined
  keep?: string[] | undefined
}

/** What a value of the file stands for, as people see it. */
export interface Meaning {
  field: 'role' | 'unit' | 'school'
  value: string
  rows: number
  means: string | null
  label: string | null
  why: string
  suggestion: string | null
}

/** The sums of a plan. */
export interface PlanCounts extends Record<Outcome, number> {
  /** Rows of the file with somebody on them. */
  people: number
  here: number
  matched: number
  /** Of `not_on_list`: those whom the file itself says have left. */
  leaving: number
  taking: { add: number; update: number; reactivate: number; archive: number }
  facts: PlanFacts
  /** Once it was applied. */
  done?: Done
}

/** What applying came to. */
export interface Done {
  added: number
  changed: number
  reactivated: number
  archived: number
  /** Leavers above the limit, who wait. */
  held: number
  /** Overtaken or refused at that moment. */
  notDone: number
  /** Departments that were made. */
  units: number
}

/** What is odd about a whole list. */
export interface PlanFacts {
  organisations: number
  /** Rows of people here whose address would change, and the domains of the most common such change. */
  emailsChange: number
  from: string | null
  to: string | null
  /** Rows of the file without an email address. */
  withoutEmail: number
  /** Rows that are one row of the file again, at another of the schools it names. */
  again: number
  /** Rows that name a school other than the one it was uploaded at. */
  schoolColumnUnused: boolean
}

/** A list as the database has it. */
export interface StaffListRow {
  id: string
  organisationId: string
  everyone: boolean
  state: ListState
  choices: Choices
  reading: Reading | null
  madeBy: string | null
  /** Why it failed, or is to be looked at again. */
  problem: { kind?: RefusalKind; code: string; detail: string } | null
}

export const refuse = {
  applied: () =>
    new Refusal('conflict', 'list_applied', 'This list was applied, so it can’t be changed any more.'),
  notReady: () =>
    new Refusal('conflict', 'not_ready', 'This list is still being read. Try again in a moment.'),
  fileGone: () =>
    new Refusal(
      'gone',
      'file_gone',
      'The file itself is kept only for some days and is gone, so it can’t be read another way. Upload it again.',
    ),
  stoppedUs: () =>
    new Refusal(
      'unprocessable',
      'file_stopped_us',
      'Reading this file stopped Lanyard more than once, so it isn’t tried again. Save the list as CSV, and upload that.',
    ),
  groupUnknown: () =>
    new Refusal('conflict', 'group_unknown', 'These rows have changed meanwhile. Look at them again.'),
  notACandidate: () =>
    new Refusal('conflict', 'not_a_candidate', 'Choose one of the people this row could be.'),
  stays: (why: string) => new Refusal('conflict', 'stays', why),
}
