import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

/** A process of ours that does what it is told, one order at a time: a line of JSON in, a line of JSON out. */
export interface Child<Order, Answer> {
  ask(order: Order): Promise<Answer>
  stop(): Promise<void>
}

/** Starts `support/<script>` as a process of its own, so that its work is not on the clock of what it measures. */
export function startChild<Order, Answer>(script: string): Child<Order, Answer> {
  const child = spawn(process.execPath, [join(import.meta.dirname, script)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  return {
    async ask(order) {
      child.stdin.write(`${JSON.stringify(order)}\n`)
      const line = await lines.next()
      if (line.done) throw new Error(`${script} ended early`)
      return JSON.parse(line.value) as Answer
    },
    stop: () => ended(child, () => child.stdin.end()),
  }
}

/** The other side: answers each order that comes in, and ends when no more can come. */
export async function obey<Order, Answer>(answer: (order: Order) => Promise<Answer>): Promise<void> {
  for await (const line of createInterface({ input: process.stdin }))
    process.stdout.write(`${JSON.stringify(await answer(JSON.parse(line) as Order))}\n`)
}

/** Makes a process end and waits until it has; one that takes longer than 30 seconds is killed. */
export async function ended(child: ChildProcess, end: () => void): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = once(child, 'exit')
  const kill = setTimeout(() => child.kill('SIGKILL'), 30_000)
  end()
  await gone
  clearTimeout(kill)
}
