import { getCompileCacheDir } from 'node:module'
import { dirname } from 'node:path'
import { Worker } from 'node:worker_threads'
import { FileRefusal, type Ground, type ReadChoices, type Reading } from '@lanyard/reader/staff-list.ts'
import { Refusal, type RefusalKind } from '../../kernel/refusal.ts'

const AT_ONCE = 2
const TIME_LIMIT_MS = 30_000
const MEMORY_MB = 512

export interface ReadFile {
  reading: Reading
  /** JSON of up to 1,000 rows each, to be handed on to the database as it is. */
  batches: string[]
}

/** What the thread says: one batch after the other as they are asked for, then the reading; or why it cannot. */
export type FromWorker =
  | { batch: string }
  | { reading: Reading }
  | { refused: { code: FileRefusal['code']; message: string } }

const KINDS: Record<FileRefusal['code'], RefusalKind> = {
  file_type: 'wrong_type',
  file_locked: 'wrong_type',
  file_too_large: 'too_large',
  too_many_rows: 'too_large',
  file_unpacks_too_large: 'unprocessable',
  file_broken: 'unprocessable',
  file_empty: 'unprocessable',
}

const waiting: (() => void)[] = []
let running = 0

/**
 * Reads an uploaded file in a thread of its own, with limits to its memory and time, so that whatever is in it slows
 * nobody down. Two are read at once; others wait.
 * @throws Refusal file_type, file_locked, file_too_large, too_many_rows, file_unpacks_too_large, file_broken, file_empty
 */
export async function readInWorker(
  file: { name: string; bytes: Uint8Array },
  choices: ReadChoices,
  ground: Ground,
): Promise<ReadFile> {
  if (running >= AT_ONCE) await new Promise<void>((go) => waiting.push(go))
  else running += 1
  try {
    return await readInThread(file, choices, ground)
  } catch (error) {
    if (error instanceof FileRefusal) throw new Refusal(KINDS[error.code], error.code, error.message)
    throw error
  } finally {
    const next = waiting.shift()
    if (next) next()
    else running -= 1
  }
}

async function readInThread(
  file: { name: string; bytes: Uint8Array },
  choices: ReadChoices,
  ground: Ground,
): Promise<ReadFile> {
  // The caller keeps the file, so the thread gets a copy for itself.
  const bytes = new Uint8Array(file.bytes)
  const worker = new Worker(new URL('./read-worker.ts', import.meta.url), {
    workerData: { name: file.name, bytes, choices, ground },
    transferList: [bytes.buffer],
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB, maxYoungGenerationSizeMb: 32 },
    env: cacheOfCompiledFiles(),
  })
  const batches: string[] = []
  let timer: NodeJS.Timeout | undefined
  try {
    return await new Promise<ReadFile>((resolve, reject) => {
      timer = setTimeout(() => reject(tookTooLong()), TIME_LIMIT_MS)
      worker.on('message', (said: FromWorker) => {
        if ('reading' in said) return resolve({ reading: said.reading, batches })
        if ('refused' in said) return reject(new FileRefusal(said.refused.code, said.refused.message))
        batches.push(said.batch)
        // One at a time: many at once would hold up whatever else this process is doing.
        setImmediate(() => worker.postMessage('next'))
      })
      worker.on('error', (error) => reject(isOutOfMemory(error) ? tookTooMuch() : error))
      worker.on('exit', () => reject(new Error('The thread that reads a staff list ended early.')))
    })
  } finally {
    clearTimeout(timer)
    await worker.terminate()
  }
}

/** What this process keeps compiled, the thread need not compile again, which is most of the time a small file takes. */
function cacheOfCompiledFiles(): Record<string, string> {
  const folder = getCompileCacheDir()
  return folder === undefined ? {} : { NODE_COMPILE_CACHE: dirname(folder) }
}

function isOutOfMemory(error: unknown): boolean {
  return (error as { code?: unknown }).code === 'ERR_WORKER_OUT_OF_MEMORY'
}

const tookTooMuch = () =>
  new FileRefusal(
    'file_unpacks_too_large',
    'This file needs far more memory than a staff list does. Save the list as CSV, and choose it again.',
  )

const tookTooLong = () =>
  new FileRefusal(
    'file_broken',
    `This file took longer than ${TIME_LIMIT_MS / 1000} seconds to read. Save the list as CSV, and choose it again.`,
  )
