import { setTimeout as wait } from 'node:timers/promises'
import { type Command, InvalidArgumentError, Option } from 'commander'
import { z } from 'zod'
import { BULK_ACTION_KEYS, type BulkAction } from '../../../features/bulk/bulk.ts'
import type { Selection } from '../../../features/bulk/choose-people.ts'
import { type SeenJob, seeJob } from '../../../features/bulk/see-job.ts'
import { type Foretold, foretellBulk, startBulk } from '../../../features/bulk/start-bulk.ts'
import { undoJob } from '../../../features/bulk/undo-job.ts'
import { workBulk } from '../../../features/bulk/work-bulk.ts'
import { chooseTenant } from '../../../features/organisations/tenants.ts'
import { commandRequest } from '../../../features/set-up/set-up.ts'
import type { Operator } from '../../../kernel/actor.ts'
import type { App } from '../../../platform/app.ts'
import { EXIT } from '../exit-codes.ts'
import { print, withApp } from '../with-app.ts'
import { type FilterFlags, filterOf, withFilter } from './people-flags.ts'

interface Options extends FilterFlags {
  organisation: string
  action: BulkAction
  ids?: string[]
  dryRun?: boolean
  yes?: boolean
  on?: string
  leavingDate?: string
  reason?: string
  tell?: boolean
  handOverTo?: string
  setLabel?: Record<string, string>
  removeLabel?: string[]
  url?: string
  json?: boolean
}

/** Results of a job that are told one by one. */
const TOLD = 40
const LOOK_AGAIN_MS = 200

/** What is done to many people at once, by the same verbs as behind the page. */
export function peopleBulkCommands(people: Command): void {
  withFilter(
    people
      .command('bulk')
      .description('do something to many people: those named with --ids, or everybody the filter means')
      .requiredOption('--organisation <id>', 'where')
      .addOption(new Option('--action <action>', 'what').choices(BULK_ACTION_KEYS).makeOptionMandatory())
      .option('--ids <ids>', 'people, with commas, as people list prints them last', idsOf),
  )
    .option('--dry-run', 'say what would change, and change nothing')
    .option('--yes', 'do it without asking')
    .option('--on <day>', 'pause, archive: last day with access, such as 2026-08-31; left out: now', dayOf)
    .option('--leaving-date <day>', 'archive: last day of work', dayOf)
    .option('--reason <words>', 'kept in the record')
    .option('--tell', 'tell them by email')
    .option(
      '--hand-over-to <person>',
      'pause, archive: who leads at once what nobody would lead, by id',
      idOf,
    )
    .option('--set-label <key=value...>', 'label: give this label', labelOf)
    .option('--remove-label <key...>', 'label: take this label away')
    .option('--url <address>', 'which tenant, when there is more than one')
    .option('--json', 'print JSON')
    .action((options: Options) => runBulk(options))
  people
    .command('undo <job>')
    .description('take back what was done to many people, within 14 days; who changed since stays')
    .option('--url <address>', 'which tenant, when there is more than one')
    .option('--json', 'print JSON')
    .action((job: string, options: Pick<Options, 'url' | 'json'>) =>
      asOperator(options, async (app, operator) => {
        const { id } = await undoJob(app, operator, job)
        await finish(app, operator, id, options.json)
      }),
    )
}

async function runBulk(options: Options): Promise<void> {
  const { organisation, action, ids, dryRun, yes, json } = options
  const select: Selection = ids ? { ids } : { filter: filterOf({ ...options }) }
  const { on, leavingDate, reason, tell, handOverTo, setLabel: set, removeLabel: remove } = options
  const labels = set || remove ? { labels: { set, remove } } : {}
  const how = { on, leavingDate, reason, tell, handOverTo, ...labels }
  await asOperator(options, async (app, operator) => {
    const foretold = await foretellBulk(app, operator, organisation, { action, select, ...how })
    if (dryRun || !yes || foretold.fits === 0) {
      if (!dryRun) process.exitCode = foretold.fits === 0 ? EXIT.needsAttention : EXIT.usage
      const ask = dryRun || foretold.fits === 0 ? [] : ['Nothing has changed. Add --yes to do it.']
      return print(json, foretold, [...linesOf(foretold), ...ask])
    }
    const { count: expectedCount, snapshot } = foretold
    const { id } = await startBulk(app, operator, organisation, {
      action,
      select,
      expectedCount,
      snapshot,
      ...how,
    })
    await finish(app, operator, id, json)
  })
}

async function asOperator(
  { url }: Pick<Options, 'url'>,
  work: (app: App, operator: Operator) => Promise<void>,
): Promise<void> {
  await withApp(async ({ app }) => {
    const { tenantId } = await chooseTenant(app.database, url)
    await work(app, { kind: 'operator', tenantId, request: commandRequest() })
  })
}

/** Does the job here and now, or waits for the worker that has begun with it, and says what came of it. */
async function finish(app: App, operator: Operator, id: string, json: boolean | undefined): Promise<void> {
  const look = () => seeJob(app, operator, id, { outcome: null, after: null, limit: TOLD })
  await workBulk(app, operator.tenantId, id)
  let job = await look()
  while (job.state === 'waiting' || job.state === 'undoing') {
    await wait(LOOK_AGAIN_MS)
    job = await look()
  }
  if (job.state === 'failed' || job.problem) process.exitCode = EXIT.failed
  else if (job.counts.skipped + job.counts.kept > 0) process.exitCode = EXIT.needsAttention
  print(json, job, [
    job.sentence,
    ...(job.problem ? [job.problem.detail] : []),
    ...job.reasons.map((each) => `  ${each.count}: ${each.sentence}`),
    ...job.results.data.flatMap(lineOf),
    `Job ${job.id}${job.undo.possible ? '; people undo takes it back' : ''}`,
  ])
}

const lineOf = (row: SeenJob['results']['data'][number]): string[] =>
  row.sentence ? [`  ${row.name} (${row.email}): ${row.sentence}`] : []

const linesOf = ({ title, changes, handsOver, keeps, skipped }: Foretold): string[] => [
  title,
  ...changes.map((sentence) => `  ${sentence}`),
  ...handsOver.map((sentence) => `  ${sentence}`),
  ...keeps.map((sentence) => `  ${sentence}`),
  ...skipped.map((each) => `  ${each.count} left out: ${each.sentence} ${each.people.join(', ')}`),
]

function idsOf(typed: string): string[] {
  const ids = typed.split(',').map((id) => id.trim())
  if (!z.array(z.uuid()).safeParse(ids).success) throw new InvalidArgumentError('Give ids, with commas.')
  return ids
}

function idOf(typed: string): string {
  if (!z.uuid().safeParse(typed).success)
    throw new InvalidArgumentError('Give an id, as people list prints it last.')
  return typed
}

function dayOf(typed: string): string {
  if (!z.iso.date().safeParse(typed).success) throw new InvalidArgumentError('Give a day such as 2026-08-31.')
  return typed
}

function labelOf(typed: string, before: Record<string, string> | undefined): Record<string, string> {
  const [, key = '', value = ''] = /^([^=]{1,40})=(.{1,80})$/.exec(typed.trim()) ?? []
  if (!key) throw new InvalidArgumentError('Give a label such as site=North.')
  return { ...before, [key]: value }
}
