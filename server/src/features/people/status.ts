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

export type Tone = 'none' | 'info' | 'warn' | 'review' | 'neutral'

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

/** The quiet second line: facts beside the label, never the label again. */
export function statusDetail(
  status: Status,
  facts: { unlocksAt: Date | null; timeZone: string },
): string | null {
  if (status !== 'locked' || !facts.unlocksAt) return null
  const time = new Intl.DateTimeFormat('en-GB', {
    hour: '2-digit',
    minute: '2-digit',
    timeZone: facts.timeZone,
  }).format(facts.unlocksAt)
  return `Unlocks ${time}`
}
