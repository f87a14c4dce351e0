import { randomBytes } from 'node:crypto'
import { link, mkdir, readdir, rm, stat } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import type { Request } from '../../kernel/actor.ts'
import type { App } from '../../platform/app.ts'
import type { Told } from '../../platform/database/backup/backup-file.ts'
import { writeBackup } from '../../platform/database/backup/write-backup.ts'
import { type Connection, inTenant } from '../../platform/database/database.ts'
import { anchorsToKeep } from '../audit/keep-anchors.ts'
import { record } from '../audit/record.ts'
import { sealAudit } from '../audit/seal-audit.ts'
import { verifyAudit } from '../audit/verify-audit.ts'
import { openTenantDirectory } from '../organisations/tenants.ts'
import { folderOf, madeWhen, nameOf, refuse, thisRelease } from './backup.ts'
import { type CheckedBackup, checkBackup } from './check-backup.ts'

const DAY_MS = 86_400_000
const DRAFT = /^\.lanyard-\d+-[0-9a-f]+\.part$/

export interface BackupWish {
  /** Where to; by default a dated name in the folder of backups. */
  to?: string | undefined
  /** Days after which older ones in that folder are removed; not with `to`. */
  keepDays: number
}

export interface MadeBackup extends CheckedBackup {
  removed: string[]
}

/**
 * Backs up the whole installation into one file, while everybody works on. It is read back and checked before it gets
 * its name, so that no half or damaged file is ever taken for a backup. Who made one is in the record. A record that is
 * not as it was sealed is backed up as it is, and said.
 * @throws Refusal owner_needed, not_set_up, file_exists
 */
export async function createBackup(
  app: App,
  owner: Connection | undefined,
  request: Request,
  wish: BackupWish,
  told?: Told,
): Promise<MadeBackup> {
  if (!owner) throw refuse.ownerNeeded()
  const tenants = await openTenantDirectory(app.database).all()
  if (tenants.length === 0) throw refuse.notSetUp()
  const to = wish.to === undefined ? undefined : resolve(wish.to)
  if (to && (await stat(to).catch(() => null))) throw refuse.fileExists(to)
  const folder = to ? dirname(to) : folderOf(app.config.dataDir)
  if (!to) await mkdir(folder, { recursive: true, mode: 0o700 })

  const found = []
  const files = []
  for (const { tenantId } of tenants) {
    found.push(await lookAtRecord(app, tenantId))
    // Before the snapshot, so that the end of the chain that each anchor signs is in it.
    files.push(await anchorsToKeep(app.config.dataDir, tenantId))
  }

  const draft = join(folder, `.lanyard-${process.pid}-${randomBytes(4).toString('hex')}.part`)
  try {
    await writeBackup(owner, draft, {
      version: thisRelease(),
      keys: app.keys,
      record: found,
      files,
      ...(told ? { told } : {}),
    })
    const checked = await checkBackup(draft, app.keys)
    const unfit = checked.problems.find((problem) => problem.code !== 'record_broken')
    if (unfit || !checked.madeAt)
      throw new Error(`The backup was not written as it should be: ${unfit?.detail}`)
    const path = to ?? join(folder, nameOf(checked.madeAt))
    // link() refuses when there is a file of that name by now.
    await link(draft, path).catch((error: NodeJS.ErrnoException) => {
      throw error.code === 'EEXIST' ? refuse.fileExists(path) : error
    })
    await writeDown(app, request, tenants, checked)
    const removed = to ? [] : await removeOld(folder, new Date(checked.madeAt), wish.keepDays)
    return { ...checked, file: path, removed }
  } finally {
    await rm(draft, { force: true })
  }
}

/** What waits is sealed only after the look, so that a look never covers up what it should find. */
async function lookAtRecord(app: App, tenantId: string) {
  const { sealed, firstBad, problem } = await verifyAudit(app, tenantId)
  return { tenantId, sealed: firstBad === null ? sealed + (await sealAudit(app, tenantId)) : sealed, problem }
}

async function writeDown(
  app: App,
  request: Request,
  tenants: { tenantId: string }[],
  { madeAt, rows }: CheckedBackup,
): Promise<void> {
  for (const { tenantId } of tenants)
    await inTenant(app.database, tenantId, (tx) =>
      record(app, tx, { kind: 'operator', tenantId, request }, [
        { event: 'backup.made', detail: { madeAt, rows } },
      ]),
    )
}

/**
 * Removes backups that are so many days older than the one just made, and what a create that was killed left behind.
 * Only files with a name that we give.
 */
async function removeOld(folder: string, now: Date, keepDays: number): Promise<string[]> {
  const removed: string[] = []
  for (const name of (await readdir(folder)).sort()) {
    if (DRAFT.test(name) && Date.now() - (await stat(join(folder, name))).mtimeMs > DAY_MS)
      await rm(join(folder, name))
    const made = madeWhen(name)
    if (!made || now.getTime() - made.getTime() <= keepDays * DAY_MS) continue
    await rm(join(folder, name))
    removed.push(name)
  }
  return removed
}
