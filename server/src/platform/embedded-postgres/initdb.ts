import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { type Account, namedAccount } from './database-account.ts'
import { dataFolderOption, type Place } from './place.ts'
import { SUPERUSER, settings } from './settings.ts'
import { socketSetting } from './socket-folder.ts'

/**
 * Makes a cluster in an empty folder and writes it to the disk.
 * @throws a sentence for the operator
 */
export async function runInitdb(
  place: Place,
  runtime: string,
  folder: string,
  account: Account | undefined,
): Promise<void> {
  const initdb = [
    join(runtime, 'bin', 'initdb'),
    ...['-D', dataFolderOption(place, folder), '--username', SUPERUSER, '--auth=trust', '--data-checksums'],
    ...['--encoding=UTF8', '--no-locale', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
    ...['--no-instructions', ...settings(socketSetting(place))],
  ]
  const complaint = await complaintOf(initdb, folder, account)
  if (!complaint) return
  if (!complaint.includes('could not look up effective user ID'))
    throw new Error(`The database could not be made. PostgreSQL said: ${complaint}`)

  // A user without an account, as some containers have. In a namespace where it goes by the name of nobody it may do.
  const { uid, gid } = namedAccount()
  const asNobody = ['unshare', '--user', `--map-user=${uid}`, `--map-group=${gid}`]
  const again = await complaintOf([...asNobody, ...initdb], folder).catch(String)
  if (again) {
    throw new Error(
      `PostgreSQL makes no database for a user without an account, and the user with the number ${process.geteuid?.()} has none on this machine. Run Lanyard as a user with an account.`,
    )
  }
}

/** Runs a program to its end. @returns what it wrote to its error output when it failed, otherwise an empty text */
async function complaintOf(
  [program, ...options]: string[],
  folder: string,
  account?: Account,
): Promise<string> {
  const child = spawn(program ?? '', options, {
    cwd: folder,
    env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' },
    stdio: ['ignore', 'ignore', 'pipe'],
    ...account,
  })
  let complaint = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaint += text
  })
  const [code] = await once(child, 'close')
  return code === 0 ? '' : complaint.trim() || `exit code ${code}`
}
