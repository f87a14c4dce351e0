const DAY_MS = 86_400_000

/** A clock on the wall: the moment it is, and the time zone by whose calendar days are told apart. */
export interface Clock {
  now: Date
  timeZone: string
}

/** The day it is there, YYYY-MM-DD. */
export const dayOf = ({ now, timeZone }: Clock): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(now)

/** 2 Sept, or 2 Sept 2025 when that is another year than now. */
export function sayDate(at: Date, clock: Clock): string {
  const { day, month, year } = partsOf(at, clock.timeZone)
  return `${day} ${month}${year === partsOf(clock.now, clock.timeZone).year ? '' : ` ${year}`}`
}

/** A day of the calendar, YYYY-MM-DD, as a date: it has no time zone, so it is the same day wherever it is read. */
export function sayCalendarDay(day: string, clock: Clock): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${date} ${MONTHS[Number(month) - 1]}${String(year) === partsOf(clock.now, clock.timeZone).year ? '' : ` ${year}`}`
}

/** Tue 9 Sept. */
export const sayWeekday = (at: Date, clock: Clock): string =>
  `${partsOf(at, clock.timeZone).weekday} ${sayDate(at, clock)}`

/** today, yesterday, else on what date. */
export function sayPast(at: Date, clock: Clock): string {
  const days = dayNumber(clock.now, clock.timeZone) - dayNumber(at, clock.timeZone)
  if (days === 0) return 'today'
  return days === 1 ? 'yesterday' : sayDate(at, clock)
}

/** 8am, 8.30am, noon as 12pm. */
export function sayHour(at: Date, timeZone: string): string {
  const { hour, minute } = partsOf(at, timeZone)
  const shown = `${hour % 12 === 0 ? 12 : hour % 12}${minute === '00' ? '' : `.${minute}`}`
  return `${shown}${hour < 12 ? 'am' : 'pm'}`
}

/** 10:42. */
export function sayTime(at: Date, timeZone: string): string {
  const { hour, minute } = partsOf(at, timeZone)
  return `${String(hour).padStart(2, '0')}:${minute}`
}

function partsOf(at: Date, timeZone: string) {
  const parts = new Map(
    formatFor(timeZone)
      .formatToParts(at)
      .map((part) => [part.type, part.value]),
  )
  const monthNumber = Number(parts.get('month')) - 1
  return {
    weekday: parts.get('weekday') ?? '',
    day: Number(parts.get('day')),
    month: MONTHS[monthNumber] ?? '',
    monthNumber,
    year: parts.get('year') ?? '',
    hour: Number(parts.get('hour')),
    minute: parts.get('minute') ?? '',
  }
}

/** Days since 1970 by the calendar of the time zone, so that days are told apart by midnights and not by 24 hours. */
function dayNumber(at: Date, timeZone: string): number {
  const { day, monthNumber, year } = partsOf(at, timeZone)
  return Date.UTC(Number(year), monthNumber, day) / DAY_MS
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'June', 'July', 'Aug', 'Sept', 'Oct', 'Nov', 'Dec']

const formats = new Map<string, Intl.DateTimeFormat>()

/** Making a format is slow and a page says many dates, so each time zone's is kept. */
function formatFor(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone)
  if (known) return known
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    weekday: 'short',
    day: 'numeric',
    month: 'numeric',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  formats.set(timeZone, format)
  return format
}
