import { glob } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'
import { run } from 'node:test'
import { spec } from 'node:test/reporters'

const TEST_FILES = [
  'reader/src/**/*.test.ts',
  'server/**/*.test.ts',
  'console/src/**/*.test.ts',
  'tools/**/*.test.ts',
]
/** A file that is not done by then hangs. */
const FILE_TIMEOUT_MS = 10 * 60_000

export interface Totals {
  passed: number
  failed: number
}

/**
 * Runs the test files whose path contains one of `parts` (all of them when there are none), each in a process of
 * its own, and prints what passes and fails as it happens.
 * @throws when no file fits
 */
export async function runTests(
  root: string,
  parts: string[],
  { soak, signal }: { soak: boolean; signal: AbortSignal },
): Promise<Totals> {
  const files = await testFiles(root, parts)
  if (files.length === 0) throw new Error(`No test file has ${parts.join(' or ')} in its path.`)

  const totals: Totals = { passed: 0, failed: 0 }
  const events = run({
    files: files.map((file) => join(root, file)),
    cwd: root,
    // Tests mostly wait for the database, so two at once pay even on one core.
    concurrency: Math.max(2, availableParallelism()),
    timeout: soak ? Number.POSITIVE_INFINITY : FILE_TIMEOUT_MS,
    signal,
  })
  events.on('test:summary', ({ file, counts }) => {
    if (file !== undefined) return
    totals.passed = counts.passed
    totals.failed = counts.tests - counts.passed - counts.skipped - counts.todo
  })
  const report = events.compose(spec)
  report.pipe(process.stdout, { end: false })
  await finished(report)
  return totals
}

async function testFiles(root: string, parts: string[]): Promise<string[]> {
  const files: string[] = []
  for await (const file of glob(TEST_FILES, { cwd: root, exclude: (name) => name === 'node_modules' })) {
    const path = file.replaceAll('\\', '/')
    if (parts.length === 0 || parts.some((part) => path.includes(part))) files.push(path)
  }
  return files.sort()
}
