import type { Anonymous, Person } from '../../kernel/actor.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { App } from '../../platform/app.ts'
import { refuseAbove, sourceOf } from '../../platform/database/counters.ts'
import { inTenant, type Tx } from '../../platform/database/database.ts'
import { holdingsOf, lockTenant } from '../access/places.queries.ts'
import { record } from '../audit/record.ts'
import { readdressInvitations } from '../invitations/readdress.ts'
import { queueMessages } from '../messages/queue-messages.ts'
import { findAddressHolder } from '../people/address-holder.queries.ts'
import { whyNotEdit } from '../people/edit-person.policy.ts'
import { saveValues } from '../people/edit-person.queries.ts'
import { lockAccounts } from '../people/inactive-members.queries.ts'
import { readNow } from '../people/people-ground.queries.ts'
import { findPersonRows } from '../people/person-rows.queries.ts'
import { placeOf, targetOf } from '../people/seen-person.ts'
import {
  consumeEmailChange,
  EMAIL_CHANGE_DAYS,
  type EmailChangeOfToken,
  findEmailChangeOfToken,
} from '../sign-in/email-changes.queries.ts'
import { endOneTime } from '../sign-in/first-password.queries.ts'
import { startSession } from '../sign-in/start-session.ts'
import { UNKNOWN_LINKS } from '../sign-in/unknown-links.ts'

export interface SeenEmailChange {
  organisation: string
  /** The address that the link went to. */
  email: string
}

/** What the page behind a link says. Opening it changes nothing, however often. @throws Refusal link_*, slow_down */
export async function seeEmailChange(
  app: App,
  visitor: Anonymous | Person,
  token: string,
): Promise<SeenEmailChange> {
  const { organisation, newEmail } = await readLink(app, visitor, token)
  return { organisation, email: newEmail }
}

export interface ConfirmedEmail extends SeenEmailChange {
  /** Of the person themselves, if they are signed in here: everything else of theirs has ended. */
  sessionToken: string | null
}

/**
 * The new address takes the place of the old one, proved. All sessions, remembered browsers and links of the person
 * end, and so does a one-time password, which went to the old address; in the browser in which they are signed in they go on with a new token. Both addresses are told. Whoever asked
 * for the change must still be allowed to.
 * @throws Refusal link_unknown, link_used, link_revoked, link_expired, address_in_use, slow_down
 */
export async function confirmEmailChange(
  app: App,
  visitor: Anonymous | Person,
  token: string,
): Promise<ConfirmedEmail> {
  const seen = await readLink(app, visitor, token)
  return inTenant(app.database, visitor.tenantId, async (tx) => {
    await lockTenant(tx, visitor.tenantId)
    await lockAccounts(tx, [seen.accountId])
    const change = await findEmailChangeOfToken(tx, token)
    if (change?.state !== 'open') throw deadLink(change?.state)
    if (!(await mayStill(tx, visitor, change))) throw deadLink('revoked')
    if (await findAddressHolder(tx, change.newEmail)) throw takenMeanwhile()
    if (!(await consumeEmailChange(tx, token))) throw deadLink('used')
    await saveValues(tx, change, { email: change.newEmail }, await readNow(tx))
    await endOneTime(tx, change.accountId)
    const letter = {
      kind: 'email_changed',
      organisationId: change.organisationId,
      accountId: change.accountId,
      subjectIds: { changeId: change.id },
    }
    await queueMessages(tx, [
      { ...letter, to: change.newEmail },
      { ...letter, to: change.email },
    ])
    await record(app, tx, visitor, [
      {
        event: 'email.changed',
        subjectId: change.accountId,
        organisationId: change.organisationId,
        detail: { membershipId: change.membershipId, changeId: change.id, fields: ['email'] },
        subjectDetail: { changes: [{ field: 'email', before: change.email, after: change.newEmail }] },
      },
    ])
    await readdressInvitations(app, tx, visitor, [change.accountId])
    const own = visitor.kind === 'person' && visitor.accountId === change.accountId
    return {
      organisation: change.organisation,
      email: change.newEmail,
      sessionToken: own ? await startSession(app, tx, visitor, change.accountId, ['password']) : null,
    }
  })
}

/** Whether who asked for it may still change this person's address. */
async function mayStill(tx: Tx, visitor: Anonymous | Person, change: EmailChangeOfToken): Promise<boolean> {
  const [row] = await findPersonRows(tx, [change.membershipId])
  if (!row) return false
  if (!change.askedBy) return true
  const asker: Person = {
    kind: 'person',
    tenantId: visitor.tenantId,
    accountId: change.askedBy,
    sessionId: '',
    email: '',
    givenName: '',
    familyName: '',
    language: '',
    holdings: await holdingsOf(tx, change.askedBy),
    proofSeconds: 0,
    request: visitor.request,
  }
  return whyNotEdit('email', asker, targetOf(row), placeOf(row)) === null
}

async function readLink(app: App, visitor: Anonymous | Person, token: string): Promise<EmailChangeOfToken> {
  const change = await inTenant(app.database, visitor.tenantId, (tx) => findEmailChangeOfToken(tx, token))
  if (!change) await refuseAbove(app.database, UNKNOWN_LINKS, sourceOf(visitor.request.address))
  if (change?.state !== 'open') throw deadLink(change?.state)
  return change
}

/** Says what became of a link, and nothing about the person. */
function deadLink(state: Exclude<EmailChangeOfToken['state'], 'open'> | undefined): Refusal {
  switch (state) {
    case undefined:
      return new Refusal(
        'not_found',
        'link_unknown',
        'We don’t know this link. Check that you copied all of it.',
      )
    case 'used':
      return new Refusal(
        'gone',
        'link_used',
        'This address has been confirmed already. Sign in with it from now on.',
      )
    case 'revoked':
      return new Refusal(
        'gone',
        'link_revoked',
        'This link has stopped working: the change was called off, or something else about the account changed since.',
      )
    case 'expired':
      return new Refusal(
        'gone',
        'link_expired',
        `Links like this work for ${EMAIL_CHANGE_DAYS} days. Ask whoever changed your address to do it again.`,
      )
    default:
      return state satisfies never
  }
}

const takenMeanwhile = () =>
  new Refusal(
    'conflict',
    'address_in_use',
    'Somebody else has this address by now. Ask whoever changed your address to look at it.',
  )
