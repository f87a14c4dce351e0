import { readdirSync, readFileSync } from 'node:fs'

/**
 * Memory of these processes in MB: the proportional set size, which counts what several processes share once. Null
 * where the system does not tell (anywhere but on Linux).
 */
export function memoryOf(pids: readonly number[]): number | null {
  if (process.platform !== 'linux') return null
  const kilobytes = pids.map(proportionalSetSize)
  return kilobytes.reduce((sum, each) => sum + each, 0) / 1024
}

/** These processes and all that they started. */
export function withDescendants(pids: readonly number[]): number[] {
  const children = new Map<number, number[]>()
  for (const name of readdirSync('/proc')) {
    const pid = Number(name)
    const parent = pid > 0 ? parentOf(pid) : undefined
    if (parent !== undefined) children.set(parent, [...(children.get(parent) ?? []), pid])
  }
  const found = [...pids]
  for (const pid of found) found.push(...(children.get(pid) ?? []).filter((child) => !found.includes(child)))
  return found
}

function parentOf(pid: number): number | undefined {
  const stat = read(`/proc/${pid}/stat`)
  // The name stands in brackets and may hold anything; state and parent follow the last bracket.
  return stat ? Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]) : undefined
}

function proportionalSetSize(pid: number): number {
  return Number(/^Pss:\s+(\d+) kB/m.exec(read(`/proc/${pid}/smaps_rollup`) ?? '')?.[1] ?? 0)
}

/** The text of a file of a process, which may have ended meanwhile. */
function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}
