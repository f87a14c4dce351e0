import type { Command } from 'commander'
import { openTenantDirectory } from '../../../features/organisations/tenants.ts'
import { runChecks } from '../../../features/set-up/checks.ts'
import { isSetUp } from '../../../features/set-up/set-up-code.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { readConfig } from '../../../platform/config/config.ts'
import { shiftClock } from '../../../platform/database/clock.ts'
import { EXIT } from '../exit-codes.ts'
import { print, withApp } from '../with-app.ts'

/** Commands that look, and the clock of tests. */
export function stateCommands(program: Command): void {
  program
    .command('doctor')
    .description('check everything and list the settings in force')
    .option('--json', 'print JSON')
    .action(doctor)
  program
    .command('status')
    .description('what is here, in a few lines')
    .option('--json', 'print JSON')
    .action(status)
  program
    .command('test-clock <shift>')
    .description('shift the clock of tests: +90s, +20m, +7d, or reset')
    .action(testClock)
}

const MARKS = { ok: '✓', note: '!', problem: '✗' }

async function doctor({ json }: { json?: boolean }): Promise<void> {
  const { checks, settings } = await withApp(async ({ app }) => ({
    checks: await runChecks(app),
    settings: app.config.settings,
  }))
  print(json, { checks, settings }, [
    ...checks.map(
      (check) =>
        `${MARKS[check.state]} ${check.detail}${check.setting && check.state !== 'ok' ? ` (${check.setting})` : ''}`,
    ),
    '',
    ...settings.map((setting) => `${setting.name.padEnd(20)} ${setting.value.padEnd(28)} ${setting.meaning}`),
  ])
  if (checks.some((check) => check.state === 'problem')) process.exitCode = EXIT.needsAttention
}

async function status({ json }: { json?: boolean }): Promise<void> {
  const found = await withApp(async ({ app, installation }) => {
    const tenants = await openTenantDirectory(app.database).all()
    const due = await app.database.pool.query<{ waiting: number }>(
      'select count(*)::int as waiting from messages_due',
    )
    return {
      setUp: await isSetUp(app.database),
      database: installation.kind,
      tenants: tenants.map((tenant) => tenant.baseUrl),
      mail: app.mail.mode,
      messagesWaiting: due.rows[0]?.waiting ?? 0,
    }
  })
  print(json, found, [
    found.setUp ? 'Set up.' : 'Not set up yet.',
    `Database: ${found.database}`,
    `Tenants: ${found.tenants.join(', ') || 'none'}`,
    `Mail: ${found.mail}, ${found.messagesWaiting} waiting`,
  ])
}

const UNITS: Record<string, number> = { s: 1, m: 60, h: 3600, d: 86_400 }

async function testClock(text: string): Promise<void> {
  const match = /^\+(\d+)([smhd])$/.exec(text)
  const seconds =
    text === 'reset' ? null : match ? Number(match[1]) * (UNITS[match[2] as string] as number) : undefined
  if (seconds === undefined)
    throw new Refusal('unprocessable', 'shift_format', 'Write the shift like +90s, +20m or +7d, or reset.')
  if (seconds !== null && !readConfig(process.env).testClock)
    throw new Refusal(
      'forbidden',
      'test_clock_off',
      'The clock can be shifted in tests only: set LANYARD_TEST_CLOCK=1.',
    )
  // A shifted clock stops everything but tests from starting, so putting it back must work without the setting too.
  const shift = await withApp(
    ({ installation }) => {
      if (!installation.owner)
        throw new Refusal('unprocessable', 'owner_needed', 'Shifting the clock needs DATABASE_OWNER_URL.')
      return shiftClock(installation.owner, seconds)
    },
    { shiftedClock: true },
  )
  console.log(shift === 0 ? 'The clock is right.' : `The clock is ${shift} seconds ahead.`)
}
