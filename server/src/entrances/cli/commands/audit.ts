import type { Command } from 'commander'
import { sealAudit } from '../../../features/audit/seal-audit.ts'
import { verifyAudit } from '../../../features/audit/verify-audit.ts'
import { openTenantDirectory } from '../../../features/organisations/tenants.ts'
import { EXIT } from '../exit-codes.ts'
import { print, withApp } from '../with-app.ts'

/** The record: whether it is as it was written. */
export function auditCommands(program: Command): void {
  program
    .command('audit')
    .description('the record of what was done')
    .command('verify')
    .description('check rows, chain and signed anchors, and name the first bad position')
    .option('--json', 'print JSON')
    .action(async ({ json }: { json?: boolean }) => {
      const verdicts = await withApp(async ({ app }) => {
        const tenants = await openTenantDirectory(app.database).all()
        const found = []
        for (const { tenantId, baseUrl } of tenants) {
          const verdict = await verifyAudit(app, tenantId)
          // What waits is sealed only after the look, so that a look never covers up what it should find.
          if (verdict.firstBad === null) await sealAudit(app, tenantId)
          found.push({ ...verdict, tenant: baseUrl })
        }
        return found
      })
      print(
        json,
        { verdicts },
        verdicts.map((each) =>
          each.problem
            ? `✗ ${each.tenant}: ${each.problem} First bad position: ${each.firstBad}`
            : `✓ ${each.tenant}: ${each.sealed} events are as they were sealed (${each.anchors} anchors)`,
        ),
      )
      if (verdicts.some((each) => each.firstBad !== null)) process.exitCode = EXIT.needsAttention
    })
}
