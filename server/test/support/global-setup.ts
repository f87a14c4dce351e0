import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { readConfig } from '../../src/platform/config/config.ts'
import { connect } from '../../src/platform/database/connect.ts'
import type { Connection } from '../../src/platform/database/database.ts'
import { migrate } from '../../src/platform/database/migrate.ts'
import { DATABASE, SUPERUSER } from '../../src/platform/embedded-postgres/settings.ts'
import { CONSOLE_DIST, ensureConsole } from '../../src/platform/http/console-build.ts'
import { prepareChromium } from './chromium.ts'

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
  const dataDir = await mkdtemp(join(tmpdir(), 'lanyard-test-'))
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

async function startDatabase(dataDir: string) {
  const { app, owner, appRole, stop } = await connect(readConfig({ DATA_DIR: dataDir }), () => {})
  if (!owner) throw new Error('The embedded database has an owner role')
  await migrate(owner, appRole)
  await commitWithoutWaiting(owner, appRole)
  return { host: String(app.host), port: Number(app.port), stop }
}

/** What tests commit need not outlive this machine, so nobody waits for the disk. Tests of what does start a database of their own. */
async function commitWithoutWaiting(owner: Connection, appRole: string): Promise<void> {
  const client = new pg.Client({ ...owner, user: SUPERUSER, database: DATABASE })
  await client.connect()
  try {
    for (const role of ['lanyard_owner', appRole, SUPERUSER])
      await client.query(`alter role ${role} set synchronous_commit = off`)
  } finally {
    await client.end()
  }
}
