import { Refusal } from '../../kernel/refusal.ts'

/** What is kept for a time. The same defaults stand in the SQL function kept_for(). */
export const RETENTION = {
  invitations: {
    label: 'Invitations nobody accepted',
    means:
      'Name and address of whoever was invited are erased, counted from the day the invitation expired or was cancelled. Whoever a staff list still names stays.',
    unit: 'days',
    standard: 90,
    least: 7,
    most: 90,
  },
  staff_list_files: {
    label: 'Uploaded staff list files',
    means: 'The file itself is deleted, counted from its upload. What was applied from it stays.',
    unit: 'days',
    standard: 7,
    least: 1,
    most: 30,
  },
  sessions: {
    label: 'Ended sessions',
    means: 'Where somebody was signed in is deleted, counted from the day the session ended.',
    unit: 'days',
    standard: 30,
    least: 1,
    most: 30,
  },
  sign_ins: {
    label: 'Sign-ins in the record',
    means:
      'Who signed in or out, tried to, or was refused something is taken out of the record. The record stays whole.',
    unit: 'months',
    standard: 12,
    least: 1,
    most: 12,
  },
  record: {
    label: 'The rest of the record',
    means:
      'Who did what, to whom and when. What is personal in it is encrypted, and gone at once when the person is erased.',
    unit: 'months',
    standard: 72,
    least: 12,
    most: 72,
  },
  archived: {
    label: 'Archived people',
    means:
      'They come up for review here, and a person decides: nobody is erased by time alone. This is not the HR record.',
    unit: 'months',
    standard: 12,
    least: 1,
    most: 84,
  },
} as const satisfies Record<string, Keeping>

/** Days after which `backup create` removes older backups from its own folder. */
export const BACKUP_KEPT_DAYS = 35

interface Keeping {
  label: string
  /** What happens when the time is over, in words to show. */
  means: string
  unit: 'days' | 'months'
  /** How long, unless the tenant chose otherwise; and between what it may choose. */
  standard: number
  least: number
  most: number
}

export type Kind = keyof typeof RETENTION
export const KINDS = Object.keys(RETENTION) as Kind[]

export type Periods = Record<Kind, number>

/** The periods a tenant chose, with the standard for the others. */
export function periodsOf(chosen: { kind: string; amount: number }[]): Periods {
  const amounts = new Map(chosen.map((each) => [each.kind, each.amount]))
  return Object.fromEntries(
    KINDS.map((kind) => [kind, amounts.get(kind) ?? RETENTION[kind].standard]),
  ) as Periods
}

/** What is wrong with a wish for periods, for every one at once. */
export function problemsWith(wish: Partial<Periods>) {
  return KINDS.flatMap((kind) => {
    const amount = wish[kind]
    const { label, unit, least, most } = RETENTION[kind]
    if (amount === undefined || (amount >= least && amount <= most)) return []
    return [
      {
        pointer: `#/${kind}`,
        code: 'period_out_of_range',
        detail: `${label}: choose from ${least} to ${most} ${unit}.`,
      },
    ]
  })
}

export const refuse = {
  decidedAbove: (root: string) =>
    new Refusal('forbidden', 'forbidden', `How long things are kept is decided at ${root}, for all of it.`),
  recordKeptAbove: (root: string) =>
    new Refusal('forbidden', 'forbidden', `The record of processing is kept at ${root}, for all of it.`),
  heldAlready: () => new Refusal('conflict', 'already_held', 'There is a hold on this already.'),
  holdOnOneself: () =>
    new Refusal('forbidden', 'not_yourself', 'You can’t place a hold on yourself. Ask another admin.'),
  heldAbove: () =>
    new Refusal(
      'forbidden',
      'person_above_yours',
      'This person stands above you here. Ask somebody of their level to place the hold.',
    ),
  ownHold: () =>
    new Refusal('forbidden', 'not_yourself', 'You can’t lift a hold on yourself. Ask another admin.'),
  placedAbove: () =>
    new Refusal(
      'forbidden',
      'placed_above',
      'This hold was placed by somebody who stands above you here. Ask them to lift it.',
    ),
  notHeld: () => new Refusal('conflict', 'not_held', 'There is no hold on this.'),
  notArchived: () =>
    new Refusal('conflict', 'not_archived', 'Only somebody who is archived comes up for review.'),
}
