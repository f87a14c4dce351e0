import type { Actor } from '../../kernel/actor.ts'
import { type Count, exactTotal, type Page, writeCursor } from '../../kernel/paging.ts'
import { notFound, wrongFields } from '../../kernel/refusal.ts'
import type { App } from '../../platform/app.ts'
import { changeAs } from '../../platform/database/change.ts'
import { inTenant, type Tx } from '../../platform/database/database.ts'
import { findPlace } from '../access/places.queries.ts'
import { type Action, actionFor, allowedAt } from '../access/require.ts'
import { record } from '../audit/record.ts'
import { jobCategoryLabel, RELATIONSHIPS, type Relationship } from '../people/job-category.ts'
import { createIn, type PersonWish, readPassword } from './create-person.ts'
import { readNames, readWork, type WorkWish } from './newcomer.ts'
import type { CreatedPerson } from './say-created.ts'
import {
  countStaffRecords,
  deleteStaffRecord,
  insertStaffRecord,
  listStaffRecords,
  lockStaffRecord,
  type StaffRecord,
} from './staff-without-email.queries.ts'

export interface SeenStaffRecord extends Omit<StaffRecord, 'organisationId' | 'addedAt'> {
  jobCategoryLabel: string | null
  relationshipLabel: string
  addedAt: string
}

/** Staff of an organisation who have no address and so no account, by name. @throws Refusal not_found, forbidden */
export async function seeStaffWithoutEmail(
  app: App,
  actor: Actor,
  organisationId: string,
  page: { limit: number; after: [string, string, string] | null; count: Count },
): Promise<Page<SeenStaffRecord> & { actions: Action[] }> {
  return inTenant(app.database, actor.tenantId, async (tx) => {
    const place = allowedAt(actor, 'users.view', await findPlace(tx, organisationId))
    const rows = await listStaffRecords(tx, organisationId, page.after, page.limit + 1)
    const shown = rows.slice(0, page.limit)
    const last = shown.at(-1)
    return {
      data: shown.map(asSeen),
      next: rows.length > page.limit && last ? writeCursor(last.cursor) : null,
      ...(await exactTotal(page.count, () => countStaffRecords(tx, organisationId))),
      actions: [actionFor(actor, 'users.create', place)],
    }
  })
}

/**
 * Writes down somebody who works here and has no address: no account, no mail, no seat.
 * @throws Refusal not_found, forbidden, given_name_missing, family_name_missing
 */
export async function addStaffWithoutEmail(
  app: App,
  actor: Actor,
  organisationId: string,
  wish: WorkWish & { givenName: string; familyName: string },
): Promise<{ id: string }> {
  return changeAs(app, actor, async (tx) => {
    allowedAt(actor, 'users.create', await findPlace(tx, organisationId))
    const { givenName, familyName, problems } = readNames(wish)
    if (problems.length > 0) throw wrongFields(problems)
    const work = readWork(wish)
    const id = await insertStaffRecord(
      tx,
      { organisationId, givenName, familyName, ...work, relationship: work.relationship ?? 'employee' },
      actor.kind === 'person' ? actor.accountId : null,
    )
    await record(app, tx, actor, [
      { event: 'staff_record.added', organisationId, detail: { staffRecordId: id } },
    ])
    return { id }
  })
}

/** Forgets somebody who was written down without an address. @throws Refusal not_found, forbidden */
export async function removeStaffWithoutEmail(app: App, actor: Actor, id: string): Promise<void> {
  return changeAs(app, actor, async (tx) => {
    const { organisationId } = await findRecord(tx, actor, id)
    await deleteStaffRecord(tx, id)
    await record(app, tx, actor, [
      { event: 'staff_record.removed', organisationId, detail: { staffRecordId: id } },
    ])
  })
}

/**
 * Makes a person of somebody who has an address now, with what was known of their work; the record goes.
 * @throws Refusal as createPerson()
 */
export async function giveAddress(
  app: App,
  actor: Actor,
  id: string,
  wish: Omit<PersonWish, keyof WorkWish | 'givenName' | 'familyName'>,
): Promise<CreatedPerson> {
  const found = await inTenant(app.database, actor.tenantId, (tx) => findRecord(tx, actor, id))
  const password = await readPassword(app, actor, found.organisationId, { ...wish, ...asWish(found) })
  return changeAs(app, actor, async (tx) => {
    const staff = await findRecord(tx, actor, id)
    const made = await createIn(app, tx, actor, staff.organisationId, { ...wish, ...asWish(staff) }, password)
    await deleteStaffRecord(tx, id)
    return made
  })
}

async function findRecord(tx: Tx, actor: Actor, id: string): Promise<StaffRecord> {
  const staff = await lockStaffRecord(tx, id)
  if (!staff) throw notFound()
  allowedAt(actor, 'users.create', await findPlace(tx, staff.organisationId))
  return staff
}

const asWish = ({ givenName, familyName, ...staff }: StaffRecord) => ({
  givenName,
  familyName,
  jobTitle: staff.jobTitle ?? undefined,
  jobCategory: staff.jobCategory ?? undefined,
  staffNumber: staff.staffNumber ?? undefined,
  relationship: staff.relationship,
  startDate: staff.startDate ?? undefined,
})

const asSeen = ({
  organisationId: _,
  addedAt,
  ...staff
}: StaffRecord & { cursor?: unknown }): SeenStaffRecord => ({
  id: staff.id,
  givenName: staff.givenName,
  familyName: staff.familyName,
  jobTitle: staff.jobTitle,
  jobCategory: staff.jobCategory,
  jobCategoryLabel: staff.jobCategory && jobCategoryLabel(staff.jobCategory),
  staffNumber: staff.staffNumber,
  relationship: staff.relationship,
  relationshipLabel: RELATIONSHIPS[staff.relationship as Relationship] ?? staff.relationship,
  startDate: staff.startDate,
  addedAt: addedAt.toISOString(),
})
