import type { TestEvent } from 'node:test/reporters'
import type { Totals } from './run.ts'

/** A reporter of Node's runner that says, as JSON and once, how many tests passed and failed in all. */
// biome-ignore lint/style/noDefaultExport: the runner takes a reporter's default export and nothing else
export default async function* totals(events: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  for await (const { type, data } of events) {
    if (type !== 'test:summary' || data.file !== undefined) continue
    const { tests, passed, skipped, todo } = data.counts
    yield JSON.stringify({ passed, failed: tests - passed - skipped - todo } satisfies Totals)
  }
}
