import type { Actor } from '../../kernel/actor.ts'
import type { App } from '../../platform/app.ts'
import type { Tx } from '../../platform/database/database.ts'
import { record } from '../audit/record.ts'
import { insertDepartments, lockUnitTree } from '../organisations/units.queries.ts'
import { listNewUnits, type MadeUnits } from './add-rows.queries.ts'

/**
 * Makes the departments that rows of a list name and that are not there yet; a name that somebody gave another one
 * meanwhile stands for that. @returns ids by organisation and name, and how many were made
 */
export async function makeUnits(
  app: App,
  tx: Tx,
  actor: Actor,
  listId: string,
): Promise<{ units: MadeUnits; made: number }> {
  const wanted = Map.groupBy(await listNewUnits(tx, listId), (each) => each.organisationId)
  const units: MadeUnits = {}
  const made: { organisationId: string; unitId: string }[] = []
  // A list is about one school, or about those of a trust: a statement for each.
  for (const [organisationId, ofOne] of wanted) {
    await lockUnitTree(tx, organisationId)
    const names = ofOne.map((each) => each.name)
    const there = await insertDepartments(tx, organisationId, names)
    units[organisationId] = Object.fromEntries(
      names.flatMap((name) => {
        const unit = there.get(name)
        return unit ? [[name, unit.id]] : []
      }),
    )
    const fresh = new Set([...there.values()].flatMap((unit) => (unit.made ? unit.id : [])))
    for (const unitId of fresh) made.push({ organisationId, unitId })
  }
  await record(
    app,
    tx,
    actor,
    made.map(({ organisationId, unitId }) => ({
      event: 'unit.added',
      organisationId,
      detail: { unitId, kind: 'department', staffListId: listId },
    })),
  )
  return { units, made: made.length }
}
