const DAY_MS = 86_400_000

type Clock = { now: number; timeZone: string; locale: string }

/**
 * A moment as people say it: Today, Yesterday, 3 days ago, 14 July, 14 July 2025. Days are those of the place's time
 * zone, not of the reader's.
 */
export function sayDay(iso: string, { now, timeZone, locale }: Clock): string {
  const days = dayNumber(now, timeZone) - dayNumber(Date.parse(iso), timeZone)
  if (days >= 0 && days < 7)
    return capital(new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(-days, 'day'))
  const sameYear = yearOf(now, timeZone) === yearOf(Date.parse(iso), timeZone)
  return new Intl.DateTimeFormat(locale, {
    timeZone,
    day: 'numeric',
    month: 'short',
    ...(sameYear ? {} : { year: 'numeric' }),
  })
    .format(new Date(iso))
    .replaceAll(' ', '\u00a0')
}

/** The moment in full, for titles and details: Thu 3 Sept 2026, 09:12. */
export function sayMoment(iso: string, { timeZone, locale }: Omit<Clock, 'now'>): string {
  const day = new Intl.DateTimeFormat(locale, {
    timeZone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  })
  return `${day.format(new Date(iso)).replace(',', '')}, ${sayTime(iso, { timeZone, locale })}`
}

/** The day alone: Thu 3 Sept 2026. */
export function sayDate(iso: string, { timeZone, locale }: Omit<Clock, 'now'>): string {
  return sayMoment(iso, { timeZone, locale }).replace(/, [^,]*$/, '')
}

/** A day of the calendar, YYYY-MM-DD: it has no time zone, so it is the same day wherever it is read. */
export const sayCalendarDay = (day: string, locale: string): string =>
  sayDate(`${day}T00:00:00Z`, { timeZone: 'UTC', locale })

/** The day as a heading over what happened on it: Today, Thu 3 Sept; Wed 2 Sept; Wed 2 Sept 2025. */
export function sayHeadingDay(iso: string, { now, timeZone, locale }: Clock): string {
  const days = dayNumber(now, timeZone) - dayNumber(Date.parse(iso), timeZone)
  const sameYear = yearOf(now, timeZone) === yearOf(Date.parse(iso), timeZone)
  const dated = new Intl.DateTimeFormat(locale, {
    timeZone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    ...(sameYear ? {} : { year: 'numeric' }),
  })
    .format(new Date(iso))
    .replace(',', '')
  if (days !== 0 && days !== 1) return dated
  return `${capital(new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(-days, 'day'))}, ${dated}`
}

/** The time of day: 09:12, or 09:12:31. */
export function sayTime(
  iso: string,
  { timeZone, locale, seconds }: Omit<Clock, 'now'> & { seconds?: boolean },
): string {
  return new Intl.DateTimeFormat(locale, {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    ...(seconds ? { second: '2-digit' } : {}),
  }).format(new Date(iso))
}

/** Days since 1970 by the calendar of the time zone, so that two moments can be told apart by days, not by 24 hours. */
function dayNumber(at: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  })
  return Math.round(Date.parse(`${parts.format(at)}T00:00:00Z`) / DAY_MS)
}

const yearOf = (at: number, timeZone: string) =>
  new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric' }).format(at)

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
