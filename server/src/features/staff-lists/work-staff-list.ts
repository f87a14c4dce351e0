import type { App } from '../../platform/app.ts'
import { inTenant } from '../../platform/database/database.ts'
import { analyse } from './analyse.ts'
import { applyNow } from './apply-now.ts'
import { findList, listUnderWay } from './staff-lists.queries.ts'
import { undoNow } from './undo-now.ts'

/**
 * Does what a list is waiting for: to be read, applied or undone. May be called twice and on two nodes at once: the
 * list's row goes to one of them, and the other finds nothing to do.
 */
export async function workStaffList(app: App, tenantId: string, listId: string): Promise<void> {
  const list = await inTenant(app.database, tenantId, (tx) => findList(tx, listId))
  if (list?.state === 'analysing') return analyse(app, tenantId, listId)
  if (list?.state === 'applying') return applyNow(app, tenantId, listId)
  if (list?.state === 'undoing') return undoNow(app, tenantId, listId)
}

/** Queues what is under way, for a process that died may have left it. Harmless beside one that is still at it: it has the row. */
export async function resumeStaffLists(app: App, tenantId: string): Promise<void> {
  await inTenant(app.database, tenantId, async (tx) => {
    for (const listId of await listUnderWay(tx))
      await app.jobs.enqueue(tx, 'staff-list', { tenantId, listId })
  })
}
