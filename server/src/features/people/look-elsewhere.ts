import type { Actor } from '../../kernel/actor.ts'
import type { Tx } from '../../platform/database/database.ts'
import { authorize } from '../access/authorize.policy.ts'
import { countByOrganisation, findAddresses, listPlaces } from './elsewhere.queries.ts'
import type { PeopleFilter, Sighted } from './people-filter.ts'
import { countMatching } from './wanted-people.queries.ts'

/** Of addresses that were looked for: how many are in the list, which are archived, and which nobody here has. */
export interface Addresses {
  found: number
  archived: string[]
  missing: string[]
}

/** Where those are who were looked for here and not found. */
export interface Elsewhere {
  /** How many are archived here. */
  archived: number
  /** Other organisations that the actor sees the people of. */
  organisations: { id: string; name: string; count: number }[]
}

/** @returns undefined when no addresses were looked for */
export async function lookForAddresses(
  tx: Tx,
  { wanted, everybody }: Sighted,
  filter: PeopleFilter,
): Promise<Addresses | undefined> {
  const { emails } = wanted
  if (!emails || !filter.emails) return undefined
  const known = await findAddresses(tx, everybody, emails)
  const typed = new Map(filter.emails.map((text, at) => [emails[at] ?? '', text.trim()]))
  const those = (what: 'here' | 'archived' | undefined) =>
    [...typed].flatMap(([email, text]) => (known.get(email) === what ? [text] : []))
  return { found: those('here').length, archived: those('archived'), missing: those(undefined) }
}

/** Looks for the same words and addresses among those archived here, and in the other organisations in sight. */
export async function lookElsewhere(
  tx: Tx,
  actor: Actor,
  { wanted, everybody }: Sighted,
): Promise<Elsewhere | undefined> {
  const { words, emails } = wanted
  if (words.length === 0 && emails === null) return undefined
  const looked = { ...everybody, words, emails }
  const { all: archived } = await countMatching(tx, { ...looked, view: 'archived', archived: true }, {})
  if (everybody.sightUnitIds || everybody.organisationIds === null) return { archived, organisations: [] }
  const others = (await listPlaces(tx)).filter(
    ({ id, place }) => !everybody.organisationIds?.includes(id) && authorize(actor, 'users.view', place),
  )
  if (others.length === 0) return { archived, organisations: [] }
  const counts = await countByOrganisation(tx, { ...looked, organisationIds: others.map(({ id }) => id) })
  const organisations = others.flatMap(({ id, name }) => {
    const count = counts.get(id)
    return count ? [{ id, name, count }] : []
  })
  return { archived, organisations }
}
