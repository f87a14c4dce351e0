/** The moment at which the clocks of a time zone show this time, as ISO 8601. @param wall "2026-09-03T08:00" */
export function instantOf(wall: string, timeZone: string): string {
  const asIfUtc = Date.parse(`${wall}Z`)
  const guess = asIfUtc - aheadMs(asIfUtc, timeZone)
  // Between the two the clocks may have been changed; the second look is at the moment itself.
  return new Date(asIfUtc - aheadMs(guess, timeZone)).toISOString()
}

/** What the clocks of a time zone show at a moment, as a date field takes it. */
export const wallOf = (at: number, timeZone: string): string =>
  new Date(at + aheadMs(at, timeZone)).toISOString().slice(0, 16)

/** How far the clocks of a time zone are ahead of UTC at a moment. */
function aheadMs(at: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).formatToParts(at)
  const of = (type: string) => Number(parts.find((part) => part.type === type)?.value)
  const shown = Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second'))
  return shown - Math.floor(at / 1000) * 1000
}
