#!/usr/bin/env node
// Plain JavaScript, so that it can say something sensible on a Node that does not run TypeScript.
import { spawn } from 'node:child_process'
import { createRequire, enableCompileCache } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const NODE_NEEDED = 24
const here = dirname(fileURLToPath(import.meta.url))
const cli = join(here, '../src/entrances/cli/cli.ts')

if (Number(process.versions.node.split('.')[0]) >= NODE_NEEDED) {
  // Keeps what was compiled and stripped of its types for the next start. Where it cannot write, it does without.
  enableCompileCache(join(here, '../../node_modules/.cache/lanyard'))
  await import(cli)
} else {
  const own = ownNode()
  if (!own) {
    console.error(
      `Lanyard needs Node ${NODE_NEEDED}; this is ${process.versions.node}. Run npm ci, or install Node ${NODE_NEEDED}.`,
    )
    process.exit(1)
  }
  const child = spawn(own, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: 'inherit' })
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGTERM' ? 143 : 1)))
}

/** The Node that npm ci brought along for this platform. */
function ownNode() {
  try {
    const require = createRequire(import.meta.url)
    const name = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`
    return join(
      dirname(require.resolve(`${name}/package.json`)),
      'bin',
      process.platform === 'win32' ? 'node.exe' : 'node',
    )
  } catch {
    return null
  }
}
