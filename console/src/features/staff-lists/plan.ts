import type { StaffList, StaffListRow } from '../../api/types.ts'

export type Outcome = StaffListRow['outcome']
export type Counts = NonNullable<StaffList['counts']>
export type RowChange = StaffListRow['changes'][number]

/** Groups of the plan, those that need a person first, each with its mark in the margin. */
export const GROUPS = [
  { outcome: 'error', mark: '!', tone: 'danger' },
  { outcome: 'conflict', mark: '?', tone: 'review' },
  { outcome: 'not_on_list', mark: '−', tone: 'warn' },
  { outcome: 'add', mark: '+', tone: 'ok' },
  { outcome: 'reactivate', mark: '+', tone: 'ok' },
  { outcome: 'update', mark: '~', tone: 'plain' },
  { outcome: 'unchanged', mark: '=', tone: 'plain' },
  { outcome: 'skipped', mark: '×', tone: 'plain' },
] as const satisfies { outcome: Outcome; mark: string; tone: string }[]
export type Group = (typeof GROUPS)[number]

/** How many rows the plan has: everybody in the file, and those missing from it. */
export const planRows = (counts: Counts): number =>
  GROUPS.reduce((sum, { outcome }) => sum + counts[outcome], 0)

/** What the address of the check page may ask to see. */
export type CheckSearch = { show?: Outcome }

/** Reads an address typed by anybody: what is not understood shows everything. */
export function readCheckSearch(raw: Record<string, unknown>): CheckSearch {
  const group = GROUPS.find(({ outcome }) => outcome === raw.show)
  return group ? { show: group.outcome } : {}
}

/** The groups to show: the one asked for, or each that has somebody in it. */
export function groupsShown(counts: Counts, show: Outcome | undefined): Group[] {
  return GROUPS.filter(({ outcome }) => (show ? outcome === show : counts[outcome] > 0))
}

/** Whether two plans sort the same rows into the same groups, ticks apart. */
export const sameGroups = (one: Counts | null, other: Counts | null): boolean =>
  GROUPS.every(({ outcome }) => one?.[outcome] === other?.[outcome])

type RowWish = { keep: RowChange['field'][]; decision?: 'take' }

/**
 * What to ask for when one field of a row is ticked or left: the fields to leave as they are, all told. A field that was
 * changed here by hand is only taken from a row that is asked for; a row that was decided to be somebody stays so.
 */
export function fieldWish(
  { changes, decision }: Pick<StaffListRow, 'changes' | 'decision'>,
  field: RowChange['field'],
  take: boolean,
): RowWish {
  const byHand = changes.some((change) => change.field === field && change.reason !== undefined)
  const keep = keepAfter(changes, field, take)
  return take && byHand && decision === null ? { keep, decision: 'take' } : { keep }
}

function keepAfter(changes: RowChange[], field: RowChange['field'], take: boolean): RowChange['field'][] {
  return changes
    .filter((change) => (change.field === field ? !take : !change.taken))
    .map((change) => change.field)
}

/** Choices short enough for buttons side by side: of two addresses what tells them apart. */
export function shortChoices(choices: string[]): string[] {
  const parts = choices.map((choice) => choice.match(/^([^@\s]+)@([^@\s]+)$/))
  if (parts.some((part) => !part)) return choices
  const names = parts.map((part) => `${part?.[1]}@…`)
  if (new Set(names).size === names.length) return names
  const domains = parts.map((part) => `…@${part?.[2]}`)
  return new Set(domains).size === domains.length ? domains : choices
}

/** Names one problem of one row. */
export const problemKey = (place: number, index: number): string => `${place}:${index}`

/** The problem after this one, going round to the first; undefined when it is the only one. */
export function nextProblem(
  rows: Pick<StaffListRow, 'place' | 'problems'>[],
  key: string,
): string | undefined {
  const keys = rows.flatMap(({ place, problems }) => problems.map((_, index) => problemKey(place, index)))
  const at = keys.indexOf(key)
  const next = keys[at + 1] ?? keys[0]
  return next === key ? undefined : next
}

export type Piece = { text: string; strong: boolean }

/** A sentence of numbers with what matters apart: the numbers, and the sentence after it if that has none. */
export function emphasised(sentence: string): Piece[] {
  return sentence.split(/(?<=[.?])\s+(?=\p{Lu})/u).flatMap((part, index) => {
    const space: Piece[] = index > 0 ? [{ text: ' ', strong: false }] : []
    const numbers = part.split(/(\d[\d,.]*\d|\d)(\s(?:people|person)\b)?/u).filter(Boolean)
    if (numbers.length === 1) return [...space, { text: part, strong: index === 1 }]
    return [...space, ...joined(numbers)]
  })
}

/** A number and the word for people that follows it stay on one line, as one piece. */
function joined(parts: string[]): Piece[] {
  const found: Piece[] = []
  for (const text of parts) {
    const last = found.at(-1)
    if (last?.strong && /^\s(?:people|person)$/u.test(text)) last.text += `\u00a0${text.trim()}`
    else found.push({ text, strong: /^\d/.test(text) })
  }
  return found
}

/** A sum with its result apart: 19 + 14 = **33** people. */
export function sumPieces(sum: string): Piece[] {
  const found = sum.match(/^(.*= )([\d,.]+)(.*)$/s)
  if (!found) return [{ text: sum, strong: false }]
  const [, left = '', result = '', right = ''] = found
  return [
    { text: together(left), strong: false },
    { text: result, strong: true },
    { text: right, strong: false },
  ]
}

/** A number stays on one line with what it counts. */
const together = (terms: string): string =>
  terms
    .split(' + ')
    .map((term) => term.replace(/(?<=\S) (?=\S)/g, '\u00a0'))
    .join(' + ')
