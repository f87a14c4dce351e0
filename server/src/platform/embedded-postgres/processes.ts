import { execFileSync } from 'node:child_process'
import { readFileSync, readlinkSync } from 'node:fs'
import { basename } from 'node:path'

/** Whether a process runs. One that has ended but that nobody has collected yet (a zombie) does not. */
export function isAlive(pid: number): boolean {
  if (!mayExist(pid)) return false
  if (process.platform !== 'linux') return true
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // The name stands in brackets and may itself hold brackets and spaces; the state is the letter after it.
    const state = stat.slice(stat.lastIndexOf(')') + 2).charAt(0)
    return state !== 'Z' && state !== 'X'
  } catch {
    return false
  }
}

/** Whether the number is taken by any process at all, a zombie or somebody else's included. */
export function mayExist(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/**
 * Whether a live process is the PostgreSQL of this cluster folder, and not one that was given the same number
 * later. A postmaster's working folder is its cluster. Inside some containers not even root may read another
 * user's working folder; then the program's name has to do.
 */
export function isPostmasterOf(cluster: string, pid: number): boolean {
  if (!isAlive(pid)) return false
  if (process.platform !== 'linux') return commandLine(pid).includes(cluster)
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === cluster
  } catch {
    return basename(commandLine(pid).split('\0')[0] ?? '') === 'postgres'
  }
}

function commandLine(pid: number): string {
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' })
  } catch {
    return ''
  }
}
