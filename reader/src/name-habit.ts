import { plainLetters } from './clean-cell.ts'
import type { Column } from './column.ts'
import { isGivenName } from './given-names.ts'
import type { NameHabit } from './person-names.ts'

const FAMILY_FIRST =
  /\b(?:surname|last|nom|nachname|name|apellidos?)\b.*\b(?:forenames?|first|given|prenoms?|vorname|nombre)\b/
const GIVEN_FIRST =
  /\b(?:forenames?|first|given|prenoms?|vorname|nombre)\b.*\b(?:surname|last|nom|nachname|apellidos?)\b/
const SPANISH = /\b(?:nombre|apellidos?|correo|puesto|cargo|empleado|centro|fecha)\b/
const NAMES_MIN = 3

/** How the full names of a list are written: by the heading, else by first names that are common. */
export function nameHabitOf(columns: readonly Column[]): NameHabit {
  const full = columns.find((column) => column.field === 'fullName' && column.state === 'used')
  const twoFamilyNames = columns.filter((column) => SPANISH.test(plainLetters(column.heading))).length >= 2
  if (full === undefined) return { familyFirst: false, twoFamilyNames }
  const heading = plainLetters(full.heading)
  if (full.headed && heading.includes(' ')) {
    if (GIVEN_FIRST.test(heading)) return { familyFirst: false, twoFamilyNames }
    if (FAMILY_FIRST.test(heading)) return { familyFirst: true, twoFamilyNames }
  }
  return { familyFirst: looksFamilyFirst(full), twoFamilyNames }
}

function looksFamilyFirst({ seen }: Column): boolean {
  let [first, last] = [0, 0]
  for (const value of seen.values) {
    if (value.includes(',')) continue
    const words = value.split(' ')
    const [one, other] = [words[0] ?? '', words.at(-1) ?? '']
    if (words.length < 2 || isGivenName(one) === isGivenName(other)) continue
    if (isGivenName(one)) first++
    else last++
  }
  return last >= NAMES_MIN && last > 2 * first
}
