/**
 * `npm test [-- [--soak] [part of a path]…]` runs the tests of server, console and tools on Node's own runner
 * and ends with what failed and one line, `N passed, N failed`. Exit code 1 when anything failed.
 */
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { runTests, type Totals } from './test/run.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { soak: { type: 'boolean', default: false } },
})

const stop = new AbortController()
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort())

let teardown = async (): Promise<void> => {}
let end: Totals = { passed: 0, failed: 1, failures: [] }
try {
  // Loaded late, so that a fault in what it imports is a failed run with a last line like any other.
  const { globalSetup } = await import('../server/test/support/global-setup.ts')
  const ground = await globalSetup(positionals)
  teardown = ground.teardown
  // Each file is a process that loads the same program; all but the first find it compiled.
  process.env.NODE_COMPILE_CACHE ??= join(root, 'node_modules/.cache/compiled')
  Object.assign(process.env, ground.env, values.soak ? { LANYARD_SOAK: '1' } : {})
  end = await runTests(root, positionals, { soak: values.soak, signal: stop.signal })
} catch (error) {
  console.error(error)
}
await teardown().catch((error: unknown) => {
  console.error(error)
  end.failed += 1
})
if (end.failed > 0) process.exitCode = 1
for (const failure of end.failures) console.log(`✖ ${failure}`)
console.log(`${end.passed} passed, ${end.failed} failed`)
