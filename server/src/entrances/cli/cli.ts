import { Command, CommanderError } from 'commander'
import { Refusal } from '../../kernel/refusal.ts'
import { auditCommands } from './commands/audit.ts'
import { backupCommands } from './commands/backup.ts'
import { demoCommands } from './commands/demo.ts'
import { inviteCommands } from './commands/invite.ts'
import { mailCommands } from './commands/mail.ts'
import { ownerCommands } from './commands/owner.ts'
import { peopleCommands } from './commands/people.ts'
import { retentionCommands } from './commands/retention.ts'
import { runCommands } from './commands/run.ts'
import { setUpCommands } from './commands/set-up.ts'
import { staffListCommands } from './commands/staff-list.ts'
import { stateCommands } from './commands/state.ts'
import { EXIT, exitCodeOf } from './exit-codes.ts'

const program = new Command('lanyard')
  .description('Staff accounts for schools, trusts and districts')
  .exitOverride()
  .showSuggestionAfterError()
  .configureHelp({ sortSubcommands: true })

for (const add of [
  runCommands,
  setUpCommands,
  ownerCommands,
  inviteCommands,
  peopleCommands,
  staffListCommands,
  mailCommands,
  stateCommands,
  auditCommands,
  retentionCommands,
  backupCommands,
  demoCommands,
])
  add(program)

try {
  await program.parseAsync()
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? EXIT.ok : EXIT.usage
  else {
    process.exitCode = exitCodeOf(error)
    console.error(sentenceOf(error))
  }
}

function sentenceOf(error: unknown): string {
  if (error instanceof Refusal) {
    const more = error.problems.slice(1).map((problem) => `  ${problem.detail}`)
    return [`${error.message} (${error.code})`, ...more].join('\n')
  }
  return (error as Error).message
}
