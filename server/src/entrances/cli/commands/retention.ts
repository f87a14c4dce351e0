import type { Command } from 'commander'
import { openTenantDirectory } from '../../../features/organisations/tenants.ts'
import { RETENTION } from '../../../features/retention/retention.ts'
import { type Due, runRetention, whatIsDue } from '../../../features/retention/run-retention.ts'
import { print, withApp } from '../with-app.ts'

/** What was kept long enough: what a run would do, and doing it now. */
export function retentionCommands(program: Command): void {
  const retention = program.command('retention').description('what was kept long enough')
  retention
    .command('look')
    .description('what the next run would do')
    .option('--json', 'print JSON')
    .action(({ json }: { json?: boolean }) => forEachTenant(json, 'look'))
  retention
    .command('run')
    .description('do it now instead of within the hour')
    .option('--json', 'print JSON')
    .action(({ json }: { json?: boolean }) => forEachTenant(json, 'run'))
}

async function forEachTenant(json: boolean | undefined, what: 'look' | 'run'): Promise<void> {
  const tenants = await withApp(async ({ app }) => {
    const found = []
    for (const { tenantId, baseUrl } of await openTenantDirectory(app.database).all())
      found.push({
        tenant: baseUrl,
        kinds: await (what === 'run' ? runRetention(app, tenantId) : whatIsDue(app, tenantId)),
      })
    return found
  })
  print(
    json,
    { tenants },
    tenants.flatMap(({ tenant, kinds }) => [tenant, ...kinds.map(lineOf)]),
  )
}

const lineOf = ({ kind, many, held }: Due) =>
  `  ${RETENTION[kind].label}: ${many}${held > 0 ? ` (${held} more on hold)` : ''}`
