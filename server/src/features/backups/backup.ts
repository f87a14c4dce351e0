import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { Refusal } from '../../kernel/refusal.ts'

const NAME = /^lanyard-(\d{4})-(\d\d)-(\d\d)-(\d\d)(\d\d)(\d\d)\.backup\.gz$/

export const folderOf = (dataDir: string) => join(dataDir, 'backups')

/** @param madeAt ISO 8601 in UTC, to the second */
export const nameOf = (madeAt: string) =>
  `lanyard-${madeAt.slice(0, 10)}-${madeAt.slice(11, 19).replaceAll(':', '')}.backup.gz`

/** When a backup was made, by its name; null for any other file. */
export function madeWhen(path: string): Date | null {
  const [, year, month, day, hour, minute, second] = NAME.exec(basename(path)) ?? []
  return year ? new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`) : null
}

/** The release that runs, such as 0.1.0. */
export function thisRelease(): string {
  const file = join(import.meta.dirname, '../../../package.json')
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version
}

export const refuse = {
  ownerNeeded: () =>
    new Refusal(
      'unprocessable',
      'owner_needed',
      'Backups read and write every table, which needs the role that owns them: set DATABASE_OWNER_URL.',
    ),
  notSetUp: () => new Refusal('conflict', 'not_set_up', 'There is nothing to back up: Lanyard isn’t set up.'),
  fileExists: (path: string) =>
    new Refusal('conflict', 'file_exists', `There is a file at ${path} already. Choose another name.`),
  notEmpty: () =>
    new Refusal(
      'conflict',
      'not_empty',
      'Lanyard is set up here already. A backup is restored only where nobody is yet: use an empty DATA_DIR or an empty database. Nothing was changed.',
    ),
  noSuchFile: (path: string) => new Refusal('conflict', 'no_such_file', `There is no file at ${path}.`),
}
