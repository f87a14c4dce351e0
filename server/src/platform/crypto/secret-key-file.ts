import { randomBytes } from 'node:crypto'
import { chmod, link, mkdir, readFile, unlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const fileOf = (dataDir: string) => join(dataDir, 'secret.key')

/** The root key kept in DATA_DIR, if there is one yet. */
export async function findSecretKeyFile(dataDir: string): Promise<string | null> {
  const text = await readFile(fileOf(dataDir), 'utf8').catch(() => '')
  return text.trim() || null
}

/** The root key kept in DATA_DIR, made at the first start. Two starts at once agree on one. */
export async function readSecretKeyFile(dataDir: string): Promise<string> {
  const path = fileOf(dataDir)
  const known = await findSecretKeyFile(dataDir)
  if (known) return known
  await mkdir(dataDir, { recursive: true, mode: 0o700 })
  const draft = join(dataDir, `secret.key.${process.pid}.${randomBytes(4).toString('hex')}`)
  await writeFile(draft, `1:${randomBytes(48).toString('base64url')}\n`, { mode: 0o600 })
  await chmod(draft, 0o600)
  // link() refuses when the file is there already, so the first writer wins and nobody reads half a key.
  await link(draft, path).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error
  })
  await unlink(draft)
  return (await readFile(path, 'utf8')).trim()
}
