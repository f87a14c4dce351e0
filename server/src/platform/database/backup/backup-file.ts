import { createHash } from 'node:crypto'
import { Refusal } from '../../../kernel/refusal.ts'
import type { Keys } from '../../crypto/keys.ts'

/**
 * A backup is one gzipped text. Its first line says what it is; then comes part after part: a line that names it, its
 * lines as COPY writes them, and `\.`; then a line with the number of lines and the SHA-256 of each part; and at last a
 * line that signs the first and that one under a key derived from SECRET_KEY. The key itself is never in it.
 */
export const FORMAT = 1

/** Ends the lines of a part; no line of data is like it, since COPY doubles a backslash. */
export const PART_END = Buffer.from('\\.\n')

export interface BackupHeading {
  lanyard: 'backup'
  format: number
  /** Release that made it. */
  version: string
  /** The one moment at which everything in it was so, ISO 8601. */
  madeAt: string
  /** How far the tables were, as migrations with their hashes. */
  migrations: { name: string; hash: string }[]
  secretKey: { included: false; needed: KeyMark[]; note: string }
}

export type PartName = { table: string; columns: string[] } | { file: string }

export type PartSum = PartName & { lines: number; sha256: string }

export interface BackupEnding {
  parts: PartSum[]
  /** What the record of each tenant was found to be just before. */
  record: { tenantId: string; sealed: number; problem: string | null }[]
}

/** Tells keys apart without telling anything of them. */
export interface KeyMark {
  id: string
  mark: string
}

/** Told of each table when all its rows are written; what goes on waits for it. */
export type Told = (table: string, rows: number) => void | Promise<void>

export const KEY_NOTE =
  'The secret key is not in this file. Without it nobody can sign in and sealed details can’t be read: keep SECRET_KEY, or secret.key of DATA_DIR, apart from the backups.'

/** The mark of each key that is here, the newest first. */
export function keyMarks(keys: Keys): KeyMark[] {
  return keys.ids.map((id) => ({
    id,
    mark: keys.sign('backup-key-mark', '', id).subarray(0, 4).toString('hex'),
  }))
}

/** Keys that a backup needs and that are not these. */
export function missingKeys(heading: BackupHeading, keys: Keys | null): KeyMark[] {
  const here = new Set((keys ? keyMarks(keys) : []).map(({ id, mark }) => `${id} ${mark}`))
  return heading.secretKey.needed.filter(({ id, mark }) => !here.has(`${id} ${mark}`))
}

/** @param lines the first line and the last but one, as they stand in the file */
export function signBackup(keys: Keys, lines: string[], keyId?: string): string {
  const digest = createHash('sha256').update(lines.join('\n')).digest()
  return keys.sign('backup', digest, keyId).toString('base64url')
}

export const refuse = {
  damaged: (what: string) =>
    new Refusal('conflict', 'backup_damaged', `This backup is damaged: ${what} Use another one.`),
  notABackup: () => new Refusal('conflict', 'not_a_backup', 'This file isn’t a backup that Lanyard made.'),
  formatUnknown: (version: string) =>
    new Refusal(
      'conflict',
      'backup_newer',
      `This backup was made by Lanyard ${version}, in a way that this release doesn’t know. Install that release or a newer one.`,
    ),
  newer: (version: string) =>
    new Refusal(
      'conflict',
      'backup_newer',
      `This backup was made by a newer Lanyard (${version}). Install that release or a newer one, and restore it there.`,
    ),
  tablesDiffer: (name: string) =>
    new Refusal(
      'conflict',
      'backup_tables_differ',
      `This backup’s tables aren’t those of any release: ${name} differs. Restore it with the Lanyard that made it.`,
    ),
  keyMissing: (missing: KeyMark[]) =>
    new Refusal(
      'conflict',
      'key_missing',
      `This backup needs secret key ${missing.map(({ id, mark }) => `“${id}” (mark ${mark})`).join(' and ')}, which isn’t here. Set SECRET_KEY, or put secret.key into DATA_DIR, as they were when it was made.`,
    ),
}
