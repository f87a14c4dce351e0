import type { Actor } from '../../kernel/actor.ts'
import type { App } from '../../platform/app.ts'
import type { Tx } from '../../platform/database/database.ts'
import type { JobRow } from './bulk.ts'
import { MANY_ACTS } from './many-acts.ts'
import { listChanged, settleUndo } from './results.queries.ts'

/** Takes back what a job did to some people. Whoever is gone, or is not to be changed back, stays as they are. */
export async function undoPart(
  app: App,
  tx: Tx,
  actor: Actor,
  job: JobRow,
  ids: string[],
): Promise<{ reversed: number; forbidden: number }> {
  const changed = await listChanged(tx, job.id, ids)
  const kept = (await MANY_ACTS[job.action].undo?.(app, tx, actor, job, changed)) ?? new Map<string, string>()
  const here = new Set(changed.map((each) => each.membershipId))
  for (const id of ids) if (!here.has(id)) kept.set(id, 'gone')
  await settleUndo(tx, job.id, ids, kept)
  return {
    reversed: changed.filter((each) => !kept.has(each.membershipId)).length,
    forbidden: [...kept.values()].filter((code) => code === 'forbidden').length,
  }
}
