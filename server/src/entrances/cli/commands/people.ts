import { type Command, Option } from 'commander'
import type { z } from 'zod'
import { chooseTenant } from '../../../features/organisations/tenants.ts'
import { placeIn } from '../../../features/people/people.shapes.ts'
import type { peopleFilter } from '../../../features/people/people-filter.ts'
import { type PeoplePage, seePeople } from '../../../features/people/see-people.ts'
import { SORTS, type Sort } from '../../../features/people/sorts-and-views.ts'
import { commandRequest } from '../../../features/set-up/set-up.ts'
import type { Operator } from '../../../kernel/actor.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import type { App } from '../../../platform/app.ts'
import { print, withApp } from '../with-app.ts'
import { peopleActionCommands } from './people-actions.ts'
import { peopleBulkCommands } from './people-bulk.ts'
import { peopleCreateCommand } from './people-create.ts'
import { type FilterFlags, filterOf, withFilter } from './people-flags.ts'

/** People that are read at once. */
const PAGE = 200

interface Options extends FilterFlags {
  organisation: string
  sort: Sort
  limit?: string
  url?: string
  json?: boolean
}

/** The same verbs as behind the page of people. */
export function peopleCommands(program: Command): void {
  const people = program.command('people').description('people: list them, and change them')
  for (const add of [listCommand, peopleCreateCommand, peopleActionCommands, peopleBulkCommands]) add(people)
}

function listCommand(people: Command): void {
  withFilter(
    people
      .command('list')
      .description('list people; archived ones only when asked for with --view archived or --status inactive')
      .requiredOption('--organisation <id>', 'where'),
  )
    .addOption(new Option('--sort <order>', 'in which order').choices(SORTS).default('name'))
    .option('--limit <count>', 'no more than so many')
    .option('--url <address>', 'which tenant, when there is more than one')
    .option('--json', 'print JSON')
    .action(async (options: Options) => {
      const filter = filterOf({ ...options })
      const limit = options.limit === undefined ? Number.POSITIVE_INFINITY : countOf(options.limit)
      await withApp(async ({ app }) => {
        const { tenantId } = await chooseTenant(app.database, options.url)
        const operator: Operator = { kind: 'operator', tenantId, request: commandRequest() }
        const people = await readThrough(app, operator, options.organisation, filter, options.sort, limit)
        print(options.json, people, [...people.map(lineOf), `${people.length} people`])
      })
    })
}

async function readThrough(
  app: App,
  operator: Operator,
  organisationId: string,
  filter: z.output<typeof peopleFilter>,
  sort: Sort,
  limit: number,
): Promise<PeoplePage['data']> {
  const people: PeoplePage['data'] = []
  let after: string | null = null
  do {
    const page: PeoplePage = await seePeople(app, operator, organisationId, filter, {
      sort,
      after: placeIn(after ?? undefined, sort),
      limit: Math.min(PAGE, limit - people.length),
      count: 'none',
      facts: false,
    })
    people.push(...page.data)
    after = page.next
  } while (after !== null && people.length < limit)
  return people
}

const lineOf = (person: PeoplePage['data'][number]): string =>
  [
    `${person.givenName} ${person.familyName}`.trim() || '(no name)',
    person.email,
    person.statusLabel,
    person.roles.map((each) => each.label).join(', '),
    person.id,
  ].join('\t')

function countOf(typed: string): number {
  if (!/^[1-9]\d*$/.test(typed))
    throw new Refusal('unprocessable', 'limit_wrong', '--limit: give a number of people.')
  return Number(typed)
}
