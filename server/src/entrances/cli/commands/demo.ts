import type { Command } from 'commander'
import { loadDemo } from '../../../features/demo/load-demo.ts'
import { removeDemo } from '../../../features/demo/remove-demo.ts'
import { commandRequest } from '../../../features/set-up/set-up.ts'
import { MAIL_KINDS } from '../../worker/mail-kinds.ts'
import { print, withApp } from '../with-app.ts'

/** Made-up schools to look round in, on an installation that is otherwise empty. */
export function demoCommands(program: Command): void {
  const demo = program.command('demo').description('made-up schools to look round in')
  demo
    .command('load')
    .description('fill an empty installation with three made-up schools and 180 people; no mail leaves')
    .option('--json', 'print JSON')
    .action(async ({ json }: { json?: boolean }) => {
      const done = await withApp(({ app, installation }) =>
        loadDemo(app, installation.owner, MAIL_KINDS, commandRequest()),
      )
      print(json, done, [
        'Three made-up schools with 180 people are loaded. Start Lanyard, and sign in as',
        `  ${done.owner}, the owner of the trust, or as one of its business managers:`,
        ...done.managers.map((each) => `  ${each}`),
        `The password of everybody who has registered is ${done.password}`,
      ])
    })
  demo
    .command('remove')
    .description('take the demonstration away again, with everything that was done in it')
    .option('--json', 'print JSON')
    .action(async ({ json }: { json?: boolean }) => {
      await withApp(({ app, installation }) => removeDemo(app, installation.owner))
      print(json, { removed: true }, ['The demonstration is gone. Lanyard waits to be set up.'])
    })
}
