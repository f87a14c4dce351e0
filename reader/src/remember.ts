import { plainLetters } from './clean-cell.ts'
import type { Ground, ReadChoices, Reading } from './staff-list.ts'

type Remembered = Ground['remembered'][string]

/** What is settled before a list is looked at, by position of the column. */
export interface Choices {
  columns: NonNullable<ReadChoices['columns']>
  dateOrders: NonNullable<ReadChoices['dateOrders']>
  /** Positions chosen for an earlier list, not for this. */
  earlier: ReadonlySet<string>
  remembered: boolean
}

/** Before the words of a heading, where a choice is kept for other lists. */
const BY_HEADING = '='

/**
 * The choices made for a list as they are kept for the next with the same headings: by heading, since their order may
 * be another then.
 */
export function toRemember(reading: Reading, choices: ReadChoices): Remembered {
  const keyOf = (position: string) => {
    const heading = reading.columns[Number(position)]?.heading
    return heading === undefined ? null : BY_HEADING + plainLetters(heading)
  }
  return { columns: rekeyed(choices.columns, keyOf), dateOrders: rekeyed(choices.dateOrders, keyOf) }
}

/** What was chosen now, and what was for an earlier list with these headings. */
export function choicesFor(
  choices: ReadChoices,
  remembered: Ground['remembered'],
  fingerprint: string,
  headings: readonly string[],
): Choices {
  const before = Object.hasOwn(remembered, fingerprint) ? remembered[fingerprint] : undefined
  const said = headings.map((heading) => plainLetters(heading))
  const position = (key: string) => {
    // A position alone may mean another column in a list of another order.
    if (!key.startsWith(BY_HEADING)) return null
    const at = said.indexOf(key.slice(BY_HEADING.length))
    return at < 0 ? null : String(at)
  }
  const columns = rekeyed(before?.columns, position)
  const dateOrders = rekeyed(before?.dateOrders, position)
  const now = choices.columns ?? {}
  const earlier = new Set(Object.keys(columns).filter((key) => !Object.hasOwn(now, key)))
  return {
    columns: { ...columns, ...now },
    dateOrders: { ...dateOrders, ...choices.dateOrders },
    earlier,
    remembered: earlier.size > 0 || Object.keys(dateOrders).length > 0,
  }
}

function rekeyed<T>(
  values: Record<string, T> | undefined,
  keyOf: (key: string) => string | null,
): Record<string, T> {
  return Object.fromEntries(
    Object.entries(values ?? {}).flatMap(([key, value]) => {
      const to = keyOf(key)
      return to === null ? [] : [[to, value] as const]
    }),
  )
}
