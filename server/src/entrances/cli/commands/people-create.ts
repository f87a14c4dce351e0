import { type Command, Option } from 'commander'
import { createPerson } from '../../../features/newcomers/create-person.ts'
import { NOTIFY, type Notify } from '../../../features/newcomers/newcomer.ts'
import { chooseTenant } from '../../../features/organisations/tenants.ts'
import { JOB_CATEGORY_KEYS, RELATIONSHIPS } from '../../../features/people/job-category.ts'
import { commandRequest } from '../../../features/set-up/set-up.ts'
import type { Operator } from '../../../kernel/actor.ts'
import { print, withApp } from '../with-app.ts'
import { labelFrom } from './people-flags.ts'
import { readPassword } from './set-up.ts'

interface Options {
  organisation: string
  email: string
  givenName: string
  familyName: string
  notify: Notify
  role?: string[]
  unit?: string[]
  jobTitle?: string
  jobCategory?: string
  staffNumber?: string
  relationship?: string
  startDate?: string
  leavingDate?: string
  language?: string
  label?: string[]
  deletionDate?: string
  message?: string
  sendAt?: string
  passwordFile?: string
  url?: string
  json?: boolean
}

/** The same verb as behind the form that adds one person. */
export function peopleCreateCommand(people: Command): void {
  people
    .command('create')
    .description('add one person: invite them, set their account up, or only list them')
    .requiredOption('--organisation <id>', 'where')
    .requiredOption('--email <address>', 'their work email')
    .requiredOption('--given-name <name>', 'first name')
    .requiredOption('--family-name <name>', 'last name')
    .addOption(
      new Option('--notify <how>', 'invite; credentials: set up, with a one-time password; none')
        .choices(NOTIFY)
        .default('invite'),
    )
    .option('--role <key...>', 'roles; none: user')
    .option('--unit <id...>', 'units')
    .option('--job-title <title>', 'as you write it')
    .addOption(new Option('--job-category <key>', 'kind of work').choices(JOB_CATEGORY_KEYS))
    .option('--staff-number <number>', 'your own number of them')
    .addOption(new Option('--relationship <key>', 'employee unless said').choices(Object.keys(RELATIONSHIPS)))
    .option('--start-date <day>', 'first day of work, such as 2026-09-01')
    .option('--leaving-date <day>', 'last day of work, such as 2027-08-31; access does not end by it')
    .option('--language <tag>', 'of their pages and emails, such as en-GB')
    .option('--label <key=value...>', 'labels')
    .option('--deletion-date <day>', 'deleted at the beginning of that day')
    .option('--message <words>', 'a few words of your own, with an invitation')
    .option('--send-at <time>', 'invited not before then, such as 2026-09-01T08:00:00+01:00')
    .option(
      '--password-file <file>',
      'file that holds their first password; without it a random one is mailed to them',
    )
    .option('--url <address>', 'which tenant, when there is more than one')
    .option('--json', 'print JSON')
    .action(async (options: Options) => {
      const { organisation, role, unit, label, passwordFile, url, json, ...wish } = options
      const password = (await readPassword(passwordFile, '--password-file')) ?? undefined
      await withApp(async ({ app }) => {
        const { tenantId } = await chooseTenant(app.database, url)
        const operator: Operator = { kind: 'operator', tenantId, request: commandRequest() }
        const made = await createPerson(app, operator, organisation, {
          ...wish,
          roles: role,
          units: unit,
          labels: label && Object.fromEntries(label.map(labelFrom)),
          password,
        })
        print(json, made, [made.sentence])
      })
    })
}
