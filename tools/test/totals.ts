import { relative } from 'node:path'
import type { TestEvent } from 'node:test/reporters'
import { inspect } from 'node:util'
import type { Totals } from './run.ts'

/** Of a fault's text: enough to say what was expected and where, not the whole page a browser may quote. */
const LINES_OF_A_FAULT = 14

/** A reporter of Node's runner that says, as JSON and once, how many tests passed and failed in all, and which failed. */
// biome-ignore lint/style/noDefaultExport: the runner takes a reporter's default export and nothing else
export default async function* totals(events: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  const failures: string[] = []
  for await (const { type, data } of events) {
    if (type === 'test:fail' && data.todo === undefined) {
      const { error } = data.details
      // A test whose only fault is that one inside it failed says nothing new.
      if ('failureType' in error && error.failureType === 'subtestsFailed') continue
      failures.push(
        `${data.name} (${relative('', data.file ?? '')}:${data.line ?? ''})\n${faultOf(error.cause ?? error)}`,
      )
    }
    if (type !== 'test:summary' || data.file !== undefined) continue
    const { tests, passed, skipped, todo } = data.counts
    yield JSON.stringify({ passed, failed: tests - passed - skipped - todo, failures } satisfies Totals)
  }
}

function faultOf(cause: unknown): string {
  const text = cause instanceof Error ? (cause.stack ?? cause.message) : inspect(cause)
  return text.split('\n').slice(0, LINES_OF_A_FAULT).join('\n').replace(/^/gm, '    ')
}
