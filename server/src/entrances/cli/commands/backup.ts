import { resolve } from 'node:path'
import { createInterface } from 'node:readline/promises'
import { type Command, InvalidArgumentError } from 'commander'
import { folderOf } from '../../../features/backups/backup.ts'
import { type CheckedBackup, checkBackup } from '../../../features/backups/check-backup.ts'
import { createBackup } from '../../../features/backups/create-backup.ts'
import { listBackups } from '../../../features/backups/list-backups.ts'
import { type Restored, restoreBackup } from '../../../features/backups/restore-backup.ts'
import { BACKUP_KEPT_DAYS } from '../../../features/retention/retention.ts'
import { commandRequest } from '../../../features/set-up/set-up.ts'
import { Refusal } from '../../../kernel/refusal.ts'
import { type Config, readConfig } from '../../../platform/config/config.ts'
import { type Keys, openKeys } from '../../../platform/crypto/keys.ts'
import { findSecretKeyFile } from '../../../platform/crypto/secret-key-file.ts'
import { EXIT } from '../exit-codes.ts'
import { print, withApp } from '../with-app.ts'

interface Options {
  to?: string
  keepDays: number
  quick?: boolean
  in?: string
  yes?: boolean
  json?: boolean
}

/** One file with everything but the secret key, and the way back. */
export function backupCommands(program: Command): void {
  const backup = program.command('backup').description('back up and restore')
  backup
    .command('create')
    .description('back up everything into one file, while Lanyard runs')
    .option('--to <file>', 'where to; by default a dated name in the folder backups of DATA_DIR')
    .option(
      '--keep-days <days>',
      'days after which older ones in that folder are removed',
      daysOf,
      BACKUP_KEPT_DAYS,
    )
    .option('--json', 'print JSON')
    .action(create)
  backup
    .command('list')
    .description('the backups there are, each checked')
    .option('--in <folder>', 'another folder than backups of DATA_DIR')
    .option('--quick', 'without checking them')
    .option('--json', 'print JSON')
    .action(list)
  backup
    .command('verify <file>')
    .description('read a backup to its end and say whether this release can restore it')
    .option('--json', 'print JSON')
    .action(verify)
  backup
    .command('restore <file>')
    .description('restore a backup where Lanyard isn’t set up yet')
    .option('--yes', 'without asking')
    .option('--json', 'print JSON')
    .action(restore)
}

async function create({ to, keepDays, json }: Options): Promise<void> {
  const made = await withApp(({ app, installation }) =>
    createBackup(app, installation.owner, commandRequest(), { to, keepDays }, progress()),
  )
  endProgress()
  print(json, made, [
    `Backed up to ${made.file}`,
    `${sizeOf(made.bytes)}, ${count(made.rows, 'row')} in ${count(made.tables, 'table')}, as of ${timeOf(made.madeAt)}. Read back and checked.`,
    `The secret key is not in it. Restoring it needs ${keysOf(made)}: keep that apart from the backups.`,
    ...made.removed.map((name) => `Removed ${name}, because it is older than ${count(keepDays, 'day')}.`),
    ...made.problems.map((problem) => `✗ ${problem.detail}`),
  ])
  if (!made.ok) process.exitCode = EXIT.needsAttention
}

async function list(options: Options): Promise<void> {
  const config = readConfig(process.env)
  const folder = options.in ? resolve(options.in) : folderOf(config.dataDir)
  const backups = await listBackups(folder, await keysHere(config), options.quick ? 'heading' : 'whole')
  print(options.json, { folder, checked: !options.quick, backups }, [
    ...(backups.length === 0 ? [`There are no backups in ${folder}`] : [folder]),
    ...backups.flatMap((each) => [
      `${options.quick ? ' ' : each.ok ? '✓' : '✗'} ${timeOf(each.madeAt)}  ${sizeOf(each.bytes).padStart(8)}  Lanyard ${each.version ?? '?'}  ${each.file.slice(folder.length + 1)}`,
      ...each.problems.map((problem) => `    ${problem.detail}`),
    ]),
  ])
  if (backups.some((each) => !each.ok)) process.exitCode = EXIT.needsAttention
}

async function verify(file: string, { json }: Options): Promise<void> {
  const checked = await checkBackup(resolve(file), await keysHere(readConfig(process.env)))
  print(json, checked, [
    ...(checked.ok
      ? [`✓ ${checked.file} is whole, and this release can restore it.`]
      : [`✗ ${checked.file}`]),
    ...checked.problems.map((problem) => `  ${problem.detail}`),
    ...(checked.madeAt ? factsOf(checked) : []),
  ])
  if (!checked.ok) process.exitCode = EXIT.needsAttention
}

function factsOf(checked: CheckedBackup): string[] {
  return [
    `  Made ${timeOf(checked.madeAt)} by Lanyard ${checked.version}, ${sizeOf(checked.bytes)}.`,
    ...(checked.tables > 0
      ? [
          `  ${count(checked.rows, 'row')} in ${count(checked.tables, 'table')}. The record in it: ${count(checked.recordEvents, 'event')}, as sealed.`,
        ]
      : []),
    ...(checked.migrationsAfter.length > 0
      ? [
          `  It is of an earlier release: ${count(checked.migrationsAfter.length, 'migration')} will run after it is restored.`,
        ]
      : []),
    `  Restoring it needs ${keysOf(checked)}, which is not in it.`,
  ]
}

async function restore(file: string, { yes, json }: Options): Promise<void> {
  const path = resolve(file)
  const config = readConfig(process.env)
  // Before a database or a key is made here: another key or a newer release ends it.
  const checked = await checkBackup(path, await keysHere(config), 'heading')
  const [problem] = checked.problems
  if (problem) throw new Refusal('conflict', problem.code, problem.detail)
  if (!yes) await mustAgree(checked)
  const restored = await withApp(({ app, installation }) =>
    restoreBackup(app, installation, commandRequest(), path, progress()),
  )
  endProgress()
  print(json, restored, linesOf(restored))
  if (restored.record.some((each) => each.firstBad !== null)) process.exitCode = EXIT.needsAttention
}

async function mustAgree(checked: CheckedBackup): Promise<void> {
  if (!process.stdin.isTTY)
    throw new Refusal('unprocessable', 'not_agreed', 'Add --yes to restore without being asked.')
  const terminal = createInterface({ input: process.stdin, output: process.stderr })
  const answer = await terminal.question(
    `Restore the backup of ${timeOf(checked.madeAt)}, ${sizeOf(checked.bytes)}? Type yes: `,
  )
  terminal.close()
  if (answer.trim().toLowerCase() !== 'yes')
    throw new Refusal('forbidden', 'not_agreed', 'Nothing was restored.')
}

const linesOf = (restored: Restored): string[] => [
  `Restored: everything is as it was at ${timeOf(restored.madeAt)}, ${count(restored.rows, 'row')}.`,
  ...(restored.migrated.length > 0
    ? [`It was brought up to this release by ${count(restored.migrated.length, 'migration')}.`]
    : []),
  `Everybody is signed out (${count(restored.ended.sessions, 'session')}) and all links have ended. Passwords work.`,
  `${count(restored.ended.messages, 'email')} that waited then will not be sent.`,
  ...(restored.ended.invited > 0
    ? [
        `${count(restored.ended.invited, 'invitation')} must be sent again: on the People page they are Expired.`,
      ]
    : []),
  ...(restored.ended.staffLists > 0
    ? [`${count(restored.ended.staffLists, 'staff list')} that was under way was set back.`]
    : []),
  ...(restored.ended.keptOut > 0
    ? [
        `${count(restored.ended.keptOut, 'person', 'people')} who left since stay out, until somebody decides: see Settings, Data.`,
      ]
    : []),
  ...(restored.ended.notKeptOut > 0
    ? [
        `✗ ${count(restored.ended.notKeptOut, 'person', 'people')} who left since could not be kept out, as the last admin of a place. Appoint another, then archive them.`,
      ]
    : []),
  `Whatever else was done after ${timeOf(restored.madeAt)} is not in it. Look through who has left since, or upload today’s staff list.`,
  ...restored.anchorsAside.map((file) => `Anchors of the record of a later time were kept in ${file}`),
  ...restored.record.map((each) =>
    each.problem
      ? `✗ The record: ${each.problem} First bad position: ${each.firstBad}`
      : `✓ The record: ${count(each.sealed, 'event')}, as sealed.`,
  ),
  `Addresses: ${restored.addresses.join(', ')}`,
]

/** The keys of this machine, if there are any yet: none are made here. */
async function keysHere(config: Config): Promise<Keys | null> {
  const secretKey = config.secretKey ?? (await findSecretKeyFile(config.dataDir))
  return secretKey ? openKeys(secretKey) : null
}

/** Says at a terminal how far it is, on a line that the next words write over; nothing into a file or pipe. */
function progress(): (table: string, rows: number) => void {
  let rowsSoFar = 0
  return (table, rows) => {
    rowsSoFar += rows
    if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${count(rowsSoFar, 'row')} (${table})`)
  }
}

function endProgress(): void {
  if (process.stderr.isTTY) process.stderr.write('\r\x1b[K')
}

const keysOf = ({ keys }: CheckedBackup) =>
  `secret key ${keys.map(({ id, mark }) => `“${id}” (mark ${mark})`).join(' and ')}`

const count = (many: number, what: string, whats = `${what}s`) =>
  `${many.toLocaleString('en-GB')} ${many === 1 ? what : whats}`

const timeOf = (iso: string | null) => (iso ? `${iso.slice(0, 10)} ${iso.slice(11, 16)} UTC` : 'unknown time')

function sizeOf(bytes: number): string {
  if (bytes < 1_000_000) return `${Math.ceil(bytes / 1000)} kB`
  return `${(bytes / 1_000_000).toFixed(1)} MB`
}

function daysOf(typed: string): number {
  if (!/^[1-9]\d{0,4}$/.test(typed)) throw new InvalidArgumentError('Give a number of days, from 1.')
  return Number(typed)
}
