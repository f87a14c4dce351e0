import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { request } from 'node:http'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { ended } from './child.ts'

const LAUNCHER = join(import.meta.dirname, '../../server/bin/lanyard.js')
const READY_WITHIN_MS = 60_000
const LOOK_EVERY_MS = 5

export interface Running {
  pid: number
  port: number
  baseUrl: string
  /** Milliseconds from the start of the process until /readyz answered 200. */
  readyMs: number
  /** What it printed so far. */
  printed(): string
  stop(): Promise<void>
}

/** Starts Lanyard as `npm start` does, without npm in front of it, and waits until it is ready. */
export async function startLanyardProcess(
  dataDir: string,
  settings: Record<string, string> = {},
): Promise<Running> {
  const port = Number(settings.PORT ?? (await freePort()))
  const baseUrl = `http://localhost:${port}`
  const env = {
    PATH: process.env.PATH,
    DATA_DIR: dataDir,
    PORT: String(port),
    PUBLIC_URL: baseUrl,
    LOG_LEVEL: 'silent',
    ...settings,
  }
  const { child, readyMs } = await startAndTime([LAUNCHER, 'serve'], env, port)
  let text = ''
  child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk
  })
  const stop = () => ended(child, () => child.kill('SIGTERM'))
  return { pid: child.pid as number, port, baseUrl, readyMs, printed: () => text, stop }
}

/** Starts a Node program and times it until it answers /readyz with 200. */
export async function startAndTime(program: string[], env: NodeJS.ProcessEnv, port: number) {
  const started = performance.now()
  const child: ChildProcess = spawn(process.execPath, program, { env, stdio: ['ignore', 'pipe', 'inherit'] })
  await once(child, 'spawn')
  while (!(await isReady(port))) {
    const ms = performance.now() - started
    if (child.exitCode !== null || ms > READY_WITHIN_MS) {
      await ended(child, () => child.kill('SIGTERM'))
      throw new Error(`${program.join(' ')} was not ready after ${Math.round(ms)} ms`)
    }
    await sleep(LOOK_EVERY_MS)
  }
  return { child, readyMs: performance.now() - started }
}

function isReady(port: number): Promise<boolean> {
  return new Promise((done) => {
    const asked = request({ host: '127.0.0.1', port, path: '/readyz', agent: false }, (answer) => {
      answer.resume()
      done(answer.statusCode === 200)
    })
    asked.on('error', () => done(false))
    asked.end()
  })
}

/** A port that nobody listens on at this moment. */
export async function freePort(): Promise<number> {
  const probe = createServer()
  probe.listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  probe.close()
  await once(probe, 'close')
  return port
}
