import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { setTimeout as wait } from 'node:timers/promises'
import { type Command, InvalidArgumentError } from 'commander'
import { chooseTenant } from '../../../features/organisations/tenants.ts'
import { commandRequest } from '../../../features/set-up/set-up.ts'
import { applyStaffList } from '../../../features/staff-lists/apply.ts'
import { discardStaffList } from '../../../features/staff-lists/discard.ts'
import { FIELD_LABELS } from '../../../features/staff-lists/say-row.ts'
import { seeRows } from '../../../features/staff-lists/see-rows.ts'
import { seeStaffList } from '../../../features/staff-lists/see-staff-list.ts'
import {
  type ApplyWish,
  applyBody,
  type Outcome,
  type RowAnswer,
  type StaffListAnswer,
} from '../../../features/staff-lists/staff-lists.shapes.ts'
import { uploadStaffList } from '../../../features/staff-lists/upload.ts'
import { workStaffList } from '../../../features/staff-lists/work-staff-list.ts'
import type { Operator } from '../../../kernel/actor.ts'
import type { App } from '../../../platform/app.ts'
import { EXIT } from '../exit-codes.ts'
import { print, withApp } from '../with-app.ts'

type ReadColumn = NonNullable<StaffListAnswer['reading']>['columns'][number]

interface Options {
  organisation: string
  everyone?: boolean
  apply?: boolean
  dryRun?: boolean
  archiveLeavers?: number | true
  invite: ApplyWish['invite']
  url?: string
  json?: boolean
}

/** Rows that are asked for at once, and those of an outcome that are told one by one; `--json` has them all. */
const ROWS_AT_ONCE = 1000
const TOLD = 40
const LOOK_AGAIN_MS = 200
const MORE = {
  error: 'to fix',
  conflict: 'to decide',
  not_on_list: 'not on the list',
  skipped: 'left out',
} satisfies Partial<Record<Outcome, string>>
const TO_LOOK_AT = Object.keys(MORE) as (keyof typeof MORE)[]

/** The same verbs as behind the page: read, plan and, when asked to, apply. */
export function staffListCommands(program: Command): void {
  const list = program
    .command('staff-list')
    .description('staff lists: see what one would change, and apply it')
  list
    .command('import <file>')
    .description(
      'read a staff list (CSV, TSV, XLSX, or a zip of OneRoster or School Data Sync); - is standard input',
    )
    .requiredOption('--organisation <id>', 'whose staff it lists')
    .option('--everyone', 'it lists everyone who works there: who is missing is a possible leaver')
    .option('--apply', 'apply the plan, whole or not at all; otherwise it stays a draft in the console')
    .option('--dry-run', 'say what would change, and keep nothing')
    .option(
      '--archive-leavers [count]',
      'with --apply: archive who is not on it; above the limit with their number',
      countOf,
    )
    .option(
      '--invite <when>',
      'with --apply: now, later, a time such as 2026-09-01T08:00:00+01:00, or account to set them up',
      momentOf,
      'later' as const,
    )
    .option('--url <address>', 'which tenant, when there is more than one')
    .option('--json', 'print JSON')
    .action(async (path: string, options: Options) => {
      const file =
        path === '-'
          ? { name: 'standard input', bytes: await buffer(process.stdin) }
          : { name: basename(path), bytes: await readFile(path).catch(notThere(path)) }
      await withApp(async ({ app }) => {
        const { tenantId } = await chooseTenant(app.database, options.url)
        const operator: Operator = { kind: 'operator', tenantId, request: commandRequest() }
        const uploaded = await uploadStaffList(app, operator, options.organisation, {
          everyone: options.everyone ?? false,
          file,
        })
        const planned = await settled(app, operator, uploaded)
        const rows = await rowsToLookAt(app, operator, planned)
        if (options.dryRun) await discardStaffList(app, operator, planned.id)
        const done =
          options.apply && !options.dryRun ? await apply(app, operator, planned, rows, options) : planned
        process.exitCode = exitCodeFor(done)
        print(options.json, { ...done, rows }, [...linesOf(done), ...tell(rows)])
      })
    })
}

async function apply(
  app: App,
  operator: Operator,
  planned: StaffListAnswer,
  rows: RowAnswer[],
  { archiveLeavers, invite }: Options,
): Promise<StaffListAnswer> {
  const leavers = rows.flatMap((row) =>
    row.outcome === 'not_on_list' && row.personId && !row.leaver?.stays ? row.personId : [],
  )
  const promised = await applyStaffList(app, operator, planned.id, {
    leavers: archiveLeavers ? leavers : [],
    ...(typeof archiveLeavers === 'number' ? { confirmCount: archiveLeavers } : {}),
    invite,
  })
  return settled(app, operator, promised)
}

/** The list once nothing of it is under way. Whatever no server beside us has taken up is done here. */
async function settled(app: App, operator: Operator, list: StaffListAnswer): Promise<StaffListAnswer> {
  let seen = list
  while (['analysing', 'applying', 'undoing'].includes(seen.state)) {
    await workStaffList(app, operator.tenantId, list.id)
    seen = await seeStaffList(app, operator, list.id)
    if (['analysing', 'applying', 'undoing'].includes(seen.state)) await wait(LOOK_AGAIN_MS)
  }
  return seen
}

async function rowsToLookAt(app: App, operator: Operator, list: StaffListAnswer): Promise<RowAnswer[]> {
  const rows: RowAnswer[] = []
  for (const outcome of TO_LOOK_AT) {
    let after: number | null = null
    do {
      const page = { limit: ROWS_AT_ONCE, after, outcome, q: null, count: 'none' as const }
      const { data, next } = await seeRows(app, operator, list.id, page)
      rows.push(...data)
      after = next ? (data.at(-1)?.place ?? null) : null
    } while (after !== null)
  }
  return rows
}

function exitCodeFor({ state, problem, held, counts, reading }: StaffListAnswer): number {
  if (held && state === 'applied') return EXIT.safetyLimit
  if (state === 'failed' || problem) return EXIT.failed
  const open = (counts?.error ?? 0) + (counts?.conflict ?? 0) + (reading?.questions.length ?? 0)
  return open > 0 ? EXIT.needsAttention : EXIT.ok
}

const linesOf = (list: StaffListAnswer): string[] => [
  ...(list.reading?.sentences ?? []),
  ...(list.reading?.columns ?? []).map(sayColumn),
  ...(list.reading?.questions.map((question) => question.detail) ?? []),
  ...(list.problem ? [list.problem.detail] : []),
  ...(list.summary ? [list.summary] : []),
  ...list.sums,
  ...list.notes,
  ...(list.held ? [list.held.detail] : []),
]

/** What a column is used for, or why it isn’t. */
const sayColumn = ({ heading, field, state, why }: ReadColumn): string =>
  state === 'used' && field
    ? `  “${heading}” is used: ${FIELD_LABELS[field] ?? field} (${why})`
    : `  “${heading}” is not used: ${why}`

const tell = (rows: RowAnswer[]): string[] =>
  TO_LOOK_AT.flatMap((outcome) => {
    const same = rows.filter((row) => row.outcome === outcome)
    const more = same.length - TOLD
    return [
      ...same.slice(0, TOLD).map(lineOf),
      ...(more > 0 ? [`  and ${more} more ${MORE[outcome]}; --json has them all`] : []),
    ]
  })

function lineOf(row: RowAnswer): string {
  const why = [
    ...row.problems.map((problem) => problem.detail),
    ...(row.question ? [row.question] : []),
    ...(row.leaver ? [row.leaver.stays ?? row.leaver.detail] : []),
    ...(row.outcome === 'skipped'
      ? [`Left out. ${row.warnings.map(({ detail }) => detail).join(' ')}`.trim()]
      : []),
  ]
  return `  ${row.n === null ? '' : `row ${row.n}, `}${row.name || row.email || 'no name'}: ${why.join(' ')}`
}

const notThere = (path: string) => () => {
  throw new Error(`${path} can’t be read. Check the name of the file.`)
}

function momentOf(typed: string): ApplyWish['invite'] {
  const read = applyBody.safeParse({ invite: typed })
  if (!read.success) throw new InvalidArgumentError('Say now, later, or a time with its offset.')
  return read.data.invite
}

function countOf(typed: string): number {
  if (!/^\d+$/.test(typed)) throw new InvalidArgumentError('Give the number of people who will be archived.')
  return Number(typed)
}
