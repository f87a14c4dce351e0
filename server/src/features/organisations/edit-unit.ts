import type { Actor } from '../../kernel/actor.ts'
import { notFound } from '../../kernel/refusal.ts'
import type { App } from '../../platform/app.ts'
import { changeAs } from '../../platform/database/change.ts'
import { refusedBy } from '../../platform/database/database.ts'
import { authorize } from '../access/authorize.policy.ts'
import { findPlace, findUnitPlace } from '../access/places.queries.ts'
import { inSight } from '../access/require.ts'
import { record } from '../audit/record.ts'
import { whatChanged } from '../audit/what-changed.ts'
import { parentPlace } from './add-unit.ts'
import { refuse, UNIT_DEPTH_MAX } from './unit.ts'
import { deepestBelow, findUnit, lockUnitTree, updateUnit } from './units.queries.ts'

export interface UnitChange {
  name?: string | undefined
  parentId?: string | null | undefined
  private?: boolean | undefined
}

/**
 * Changes a unit; a new parent takes all that is inside along. The right is wanted where it is and where it goes.
 * @throws Refusal not_found, forbidden, duplicate, parent_inside, too_deep, synced
 */
export async function editUnit(app: App, actor: Actor, id: string, change: UnitChange): Promise<void> {
  await changeAs(app, actor, async (tx) => {
    const before = inSight(actor, await findUnitPlace(tx, id))
    await lockUnitTree(tx, before.organisationId)
    const place = await findUnitPlace(tx, id)
    const unit = await findUnit(tx, id)
    if (!place || !unit) throw notFound()
    if (!authorize(actor, 'units.manage', place)) throw refuse.mayNotManage()
    if (Object.keys(change).length === 0) return
    if (unit.source === 'synced' && (change.name !== undefined || change.parentId !== undefined))
      throw refuse.synced()

    if (change.parentId !== undefined && change.parentId !== unit.parentId) {
      const target = change.parentId
        ? await parentPlace(tx, actor, unit.organisationId, change.parentId)
        : await findPlace(tx, unit.organisationId)
      if (!target || !authorize(actor, 'units.manage', target)) throw refuse.mayNotManage()
      if (target.unit?.path.includes(id)) throw refuse.parentInside()
      const below = (await deepestBelow(tx, id)) - unit.path.length + 1
      if ((target.unit?.path.length ?? 0) + below > UNIT_DEPTH_MAX) throw refuse.tooDeep()
    }
    await updateUnit(tx, unit, {
      ...(change.name === undefined ? {} : { name: change.name }),
      ...(change.private === undefined ? {} : { private: change.private }),
      ...(change.parentId === undefined ? {} : { parentId: change.parentId }),
    }).catch((error: unknown) => {
      throw refusedBy(error) === 'units_name_key' ? refuse.duplicate(change.name ?? unit.name) : error
    })
    await record(app, tx, actor, [
      {
        event: 'unit.changed',
        organisationId: unit.organisationId,
        detail: {
          unitId: id,
          fields: Object.keys(change).sort(),
          changes: whatChanged(
            { name: unit.name, private: unit.private },
            { name: change.name, private: change.private },
          ),
        },
      },
    ])
  })
}
