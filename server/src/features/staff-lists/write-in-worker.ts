import { Worker } from 'node:worker_threads'
import type { Table, TableFormat } from './write-table.ts'

/** Far more than 100,000 people need. */
const MEMORY_MB = 1024

/** A table whose rows are JSON of some of them each, as the database made it. */
export interface PackedTable extends Omit<Table, 'rows'> {
  parts: string[]
}

/**
 * Writes a table in a thread of its own: a large one takes seconds. Nothing in this thread looks into the rows.
 * @returns its bytes
 */
export async function writeInWorker(format: TableFormat, table: PackedTable): Promise<Buffer> {
  const worker = new Worker(new URL('./write-worker.ts', import.meta.url), {
    workerData: { format, table },
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
    env: {},
  })
  try {
    const bytes = await new Promise<Uint8Array>((resolve, reject) => {
      worker.on('message', resolve)
      worker.on('error', reject)
      worker.on('exit', () => reject(new Error('The thread that writes a list ended early.')))
    })
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  } finally {
    await worker.terminate()
  }
}
