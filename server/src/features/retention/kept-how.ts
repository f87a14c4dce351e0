import { IDEMPOTENCY_HOURS } from '../../platform/database/change.ts'
import { UNDO_DAYS } from '../bulk/bulk.ts'
import { EMAIL_CHANGES_KEPT_DAYS } from '../sign-in/email-changes.queries.ts'
import { DEVICE_DAYS } from '../sign-in/lock.ts'
import { TRIES_KEPT_DAYS } from '../sign-in/sweep-sign-in.ts'
import { DRAFT_DAYS } from '../staff-lists/forget-files.ts'
import { type Kind, type Periods, RETENTION } from './retention.ts'

/** How long something is kept, and how it goes. */
interface KeptHow {
  long: string
  goes: string
}

const ERASED =
  'Erased when they are deleted for good from the last organisation they belong to, or when they ask for it'

const KEPT = {
  account: (time: Time) => ({
    long: `While they belong to an organisation here. Archived people come up for review after ${time('archived')}; who was invited and never came is erased ${time('invitations')} after that ended`,
    goes: ERASED,
  }),
  withoutEmail: () => ({
    long: 'Until they get an address, or leave',
    goes: 'Deleted by whoever gives them an address or takes them off the list',
  }),
  emailChange: () => ({
    long: `${EMAIL_CHANGES_KEPT_DAYS} days`,
    goes: 'Deleted every hour; sooner when the person is erased',
  }),
  invitation: (time: Time) => ({
    long: `If nobody accepted: ${time('invitations')} after it expired or was cancelled. If accepted: while they belong to an organisation here`,
    goes: `Erased every hour. ${ERASED}`,
  }),
  ledger: () => ({
    long: 'As long as the ledger is kept: what was paid for must be shown',
    goes: 'The lines stay; who they were about can’t be read from them once the person is erased',
  }),
  credentials: () => ({
    long: 'Until another one is chosen, or the person is erased',
    goes: 'Overwritten; deleted with the person. Kept only as a hash',
  }),
  tries: () => ({ long: `${TRIES_KEPT_DAYS} days after the last try`, goes: 'Deleted every hour' }),
  window: () => ({ long: 'A day at most', goes: 'Deleted when its time is over. Kept only as a hash' }),
  device: () => ({
    long: `${DEVICE_DAYS} days after the last sign-in from it`,
    goes: 'Deleted every hour; sooner when the person is erased',
  }),
  session: (time: Time) => ({
    long: `${time('sessions')} after it ended`,
    goes: 'Deleted every hour; sooner when the person is erased',
  }),
  captured: () => ({
    long: 'Until the link in it ends, or 7 days when there is none',
    goes: 'Erased every hour. Kept encrypted',
  }),
  list: () => ({
    long: `A list that was not applied: ${DRAFT_DAYS} days after somebody last worked on it. Else while the person belongs to an organisation here`,
    goes: `Deleted every hour with its rows. ${ERASED}`,
  }),
  file: (time: Time) => ({
    long: `${time('staff_list_files')} after its upload`,
    goes: 'Deleted every hour',
  }),
  undo: () => ({
    long: `${UNDO_DAYS} days, while it can be undone`,
    goes: 'Erased every hour; sooner when the person is erased',
  }),
  decision: () => ({
    long: 'As long as what was decided',
    goes: 'The id stays; who it was can’t be read from it once that person is erased. A reason goes when its hold is lifted and the person is erased',
  }),
  record: (time: Time) => ({
    long: `Sign-ins: ${time('sign_ins')}. The rest: ${time('record')}`,
    goes: 'Taken out every hour, and the chain stays whole. What is personal is encrypted, and gone as soon as the person is erased',
  }),
  forever: () => ({ long: 'For good', goes: 'It stays: it is a time, and names nobody' }),
  repeat: () => ({
    long: `${IDEMPOTENCY_HOURS} hours`,
    goes: 'Deleted every hour; sooner when the person is erased',
  }),
} satisfies Record<string, (time: Time) => KeptHow>

export type KeptKind = keyof typeof KEPT

type Time = (kind: Kind) => string

/** How long this is kept by what a tenant chose. */
export const keptHow = (kind: KeptKind, periods: Periods): KeptHow =>
  KEPT[kind]((which) => inWords(periods[which], RETENTION[which].unit))

const inWords = (amount: number, unit: 'days' | 'months') =>
  `${amount} ${amount === 1 ? unit.slice(0, -1) : unit}`
