import type { Actor } from '../../kernel/actor.ts'
import { notFound } from '../../kernel/refusal.ts'
import type { App } from '../../platform/app.ts'
import { inTenant } from '../../platform/database/database.ts'
import { authorize } from '../access/authorize.policy.ts'
import { whyNotSee } from '../access/see-person.policy.ts'
import type { MailKinds } from '../messages/message.ts'
import { readNow } from './people-ground.queries.ts'
import { type Field, fieldsOf } from './person-fields.ts'
import { findPersonRows } from './person-rows.queries.ts'
import { findSources } from './person-sources.queries.ts'
import { type Happening, happeningsOf } from './person-timeline.ts'
import { unitsOfRoles } from './see-people.ts'
import { suggestionFor } from './see-suggestion.ts'
import { asSeen, placeOf, type SeenPerson } from './seen-person.ts'
import type { Suggestion } from './suggest-role.policy.ts'

export interface PersonSheet extends SeenPerson {
  accountCreatedAt: string
  emailProvedAt: string | null
  language: string
  /** Null also for who may not see it. */
  mobile: string | null
  jobCategory: string | null
  /** Days, YYYY-MM-DD. */
  startDate: string | null
  leavingDate: string | null
  deletionDate: string | null
  /** A new address that waits to be confirmed. */
  waitingEmail: { email: string; by: string | null; at: string } | null
  /** A role that the job title suggests and the reader may give. */
  suggestion: Suggestion | null
  fields: Field[]
  timeline: Happening[]
}

/**
 * One person of an organisation: what is known of them, where it came from, and what happened to them here. Oneself is
 * always seen, though not one's mail.
 * @throws Refusal not_found, forbidden
 */
export async function seePerson(
  app: App,
  kinds: MailKinds,
  actor: Actor,
  membershipId: string,
): Promise<PersonSheet> {
  return inTenant(app.database, actor.tenantId, async (tx) => {
    const [row] = await findPersonRows(tx, [membershipId])
    const from = row && (await findSources(tx, membershipId))
    if (!row || !from) throw notFound()
    const place = placeOf(row)
    const unitPlaces = row.units.map((unit) => unit.place)
    const refusal = whyNotSee(actor, { accountId: row.personId, unitPlaces }, place)
    if (refusal) throw refusal

    const oneself = actor.kind === 'person' && actor.accountId === row.personId
    const seesMobile = oneself || [place, ...unitPlaces].some((at) => authorize(actor, 'users.edit', at))
    const seesMail = [place, ...unitPlaces].some((at) => authorize(actor, 'users.view', at))
    const now = await readNow(tx)
    const seen = asSeen(actor, row, await unitsOfRoles(tx, [row]), now)
    return {
      ...seen,
      accountCreatedAt: row.accountCreatedAt.toISOString(),
      emailProvedAt: row.emailProvedAt?.toISOString() ?? null,
      language: from.language,
      mobile: seesMobile ? from.mobile : null,
      jobCategory: from.jobCategory,
      startDate: from.startDate,
      leavingDate: from.leavingDate,
      deletionDate: from.deletionDate,
      waitingEmail: from.waitingEmail,
      suggestion: await suggestionFor(tx, actor, row, place),
      fields: fieldsOf(seen, from, { now, timeZone: row.organisation.timeZone }, seesMobile),
      timeline: await happeningsOf(
        tx,
        kinds,
        { accountId: row.personId, organisationId: row.organisation.id },
        seesMail,
      ),
    }
  })
}
