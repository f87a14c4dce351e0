import { parentPort, workerData } from 'node:worker_threads'
import { openFile } from '@lanyard/reader/open-file.ts'
import { FileRefusal, type Ground, type ListRow, type ReadChoices } from '@lanyard/reader/staff-list.ts'
import { understand } from '@lanyard/reader/understand.ts'
import type { FromWorker } from './read-in-worker.ts'

const ROWS_IN_BATCH = 1000

const { name, bytes, choices, ground } = workerData as {
  name: string
  bytes: Uint8Array
  choices: ReadChoices
  ground: Ground
}

try {
  const opened = await openFile(bytes, name, { ...choices, today: ground.today })
  const { reading, rows } = understand(opened, choices, ground)
  for (let at = 0; at < rows.length; at += ROWS_IN_BATCH) await hand(rows.slice(at, at + ROWS_IN_BATCH))
  say({ reading })
} catch (error) {
  if (!(error instanceof FileRefusal)) throw error
  say({ refused: { code: error.code, message: error.message } })
}

/** Hands rows on as JSON, so that the other side has nothing to do with them, and waits until they were taken. */
async function hand(rows: ListRow[]): Promise<void> {
  const taken = new Promise((resolve) => parentPort?.once('message', resolve))
  say({ batch: JSON.stringify(rows) })
  await taken
}

function say(message: FromWorker): void {
  parentPort?.postMessage(message)
}
