import { randomUUID } from 'node:crypto'
import type { Actor, Place } from '../../kernel/actor.ts'
import { canonicalEmail } from '../../kernel/email-address.ts'
import { cleanLine, holdsAddress, NAME_MAX } from '../../kernel/plain-words.ts'
import { notFound, Refusal, wrongFields } from '../../kernel/refusal.ts'
import type { App } from '../../platform/app.ts'
import { changeAs } from '../../platform/database/change.ts'
import type { Tx } from '../../platform/database/database.ts'
import { insertAssignments } from '../access/access.queries.ts'
import { maySee } from '../access/authorize.policy.ts'
import { findUnitPlaces } from '../access/places.queries.ts'
import { inSight } from '../access/require.ts'
import { findOrganisation, type OrganisationRow } from '../organisations/organisations.queries.ts'
import { MAILS_A_DAY, whyNotReinvite } from '../people/invite-actions.policy.ts'
import {
  findByAddress,
  findMembers,
  insertUnitMembers,
  inviteMembers,
  type KnownAddress,
} from '../people/invite-members.queries.ts'
import { asTarget, unitsOf } from './find-for-action.ts'
import { PEOPLE_AT_ONCE } from './invitation.ts'
import { clearOffers, findOverMailed } from './invitations.queries.ts'
import { type NotSent, notSent, type WayOn, whyNoInvitation } from './not-sent.ts'
import { type Offer, type OfferWish, readOffer, whyNotOffer, whyNotOfferHeld } from './offer.ts'
import { sendFirst } from './send-first.ts'
import { readTerms, type TermsWish } from './terms.ts'

export interface PersonWish extends OfferWish {
  email: string
  givenName?: string | undefined
  familyName?: string | undefined
}

export interface InviteWish extends OfferWish, TermsWish {
  people: PersonWish[]
  /** Instead of those that the roles bring. */
  permissions?: string[] | undefined
  holdSeconds?: number | undefined
}

export interface InviteResult {
  index: number
  email: string
  outcome: 'queued' | 'scheduled' | 'not_sent'
  invitationId?: string
  personId?: string
  code?: string
  detail?: string
  wayOn?: WayOn
  person?: { id: string; name: string; status: string }
}

export interface Invited {
  batchId: string
  counts: { queued: number; scheduled: number; notSent: number }
  results: InviteResult[]
}

/**
 * Invites people to an organisation. Everybody who can be invited is, in one transaction with the mail that tells them;
 * for everybody else the result says why not and what to do. What the actor may not give stops the whole batch.
 * @throws Refusal not_found, forbidden, role_above_yours, role_unknown, role_needs_unit, unit_unknown, unit_needed,
 *   permission_above_yours, permission_unknown, language_unknown, no_links_here, send_at_past, send_at_far,
 *   too_many_people
 */
export async function invite(
  app: App,
  actor: Actor,
  organisationId: string,
  wish: InviteWish,
): Promise<Invited> {
  if (wish.people.length > PEOPLE_AT_ONCE)
    throw new Refusal(
      'unprocessable',
      'too_many_people',
      `You can invite up to ${PEOPLE_AT_ONCE} people at once. There are ${wish.people.length}.`,
    )
  return changeAs(app, actor, (tx) => inviteIn(app, tx, actor, organisationId, wish))
}

/** As invite(), in the transaction of a change that does more. @throws Refusal as invite() */
export async function inviteIn(
  app: App,
  tx: Tx,
  actor: Actor,
  organisationId: string,
  wish: InviteWish,
): Promise<Invited> {
  const organisation = await findOrganisation(tx, organisationId)
  if (!organisation) throw notFound()
  const place = inSight(actor, {
    organisationId,
    path: organisation.path,
    type: organisation.type,
  })
  const offers = await readOffers(tx, actor, place, organisation, wish)
  const terms = await readTerms(tx, actor, place, wish)
  const sorted = await sortPeople(tx, actor, place, organisation, wish.people)

  const batchId = randomUUID()
  const made = await inviteMembers(
    tx,
    organisationId,
    sorted.toInvite.map(({ email, index }) => ({ email, ...nameOf(wish.people[index]) })),
    terms,
  )
  const indexOf = new Map(sorted.toInvite.map((each) => [each.email, each.index]))
  const members = made.map((each) => {
    const index = indexOf.get(each.email) as number
    return { ...each, index, ...offers.of(index) }
  })
  await clearOffers(
    tx,
    members.map((each) => each.membershipId),
  )
  await insertAssignments(
    tx,
    members.flatMap(({ membershipId, assignments }) =>
      assignments.map((assignment) => ({ ...assignment, membershipId })),
    ),
  )
  await insertUnitMembers(
    tx,
    organisationId,
    members.flatMap(({ membershipId, unitIds }) => unitIds.map((unitId) => ({ membershipId, unitId }))),
    'invitation',
  )
  const ids = await sendFirst(
    app,
    tx,
    actor,
    organisationId,
    members.map((each) => ({ ...each, roles: each.assignments.map((assignment) => assignment.role) })),
    { ...terms, batchId, holdSeconds: wish.holdSeconds ?? 0 },
  )
  const sent = members.map((each, position) => ({ ...each, id: ids[position] as string }))
  const outcome = terms.sendAt ? 'scheduled' : 'queued'
  const results = resultsOf(wish.people, sorted, outcome, sent)
  const count = (which: InviteResult['outcome']) => results.filter((each) => each.outcome === which).length
  return {
    batchId,
    counts: { queued: count('queued'), scheduled: count('scheduled'), notSent: count('not_sent') },
    results,
  }
}

interface Offers {
  of(index: number): Offer
}

/** What each person is offered, each different offer held against the ceiling once. */
async function readOffers(
  tx: Tx,
  actor: Actor,
  place: Place,
  organisation: OrganisationRow,
  wish: InviteWish,
): Promise<Offers> {
  const all = [wish, ...wish.people]
  const named = all.flatMap((each) => [
    ...(each.units ?? []),
    ...(each.roles ?? []).flatMap((role) => (typeof role === 'string' ? [] : role.unit)),
  ])
  const found = await findUnitPlaces(tx, [...new Set(named)])
  const units = new Map([...found].filter(([, unit]) => maySee(actor, unit)))
  const known = new Map<string, Offer>()
  const read = (asked: OfferWish, pointer: string): Offer => {
    const key = JSON.stringify([asked.roles ?? [], asked.units ?? []])
    const before = known.get(key)
    if (before) return before
    const offer = readOffer(asked, place, units, pointer, wish.permissions)
    const refusal = whyNotOffer(actor, offer, place, units)
    if (refusal) throw refusal
    if (organisation.needsUnit && offer.unitIds.length === 0)
      throw wrongFields([
        {
          pointer: `${pointer}/units`,
          code: 'unit_needed',
          detail: `Choose a unit: ${organisation.name} asks for one.`,
        },
      ])
    known.set(key, offer)
    return offer
  }
  const offers = wish.people.map((person, index) =>
    person.roles || person.units
      ? read({ roles: person.roles ?? wish.roles, units: person.units ?? wish.units }, `#/people/${index}`)
      : read({ roles: wish.roles, units: wish.units }, '#'),
  )
  return { of: (index) => offers[index] as Offer }
}

const nameOf = (person: PersonWish | undefined) => ({
  givenName: readName(person?.givenName),
  familyName: readName(person?.familyName),
})

/** A name stands in the mail, where nobody is to be led anywhere by it: what holds an address is left out. */
function readName(typed: string | undefined): string {
  const name = [...cleanLine(typed ?? '')].slice(0, NAME_MAX).join('')
  return holdsAddress(name) ? '' : name
}

interface Sorted {
  toInvite: { index: number; email: string }[]
  refused: Map<number, NotSent>
  known: Map<string, KnownAddress>
}

/** Who gets an invitation, be it a first one or one that renews an expired one, and who gets none and why. */
async function sortPeople(
  tx: Tx,
  actor: Actor,
  place: Place,
  organisation: OrganisationRow,
  people: PersonWish[],
): Promise<Sorted> {
  const refused = new Map<number, NotSent>()
  const first = new Map<string, number>()
  for (const [index, person] of people.entries()) {
    const email = canonicalEmail(person.email)
    if (!email) refused.set(index, notSent.notAnAddress(person.email))
    else if (first.has(email)) refused.set(index, notSent.repeat(email))
    else first.set(email, index)
  }
  const emails = [...first.keys()]
  const known = await findByAddress(tx, organisation.id, emails)
  const overMailed = await findOverMailed(tx, emails, MAILS_A_DAY)
  const beyond = await findBeyond(tx, actor, place, [...known.values()])
  for (const [email, index] of first) {
    const there = known.get(email)
    const reason =
      whyNoInvitation(there, organisation.name) ??
      beyond.get(email) ??
      (overMailed.has(email)
        ? notSent.tooManyMails(there?.membershipId ? there.name : email, MAILS_A_DAY)
        : null)
    if (reason) refused.set(index, reason)
  }
  const toInvite = [...first]
    .filter(([, index]) => !refused.has(index))
    .map(([email, index]) => ({ email, index }))
  return { toInvite, refused, known }
}

/** Those known here and not registered whom the actor may not invite, because of what they hold or were offered. */
async function findBeyond(
  tx: Tx,
  actor: Actor,
  place: Place,
  known: KnownAddress[],
): Promise<Map<string, NotSent>> {
  const ids = known.flatMap(({ status, membershipId }) =>
    membershipId && (status === 'not_invited' || status === 'expired') ? membershipId : [],
  )
  if (ids.length === 0) return new Map()
  const members = await findMembers(tx, place.organisationId, ids)
  const units = await findUnitPlaces(tx, members.flatMap(unitsOf))
  return new Map(
    members.flatMap((member): [string, NotSent][] => {
      const refusal =
        whyNotReinvite(actor, asTarget(member, units), place) ?? whyNotOfferHeld(actor, member, place, units)
      return refusal ? [[member.email, notSent.refused(refusal)]] : []
    }),
  )
}

function resultsOf(
  people: PersonWish[],
  sorted: Sorted,
  outcome: 'queued' | 'scheduled',
  sent: { index: number; id: string; email: string; membershipId: string }[],
): InviteResult[] {
  const byIndex = new Map(sent.map((each) => [each.index, each]))
  return people.map((person, index) => {
    const made = byIndex.get(index)
    if (made) return { index, email: made.email, outcome, invitationId: made.id, personId: made.membershipId }
    const email = canonicalEmail(person.email) ?? person.email
    const known = sorted.known.get(email)
    // Somebody else invited them between our look and our change.
    const reason =
      sorted.refused.get(index) ??
      ({
        code: 'already_invited',
        detail: `${email} was invited by somebody else at this moment.`,
        wayOn: 'resend',
      } satisfies NotSent)
    return {
      index,
      email,
      outcome: 'not_sent',
      ...reason,
      ...(known?.membershipId && known.status
        ? { person: { id: known.membershipId, name: known.name, status: known.status } }
        : {}),
    }
  })
}
