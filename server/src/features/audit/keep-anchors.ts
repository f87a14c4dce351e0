import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readAnchors } from './anchors.ts'

const FOLDER = 'audit-anchors'
const nameOf = (tenantId: string) => `${FOLDER}/${tenantId}.jsonl`

/** The signed anchors of a tenant as they go into a backup. */
export async function anchorsToKeep(
  dataDir: string,
  tenantId: string,
): Promise<{ name: string; lines: string }> {
  const anchors = await readAnchors(dataDir, tenantId)
  return { name: nameOf(tenantId), lines: anchors.map((anchor) => `${JSON.stringify(anchor)}\n`).join('') }
}

/**
 * Puts the anchors of a backup in place. Others that are here tell of a time that the backup doesn't have; they are kept
 * under another name, so that the record isn't taken for cut short and yet nothing is lost.
 * @param files what was kept beside the database, by name
 * @returns the file that holds the others, if there were any
 */
export async function putAnchorsBack(
  dataDir: string,
  tenantId: string,
  files: Map<string, string>,
): Promise<string | null> {
  const path = join(dataDir, nameOf(tenantId))
  const lines = files.get(nameOf(tenantId)) ?? ''
  const here = await readFile(path, 'utf8').catch(() => '')
  const aside = lines.startsWith(here) ? null : path.replace(/\.jsonl$/, `.until-restore-${Date.now()}.jsonl`)
  if (aside) await rename(path, aside)
  await mkdir(join(dataDir, FOLDER), { recursive: true, mode: 0o700 })
  await writeFile(path, lines, { mode: 0o600 })
  return aside
}
