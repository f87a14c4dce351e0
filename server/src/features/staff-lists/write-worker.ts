import { parentPort, workerData } from 'node:worker_threads'
import type { PackedTable } from './write-in-worker.ts'
import { type TableFormat, writeTable } from './write-table.ts'

const { format, table } = workerData as { format: TableFormat; table: PackedTable }

const rows = table.parts.flatMap((part) => JSON.parse(part) as string[][])
const bytes = new Uint8Array(await writeTable(format, { ...table, rows }))
parentPort?.postMessage(bytes, [bytes.buffer])
