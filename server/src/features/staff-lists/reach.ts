import type { Actor, Place } from '../../kernel/actor.ts'
import type { Tx } from '../../platform/database/database.ts'
import { authorize, levelAt } from '../access/authorize.policy.ts'
import { ROLE_KEYS, roleOf } from '../access/built-in-roles.ts'
import type { OrganisationHere } from './plan-ground.queries.ts'
import { type Held, listHeld } from './reach.queries.ts'

/**
 * How far somebody reaches with a list: name and address are of the whole person, so they change only where somebody
 * may edit people at every place of theirs, and stands no lower than they do at each.
 */
export interface Reach {
  /** Their own account, whose address no list changes; null for the operator. */
  own: string | null
  /** Organisations whose people they may not edit: lists of theirs only add there. */
  notEditable: string[]
  /** Accounts that stand above them at some place although they may edit people there. */
  above: string[]
  /** Accounts that stand above them at one of the organisations asked about. */
  aboveHere: { account: string; org: string }[]
}

export const placeOf = (each: OrganisationHere): Place => ({
  organisationId: each.id,
  path: each.path,
  type: each.type,
})

/** Organisations whose people somebody may not edit. */
export const notEditable = (actor: Actor, here: OrganisationHere[]): string[] =>
  here.filter((each) => !authorize(actor, 'users.edit', placeOf(each))).map(({ id }) => id)

/** @param organisationIds those for which it has to be known who stands above right there */
export async function findReach(
  tx: Tx,
  actor: Actor,
  here: OrganisationHere[],
  organisationIds: string[] = [],
): Promise<Reach> {
  const closed = new Set(notEditable(actor, here))
  if (actor.kind !== 'person') return { own: null, notEditable: [...closed], above: [], aboveHere: [] }
  const asked = here.filter((each) => organisationIds.includes(each.id))
  const known = [...asked, ...here.filter((each) => !closed.has(each.id))]
  const lowest = Math.min(...known.map((each) => levelAt(actor.holdings, placeOf(each))))
  const held = await listHeld(
    tx,
    ROLE_KEYS.filter((key) => roleOf(key).level > lowest),
  )
  const above = held.filter(
    ({ role, place, memberOf }) =>
      !closed.has(memberOf) && roleOf(role).level > levelAt(actor.holdings, place),
  )
  return {
    own: actor.accountId,
    notEditable: [...closed],
    above: [...new Set(above.flatMap((each) => each.accounts))],
    aboveHere: asked.flatMap((each) => {
      const own = levelAt(actor.holdings, placeOf(each))
      const higher = held.filter((one) => holdsAt(one, each) && roleOf(one.role).level > own)
      return [...new Set(higher.flatMap(({ accounts }) => accounts))].map((account) => ({
        account,
        org: each.id,
      }))
    }),
  }
}

const holdsAt = ({ scope, place }: Held, at: OrganisationHere): boolean =>
  scope === 'tenant' || (scope === 'organisation' && at.path.includes(place.organisationId))
