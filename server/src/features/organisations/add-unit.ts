import type { Actor } from '../../kernel/actor.ts'
import { notFound } from '../../kernel/refusal.ts'
import type { App } from '../../platform/app.ts'
import { changeAs } from '../../platform/database/change.ts'
import { refusedBy, type Tx } from '../../platform/database/database.ts'
import { authorize, maySee } from '../access/authorize.policy.ts'
import { findPlace, findUnitPlace } from '../access/places.queries.ts'
import { inSight } from '../access/require.ts'
import { record } from '../audit/record.ts'
import { refuse, UNIT_DEPTH_MAX, type UnitKind } from './unit.ts'
import { insertUnit, lockUnitTree } from './units.queries.ts'

export interface UnitWish {
  name: string
  kind: UnitKind
  parentId?: string | null | undefined
  private?: boolean | undefined
}

/**
 * Adds a unit to an organisation, or inside another unit of it.
 * @returns its id
 * @throws Refusal not_found, forbidden, duplicate, too_deep
 */
export async function addUnit(
  app: App,
  actor: Actor,
  organisationId: string,
  wish: UnitWish,
): Promise<{ id: string }> {
  return changeAs(app, actor, async (tx) => {
    const organisation = inSight(actor, await findPlace(tx, organisationId))
    await lockUnitTree(tx, organisationId)
    const parent = wish.parentId ? await parentPlace(tx, actor, organisationId, wish.parentId) : undefined
    if (!authorize(actor, 'units.manage', parent ?? organisation)) throw refuse.mayNotManage()
    if ((parent?.unit?.path.length ?? 0) >= UNIT_DEPTH_MAX) throw refuse.tooDeep()
    const id = await insertUnit(tx, {
      organisationId,
      parentId: wish.parentId ?? null,
      kind: wish.kind,
      name: wish.name,
      private: wish.private ?? false,
    }).catch((error: unknown) => {
      throw refusedBy(error) === 'units_name_key' ? refuse.duplicate(wish.name) : error
    })
    await record(app, tx, actor, [
      { event: 'unit.added', organisationId, detail: { unitId: id, kind: wish.kind } },
    ])
    return { id }
  })
}

/** The unit that is to be the parent: of the same organisation and in sight. @throws Refusal not_found */
export async function parentPlace(tx: Tx, actor: Actor, organisationId: string, parentId: string) {
  const parent = await findUnitPlace(tx, parentId)
  if (!parent || parent.organisationId !== organisationId || !maySee(actor, parent)) throw notFound()
  return parent
}
