import assert from 'node:assert/strict'
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { TestContext } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import type { EmbeddedPostgres } from './embedded-postgres.ts'
import { isAlive } from './processes.ts'
import { DATABASE, PORT, SUPERUSER } from './settings.ts'

export function quiet(): void {}

export function folder(t: TestContext, owner?: { uid: number; gid: number }): string {
  const path = mkdtempSync(join(tmpdir(), 'lanyard-test-'))
  if (owner) chownSync(path, owner.uid, owner.gid)
  t.after(async () => {
    await endHolders()
    const pid = existsSync(join(cluster(path), 'postmaster.pid')) ? serverPid(path) : 0
    if (pid > 0 && pid !== process.pid && isAlive(pid)) {
      process.kill(pid, 'SIGQUIT')
      await until(() => !isAlive(pid), 'the server has ended')
    }
    rmSync(path, { recursive: true, force: true, maxRetries: 5 })
  })
  return path
}

export function cluster(dataDir: string): string {
  return join(dataDir, 'postgres/cluster')
}

export function serverPid(dataDir: string): number {
  return Number.parseInt(readFileSync(join(cluster(dataDir), 'postmaster.pid'), 'utf8'), 10)
}

export async function ask(db: { socketDir: string }, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ host: db.socketDir, port: PORT, user: SUPERUSER, database: DATABASE })
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

export async function until(condition: () => boolean, what: string): Promise<void> {
  const deadline = Date.now() + 15_000
  while (!condition()) {
    if (Date.now() > deadline) assert.fail(`Waited too long until ${what}`)
    await sleep(5)
  }
}

interface HolderOptions {
  account?: { uid: number; gid: number } | undefined
  /** In a process group of its own. */
  detached?: boolean
  /** What it does once it has its database, before it says so. */
  work?: string
}

/** The processes of the present test; they go before the servers that they would start again. */
const holders = new Set<ChildProcess>()

async function endHolders(): Promise<void> {
  for (const child of holders) {
    holders.delete(child)
    if (child.kill('SIGKILL')) await once(child, 'exit')
  }
}

/** Another process that starts or joins the database, says "ready" or why not, and holds on to it until told to leave. */
export function holder(dataDir: string, how: 'start' | 'join', options: HolderOptions = {}) {
  const script = `
    import pg from ${JSON.stringify(import.meta.resolve('pg'))}
    import { ${how}EmbeddedPostgres } from ${JSON.stringify(import.meta.resolve('./embedded-postgres.ts'))}
    try {
      const db = await ${how}EmbeddedPostgres({ dataDir: ${JSON.stringify(dataDir)}, log() {} })
      ${options.work ?? ''}
      console.log(JSON.stringify({ outcome: 'ready', ...db }))
      process.stdin.on('end', async () => { await db.stop(); process.exit(0) }).resume()
    } catch (error) {
      console.log(JSON.stringify({ outcome: error.message }))
    }`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    cwd: '/',
    stdio: ['pipe', 'pipe', 'inherit'],
    detached: options.detached ?? false,
    ...options.account,
  })
  const exit = once(child, 'exit')
  const report = firstLine(child)
  holders.add(child)
  const outcome = async () => (await report).outcome
  return {
    pid: child.pid as number,
    outcome,
    async ready() {
      assert.equal(await outcome(), 'ready')
      return await report
    },
    async kill() {
      child.kill('SIGKILL')
      await exit
    },
    /** The whole group, as a terminal or a supervisor would. */
    async killGroup() {
      process.kill(-(child.pid as number), 'SIGKILL')
      await exit
    },
    async leave() {
      child.stdin?.end()
      await exit
    },
  }
}

async function firstLine(child: ChildProcess): Promise<EmbeddedPostgres & { outcome: string }> {
  if (!child.stdout) throw new Error('The process has no output.')
  for await (const line of createInterface(child.stdout)) return JSON.parse(line)
  return { outcome: 'ended' } as EmbeddedPostgres & { outcome: string }
}

export function canRun(account: { uid: number; gid: number }): boolean {
  const module = JSON.stringify(import.meta.resolve('./embedded-postgres.ts'))
  return (
    spawnSync(process.execPath, ['--input-type=module', '-e', `await import(${module})`], {
      cwd: '/',
      ...account,
    }).status === 0
  )
}
