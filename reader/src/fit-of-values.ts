import type { Column } from './column.ts'
import { countOf } from './column.ts'
import { meansYes } from './known-words.ts'
import { looksLikeEmail, share } from './look-at-values.ts'
import { datePartsOf } from './read-date.ts'
import type { Field } from './staff-list.ts'

/** Whether values can be what the heading says. */
export interface Fit {
  fits: 'yes' | 'no' | 'empty'
  /** Ends “Heading, and …” or “Heading says …, but …”. */
  words: string
}

const yes = (words: string): Fit => ({ fits: 'yes', words })
const no = (words: string): Fit => ({ fits: 'no', words })
const EMPTY: Fit = { fits: 'empty', words: 'it is empty' }
/** Headings such as “Type” say too little by themselves. */
const WEAK_RANK = 20

/** Whether the values of a column could be of this field. */
export function fitOf(column: Column, field: Field): Fit {
  const { seen } = column
  if (seen.filled === 0) return EMPTY
  switch (field) {
    case 'email':
      return emailFit(column)
    case 'givenName':
    case 'familyName':
    case 'fullName':
      return nameFit(column)
    case 'staffNumber':
    case 'sourceId':
      return numberFit(column)
    case 'startDate':
    case 'leavingDate':
      return dateFit(column)
    case 'status':
      return share(seen.truths, seen) >= 0.8 && meansYes(column.heading) !== null
        ? yes(`${countOf(seen.truths, seen)} say yes or no`)
        : most(column, seen.statuses, 0.5, 'like “active” or “left”')
    case 'relationship':
      return most(column, seen.relationships, 0.5, 'like kinds of employment')
    case 'username':
      return most(column, seen.usernames + seen.emails + seen.numbers, 0.6, 'like user names')
    case 'role':
      return column.meaning.rank >= WEAK_RANK ? most(column, seen.roles, 0.5, 'like roles') : wordsFit(column)
    case 'jobTitle':
      return share(seen.titles, seen) >= 0.5
        ? no(`${countOf(seen.titles, seen)} are titles such as “${seen.values[0]}”`)
        : wordsFit(column)
    case 'unit':
    case 'school':
      return wordsFit(column)
    default:
      return field satisfies never
  }
}

/** Under a heading of names anything made of letters may be one; there are stranger ones than any rule foresees. */
function nameFit({ seen }: Column): Fit {
  const words = seen.values.filter(
    (value) => /\p{L}/u.test(value) && !looksLikeEmail(value) && !isDate(value),
  ).length
  if (share(seen.emails, seen) >= 0.5) return no(`${countOf(seen.emails, seen)} look like emails`)
  if (share(seen.truths, seen) >= 0.9) return no(`${countOf(seen.truths, seen)} say yes or no`)
  if (share(words, seen) < 0.5) return no(`${countOf(seen.filled - words, seen)} look like numbers or dates`)
  return yes(`${countOf(seen.names, seen)} look like names`)
}

function emailFit(column: Column): Fit {
  const { seen } = column
  if (share(seen.emails, seen) >= 0.5) return yes(`${countOf(seen.emails, seen)} look like emails`)
  const others = seen.phones + seen.dates + seen.numbers
  const couldBeUsernames = share(seen.usernames, seen) >= 0.7 && share(others, seen) < 0.3
  if (couldBeUsernames && share(seen.roles + seen.relationships, seen) < 0.5 && !areNames(column))
    return yes(`${countOf(seen.usernames, seen)} look like user names without their domain`)
  // Where few are filled in, what is there may all be wrong, and each row says so.
  if (seen.emails > 0 && share(seen.emails, seen) >= 0.3)
    return yes(`${countOf(seen.emails, seen)} look like emails`)
  return no(`${seen.emails === 0 ? 'none' : `only ${seen.emails}`} of ${seen.filled} look like emails`)
}

/** Words that begin with a capital letter are names rather than user names. */
function areNames({ seen }: Column): boolean {
  const capital = seen.values.filter((value) => /^\p{Lu}[\p{Ll}]+$/u.test(value)).length
  return share(capital, seen) >= 0.6
}

function numberFit(column: Column): Fit {
  const { seen } = column
  if (share(seen.emails, seen) >= 0.5) return no(`${countOf(seen.emails, seen)} look like emails`)
  const signed = seen.values.filter((value) => /[/.-]/.test(value) && isDate(value)).length
  if (share(signed, seen) >= 0.8) return no(`${countOf(signed, seen)} look like dates`)
  if (seen.filled >= 4 && seen.distinct * 2 < seen.filled)
    return no(
      `there ${seen.distinct === 1 ? 'is' : 'are'} only ${differentValues(seen.distinct)} in ${seen.filled} rows`,
    )
  return yes(
    seen.distinct === seen.filled
      ? differentValues(seen.distinct)
      : `${differentValues(seen.distinct)} in ${seen.filled} rows`,
  )
}

function dateFit(column: Column): Fit {
  const { seen } = column
  const said = seen.values.filter((value) => datePartsOf(value) !== 'none')
  if (said.length === 0) return yes('no dates in it')
  const dates = said.filter(isDate).length
  const count = { ...seen, filled: said.length }
  return share(dates, count) >= 0.5
    ? yes(`${countOf(dates, count)} look like dates`)
    : no(`${dates === 0 ? 'none' : `only ${dates}`} of ${said.length} look like dates`)
}

function isDate(value: string): boolean {
  const parts = datePartsOf(value)
  return parts !== null && parts !== 'none'
}

function wordsFit(column: Column): Fit {
  const { seen } = column
  if (share(seen.emails, seen) >= 0.5) return no(`${countOf(seen.emails, seen)} look like emails`)
  if (share(seen.dates, seen) >= 0.8 && share(seen.numbers, seen) < 0.5)
    return no(`${countOf(seen.dates, seen)} look like dates`)
  if (share(seen.truths, seen) >= 0.9) return no(`${countOf(seen.truths, seen)} say yes or no`)
  return yes(differentValues(seen.distinct))
}

function differentValues(count: number): string {
  return count === 1 ? '1 value' : `${count} different values`
}

function most(column: Column, count: number, least: number, like: string): Fit {
  const { seen } = column
  if (share(count, seen) >= least) return yes(`${countOf(count, seen)} look ${like}`)
  return no(`${count === 0 ? 'none' : `only ${count}`} of ${seen.filled} look ${like}`)
}
