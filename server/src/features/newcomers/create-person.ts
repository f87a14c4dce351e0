import type { Actor, Place } from '../../kernel/actor.ts'
import { type FieldProblem, notFound, Refusal, wrongFields } from '../../kernel/refusal.ts'
import type { App } from '../../platform/app.ts'
import { type HashedPassword, hashPassword } from '../../platform/crypto/passwords.ts'
import { changeAs } from '../../platform/database/change.ts'
import { inTenant, type Tx } from '../../platform/database/database.ts'
import { allowedAt } from '../access/require.ts'
import { record } from '../audit/record.ts'
import { inviteIn } from '../invitations/invite.ts'
import type { OfferWish } from '../invitations/offer.ts'
import { readTerms, type TermsWish } from '../invitations/terms.ts'
import { findOrganisation, type OrganisationRow } from '../organisations/organisations.queries.ts'
import { createMember, describeMember, type MadeMember } from '../people/create-members.queries.ts'
import { acceptPassword } from '../sign-in/password.ts'
import { giveRoles, readRoles } from './give-roles.ts'
import { lookAtAddress } from './known-address.ts'
import { type Notify, readEmail, readNames, readWork, type WorkWish } from './newcomer.ts'
import { type CreatedPerson, sayCreated } from './say-created.ts'
import { setUpAccounts } from './set-up-accounts.ts'

/** A person as a form describes them. */
export interface PersonWish extends OfferWish, TermsWish, WorkWish {
  email: string
  givenName: string
  familyName: string
  permissions?: string[] | undefined
  /** Last day of work, YYYY-MM-DD: for lists and reminders, it ends nothing. */
  leavingDate?: string | undefined
  notify: Notify
  /** To begin with, instead of a random one by email; handed over by who adds the person. */
  password?: string | undefined
  /** Says in so many words whether a random one is mailed; unsaid, it is when no password is given. */
  mailPassword?: boolean | undefined
}

/**
 * Adds one person: invited now or on a date, not invited yet, or with an account that is set up for them. Of the last
 * the password is random and mailed, or typed here and handed over; either way it works once, to choose one's own, and
 * the person is active and takes a seat when the email that tells them is handed over to the mail server.
 * @throws Refusal not_found, forbidden, given_name_missing, family_name_missing, email_missing, email_format,
 *   leaving_before_start, password_or_mail, password_not_here, password_*, already_active, already_invited, already_added, already_on_its_way,
 *   archived_match, awaiting_approval, in_other_school, address_in_use, changed_meanwhile, and those of invite()
 */
export async function createPerson(
  app: App,
  actor: Actor,
  organisationId: string,
  wish: PersonWish,
): Promise<CreatedPerson> {
  const password = await readPassword(app, actor, organisationId, wish)
  return changeAs(app, actor, (tx) => createIn(app, tx, actor, organisationId, wish, password))
}

/** As createPerson(), in the transaction of a change that does more. */
export async function createIn(
  app: App,
  tx: Tx,
  actor: Actor,
  organisationId: string,
  wish: PersonWish,
  password: HashedPassword | null,
): Promise<CreatedPerson> {
  const { organisation, place } = await findGround(tx, actor, organisationId)
  const person = readPerson(wish)
  const terms = await readTerms(tx, actor, place, wish)
  const known = await lookAtAddress(tx, actor, organisation, person.email)
  if (!known.fits.includes(wish.notify))
    throw new Refusal('conflict', known.code ?? 'address_in_use', known.detail ?? '')
  const { labels, deletionDate } = terms
  const details = { ...readWork(wish), labels, deletionDate, leavingDate: wish.leavingDate ?? null }
  if (wish.notify === 'invite') {
    const invited = await inviteOne(app, tx, actor, organisationId, wish)
    await describeMember(tx, invited.membershipId, details)
    return sayCreated(app, tx, actor, invited.membershipId, {
      notify: 'invite',
      sendAt: terms.sendAt,
      ...invited,
    })
  }
  const roles = await readRoles(tx, actor, place, organisation, wish)
  const made = await createMember(tx, organisationId, { ...person, language: terms.language })
  if (!made) throw changedMeanwhile()
  const given = await giveRoles(tx, actor, place, made, roles)
  await describeMember(tx, made.membershipId, details)
  if (wish.notify === 'none') {
    await recordCreated(app, tx, actor, organisationId, made, given)
    return sayCreated(app, tx, actor, made.membershipId, { notify: 'none' })
  }
  const member = { ...made, email: person.email, roles: given }
  await setUpAccounts(app, tx, actor, organisationId, [member], { password })
  return sayCreated(app, tx, actor, made.membershipId, { notify: 'credentials', mailed: password === null })
}

async function findGround(
  tx: Tx,
  actor: Actor,
  organisationId: string,
): Promise<{ organisation: OrganisationRow; place: Place }> {
  const organisation = await findOrganisation(tx, organisationId)
  if (!organisation) throw notFound()
  const { path, type } = organisation
  return { organisation, place: allowedAt(actor, 'users.create', { organisationId, path, type }) }
}

/** @throws Refusal with every field that needs another value */
function readPerson(wish: PersonWish): { email: string; givenName: string; familyName: string } {
  const { givenName, familyName, problems } = readNames(wish)
  const read = readEmail(wish.email)
  const all = [...problems, ...read.problems, ...dateProblems(wish), ...passwordProblems(wish)]
  if (all.length > 0) throw wrongFields(all)
  return { email: read.email, givenName, familyName }
}

const dateProblems = ({ startDate, leavingDate }: PersonWish): FieldProblem[] =>
  startDate && leavingDate && leavingDate < startDate
    ? [
        {
          pointer: '#/leavingDate',
          code: 'leaving_before_start',
          detail: 'The last day is before the first one. Change one of them.',
        },
      ]
    : []

/** Who is set up gets exactly one password to begin with: a typed one or a mailed one. */
function passwordProblems({ notify, password, mailPassword }: PersonWish): FieldProblem[] {
  const pointer = '#/password'
  if (notify !== 'credentials')
    return password === undefined && mailPassword === undefined
      ? []
      : [
          {
            pointer,
            code: 'password_not_here',
            detail: 'A password goes only with an account that is set up with a notification',
          },
        ]
  if ((password !== undefined) !== (mailPassword ?? password === undefined)) return []
  return [
    {
      pointer,
      code: 'password_or_mail',
      detail: 'Either type a password or have a one-time password mailed, not both and not neither',
    },
  ]
}

/** Looks at a typed password and hashes it, outside of any transaction. Whoever may not add people learns nothing of it. */
export async function readPassword(
  app: App,
  actor: Actor,
  organisationId: string,
  wish: PersonWish,
): Promise<HashedPassword | null> {
  if (wish.notify !== 'credentials' || wish.password === undefined) return null
  const { organisation } = await inTenant(app.database, actor.tenantId, (tx) =>
    findGround(tx, actor, organisationId),
  )
  const { email, givenName, familyName } = readPerson(wish)
  await acceptPassword(wish.password, { email, names: [givenName, familyName, organisation.name] })
  return hashPassword(app.keys, wish.password)
}

async function inviteOne(
  app: App,
  tx: Tx,
  actor: Actor,
  organisationId: string,
  wish: PersonWish,
): Promise<{ membershipId: string; invitationId: string; batchId: string }> {
  const { email, givenName, familyName, roles, units, permissions } = wish
  const { language, labels, message, sendAt, deletionDate } = wish
  const { batchId, results } = await inviteIn(app, tx, actor, organisationId, {
    people: [{ email, givenName, familyName }],
    ...{ roles, units, permissions, language, labels, message, sendAt, deletionDate },
  })
  const [result] = results
  if (!result?.personId || !result.invitationId)
    throw new Refusal('conflict', result?.code ?? 'changed_meanwhile', result?.detail ?? '')
  return { membershipId: result.personId, invitationId: result.invitationId, batchId }
}

const recordCreated = (
  app: App,
  tx: Tx,
  actor: Actor,
  organisationId: string,
  { membershipId, accountId }: MadeMember,
  roles: string[],
) =>
  record(app, tx, actor, [
    { event: 'person.created', subjectId: accountId, organisationId, detail: { membershipId, roles } },
  ])

const changedMeanwhile = () =>
  new Refusal('conflict', 'changed_meanwhile', 'Somebody else added this person at this moment. Look again.')
