import { type ChildProcess, spawn } from 'node:child_process'
import { glob, mkdtemp, readFile, rm } from 'node:fs/promises'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'

const TEST_FILES = [
  'reader/src/**/*.test.ts',
  'server/**/*.test.ts',
  'console/src/**/*.test.ts',
  'tools/**/*.test.ts',
]
/** Files that share a process, and so load the program once. Fewer make each more alone; more save little. */
const FILES_TOGETHER = 9
/** A batch that is not done by then hangs. */
const BATCH_TIMEOUT_MS = 15 * 60_000
const DRAINS_MS = 1000

export interface Totals {
  passed: number
  failed: number
  /** Of each test that failed its name, place and fault, to be said once more where everybody looks: at the end. */
  failures: string[]
}

/**
 * Runs the test files whose path contains one of `parts` (all of them when there are none), a few in each process, as
 * many processes at once as there are cores, and prints what passed and failed whenever one is done.
 * @throws when no file fits
 */
export async function runTests(
  root: string,
  parts: string[],
  { soak, signal }: { soak: boolean; signal: AbortSignal },
): Promise<Totals> {
  const files = await testFiles(root, parts)
  if (files.length === 0) throw new Error(`No test file has ${parts.join(' or ')} in its path.`)

  // Tests wait for the database now and then, so two at once pay even on one core.
  const atOnce = Math.max(2, availableParallelism())
  const waiting = batchesOf(files, Math.max(atOnce, Math.ceil(files.length / FILES_TOGETHER)))
  const totals: Totals = { passed: 0, failed: 0, failures: [] }
  async function work(): Promise<void> {
    for (let batch = waiting.shift(); batch && !signal.aborted; batch = waiting.shift()) {
      const { passed, failed, failures } = await runBatch(
        root,
        batch,
        soak ? undefined : BATCH_TIMEOUT_MS,
        signal,
      )
      totals.passed += passed
      totals.failed += failed
      totals.failures.push(...failures)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  if (signal.aborted) totals.failed += 1
  return totals
}

/** Deals files out like cards, so that those of a folder, which take about as long, end up in different batches. */
function batchesOf(files: string[], count: number): string[][] {
  return Array.from({ length: Math.min(count, files.length) }, (_, n) =>
    files.filter((_, index) => index % count === n),
  )
}

/**
 * Runs files in one process, one after the other. What a test leaves open, such as a browser that will not close, keeps
 * nobody waiting once all have been run. A process that ends without having counted counts as one failure.
 */
async function runBatch(
  root: string,
  files: string[],
  timeout: number | undefined,
  signal: AbortSignal,
): Promise<Totals> {
  const folder = await mkdtemp(join(tmpdir(), 'lanyard-totals-'))
  const counted = join(folder, 'totals.json')
  const reporters = Object.entries({ spec: 'stdout', [join(import.meta.dirname, 'totals.ts')]: counted })
  const child = spawn(
    process.execPath,
    [
      ...['--test', '--test-isolation=none', '--test-force-exit'],
      ...reporters.flatMap(([to, file]) => [`--test-reporter=${to}`, `--test-reporter-destination=${file}`]),
      ...files,
    ],
    { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], signal, ...(timeout ? { timeout } : {}) },
  )
  const printed: Buffer[] = []
  child.stdout.on('data', (part: Buffer) => printed.push(part))
  child.stderr.on('data', (part: Buffer) => printed.push(part))
  const end = await endOf(child)
  process.stdout.write(Buffer.concat(printed))
  const totals = await readFile(counted, 'utf8').then(
    (text) => JSON.parse(text || 'null') as Totals | null,
    () => null,
  )
  await rm(folder, { recursive: true })
  if (totals && (end === 0 || totals.failed > 0)) return totals
  const early = `a process of tests ended early (${end}): ${files.join(', ')}`
  console.log(`✖ ${early}`)
  return { passed: totals?.passed ?? 0, failed: 1, failures: [early] }
}

/** @returns the exit code, or the signal or fault that ended it */
function endOf(child: ChildProcess): Promise<number | string> {
  return new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message))
    child.once('exit', (code, signal) => {
      const end = signal ?? code ?? 'unknown'
      child.once('close', () => resolve(end))
      // What it started may hold its output open; what it wrote itself is here in a moment.
      setTimeout(() => resolve(end), DRAINS_MS).unref()
    })
  })
}

async function testFiles(root: string, parts: string[]): Promise<string[]> {
  const files: string[] = []
  for await (const file of glob(TEST_FILES, { cwd: root, exclude: (name) => name === 'node_modules' })) {
    const path = file.replaceAll('\\', '/')
    if (parts.length === 0 || parts.some((part) => path.includes(part))) files.push(path)
  }
  return files.sort()
}
