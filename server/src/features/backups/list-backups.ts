import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Keys } from '../../platform/crypto/keys.ts'
import { type CheckedBackup, checkBackup } from './check-backup.ts'

const BACKUP = /\.backup\.gz$/

/**
 * The backups in a folder, the newest first. Each is read to its end, since whether one is sound is worth knowing before
 * it is needed.
 * @param depth `heading` looks only at what each says of itself
 */
export async function listBackups(
  folder: string,
  keys: Keys | null,
  depth: 'whole' | 'heading',
): Promise<CheckedBackup[]> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  const found: CheckedBackup[] = []
  for (const name of names.filter((each) => BACKUP.test(each)))
    found.push(await checkBackup(join(folder, name), keys, depth))
  return found.sort((a, b) => (b.madeAt ?? '').localeCompare(a.madeAt ?? ''))
}
