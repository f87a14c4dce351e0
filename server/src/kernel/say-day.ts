/** A day of the calendar, YYYY-MM-DD, in full: 31 August 2026. */
export const sayDay = (day: string): string =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  )
