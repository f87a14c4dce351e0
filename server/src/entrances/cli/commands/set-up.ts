import { readFile } from 'node:fs/promises'
import { type Command, Option } from 'commander'
import { addTenant } from '../../../features/set-up/add-tenant.ts'
import { commandRequest, type SetUpDone, type SetUpWish, setUp } from '../../../features/set-up/set-up.ts'
import { Refusal } from '../../../kernel/refusal.ts'
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
      ...splitName(options.ownerName, '--owner-name'),
      password: await readPassword(options.ownerPasswordFile, '--owner-password-file'),
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

/**
 * The last word is the family name.
 * @param option as it is typed, to be named where only one name was given
 * @throws Refusal name_missing
 */
export function splitName(name: string, option: string): { givenName: string; familyName: string } {
  const words = name.trim().split(/\s+/)
  const familyName = words.pop() ?? ''
  const givenName = words.join(' ')
  if (!givenName)
    throw new Refusal('unprocessable', 'name_missing', `Give a first and a last name: ${option} "Ada Ford"`)
  return { givenName, familyName }
}

/**
 * A password comes from a file, never from the command line, where others could read it. The line end is not part of it.
 * @param option as it is typed, to be named where the file can't be read
 * @throws Refusal file_unreadable
 */
export async function readPassword(file: string | undefined, option: string): Promise<string | null> {
  if (!file) return null
  const text = await readFile(file, 'utf8').catch(() => {
    throw new Refusal(
      'unprocessable',
      'file_unreadable',
      `${option}: ${file} can’t be read. Check the name of the file, and that you may read it.`,
    )
  })
  return text.replace(/\r?\n$/, '')
}
