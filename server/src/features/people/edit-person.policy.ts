import type { Actor, Holding, Place } from '../../kernel/actor.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { authorize, levelAt } from '../access/authorize.policy.ts'
import { roleOf } from '../access/built-in-roles.ts'
import { isOneself } from '../access/give-role.policy.ts'
import { mayNot } from '../access/require.ts'
import { type AccountTarget, isAbove, refuse as refuseAct, whyNotReach } from './account-actions.policy.ts'
import { whyNotSetDeletionDate } from './deletion-date.policy.ts'

/** What may be changed about somebody by hand, in the order in which it is shown. */
export const EDIT_FIELDS = [
  'givenName',
  'familyName',
  'email',
  'language',
  'jobTitle',
  'jobCategory',
  'staffNumber',
  'relationship',
  'startDate',
  'leavingDate',
  'labels',
  'deletionDate',
] as const
export type EditField = (typeof EDIT_FIELDS)[number]

/** Of the whole person, wherever they are a member. */
const OF_PERSON: readonly EditField[] = ['givenName', 'familyName', 'email']

const refuse = {
  shared: (name: string) =>
    new Refusal(
      'forbidden',
      'person_shared',
      `${name} also belongs to an organisation where you can’t edit people, so the name and the address are changed by an admin of both.`,
    ),
  aboveElsewhere: (name: string) =>
    new Refusal(
      'forbidden',
      'person_above_yours',
      `You can’t change the name or the address of ${name}, because ${name} stands above you in another organisation.`,
    ),
  ownDeletion: () =>
    new Refusal(
      'forbidden',
      'not_yourself',
      'You can’t set a deletion date for your own account. Ask another admin.',
    ),
}

/**
 * Why an actor may not change a field of somebody; null when they may. The right is held at the organisation or at one
 * of the person's units, where the person stands no higher. Name and address are of the whole person: they change only
 * where the actor may edit people at every place of theirs. A deletion date is never set through a unit, nor for oneself.
 */
export function whyNotEdit(
  field: EditField,
  actor: Actor,
  target: Omit<AccountTarget, 'status'>,
  place: Place,
): Refusal | null {
  if (field === 'labels') return whyNotReach('labels.manage', actor, target, place)
  if (field === 'deletionDate') return whyNotDelete(actor, target, place)
  return (
    whyNotReach('users.edit', actor, target, place) ??
    (field === 'email' && opensMore(actor, target, place) ? refuseAct.above(target.name) : null) ??
    (OF_PERSON.includes(field) ? whyNotEverywhere(actor, target, place) : null)
  )
}

/**
 * Whoever decides where a person's mail goes can come to hold all they hold: so the address of somebody whose role at a
 * unit is higher than the actor's own, here or at the units they share, is not the actor's to change.
 */
function opensMore(actor: Actor, target: Omit<AccountTarget, 'status'>, place: Place): boolean {
  if (actor.kind !== 'person') return false
  const held = target.holdings.flatMap((holding) => holding.assignments)
  const highest = Math.max(0, ...held.map((each) => roleOf(each.role).level))
  const own = [place, ...target.unitPlaces].map((at) => levelAt(actor.holdings, at))
  return highest > Math.max(...own)
}

function whyNotDelete(actor: Actor, target: Omit<AccountTarget, 'status'>, place: Place): Refusal | null {
  const refusal = whyNotSetDeletionDate(actor, place)
  if (refusal) return refusal
  if (isOneself(actor, target)) return refuse.ownDeletion()
  return isAbove(actor, target, place) ? refuseAct.above(target.name) : null
}

function whyNotEverywhere(actor: Actor, target: Omit<AccountTarget, 'status'>, place: Place): Refusal | null {
  const elsewhere = target.holdings
    .map(placeOfHolding)
    .filter(({ organisationId }) => organisationId !== place.organisationId)
  if (elsewhere.some((at) => !authorize(actor, 'users.edit', at))) return refuse.shared(target.name)
  return elsewhere.some((at) => isAbove(actor, target, at)) ? refuse.aboveElsewhere(target.name) : null
}

const placeOfHolding = ({ organisation }: Holding): Place => ({
  organisationId: organisation.id,
  path: organisation.path,
  type: organisation.type,
})

/** Why an actor may change nothing of somebody; null when there is a field that they may. */
export function whyNotEditAny(
  actor: Actor,
  target: Omit<AccountTarget, 'status'>,
  place: Place,
): Refusal | null {
  const refusals = EDIT_FIELDS.map((field) => whyNotEdit(field, actor, target, place))
  if (refusals.includes(null)) return null
  return whyNotReach('users.edit', actor, target, place) ?? mayNot('users.edit')
}
