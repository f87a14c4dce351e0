/**
 * Days on which half terms begin, month and day: about those of English schools, whose dates differ by a week or two from
 * place to place.
 */
const HALF_TERMS_BEGIN = ['01-05', '02-22', '04-15', '06-01', '09-01', '11-01'] as const

/** The hour of the first day, where the organisation is, from which admins are reminded. */
const FROM_HOUR = 7

/**
 * The half term whose reminder is due by now: the latest that began, from its first morning on.
 * @param local the moment as a clock there shows it, YYYY-MM-DD HH:MM
 * @returns its first day, YYYY-MM-DD
 */
export function halfTermBegun(local: string): string {
  const [day = '', time = ''] = local.split(' ')
  const year = Number(day.slice(0, 4))
  const begun = [year - 1, year]
    .flatMap((each) => HALF_TERMS_BEGIN.map((begin) => `${each}-${begin}`))
    .filter((begin) => begin < day || (begin === day && Number(time.slice(0, 2)) >= FROM_HOUR))
  return begun.at(-1) as string
}
