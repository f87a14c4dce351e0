import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const CONSOLE = join(import.meta.dirname, '../../../../console')
const SOURCES = [
  'src',
  'index.html',
  'door.html',
  'vite.config.ts',
  'package.json',
  'public',
  '../reader/src',
]

/** Where the built console is. */
export const CONSOLE_DIST = join(CONSOLE, 'dist')

/**
 * Builds the console if its sources changed since it was built last, beside the old one, and then takes its place.
 * @returns whether it was built now
 */
export async function ensureConsole(): Promise<boolean> {
  const wanted = await digestOfSources()
  const built = await readFile(join(CONSOLE_DIST, '.built-from'), 'utf8').catch(() => '')
  if (built === wanted) return false
  const draft = await mkdtemp(join(CONSOLE, '.dist-'))
  try {
    await runVite(draft)
    await writeFile(join(draft, '.built-from'), wanted)
    const old = `${draft}.old`
    if (existsSync(CONSOLE_DIST)) await rename(CONSOLE_DIST, old)
    await rename(draft, CONSOLE_DIST)
    await rm(old, { recursive: true, force: true })
  } finally {
    await rm(draft, { recursive: true, force: true })
  }
  return true
}

async function digestOfSources(): Promise<string> {
  const hash = createHash('sha256')
  for (const source of SOURCES)
    for (const file of await filesUnder(join(CONSOLE, source))) hash.update(file).update(await readFile(file))
  return hash.digest('hex')
}

async function filesUnder(path: string): Promise<string[]> {
  if (!existsSync(path)) return []
  const entries = await readdir(path, { withFileTypes: true, recursive: true }).catch(() => null)
  if (!entries) return [path]
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}

async function runVite(outDir: string): Promise<void> {
  const vite = join(
    dirname(createRequire(join(CONSOLE, 'package.json')).resolve('vite/package.json')),
    'bin/vite.js',
  )
  const output: string[] = []
  const child = spawn(
    process.execPath,
    [vite, 'build', CONSOLE, '--outDir', outDir, '--emptyOutDir', '--logLevel', 'warn'],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { PATH: process.env.PATH, HOME: process.env.HOME, NODE_ENV: 'production' },
    },
  )
  child.stdout.on('data', (chunk) => output.push(String(chunk)))
  child.stderr.on('data', (chunk) => output.push(String(chunk)))
  const code = await new Promise<number | null>((done, fail) => child.on('error', fail).on('close', done))
  if (code !== 0) throw new Error(`The console could not be built:\n${output.join('')}`)
}
