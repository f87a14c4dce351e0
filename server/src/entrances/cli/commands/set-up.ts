import { readFile } from 'node:fs/promises'
import { type Command, Option } from 'commander'
import { addTenant } from '../../../features/set-up/add-tenant.ts'
import { commandRequest, type SetUpDone, type SetUpWish, setUp } from '../../../features/set-up/set-up.ts'
import { print, withApp } from '../with-app.ts'

interface Options {
  organisation: string
  type: 'trust' | 'school'
  ownerEmail: string
  ownerName: string
  ownerPasswordFile?: string
  domain: string[]
  timeZone: string
  json?: boolean
}

/** Commands that make tenants. */
export function setUpCommands(program: Command): void {
  withOptions(program.command('setup').description('the first set-up without a browser')).action(
    async (options: Options) => {
      const wish = await wishOf(options)
      const done = await withApp(({ app }) =>
        setUp(app, { kind: 'operator', request: commandRequest() }, wish),
      )
      tell(options, done)
    },
  )
  const tenant = program.command('tenant').description('tenants of this installation')
  withOptions(tenant.command('add').description('add a tenant at an address of its own'))
    .requiredOption('--url <address>', 'its base address')
    .action(async (options: Options & { url: string }) => {
      const wish = await wishOf(options)
      const done = await withApp(({ app }) => addTenant(app, commandRequest(), options.url, wish))
      tell(options, done)
    })
}

function withOptions(command: Command): Command {
  return command
    .requiredOption('--organisation <name>', 'name of the trust or school')
    .addOption(
      new Option('--type <type>', 'trust or school').choices(['trust', 'school']).makeOptionMandatory(),
    )
    .requiredOption('--owner-email <address>', 'the owner’s email address')
    .requiredOption('--owner-name <name>', 'the owner’s name; the last word is the family name')
    .option(
      '--owner-password-file <file>',
      'file that holds the owner’s password; without it a one-time link is printed',
    )
    .option('--domain <domain...>', 'email domains of the organisation', [])
    .option('--time-zone <name>', 'IANA name', 'Europe/London')
    .option('--json', 'print JSON')
}

async function wishOf(options: Options): Promise<SetUpWish> {
  return {
    owner: {
      email: options.ownerEmail,
      ...splitName(options.ownerName),
      password: await readPassword(options.ownerPasswordFile),
    },
    organisation: {
      name: options.organisation,
      type: options.type,
      domains: options.domain,
      timeZone: options.timeZone,
    },
  }
}

function tell(options: Options, done: SetUpDone): void {
  print(options.json, done, [
    `${options.organisation} is set up.`,
    ...(done.passwordLink
      ? [`${options.ownerName} chooses a password at ${done.passwordLink} (works for 30 minutes, once).`]
      : []),
  ])
}

/** The last word is the family name; a single word stands for both. */
export function splitName(name: string): { givenName: string; familyName: string } {
  const words = name.trim().split(/\s+/)
  const familyName = words.at(-1) ?? ''
  return { givenName: words.slice(0, -1).join(' ') || familyName, familyName }
}

/** A password comes from a file, never from the command line, where others could read it. The line end is not part of it. */
export async function readPassword(file: string | undefined): Promise<string | null> {
  return file ? (await readFile(file, 'utf8')).replace(/\r?\n$/, '') : null
}
