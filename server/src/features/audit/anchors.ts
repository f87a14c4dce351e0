import { appendFile, mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Anchor } from './chain.ts'

const folderOf = (dataDir: string) => join(dataDir, 'audit-anchors')
const fileOf = (dataDir: string, tenantId: string) => join(folderOf(dataDir), `${tenantId}.jsonl`)

/** Adds a signed head to the anchor file of its tenant: one line each, outside the database. */
export async function appendAnchor(dataDir: string, anchor: Anchor): Promise<void> {
  await mkdir(folderOf(dataDir), { recursive: true, mode: 0o700 })
  await appendFile(fileOf(dataDir, anchor.tenantId), `${JSON.stringify(anchor)}\n`, { mode: 0o600 })
}

/**
 * All anchors of a tenant, oldest first; none where there is no file. A line that a crash cut short is passed over.
 * @throws when the file is there and can't be read
 */
export async function readAnchors(dataDir: string, tenantId: string): Promise<Anchor[]> {
  const text = await readFile(fileOf(dataDir, tenantId), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error
    return ''
  })
  return text.split('\n').flatMap((line) => {
    try {
      return line ? [JSON.parse(line) as Anchor] : []
    } catch {
      return []
    }
  })
}
