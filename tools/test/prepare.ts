import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** What all test files share: settings handed to each of them, and how to take the shared things down again. */
export interface TestGround {
  env: Record<string, string>
  teardown(): Promise<void>
}

/** Builds the console when its sources changed, and starts the one database all test files share. */
export async function prepareTests(root: string): Promise<TestGround> {
  const support = join(root, 'server/test/support/global-setup.ts')
  if (!existsSync(support)) return { env: {}, teardown: async () => {} }
  const { globalSetup }: { globalSetup(): Promise<TestGround> } = await import(pathToFileURL(support).href)
  return globalSetup()
}
