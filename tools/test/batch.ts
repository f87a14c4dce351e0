/**
 * Runs the test files named on the command line in this one process, one after the other, and prints what passes and
 * fails. Tells the process that started it how many did.
 */
import { pipeline } from 'node:stream/promises'
import { run } from 'node:test'
import { spec } from 'node:test/reporters'
import type { Totals } from './run.ts'

const events = run({ files: process.argv.slice(2), isolation: 'none' })
events.on('test:summary', ({ file, counts }) => {
  if (file !== undefined) return
  const failed = counts.tests - counts.passed - counts.skipped - counts.todo
  process.send?.({ passed: counts.passed, failed } satisfies Totals)
})
await pipeline(events.compose(spec), process.stdout, { end: false })
process.disconnect?.()
