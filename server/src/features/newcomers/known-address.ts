import type { Actor } from '../../kernel/actor.ts'
import type { Tx } from '../../platform/database/database.ts'
import { authorize } from '../access/authorize.policy.ts'
import { holdingsOf } from '../access/places.queries.ts'
import { findRoot, type OrganisationRow } from '../organisations/organisations.queries.ts'
import { findByAddress, type KnownAddress } from '../people/invite-members.queries.ts'
import { readNow } from '../people/people-ground.queries.ts'
import { sayDate } from '../people/say-when.ts'
import { findOnTheirWay } from './first-passwords.queries.ts'
import type { Notify } from './newcomer.ts'
import { findInactive, findOwnerContact } from './newcomers.queries.ts'

/** What can be done about an address that somebody has already. */
export type WayOn = 'open' | 'resend' | 'reactivate' | 'invite'

/** What an address is to somebody who adds a person here. */
export interface AddressAnswer {
  /** Ways of adding that still work with it. */
  fits: Notify[]
  code: string | null
  detail: string | null
  wayOn: WayOn | null
  person: { id: string; name: string; status: string } | null
}

const FREE: AddressAnswer = {
  fits: ['invite', 'credentials', 'none'],
  code: null,
  detail: null,
  wayOn: null,
  person: null,
}

/**
 * Whether an address is free to add a person with, and if not, where it is used and what to do: in full for what the
 * actor sees, and of the rest only that it is in use.
 */
export async function lookAtAddress(
  tx: Tx,
  actor: Actor,
  organisation: OrganisationRow,
  email: string,
): Promise<AddressAnswer> {
  const known = (await findByAddress(tx, organisation.id, [email])).get(email)
  if (!known) return FREE
  return known.membershipId && known.status !== 'rejected'
    ? here(tx, organisation, known, known.membershipId)
    : elsewhere(tx, actor, organisation, known)
}

async function here(
  tx: Tx,
  organisation: OrganisationRow,
  { accountId, name, status }: KnownAddress,
  membershipId: string,
): Promise<AddressAnswer> {
  const person = { id: membershipId, name, status: status ?? '' }
  const answer = (code: string, detail: string, wayOn: WayOn, fits: Notify[] = []) => ({
    fits,
    code,
    detail,
    wayOn,
    person,
  })
  switch (status) {
    case 'active':
    case 'locked':
      return answer('already_active', `${name} already has an account at ${organisation.name}.`, 'open')
    case 'pending':
      return answer(
        'already_invited',
        `${name} has been invited and hasn’t registered yet. Send the invitation again instead?`,
        'resend',
      )
    case 'expired':
      return answer(
        'already_invited',
        `${name} was invited, and the invitation has expired. Send it again instead?`,
        'resend',
        ['invite'],
      )
    case 'awaiting_approval':
      return answer(
        'awaiting_approval',
        `${name} has asked to join ${organisation.name} and is waiting for approval.`,
        'open',
      )
    case 'inactive':
      return answer('archived_match', await sayInactive(tx, organisation, name, membershipId), 'reactivate')
    default:
      break
  }
  if ((await findOnTheirWay(tx, [membershipId])).has(membershipId))
    return answer(
      'already_on_its_way',
      `An account for ${name} was set up already, and the email about it is on its way.`,
      'open',
    )
  if ((await holdingsOf(tx, accountId)).some((each) => each.organisation.id !== organisation.id))
    return answer(
      'already_added',
      `${name} is on the list already, and belongs to another organisation too. Invite them to use that account here.`,
      'open',
      ['invite'],
    )
  return answer('already_added', `${name} is on the list already and hasn’t been invited yet.`, 'open', [
    'invite',
    'credentials',
  ])
}

async function sayInactive(
  tx: Tx,
  { timeZone }: OrganisationRow,
  name: string,
  membershipId: string,
): Promise<string> {
  const inactive = await findInactive(tx, membershipId)
  const when = inactive
    ? `${inactive.as} on ${sayDate(inactive.at, { now: await readNow(tx), timeZone })}`
    : 'inactive'
  return `${name} was already created: ${when}. Reactivate the account, or use a different address.`
}

async function elsewhere(
  tx: Tx,
  actor: Actor,
  organisation: OrganisationRow,
  { accountId, name }: KnownAddress,
): Promise<AddressAnswer> {
  const holdings = (await holdingsOf(tx, accountId)).filter(
    (holding) => holding.organisation.id !== organisation.id,
  )
  if (holdings.length === 0) return FREE
  const seen = holdings.find(({ organisation: { id, path, type } }) =>
    authorize(actor, 'users.view', { organisationId: id, path, type }),
  )
  if (seen)
    return {
      fits: ['invite'],
      code: 'in_other_school',
      detail: `${name} already has an account at ${seen.organisation.name}. Invite them to join ${organisation.name} with it.`,
      wayOn: 'invite',
      person: { id: seen.membershipId, name, status: seen.state },
    }
  const [root, contact] = [await findRoot(tx), await findOwnerContact(tx)]
  const ask = contact ? ` Questions: ${contact} at ${root?.name}.` : ''
  return {
    fits: ['invite'],
    code: 'address_in_use',
    detail: `This address is in use. Invite them to join.${ask}`,
    wayOn: 'invite',
    person: null,
  }
}
