import { closeSync, existsSync, openSync, readSync, renameSync, statSync, truncateSync } from 'node:fs'

const ROTATE_BYTES = 4 * 1024 * 1024
const LARGEST_BYTES = 16 * 1024 * 1024
const TAIL_BYTES = 4096

/** Opens the server's log to append to it; a long one is put aside first, in the place of the one before. */
export function openServerLog(path: string): number {
  if (sizeOf(path) > ROTATE_BYTES) renameSync(path, `${path}.previous`)
  return openSync(path, 'a', 0o600)
}

/** Empties a log that has grown too long under a running server, which goes on at its end. */
export function trimServerLog(path: string): void {
  if (sizeOf(path) > LARGEST_BYTES) truncateSync(path, 0)
}

/** The last lines that the server has written since `from`, as one line without their times. */
export function lastWords(path: string, from: number): string {
  if (!existsSync(path)) return ''
  const start = Math.max(from, sizeOf(path) - TAIL_BYTES)
  const bytes = Buffer.alloc(TAIL_BYTES)
  const handle = openSync(path, 'r')
  const length = readSync(handle, bytes, 0, TAIL_BYTES, start)
  closeSync(handle)
  const lines = bytes.toString('utf8', 0, length).trim().split('\n')
  return lines
    .slice(-4)
    .map((line) => line.replace(/^\S+ \S+ UTC \[\d+\] /, ''))
    .join('; ')
}

/** Bytes; 0 when there is none. */
export function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0
}
