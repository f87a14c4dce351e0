import { stat } from 'node:fs/promises'
import { Refusal } from '../../kernel/refusal.ts'
import type { Keys } from '../../platform/crypto/keys.ts'
import {
  type BackupEnding,
  type BackupHeading,
  type KeyMark,
  missingKeys,
  refuse as refuseFile,
} from '../../platform/database/backup/backup-file.ts'
import { openBackup } from '../../platform/database/backup/read-backup.ts'
import { placeInHistory } from '../../platform/database/backup/schema-of-backup.ts'
import { readMigrations } from '../../platform/database/migrate.ts'
import { refuse } from './backup.ts'

export interface CheckedBackup {
  file: string
  /** Whether this release can restore it here. */
  ok: boolean
  problems: { code: string; detail: string }[]
  bytes: number
  madeAt: string | null
  version: string | null
  tables: number
  rows: number
  keys: KeyMark[]
  /** Events of the record that were found to be as sealed when it was made. */
  recordEvents: number
  /** Migrations of this release that run after it is loaded. */
  migrationsAfter: string[]
}

/**
 * Reads a backup to its end and tells whether this release can restore it with these keys. Needs no database.
 * @param depth `whole`, or only the `heading`, which tells what it is and not whether it is sound
 * @throws Refusal no_such_file
 */
export async function checkBackup(
  path: string,
  keys: Keys | null,
  depth: 'whole' | 'heading' = 'whole',
): Promise<CheckedBackup> {
  const file = await stat(path).catch(() => null)
  if (!file?.isFile()) throw refuse.noSuchFile(path)
  const checked: CheckedBackup = {
    file: path,
    ok: false,
    problems: [],
    bytes: file.size,
    madeAt: null,
    version: null,
    tables: 0,
    rows: 0,
    keys: [],
    recordEvents: 0,
    migrationsAfter: [],
  }
  try {
    const backup = await openBackup(path)
    try {
      await lookAtHeading(checked, backup.heading, keys)
      if (depth === 'whole') {
        for await (const part of backup.parts()) for await (const _ of part.rows);
        lookAtEnding(checked, await backup.finish(keys))
      }
    } finally {
      backup.close()
    }
  } catch (error) {
    addProblem(checked, error)
  }
  return { ...checked, ok: checked.problems.length === 0 }
}

async function lookAtHeading(
  checked: CheckedBackup,
  heading: BackupHeading,
  keys: Keys | null,
): Promise<void> {
  checked.madeAt = heading.madeAt
  checked.version = heading.version
  checked.keys = heading.secretKey.needed
  const missing = missingKeys(heading, keys)
  if (missing.length > 0) addProblem(checked, refuseFile.keyMissing(missing))
  try {
    const { later } = placeInHistory(heading, await readMigrations())
    checked.migrationsAfter = later.map((migration) => migration.name)
  } catch (error) {
    addProblem(checked, error)
  }
}

function lookAtEnding(checked: CheckedBackup, ending: BackupEnding): void {
  const tables = ending.parts.filter((part) => 'table' in part)
  checked.tables = tables.length
  checked.rows = tables.reduce((sum, table) => sum + table.lines, 0)
  checked.recordEvents = ending.record.reduce((sum, each) => sum + each.sealed, 0)
  for (const { problem } of ending.record)
    if (problem)
      checked.problems.push({
        code: 'record_broken',
        detail: `The record was not as it was sealed when this backup was made: ${problem}`,
      })
}

function addProblem(checked: CheckedBackup, error: unknown): void {
  if (!(error instanceof Refusal)) throw error
  checked.problems.push({ code: error.code, detail: error.message })
}
