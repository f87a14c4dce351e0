import type { Actor } from '../../kernel/actor.ts'
import type { App } from '../../platform/app.ts'
import { changeAs } from '../../platform/database/change.ts'
import type { Tx } from '../../platform/database/database.ts'
import { asOfNow } from '../access/as-of-now.ts'
import { lockTenant } from '../access/places.queries.ts'
import { record } from '../audit/record.ts'
import { readdressInvitations } from '../invitations/readdress.ts'
import { type Found, findToMove } from '../leaving/find-to-move.ts'
import { mailSentence } from '../messages/see-messages.ts'
import { readdressFirstLetters } from '../newcomers/readdress-first-letters.ts'
import { readDeletionDate } from '../people/deletion-date.ts'
import { type EditField, whyNotEdit } from '../people/edit-person.policy.ts'
import { type EditFacts, findEditFacts, saveValues } from '../people/edit-person.queries.ts'
import { lockAccounts } from '../people/inactive-members.queries.ts'
import { changeLabels, type Labels } from '../people/label-members.queries.ts'
import { nameOf, targetOf } from '../people/seen-person.ts'
import { type ActedOn, memberOf } from './act-on-account.ts'
import { whyTaken } from './address-taken.ts'
import { askEmailChange } from './ask-email-change.ts'
import { LABELS_MAX, labelsInWords } from './label-members.ts'
import { type EditWish, type ReadEdit, readEdit } from './read-edit.ts'

export interface Edited extends ActedOn {
  /** Fields that are others now. */
  changed: EditField[]
  /** The address that waits for its proof, if that is what came of it. */
  emailAsked: string | null
}

/**
 * Changes what is known of a person by hand. Only what differs is checked, field by field, and recorded with before and
 * after; if nothing does, nothing is. A new address of somebody who can sign in, or is active somewhere, changes nothing
 * yet: a link goes to it, and both addresses are told. Of somebody who never registered it changes at once, and an
 * open invitation, or the email about an account that was set up, follows it.
 * @throws Refusal not_found, forbidden, person_above_yours, person_shared, not_yourself, address_in_use, slow_down,
 *   deletion_date_not_at_units, deletion_date_past, reauth_required, and as readEdit
 */
export async function editPerson(
  app: App,
  actor: Actor,
  membershipId: string,
  wish: EditWish,
): Promise<Edited> {
  return changeAs(app, actor, async (tx) => {
    await lockTenant(tx, actor.tenantId)
    const now = await asOfNow(tx, actor)
    const found = await findToMove(tx, now, membershipId)
    const facts = await findEditFacts(tx, membershipId)
    const changes = readEdit(wish, presentValues(found, facts))
    for (const field of Object.keys(changes) as EditField[]) {
      const refusal = whyNotEdit(field, now, targetOf(found.row), found.place)
      if (refusal) throw refusal
    }
    await readDeletionDate(tx, now, found.place, changes.deletionDate)
    await lockAccounts(tx, [found.row.personId])
    const { email, ...others } = changes
    const asks = email && facts.usesAddress
    const saved = asks ? others : changes
    if (email) {
      const taken = await whyTaken(tx, now, found.place, email, found.row.personId)
      if (taken) throw taken
    }
    await save(app, tx, now, found, saved, presentValues(found, facts))
    if (asks) await askEmailChange(app, tx, now, found, email)
    const { status, statusLabel, statusDetail } = (await findToMove(tx, now, membershipId)).seen
    return {
      status,
      statusLabel,
      statusDetail,
      changed: Object.keys(saved) as EditField[],
      emailAsked: asks ? email : null,
      sentence: sentenceFor(app, nameOf({ ...found.row, ...named(changes) }), saved, asks ? email : null),
    }
  })
}

async function save(app: App, tx: Tx, now: Actor, found: Found, changes: ReadEdit, before: ReadEdit) {
  const { labels, ...values } = changes
  const fields = Object.keys(changes) as EditField[]
  if (fields.length === 0) return
  const member = memberOf(found.row)
  await saveValues(tx, member, values)
  if (labels) {
    const remove = Object.keys(before.labels ?? {}).filter((key) => !Object.hasOwn(labels, key))
    await changeLabels(tx, [{ membershipId: member.membershipId, set: labels, remove }], LABELS_MAX)
  }
  await record(app, tx, now, [
    {
      event: 'person.changed',
      subjectId: member.accountId,
      organisationId: member.organisationId,
      detail: { membershipId: member.membershipId, fields },
      subjectDetail: {
        changes: fields.map((field) => ({
          field,
          before: inWords(before[field]),
          after: inWords(changes[field]),
        })),
      },
    },
  ])
  if (values.email) {
    await readdressInvitations(app, tx, now, [member.accountId])
    await readdressFirstLetters(tx, [member.accountId])
  }
}

const inWords = (value: string | Labels | null | undefined) =>
  typeof value === 'object' && value !== null ? labelsInWords(value) : (value ?? null)

/** What stands of a person now, as a form shows it. */
export const presentValues = ({ row }: Found, facts: EditFacts) => ({
  givenName: row.givenName,
  familyName: row.familyName,
  email: row.email,
  language: facts.language,
  jobTitle: row.jobTitle,
  jobCategory: facts.jobCategory,
  staffNumber: row.staffNumber,
  relationship: row.relationship,
  startDate: facts.startDate,
  leavingDate: facts.leavingDate,
  labels: row.labels,
  deletionDate: facts.deletionDate,
})

const named = ({ givenName, familyName }: ReadEdit) => ({
  ...(givenName ? { givenName } : {}),
  ...(familyName ? { familyName } : {}),
})

function sentenceFor(app: App, name: string, saved: ReadEdit, asked: string | null): string {
  const { mode, sentence } = mailSentence(app)
  const letter =
    mode === 'captured'
      ? `An email to ${asked} with a link to confirm it was written. ${sentence}`
      : `A link to confirm the new address is on its way to ${asked}.`
  const waits = `${letter} Until the link is used, ${name} keeps the old address.`
  if (Object.keys(saved).length === 0)
    return asked ? waits : `Nothing was changed: ${name}’s details were like this already.`
  return asked ? `${name}’s details are saved. ${waits}` : `${name}’s details are saved.`
}
