type Told = {
  event: string
  sentence: string
  requestId: string | null
  door: string
  actor: { id: string | null; name: string }
  subject: { id: string | null } | null
  organisation: { id: string } | null
}

/** What stands under one line: one thing; the same to many people by one request; or the same thing again and again. */
export type Run<Entry> = { entries: Entry[]; as: 'one' | 'together' | 'again' }

/**
 * Puts together what stands side by side and belongs together: what one request did to many people at once, and what
 * happened again and again on one day to the same person by the same one, such as ten sign-ins that failed.
 * @param dayOf the day something happened on, where the reader is
 */
export function runsOf<Entry extends Told>(entries: Entry[], dayOf: (entry: Entry) => string): Run<Entry>[] {
  const runs: Run<Entry>[] = []
  for (const entry of entries) {
    const last = runs.at(-1)
    const as = last && howTogether(last, entry, dayOf)
    if (as) {
      last.entries.push(entry)
      last.as = as
    } else runs.push({ entries: [entry], as: 'one' })
  }
  return runs
}

function howTogether<Entry extends Told>(
  { entries: [first], as }: Run<Entry>,
  entry: Entry,
  dayOf: (entry: Entry) => string,
): 'together' | 'again' | undefined {
  if (first?.event !== entry.event) return undefined
  if (as !== 'again' && entry.requestId && first.requestId === entry.requestId) return 'together'
  const isSame =
    first.sentence === entry.sentence &&
    first.actor.id === entry.actor.id &&
    first.actor.name === entry.actor.name &&
    first.subject?.id === entry.subject?.id &&
    first.organisation?.id === entry.organisation?.id &&
    first.door === entry.door &&
    dayOf(first) === dayOf(entry)
  return as !== 'together' && isSame ? 'again' : undefined
}
