import type { Actor, Place } from '../../kernel/actor.ts'
import { type Page, writeCursor } from '../../kernel/paging.ts'
import { notFound } from '../../kernel/refusal.ts'
import type { App } from '../../platform/app.ts'
import { inTenant } from '../../platform/database/database.ts'
import { maySee } from '../access/authorize.policy.ts'
import { findPlace } from '../access/places.queries.ts'
import { type Action, actionFor, inSight } from '../access/require.ts'
import { mustSeeMoreThanSeats } from '../access/seats-only.policy.ts'
import { findUnit, listUnits, type UnitRow } from './units.queries.ts'

export type SeenUnit = Omit<UnitRow, 'path' | 'kinds'> & { actions: Action[] }

/**
 * The units of an organisation that the actor sees, by kind and name. Private ones are left out for who stands
 * outside them, so a page may be shorter than asked.
 * @throws Refusal not_found, forbidden for who is here for the money alone
 */
export async function seeUnits(
  app: App,
  actor: Actor,
  organisationId: string,
  page: { limit: number; after: [string, string, string] | null },
): Promise<Page<SeenUnit> & { actions: Action[] }> {
  return inTenant(app.database, actor.tenantId, async (tx) => {
    const organisation = inSight(actor, await findPlace(tx, organisationId))
    mustSeeMoreThanSeats(actor, organisation)
    const rows = await listUnits(tx, organisationId, page.after, page.limit + 1)
    const last = rows.slice(0, page.limit).at(-1)
    const visible = rows.slice(0, page.limit).filter((row) => maySee(actor, placeOf(organisation, row)))
    return {
      data: visible.map(({ cursor, ...row }) => asSeen(actor, organisation, row)),
      next: rows.length > page.limit && last ? writeCursor(last.cursor) : null,
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
