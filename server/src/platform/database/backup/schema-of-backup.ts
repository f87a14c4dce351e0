import type { Migration } from '../migrate.ts'
import { type BackupHeading, refuse } from './backup-file.ts'

/**
 * The migrations that a backup's tables had, and those of this release that came later and run after it is loaded.
 * @throws Refusal backup_newer, backup_tables_differ
 */
export function placeInHistory(
  heading: BackupHeading,
  migrations: Migration[],
): { had: Migration[]; later: Migration[] } {
  const known = new Map(migrations.map((migration) => [migration.name, migration]))
  if (heading.migrations.some(({ name }) => !known.has(name))) throw refuse.newer(heading.version)
  const had = migrations.slice(0, heading.migrations.length)
  const differs = heading.migrations.find(
    ({ name, hash }, at) => had[at]?.name !== name || had[at]?.hash !== hash,
  )
  if (differs || had.length === 0) throw refuse.tablesDiffer(differs?.name ?? 'the first')
  return { had, later: migrations.slice(had.length) }
}
