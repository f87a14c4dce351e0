import { lchownSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export interface Account {
  uid: number
  gid: number
}

/**
 * PostgreSQL refuses to run as root. This number belongs to no account: it lies in a range that no distribution
 * and no part of systemd hands out (60578 to 61183), and below 65536, so it exists inside containers too.
 */
const DATABASE_ACCOUNT: Account = { uid: 60918, gid: 60918 }

/** Whom the database runs as: another account when this process is root, otherwise undefined, the same one. */
export function databaseAccount(): Account | undefined {
  return process.geteuid?.() === 0 ? DATABASE_ACCOUNT : undefined
}

/** initdb alone insists on an account with a name. "nobody" is the one that every system has. */
export function namedAccount(): Account {
  const nobody = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .find(([name]) => name === 'nobody')
  if (!nobody)
    throw new Error('The embedded database needs the account "nobody", which this machine does not have.')
  // macOS writes its number as -2.
  return { uid: Number(nobody[2]) >>> 0, gid: Number(nobody[3]) >>> 0 }
}

/** Gives a folder and all in it to an account, following no link; the folder last, so that its owner says all is done. */
export function giveTo(account: Account, folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) giveTo(account, path)
    else lchownSync(path, account.uid, account.gid)
  }
  lchownSync(folder, account.uid, account.gid)
}
