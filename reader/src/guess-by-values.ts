import { shareAt } from './choose-column.ts'
import { type Column, countOf } from './column.ts'
import { isGivenName } from './given-names.ts'
import { type Seen, share } from './look-at-values.ts'
import { pairOfNames, shareInAddress } from './name-order.ts'
import { COUNTS_ROWS, countsRows } from './row-counters.ts'
import type { Field } from './staff-list.ts'

interface GuessGround {
  rows: readonly string[][]
  domains: readonly string[]
}

const SEQUENCE_MIN = 3
/** From here on, a heading of addresses says that there are better ones. */
const SECOND_BEST = 15

/** Where headings say nothing, or are contradicted, the values may: addresses, names, roles, numbers. */
export function guessByValues(columns: Column[], open: Column[], ground: GuessGround): void {
  const has = (field: Field) => columns.some((column) => column.field === field)
  const free = () =>
    open.filter((column) => column.state === 'unused' && column.seen.filled > 0 && !column.meaning.else)
  if (!has('email')) guessEmail(free(), ground)
  const local =
    columns.find((column) => column.field === 'email' || column.field === 'username') ??
    free().find((column) => !column.headed && couldBeUsernames(column))
  if (!has('givenName') && !has('familyName') && !has('fullName')) guessNames(free(), local, ground)
  const unheaded = () => free().filter((column) => !column.headed)
  if (!has('role')) guessOne('role', unheaded(), (seen) => seen.roles, 'like roles')
  if (!has('relationship'))
    guessOne('relationship', unheaded(), (seen) => seen.relationships, 'like kinds of employment')
  if (!has('status')) guessOne('status', unheaded(), (seen) => seen.statuses, 'like “active” or “left”')
  if (!has('staffNumber')) guessNumber(unheaded(), ground)
  if (!has('username') && !has('email')) guessUsername(unheaded(), columns, ground)
}

function guessEmail(free: Column[], { domains }: GuessGround): void {
  const candidates = free
    .filter(({ seen }) => share(seen.emails, seen) >= 0.6 && seen.emails * 5 >= seen.rows)
    // Addresses under a heading that means something else are used last: a user name, then any other.
    .filter((column) => column.meaning.field !== 'email' || column.meaning.rank < SECOND_BEST)
    .sort(
      (one, other) => shareAt(other, domains) - shareAt(one, domains) || other.seen.emails - one.seen.emails,
    )
  const [first, second] = candidates
  if (first === undefined) return
  const clear =
    second === undefined ||
    shareAt(first, domains) >= shareAt(second, domains) + 0.5 ||
    first.seen.emails >= 4 * second.seen.emails
  for (const column of clear ? [first] : candidates) {
    column.field = 'email'
    column.state = clear ? 'used' : 'contested'
    const looks = `${countOf(column.seen.emails, column.seen)} look like emails`
    column.why =
      column.headed && column.why !== '' ? `${column.why}, so it is used for that` : sentence(looks)
    if (column.headed && column.meaning.field !== null)
      column.why = `${sentence(looks)}, whatever the heading says`
  }
}

function guessNames(free: Column[], local: Column | undefined, { rows }: GuessGround): void {
  const candidates = free.filter(
    ({ seen, meaning, headed }) =>
      share(seen.names, seen) >= 0.7 &&
      seen.filled * 2 >= seen.rows &&
      (!headed || meaning.field === null || meaning.field === 'email' || !meaning.sure) &&
      (seen.distinct * 3 >= seen.filled || seen.filled < 8) &&
      share(seen.roles + seen.relationships + seen.titles, seen) < 0.4,
  )
  // Under a heading that says nothing known, words are names only where addresses or first names bear it out.
  const isBorneOut = ({ index, seen }: Column) =>
    seen.values.filter(isGivenName).length * 4 >= seen.filled ||
    (local !== undefined && shareInAddress(rows, index, local.index) >= 0.3)
  const likely = candidates.filter(
    (column) => !column.headed || column.meaning.field !== null || isBorneOut(column),
  )
  const full = likely.find(
    ({ index, seen }) =>
      share(seen.severalWords, seen) >= 0.7 &&
      (local === undefined
        ? seen.distinct * 5 >= seen.filled * 4
        : shareInAddress(rows, index, local.index) >= 0.5),
  )
  if (full !== undefined) {
    use(full, 'fullName', countOf(full.seen.names, full.seen))
    return
  }
  const pair = pairOfNames(likely, local, rows)
  if (pair === null) return
  use(pair.given, 'givenName', countOf(pair.given.seen.names, pair.given.seen), pair.why)
  if (pair.family !== null)
    use(pair.family, 'familyName', countOf(pair.family.seen.names, pair.family.seen), pair.why)
}

function use(column: Column, field: Field, count: string, why = ''): void {
  column.field = field
  column.state = 'used'
  const despite = column.headed && column.meaning.field !== null ? ', whatever the heading says' : ''
  column.why = `${sentence(`${count} look like names`)}${despite}${why === '' ? '' : `; ${why}`}`
}

function guessOne(field: Field, free: Column[], count: (seen: Seen) => number, like: string): void {
  const [best] = free
    .filter(({ seen }) => seen.filled >= 2 && share(count(seen), seen) >= 0.7)
    .sort((one, other) => share(count(other.seen), other.seen) - share(count(one.seen), one.seen))
  if (best === undefined) return
  best.field = field
  best.state = 'used'
  best.why = sentence(`${countOf(count(best.seen), best.seen)} look ${like}`)
}

/** Numbers that are all different may be staff numbers, unless they only count the rows or could be telephone numbers. */
function guessNumber(free: Column[], { rows }: GuessGround): void {
  const numbers = free.filter(
    ({ seen }) =>
      seen.filled >= SEQUENCE_MIN &&
      share(seen.numbers, seen) >= 0.95 &&
      seen.distinct === seen.filled &&
      seen.values.every((value) => value.length <= 9),
  )
  const counters = numbers.filter((column) => countsRows(column, rows))
  for (const column of counters) column.why = COUNTS_ROWS
  const [only, another] = numbers.filter((column) => !counters.includes(column) && areOfOneLength(column))
  if (only === undefined || another !== undefined) return
  only.field = 'staffNumber'
  only.state = 'used'
  only.why = `${only.seen.filled} different numbers`
}

/** Numbers that people are known by have one length; round ones are sums of money. */
function areOfOneLength({ seen }: Column): boolean {
  const length = seen.values[0]?.length
  return (
    seen.values.every((value) => value.length === length) &&
    !seen.values.every((value) => value.endsWith('0'))
  )
}

/** Short words that hold letters of the names beside them. */
function guessUsername(free: Column[], columns: Column[], { rows }: GuessGround): void {
  const names = columns.filter((column) => column.field === 'familyName' || column.field === 'givenName')
  const [best] = free.filter(
    (column) =>
      couldBeUsernames(column) &&
      names.some((name) => shareInAddress(rows, name.index, column.index, 2) >= 0.5),
  )
  if (best === undefined) return
  best.field = 'username'
  best.state = 'used'
  best.why = 'Letters of the names beside it'
}

/** Short words in small letters or with digits, all different. */
function couldBeUsernames({ seen }: Column): boolean {
  const small = seen.values.filter((value) => value === value.toLowerCase()).length
  return share(seen.usernames, seen) >= 0.9 && seen.distinct === seen.filled && share(small, seen) >= 0.8
}

function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
