/** The one label of a membership, most urgent first: what needs somebody stands at the top of a list. */
export const STATUS_ORDER = [
  'expired',
  'awaiting_approval',
  'locked',
  'pending',
  'not_invited',
  'active',
  'inactive',
] as const
export type Status = (typeof STATUS_ORDER)[number]

export const TONES = ['none', 'info', 'warn', 'review', 'neutral', 'danger'] as const
export type Tone = (typeof TONES)[number]

/** The word people read, and the colour it has: colour means that somebody has something to do. */
export const STATUS_WORDS: Record<Status, { label: string; tone: Tone }> = {
  expired: { label: 'Expired', tone: 'warn' },
  awaiting_approval: { label: 'Awaiting approval', tone: 'review' },
  locked: { label: 'Locked', tone: 'warn' },
  pending: { label: 'Pending', tone: 'info' },
  not_invited: { label: 'Not invited', tone: 'none' },
  active: { label: 'Active', tone: 'none' },
  inactive: { label: 'Inactive', tone: 'neutral' },
}
