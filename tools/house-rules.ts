import { glob, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { strayEnvironment } from './house-rules/environment.ts'
import { namesAndSizes } from './house-rules/names-and-sizes.ts'
import { strayNetwork } from './house-rules/network.ts'
import { impurePolicies } from './house-rules/pure-policies.ts'
import { type Broken, readSource, type Source } from './house-rules/source.ts'
import {
  type TableOwners,
  tableOwners,
  withTemporaryTables,
  writesOfOthersTables,
} from './house-rules/table-owners.ts'
import { strayTransactions } from './house-rules/transactions.ts'

const SOURCES = [
  'reader/{src,test}/**/*.ts',
  'server/src/**/*.{ts,tsx}',
  'server/test/**/*.ts',
  'console/src/**/*.{ts,tsx}',
  'tools/**/*.ts',
]
const GENERATED = /\.generated\.ts$|^console\/src\/api\/schema\.d\.ts$/

/** Where the house rules that import boundaries cannot see are broken, in the tree at `root`. */
export async function brokenHouseRules(root: string): Promise<Broken[]> {
  const migrations = await readAll(root, ['server/migrations/*.sql'])
  const { owners, broken } = tableOwners(migrations)
  const files = await readAll(root, SOURCES)
  const sources = files
    .filter(({ path }) => !GENERATED.test(path))
    .map(({ path, text }) => readSource(path, text))
  const known = withTemporaryTables(owners, sources)
  return [...broken, ...sources.flatMap((source) => brokenIn(source, known))]
}

/** Where one file breaks them. */
export function brokenIn(source: Source, owners: TableOwners): Broken[] {
  return [
    ...writesOfOthersTables(source, owners),
    ...strayTransactions(source),
    ...strayNetwork(source),
    ...strayEnvironment(source),
    ...impurePolicies(source),
    ...namesAndSizes(source),
  ]
}

async function readAll(root: string, patterns: string[]): Promise<{ path: string; text: string }[]> {
  const paths: string[] = []
  for await (const path of glob(patterns, { cwd: root })) paths.push(path)
  return Promise.all(
    paths.sort().map(async (path) => ({
      path: path.replaceAll('\\', '/'),
      text: await readFile(join(root, path), 'utf8'),
    })),
  )
}
