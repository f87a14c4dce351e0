import { dayOf } from './say-when.ts'

/** Days, YYYY-MM-DD, by which a list tells people apart, as they are at a place and a moment. */
export interface SchoolDays {
  today: string
  /** The last day that is soon. */
  soon: string
  /** The first day of the present term. */
  termFrom: string
}

/** Days ahead within which somebody leaves soon. */
const SOON_DAYS = 30

/** Days on which terms begin: the year is one of three terms, and who comes in a holiday comes for the next one. */
const TERMS_BEGIN = ['01-01', '04-15', '08-15']

export function daysFor({ now, timeZone }: { now: Date; timeZone: string }): SchoolDays {
  const today = dayOf({ now, timeZone })
  const soon = new Date(`${today}T00:00:00Z`)
  soon.setUTCDate(soon.getUTCDate() + SOON_DAYS)
  const begun = TERMS_BEGIN.findLast((day) => day <= today.slice(5)) ?? TERMS_BEGIN[0]
  return { today, soon: soon.toISOString().slice(0, 10), termFrom: `${today.slice(0, 4)}-${begun}` }
}
