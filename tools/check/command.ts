import { spawn } from 'node:child_process'

/** How a command ended: what it wrote, both streams in the order they came, and whether it was content. */
export interface CommandEnd {
  ok: boolean
  output: string
}

/**
 * Runs a JavaScript or TypeScript program of the project with this very Node and waits for it.
 * `shown` also lets its words through while it runs.
 */
export function runNode(
  root: string,
  args: string[],
  { shown = false }: { shown?: boolean } = {},
): Promise<CommandEnd> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8')
      stream.on('data', (words: string) => {
        output += words
        if (shown) process.stdout.write(words)
      })
    }
    child.once('error', reject)
    child.once('close', (code) => resolve({ ok: code === 0, output }))
  })
}
