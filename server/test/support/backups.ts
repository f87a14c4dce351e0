import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestContext } from 'node:test'
import { createBackup } from '../../src/features/backups/create-backup.ts'
import { restoreBackup } from '../../src/features/backups/restore-backup.ts'
import { commandRequest } from '../../src/features/set-up/set-up.ts'
import { type Lanyard, startLanyard } from './start-lanyard.ts'

/** A server that was never set up. */
export const nobodyYet = (t: TestContext) => startLanyard(t, { setUp: false, mailWorker: false })

/** A folder that is gone when the test ends. */
export async function folderFor(t: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'lanyard-backups-'))
  t.after(() => rm(folder, { recursive: true, force: true }))
  return folder
}

export const backUp = ({ app, ownerConnection }: Lanyard, to: string) =>
  createBackup(app, ownerConnection, commandRequest(), { to, keepDays: 35 })

export const restore = ({ app, ownerConnection: owner }: Lanyard, path: string) =>
  restoreBackup(
    app,
    { app: {}, owner, appRole: 'lanyard_app', kind: 'external', stop: async () => {} },
    commandRequest(),
    path,
  )
