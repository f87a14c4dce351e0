import { readFile } from 'node:fs/promises'
import { text } from 'node:stream/consumers'
import type { Command } from 'commander'
import { invite } from '../../../features/invitations/invite.ts'
import { recognise } from '../../../features/invitations/recognise.ts'
import { chooseTenant } from '../../../features/organisations/tenants.ts'
import { commandRequest } from '../../../features/set-up/set-up.ts'
import type { Operator } from '../../../kernel/actor.ts'
import { EXIT } from '../exit-codes.ts'
import { print, withApp } from '../with-app.ts'

interface Options {
  organisation: string
  file?: string
  role?: string[]
  unit?: string[]
  message?: string
  sendAt?: string
  url?: string
  dryRun?: boolean
  json?: boolean
}

/** The same recogniser and the same verb as behind the page. */
export function inviteCommands(program: Command): void {
  program
    .command('invite [addresses...]')
    .description('invite people; names are read where they stand, as in "Ann Ford <ann@reed.example>"')
    .requiredOption('--organisation <id>', 'where to')
    .option('--file <path>', 'take the people from a text file; - is standard input')
    .option('--role <key...>', 'roles for everybody; none: user')
    .option('--unit <id...>', 'units for everybody')
    .option('--message <words>', 'a few words of your own')
    .option('--send-at <time>', 'not before then, such as 2026-09-01T08:00:00+01:00')
    .option('--url <address>', 'which tenant, when there is more than one')
    .option('--dry-run', 'say who would be invited, and send nothing')
    .option('--json', 'print JSON')
    .action(async (addresses: string[], options: Options) => {
      const words = [...addresses, ...(options.file ? [await readPeople(options.file)] : [])].join('\n')
      await withApp(async ({ app }) => {
        const { tenantId } = await chooseTenant(app.database, options.url)
        const operator: Operator = { kind: 'operator', tenantId, request: commandRequest() }
        const { counts, entries } = await recognise(app, operator, options.organisation, words)
        const ready = entries.filter((entry) => entry.outcome === 'ready')
        const others = entries.filter((entry) => entry.outcome !== 'ready')
        const skipped = others.map((entry) => `  ${entry.text}: ${entry.detail}`)
        if (others.length > 0) process.exitCode = EXIT.needsAttention
        if (options.dryRun || ready.length === 0)
          return print(options.json, { counts, entries }, [`${ready.length} can be invited.`, ...skipped])
        const done = await invite(app, operator, options.organisation, {
          people: ready.map(({ email = '', givenName, familyName, roles, units }) => ({
            email,
            givenName,
            familyName,
            roles,
            units,
          })),
          roles: options.role,
          units: options.unit,
          message: options.message,
          sendAt: options.sendAt,
        })
        if (done.counts.notSent > 0) process.exitCode = EXIT.needsAttention
        const refused = done.results.flatMap((each) =>
          each.outcome === 'not_sent' ? `  ${each.email}: ${each.detail}` : [],
        )
        print(options.json, { ...done, notRecognised: others }, [
          options.sendAt
            ? `${done.counts.scheduled} invitations go out on ${options.sendAt}.`
            : `${done.counts.queued} invitations are waiting to be sent.`,
          ...refused,
          ...skipped,
        ])
      })
    })
}

const readPeople = (path: string): Promise<string> =>
  path === '-' ? text(process.stdin) : readFile(path, 'utf8')
