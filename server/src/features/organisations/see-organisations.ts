import type { Actor } from '../../kernel/actor.ts'
import { type Count, exactTotal, type Page, writeCursor } from '../../kernel/paging.ts'
import { notFound } from '../../kernel/refusal.ts'
import type { App } from '../../platform/app.ts'
import { inTenant } from '../../platform/database/database.ts'
import { whoMayInvite } from '../access/at-a-unit.policy.ts'
import { sightOf } from '../access/authorize.policy.ts'
import { type Action, actionFor, inSight } from '../access/require.ts'
import { seesOnlySeats } from '../access/seats-only.policy.ts'
import type { OrganisationSort } from './organisation.ts'
import {
  countOrganisations,
  findOrganisation,
  findTop,
  listOrganisations,
  type OrganisationCursor,
  type OrganisationRow,
} from './organisations.queries.ts'

export type SeenOrganisation = Omit<OrganisationRow, 'path'> & { actions: Action[] }

/** The organisations in the actor's sight, and whether schools may be added at the topmost of them. */
export async function seeOrganisations(
  app: App,
  actor: Actor,
  page: {
    q: string
    sort: OrganisationSort
    limit: number
    after: OrganisationCursor | null
    count: Count
  },
): Promise<Page<SeenOrganisation> & { actions: Action[] }> {
  return inTenant(app.database, actor.tenantId, async (tx) => {
    const sight = sightOf(actor)
    const wanted = { sight, q: page.q }
    const rows = await listOrganisations(tx, wanted, { ...page, limit: page.limit + 1 })
    const shown = rows.slice(0, page.limit)
    const last = shown.at(-1)
    const top = await findTop(tx, sight)
    return {
      data: shown.map(({ cursor, ...row }) => asSeen(actor, row)),
      next: rows.length > page.limit && last ? writeCursor(last.cursor) : null,
      ...(await exactTotal(page.count, () => countOrganisations(tx, wanted))),
      actions: top ? [actionFor(actor, 'organisations.create', top)] : [],
    }
  })
}

/** One organisation. @throws Refusal not_found */
export async function seeOrganisation(app: App, actor: Actor, id: string): Promise<SeenOrganisation> {
  return inTenant(app.database, actor.tenantId, async (tx) => {
    const row = await findOrganisation(tx, id)
    if (!row) throw notFound()
    inSight(actor, placeOf(row))
    return asSeen(actor, row)
  })
}

const placeOf = (row: OrganisationRow) => ({ organisationId: row.id, path: row.path, type: row.type })

function asSeen(actor: Actor, row: OrganisationRow): SeenOrganisation {
  const { path, ...plain } = row
  const place = placeOf(row)
  return {
    ...plain,
    actions: [
      actionFor(actor, 'users.view', place),
      actionFor(actor, 'users.create', place),
      whoMayInvite(actor, place),
      actionFor(actor, 'staff_list.view', place),
      actionFor(actor, 'staff_list.upload', place),
      actionFor(actor, 'audit.view', place),
      actionFor(actor, 'organisations.edit', place),
      actionFor(actor, 'units.manage', place),
      { action: 'units.view', allowed: !seesOnlySeats(actor, place) },
      actionFor(actor, 'seats.view', place),
      ...(row.type === 'trust' ? [actionFor(actor, 'organisations.create', place)] : []),
    ],
  }
}
