import type { Actor, Place } from '../../kernel/actor.ts'
import { type Count, exactTotal, type Page, writeCursor } from '../../kernel/paging.ts'
import { notFound } from '../../kernel/refusal.ts'
import type { App } from '../../platform/app.ts'
import { inTenant } from '../../platform/database/database.ts'
import { maySee } from '../access/authorize.policy.ts'
import { findPlace } from '../access/places.queries.ts'
import { type Action, actionFor, inSight } from '../access/require.ts'
import { mustSeeMoreThanSeats } from '../access/seats-only.policy.ts'
import type { UnitSort } from './unit.ts'
import {
  countUnits,
  findUnit,
  listPrivateUnits,
  listUnits,
  type UnitCursor,
  type UnitRow,
} from './units.queries.ts'

export type SeenUnit = Omit<UnitRow, 'path' | 'kinds'> & { actions: Action[] }

/**
 * The units of an organisation that the actor sees. Private ones are left out for who stands outside them, and out of
 * the total.
 * @throws Refusal not_found, forbidden for who is here for the money alone
 */
export async function seeUnits(
  app: App,
  actor: Actor,
  organisationId: string,
  page: { q: string; sort: UnitSort; limit: number; after: UnitCursor | null; count: Count },
): Promise<Page<SeenUnit> & { actions: Action[] }> {
  return inTenant(app.database, actor.tenantId, async (tx) => {
    const organisation = inSight(actor, await findPlace(tx, organisationId))
    mustSeeMoreThanSeats(actor, organisation)
    const hiddenIds = (await listPrivateUnits(tx, organisationId))
      .filter((unit) => !maySee(actor, placeOf(organisation, unit)))
      .map(({ id }) => id)
    const wanted = { organisationId, hiddenIds, q: page.q }
    const rows = await listUnits(tx, wanted, { ...page, limit: page.limit + 1 })
    const shown = rows.slice(0, page.limit)
    const last = shown.at(-1)
    return {
      data: shown.map(({ cursor, ...row }) => asSeen(actor, organisation, row)),
      next: rows.length > page.limit && last ? writeCursor(last.cursor) : null,
      ...(await exactTotal(page.count, () => countUnits(tx, wanted))),
      actions: [actionFor(actor, 'units.manage', organisation)],
    }
  })
}

/** One unit. @throws Refusal not_found, forbidden */
export async function seeUnit(app: App, actor: Actor, id: string): Promise<SeenUnit> {
  return inTenant(app.database, actor.tenantId, async (tx) => {
    const unit = await findUnit(tx, id)
    const organisation = unit && (await findPlace(tx, unit.organisationId))
    if (!unit || !organisation) throw notFound()
    inSight(actor, placeOf(organisation, unit))
    mustSeeMoreThanSeats(actor, organisation)
    return asSeen(actor, organisation, unit)
  })
}

const placeOf = (organisation: Place, unit: UnitRow): Place => ({
  ...organisation,
  unit: { id: unit.id, kinds: unit.kinds, path: unit.path, private: unit.private },
})

function asSeen(actor: Actor, organisation: Place, unit: UnitRow): SeenUnit {
  const { path, kinds, ...plain } = unit
  return { ...plain, actions: [actionFor(actor, 'units.manage', placeOf(organisation, unit))] }
}
