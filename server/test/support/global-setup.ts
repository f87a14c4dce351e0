import { existsSync } from 'node:fs'
import { mkdtemp, rm, statfs } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { installedOn } from '../../src/platform/database/connect.ts'
import { migrate } from '../../src/platform/database/migrate.ts'
import { startEmbeddedPostgres } from '../../src/platform/embedded-postgres/embedded-postgres.ts'
import { CONSOLE_DIST, ensureConsole } from '../../src/platform/http/console-build.ts'
import { prepareChromium } from './chromium.ts'

const MEMORY = '/dev/shm'
/** Several databases at once with all their log, many times over. */
const ROOM_BYTES = 4 * 1024 ** 3

/** The database that the tests of one run clone; nobody may be connected to it while it is cloned. */
export const TEMPLATE = 'lanyard'

/**
 * Once for all test files: the console built, a browser unpacked, one PostgreSQL with a migrated template database.
 * @param parts the parts of paths asked for; tests of features and below open no browser, so they don't wait for one
 */
export async function globalSetup(
  parts: string[],
): Promise<{ env: Record<string, string>; teardown(): Promise<void> }> {
  const withoutPages = parts.length > 0 && parts.every((part) => /^(features|platform|kernel)\//.test(part))
  const dataDir = await mkdtemp(join(await quickest(), 'lanyard-test-'))
  const [database] = await Promise.all([
    startDatabase(dataDir),
    ...(withoutPages && existsSync(CONSOLE_DIST) ? [] : [prepareChromium(), ensureConsole()]),
  ])
  return {
    env: {
      LANYARD_TEST_SOCKET: database.host,
      LANYARD_TEST_PORT: String(database.port),
    },
    async teardown() {
      await database.stop()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

/** In memory where there is room: a disk's file system takes long over a thousand files that come and go with each test. */
async function quickest(): Promise<string> {
  const room = await statfs(MEMORY).then(
    ({ bavail, bsize }) => bavail * bsize,
    () => 0,
  )
  return room >= ROOM_BYTES ? MEMORY : tmpdir()
}

/** What tests write need not outlive this machine, so nobody waits for the disk. Tests of what does start a database of their own. */
async function startDatabase(dataDir: string) {
  const embedded = await startEmbeddedPostgres({ dataDir, log: () => {}, durable: false })
  const { app, owner, appRole, stop } = await installedOn(embedded)
  if (!owner) throw new Error('The embedded database has an owner role')
  await migrate(owner, appRole)
  return { host: String(app.host), port: Number(app.port), stop }
}
