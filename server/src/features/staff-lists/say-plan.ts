import type { Done, PlanCounts } from './staff-list.ts'

/** The few things about a list that its sentences need. */
export interface PlanGround {
  everyone: boolean
  organisationName: string
  isTrust: boolean
  /** Fields that a column is for. */
  fields: readonly string[]
}

const number = (count: number) => count.toLocaleString('en-GB')
const people = (count: number) => `${number(count)} ${count === 1 ? 'person' : 'people'}`

/** What applying would do, in a sentence. */
export function sayPlan({ taking }: PlanCounts): string {
  const { add, update, reactivate, archive } = taking
  const parts = [
    `add ${people(add)}`,
    `change ${number(update)}`,
    ...(reactivate > 0 ? [`bring back ${number(reactivate)}`] : []),
    `archive ${number(archive)}`,
  ]
  const seats =
    add === 0
      ? ''
      : ` A seat is counted when ${add === 1 ? 'that person registers' : 'each of them registers'}.`
  return `Applying this will ${listed(parts)}. Nothing has changed yet.${seats}`
}

/** What applying came to. */
export function sayDone(done: Done, skipped: number): string {
  const parts = [
    `${number(done.added)} added`,
    `${number(done.changed)} changed`,
    ...(done.reactivated > 0 ? [`${number(done.reactivated)} brought back`] : []),
    `${number(done.archived)} archived`,
    ...(done.notDone > 0 ? [`${number(done.notDone)} not done`] : []),
    ...(skipped > 0 ? [`${number(skipped)} left out`] : []),
  ]
  return `${parts.join(', ')}.`
}

const WORDS = [
  ['add', 'new'],
  ['update', 'changed'],
  ['reactivate', 'coming back'],
  ['conflict', 'to decide'],
  ['error', 'to fix'],
  ['skipped', 'left out'],
  ['unchanged', 'unchanged'],
] as const

/** How the numbers add up. */
export function saySums(counts: PlanCounts, { everyone }: PlanGround): string[] {
  const parts = WORDS.flatMap(([outcome, words]) =>
    counts[outcome] > 0 ? [`${number(counts[outcome])} ${words}`] : [],
  )
  if (counts.leaving > 0) parts.push(`${number(counts.leaving)} marked as left`)
  const { again } = counts.facts
  const more = again > 0 ? ` + ${number(again)} again at another school` : ''
  const rows = `${parts.join(' + ')} = ${people(counts.people - again)} in the file${more}`
  if (!everyone) return [rows]
  const missing = counts.not_on_list - counts.leaving
  return [
    rows,
    `${people(counts.here)} here − ${number(counts.matched)} in the file = ${number(missing)} not on the list`,
  ]
}

/** From here on what many rows have in common is worth a word. */
const MANY = 3
const LARGE_SHARE = 0.2

/** What is odd about the whole list. */
export function sayNotes(counts: PlanCounts, ground: PlanGround): string[] {
  const { facts } = counts
  const missing = counts.not_on_list - counts.leaving
  const notes: (string | false)[] = [
    facts.emailsChange >= MANY &&
      facts.emailsChange >= counts.matched / 2 &&
      `${facts.emailsChange >= counts.matched ? 'Every email' : `${number(facts.emailsChange)} emails`} would change from @${facts.from} to @${facts.to}. Is that right?`,
    counts.here >= MANY &&
      counts.people >= MANY &&
      counts.matched === 0 &&
      `Nobody on this list is at ${ground.organisationName} yet, though ${people(counts.here)} are. Is it the right list?`,
    counts.here >= MANY &&
      counts.matched > 0 &&
      missing > counts.here / 2 &&
      `More than half of the people here are not on this list. Is it whole?`,
    facts.withoutEmail >= MANY &&
      facts.withoutEmail >= LARGE_SHARE * counts.people &&
      `${number(facts.withoutEmail)} of ${people(counts.people)} have no email address in the file.`,
    facts.schoolColumnUnused &&
      `The school column isn’t used, because no row names ${ground.organisationName}. Everybody is taken to work here.`,
    ground.isTrust &&
      !ground.fields.includes('school') &&
      counts.add > 0 &&
      `This list names no school, so whoever is new would join ${ground.organisationName} itself.`,
    ground.fields.length > 0 &&
      !ground.fields.includes('unit') &&
      'No column says who is in which department, so departments stay as they are.',
  ]
  return notes.filter((note) => note !== false)
}

/** Leavers above the limit. */
export const sayHeld = (leaving: number, limit: number, applied: boolean) =>
  applied
    ? `${people(leaving)} would be archived, more than ${number(limit)}. They stay as they are until you type the number.`
    : `This would archive ${people(leaving)}, more than ${number(limit)} at once. Type the number to archive them; everything else can go on without.`

/** “add 3, change 2 and archive 0” */
function listed(parts: string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`
}
