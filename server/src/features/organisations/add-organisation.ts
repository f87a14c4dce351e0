import type { Actor } from '../../kernel/actor.ts'
import type { App } from '../../platform/app.ts'
import { changeAs } from '../../platform/database/change.ts'
import { refusedBy, type Tx } from '../../platform/database/database.ts'
import { findPlace } from '../access/places.queries.ts'
import { allowedAt } from '../access/require.ts'
import { record } from '../audit/record.ts'
import { type OrganisationType, readDomains, readTimeZone, refuse, slugOf } from './organisation.ts'
import { findTimeZone, insertOrganisation, type NewOrganisation } from './organisations.queries.ts'

export interface OrganisationWish {
  name: string
  type: OrganisationType
  parentId: string
  urn?: string | null | undefined
  domains?: string[] | undefined
  timeZone?: string | undefined
}

/**
 * Adds a school to a trust.
 * @returns its id
 * @throws Refusal not_found, forbidden, duplicate, duplicate_urn, parent_not_a_trust, domain_format, time_zone_unknown
 */
export async function addOrganisation(
  app: App,
  actor: Actor,
  wish: OrganisationWish,
): Promise<{ id: string }> {
  const domains = readDomains(wish.domains ?? [])
  const timeZone = wish.timeZone === undefined ? undefined : readTimeZone(wish.timeZone)
  return changeAs(app, actor, async (tx) => {
    const parent = allowedAt(actor, 'organisations.create', await findPlace(tx, wish.parentId))
    if (parent.type !== 'trust' || wish.type !== 'school') throw refuse.schoolHasNoSchools()
    const id = await insertOrSay(tx, {
      parentId: wish.parentId,
      type: wish.type,
      name: wish.name,
      slug: slugOf(wish.name),
      urn: wish.urn ?? null,
      timeZone: timeZone ?? (await findTimeZone(tx, wish.parentId)),
      domains,
    })
    await record(app, tx, actor, [
      {
        event: 'organisation.added',
        organisationId: id,
        detail: { type: wish.type, parentId: wish.parentId },
      },
    ])
    return { id }
  })
}

/** Inserts, and turns a taken name or URN into a sentence. */
export async function insertOrSay(tx: Tx, draft: NewOrganisation): Promise<string> {
  return insertOrganisation(tx, draft).catch((error: unknown) => {
    throw takenAs(error, draft.name, draft.urn ?? '')
  })
}

export function takenAs(error: unknown, name: string, urn: string): unknown {
  switch (refusedBy(error)) {
    case 'organisations_name_key':
      return refuse.duplicateName(name)
    case 'organisations_urn_key':
      return refuse.duplicateUrn(urn)
    default:
      return error
  }
}
