import type { Command } from 'commander'
import { addOwner } from '../../../features/set-up/add-owner.ts'
import { commandRequest } from '../../../features/set-up/set-up.ts'
import { print, withApp } from '../with-app.ts'
import { readPassword, splitName } from './set-up.ts'

interface Options {
  email: string
  name?: string
  url?: string
  ownerPasswordFile?: string
  json?: boolean
}

/** Break-glass: whoever has the machine can make or restore an owner. */
export function ownerCommands(program: Command): void {
  program
    .command('owner')
    .description('owners')
    .command('add')
    .description('make or restore an owner')
    .requiredOption('--email <address>', 'their email address')
    .option('--name <name>', 'for somebody not known yet; the last word is the family name')
    .option('--url <address>', 'which tenant, when there is more than one')
    .option(
      '--owner-password-file <file>',
      'file that holds their password; without it a one-time link is printed',
    )
    .option('--json', 'print JSON')
    .action(async (options: Options) => {
      const wish = {
        email: options.email,
        ...(options.name ? splitName(options.name, '--name') : {}),
        url: options.url,
        password: await readPassword(options.ownerPasswordFile, '--owner-password-file'),
      }
      const done = await withApp(({ app }) => addOwner(app, commandRequest(), wish))
      print(options.json, done, [
        `${options.email} is an owner.`,
        ...(done.passwordLink
          ? [`A password is chosen at ${done.passwordLink} (works for 30 minutes, once).`]
          : []),
      ])
    })
}
