import { plainLetters } from './clean-cell.ts'
import type { Column } from './column.ts'
import { isGivenName } from './given-names.ts'
import { votesOfAddresses } from './name-order.ts'
import type { NameHabit } from './person-names.ts'

const FAMILY_FIRST =
  /\b(?:surname|last|nom|nachname|name|apellidos?)\b.*\b(?:forenames?|first|given|prenoms?|vorname|nombre)\b/
const GIVEN_FIRST =
  /\b(?:forenames?|first|given|prenoms?|vorname|nombre)\b.*\b(?:surname|last|nom|nachname|apellidos?)\b/
const SPANISH = /\b(?:nombre|apellidos?|correo|puesto|cargo|empleado|centro|fecha)\b/
const NAMES_MIN = 3

/** So many of the names must say something for first names that are common to stand above the addresses. */
const NAMES_SHARE = 1 / 3

/** How the full names of a list are written: by the heading, else by first names that are common and by addresses. */
export function nameHabitOf(columns: readonly Column[], rows: readonly string[][]): NameHabit {
  const full = columns.find((column) => column.field === 'fullName' && column.state === 'used')
  const twoFamilyNames = columns.filter((column) => SPANISH.test(plainLetters(column.heading))).length >= 2
  if (full === undefined) return { familyFirst: false, twoFamilyNames }
  const heading = plainLetters(full.heading)
  if (full.headed && heading.includes(' ')) {
    if (GIVEN_FIRST.test(heading)) return { familyFirst: false, twoFamilyNames }
    if (FAMILY_FIRST.test(heading)) return { familyFirst: true, twoFamilyNames }
  }
  const byNames = votesOfNames(full)
  const outweighs =
    Math.max(byNames.givenFirst, byNames.familyFirst) > 2 * Math.min(byNames.givenFirst, byNames.familyFirst)
  const said = byNames.givenFirst + byNames.familyFirst
  const isPlain = outweighs && said >= NAMES_MIN
  // Where few names say so they may be last names that are first names too: then the addresses know better.
  if (!isPlain || said < full.seen.filled * NAMES_SHARE) {
    const address = columns.find(({ field, state }) => field === 'email' && state === 'used')
    const byAddress = address === undefined ? 0 : votesOfAddresses(rows, full.index, address.index)
    if (byAddress !== 0) return { familyFirst: byAddress < 0, twoFamilyNames }
  }
  return { familyFirst: isPlain && byNames.familyFirst > byNames.givenFirst, twoFamilyNames }
}

function votesOfNames({ seen }: Column): { givenFirst: number; familyFirst: number } {
  let [givenFirst, familyFirst] = [0, 0]
  for (const value of seen.values) {
    if (value.includes(',')) continue
    const words = value.split(' ')
    const [one, other] = [words[0] ?? '', words.at(-1) ?? '']
    if (words.length < 2 || isGivenName(one) === isGivenName(other)) continue
    if (isGivenName(one)) givenFirst++
    else familyFirst++
  }
  return { givenFirst, familyFirst }
}
