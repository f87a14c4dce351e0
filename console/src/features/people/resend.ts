import type { Resent } from '../../api/types.ts'

export type Result = Resent['results'][number]

/** Whom to ask about at one organisation: those named, or everybody who has not set up their account. */
export type Whom = { organisationId: string; people: string[] | 'everyone' }

/** Those an invitation goes to again, those who never had one, and those it cannot go to, each with the reason. */
export type Groups = { again: Result[]; never: Result[]; not: Result[] }
export type Part = Whom & Groups
export type Ticks = { again: boolean; never: boolean }

/** The people ticked, by where they belong: at a trust, each school is asked for its own. */
export function whomOf(people: { id: string; organisation: { id: string } }[]): Whom[] {
  const places = new Map<string, string[]>()
  for (const { id, organisation } of people)
    places.set(organisation.id, [...(places.get(organisation.id) ?? []), id])
  return [...places].map(([organisationId, ids]) => ({ organisationId, people: ids }))
}

/** What two trial runs say together: one that asks only for those invited before, and one that asks for all. */
export function groupsOf(invitedBefore: Result[], all: Result[]): Groups {
  const again = invitedBefore.filter((result) => result.outcome === 'queued')
  const known = new Set(again.map((result) => result.personId))
  return {
    again,
    never: all.filter((result) => result.outcome === 'queued' && !known.has(result.personId)),
    not: all.filter((result) => result.outcome === 'not_sent'),
  }
}

/** The groups of all parts as one. */
export const together = (parts: Part[]): Groups => ({
  again: parts.flatMap((part) => part.again),
  never: parts.flatMap((part) => part.never),
  not: parts.flatMap((part) => part.not),
})

/** What to ask one organisation for, given the two ticks; nothing where nobody is left. */
export function wishFor(part: Part, ticks: Ticks) {
  const expectedCount = (ticks.again ? part.again.length : 0) + (ticks.never ? part.never.length : 0)
  if (expectedCount === 0) return undefined
  const rest = { alsoNotInvited: ticks.never, expectedCount }
  if (!ticks.again) return { people: part.never.map((result) => result.personId), ...rest }
  return part.people === 'everyone' ? { everyone: true as const, ...rest } : { people: part.people, ...rest }
}
