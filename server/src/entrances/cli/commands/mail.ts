import type { Command } from 'commander'
import { testMail } from '../../../features/messages/test-mail.ts'
import { chooseTenant } from '../../../features/organisations/tenants.ts'
import { commandRequest } from '../../../features/set-up/set-up.ts'
import { EXIT } from '../exit-codes.ts'
import { print, withApp } from '../with-app.ts'

const MARKS = { yes: '✓', no: '✗', neither: '·' }

/** Mail as the operator sees it: whether the mail server takes it, and what it said. */
export function mailCommands(program: Command): void {
  program
    .command('mail')
    .description('email')
    .command('test')
    .description('send a test email and show the conversation with the mail server, without secrets')
    .requiredOption('--to <address>', 'where to')
    .option('--organisation <id>', 'in whose name; the topmost, if not given')
    .option('--url <address>', 'which tenant, when there is more than one')
    .option('--json', 'print JSON')
    .action(async (options: { to: string; organisation?: string; url?: string; json?: boolean }) => {
      await withApp(async ({ app }) => {
        const { tenantId } = await chooseTenant(app.database, options.url)
        const operator = { kind: 'operator' as const, tenantId, request: commandRequest() }
        const tested = await testMail(app, operator, options.organisation ?? null, options.to)
        if (tested.state !== 'accepted') process.exitCode = EXIT.needsAttention
        print(options.json, tested, [
          ...tested.conversation.map(({ who, line }) => `${who === 'server' ? '<' : '>'} ${line}`),
          ...tested.steps.map(({ ok, detail }) => `${mark(ok)} ${detail}`),
          `${mark(tested.state === 'accepted')} ${tested.stateLabel}: ${tested.serverAnswer ?? options.to}`,
          ...(tested.explanation ? [`  ${tested.explanation}`] : []),
        ])
      })
    })
}

const mark = (ok: boolean | null) => (ok === null ? MARKS.neither : ok ? MARKS.yes : MARKS.no)
