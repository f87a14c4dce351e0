import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { App } from '../../platform/app.ts'
import { emptyTables } from '../../platform/database/backup/empty-tables.ts'
import { asOwner } from '../../platform/database/backup/owner-transaction.ts'
import type { Connection } from '../../platform/database/database.ts'
import { openTenantDirectory } from '../organisations/tenants.ts'
import { clearSetUp } from '../set-up/set-up-code.ts'
import { isAlone, isDemo, refuse } from './demo.ts'

/**
 * Empties an installation that holds the demonstration: everything in it is made up, and everything goes, the record and
 * what is kept of it beside the database too. Afterwards Lanyard waits for its first set-up.
 * @throws Refusal owner_needed, no_demo, lanyard_runs
 */
export async function removeDemo(app: App, owner: Connection | undefined): Promise<void> {
  if (!owner) throw refuse.ownerNeeded()
  if (!(await isDemo(app.database))) throw refuse.noDemo()
  if (!(await isAlone(app.database))) throw refuse.running()
  const tenants = await openTenantDirectory(app.database).all()
  await asOwner(owner, async (bare, client) => {
    await emptyTables(client, ['set_up'])
    await clearSetUp(bare)
  })
  for (const { tenantId } of tenants)
    for (const beside of ['audit-anchors', 'leavers'])
      await rm(join(app.config.dataDir, beside, `${tenantId}.jsonl`), { force: true })
}
