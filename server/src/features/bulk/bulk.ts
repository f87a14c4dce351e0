import type { Permission } from '../access/permissions.ts'
import type { Member } from '../leaving/may-move.ts'

/** What can be done to many people at once, with the right that it needs where they are. */
export const BULK_ACTIONS = {
  invite: 'users.invite',
  resend: 'invitations.resend',
  cancel: 'invitations.revoke',
  pause: 'users.archive',
  archive: 'users.archive',
  reactivate: 'users.archive',
  unlock: 'users.unlock',
  reset_password: 'users.reset_credentials',
  sign_out: 'users.reset_credentials',
  label: 'labels.manage',
} as const satisfies Record<string, Permission>
export type BulkAction = keyof typeof BULK_ACTIONS
export const BULK_ACTION_KEYS = Object.keys(BULK_ACTIONS) as BulkAction[]

/** How something is to be done, as far as it goes for everybody alike. */
export interface BulkWish {
  /** Last day of work, YYYY-MM-DD. */
  leavingDate?: string | undefined
  /** Last day with access, YYYY-MM-DD; left out, it ends now. */
  on?: string | undefined
  /** Whether they are told by email. */
  tell?: boolean | undefined
  /** Who leads at once, by membership, what nobody would lead any more. */
  handOverTo?: string | undefined
  labels?: { set?: Record<string, string> | undefined; remove?: string[] | undefined } | undefined
  /** Kept in the record, and shown only there. */
  reason?: string | undefined
}

/** Somebody who was chosen, as they stand now. */
export interface Chosen extends Member {
  state: string
  inactiveAs: 'archived' | 'paused' | null
}

/** Days for which a job can be taken back. */
export const UNDO_DAYS = 14

/** People that one job takes at most. */
export const PEOPLE_AT_MOST = 100_000

export type JobState = 'waiting' | 'done' | 'failed' | 'undoing' | 'undone'

export interface JobRow {
  id: string
  organisationId: string
  action: BulkAction
  wish: BulkWish
  reason: string | null
  membershipIds: string[]
  state: JobState
  problem: { code: string; detail: string } | null
  madeBy: string | null
  undoneBy: string | null
  /** Whether it can still be taken back, as far as the days go. */
  young: boolean
}
