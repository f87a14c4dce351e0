/**
 * `npm run generate [-- [--check] [name…]]` makes the files that follow from others: all of them, or those of the
 * generators named. `--check` writes nothing and fails, naming each file that is not as it would be made.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import type { GeneratedFile, Generator } from './generate/generator.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
// Each is loaded only when it is asked for: what one needs may be what another makes.
const generators: Record<string, () => Promise<Generator>> = {
  'database-types': async () => (await import('./generate/database-types.ts')).databaseTypes,
  api: async () => (await import('./generate/api.ts')).api,
  permissions: async () => (await import('./generate/permissions.ts')).permissions,
  'mail-layout': async () => (await import('./generate/mail-layout.ts')).mailLayout,
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { check: { type: 'boolean', default: false } },
})

const unknown = positionals.find((name) => !Object.hasOwn(generators, name))
if (unknown !== undefined) {
  console.error(`There is no generator ${unknown}; there are ${Object.keys(generators).join(', ')}.`)
  process.exit(2)
}

for (const [name, load] of Object.entries(generators)) {
  if (positionals.length > 0 && !positionals.includes(name)) continue
  try {
    const generator = await load()
    for (const file of await generator.make(root)) await settle(file)
  } catch (error) {
    console.error(`${name} failed:`, error)
    process.exitCode = 1
  }
}

async function settle({ path, text }: GeneratedFile): Promise<void> {
  const present = await readFile(join(root, path), 'utf8').catch(() => undefined)
  if (present === text) {
    console.log(`as it was   ${path}`)
  } else if (values.check) {
    console.error(`out of date ${path}; run npm run generate`)
    process.exitCode = 1
  } else {
    await mkdir(dirname(join(root, path)), { recursive: true })
    await writeFile(join(root, path), text)
    console.log(`written     ${path}`)
  }
}
