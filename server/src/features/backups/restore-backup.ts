import { sql } from 'kysely'
import type { Operator, Request } from '../../kernel/actor.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { App } from '../../platform/app.ts'
import type { Keys } from '../../platform/crypto/keys.ts'
import type { Told } from '../../platform/database/backup/backup-file.ts'
import { type LoadedBackup, loadBackup } from '../../platform/database/backup/load-backup.ts'
import { asOwner } from '../../platform/database/backup/owner-transaction.ts'
import type { Installation } from '../../platform/database/connect.ts'
import { type BareTx, enterTenant } from '../../platform/database/database.ts'
import { putAnchorsBack } from '../audit/keep-anchors.ts'
import { record } from '../audit/record.ts'
import { type AuditVerdict, verifyAudit } from '../audit/verify-audit.ts'
import { endLinksAfterRestore } from '../invitations/after-restore.ts'
import { keepMailAfterRestore } from '../messages/after-restore.ts'
import { followPublicUrl, openTenantDirectory } from '../organisations/tenants.ts'
import { endSignInsAfterRestore } from '../sign-in/after-restore.ts'
import { setListsBackAfterRestore } from '../staff-lists/after-restore.ts'
import { refuse } from './backup.ts'
import { checkBackup } from './check-backup.ts'
import { keepLeaversOut } from './keep-leavers-out.ts'

/** What ended because it must not go on from a backup. */
export interface Ended {
  sessions: number
  messages: number
  invited: number
  staffLists: number
  /** Who left after the backup was made: out again, or the last admin of a place and so not. */
  keptOut: number
  notKeptOut: number
}

export interface Restored {
  madeAt: string
  version: string
  rows: number
  migrated: string[]
  ended: Ended
  addresses: string[]
  record: AuditVerdict[]
  /** Files with anchors of a time that the backup doesn't have. */
  anchorsAside: string[]
}

/**
 * Restores a backup where nobody is yet, in one transaction: whole, or nothing has happened. What the backup could set
 * going again ends in the same transaction: sessions, links, mail that waited, staff lists under way. Whoever left
 * since, as far as the journal beside the database knows, stays out. Other people, roles and passwords are as they were. It is in the record of every tenant.
 * @throws Refusal owner_needed, not_empty, no_such_file, not_a_backup, backup_damaged, backup_newer, backup_tables_differ, key_missing
 */
export async function restoreBackup(
  app: App,
  { owner, appRole }: Installation,
  request: Request,
  path: string,
  told?: Told,
): Promise<Restored> {
  if (!owner) throw refuse.ownerNeeded()
  await mustBeSound(path, app.keys)
  const { loaded, ended } = await asOwner(owner, async (bare, client) => {
    await mustBeEmpty(bare)
    const loaded = await loadBackup(client, appRole, path, app.keys, told)
    return { loaded, ended: await endWhatMustNotGoOn(app, bare, request, loaded) }
  })
  await asOwner(owner, (bare) => sql`analyze`.execute(bare))
  await followPublicUrl(app.database, app.config.publicUrl)

  const tenants = await openTenantDirectory(app.database).all()
  const anchorsAside: string[] = []
  const verdicts: AuditVerdict[] = []
  for (const { tenantId } of tenants) {
    const aside = await putAnchorsBack(app.config.dataDir, tenantId, loaded.files)
    if (aside) anchorsAside.push(aside)
    verdicts.push(await verifyAudit(app, tenantId))
  }
  return {
    madeAt: loaded.heading.madeAt,
    version: loaded.heading.version,
    rows: loaded.rows,
    migrated: loaded.migrated,
    ended,
    addresses: tenants.map((tenant) => tenant.baseUrl),
    record: verdicts,
    anchorsAside,
  }
}

/** Read to its end before anything is touched. A record that was broken when it was backed up is restored as it was, and said. */
async function mustBeSound(path: string, keys: Keys): Promise<void> {
  const { problems } = await checkBackup(path, keys)
  const problem = problems.find((each) => each.code !== 'record_broken')
  if (problem) throw new Refusal('conflict', problem.code, problem.detail)
}

/** Nobody can set Lanyard up between this look and the end: of the two, one waits for the other. */
async function mustBeEmpty(bare: BareTx): Promise<void> {
  await sql`lock table set_up, tenants in access exclusive mode`.execute(bare)
  const there = await bare.selectFrom('tenants').select('id').limit(1).execute()
  if (there.length > 0) throw refuse.notEmpty()
}

async function endWhatMustNotGoOn(
  app: App,
  bare: BareTx,
  request: Request,
  { heading, rows }: LoadedBackup,
): Promise<Ended> {
  const all: Ended = { sessions: 0, messages: 0, invited: 0, staffLists: 0, keptOut: 0, notKeptOut: 0 }
  for (const { id: tenantId } of await bare.selectFrom('tenants').select('id').orderBy('id').execute()) {
    const tx = await enterTenant(bare, tenantId)
    const operator: Operator = { kind: 'operator', tenantId, request }
    const ended: Ended = {
      sessions: await endSignInsAfterRestore(tx),
      messages: await keepMailAfterRestore(tx),
      invited: await endLinksAfterRestore(tx),
      staffLists: await setListsBackAfterRestore(tx),
      ...(await keepLeaversOut(app, tx, operator)),
    }
    await record(app, tx, operator, [
      { event: 'backup.restored', detail: { madeAt: heading.madeAt, rows, ...ended } },
    ])
    for (const what of Object.keys(all) as (keyof Ended)[]) all[what] += ended[what]
  }
  return all
}
