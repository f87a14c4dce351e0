import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestContext } from 'node:test'

const LAUNCHER = join(import.meta.dirname, '../../bin/lanyard.js')
const PATIENCE_MS = 60_000

export interface Machine {
  dataDir: string
  address: string
  /** Starts the program as an operator would; waits until it says that it is ready, or ended. */
  serve(): Promise<Program>
  /** Runs one command to its end. */
  command(...args: string[]): Promise<Ended>
}

export interface Program {
  pid: number
  /** The line for the operator. */
  said: string
  kill(signal: NodeJS.Signals): Promise<Ended>
  ended: Promise<Ended>
}

export interface Ended {
  code: number | null
  out: string
  err: string
}

/** A machine of its own: an empty data folder and a free port, for tests that start and kill whole processes. */
export async function newMachine(t: TestContext, settings: Record<string, string> = {}): Promise<Machine> {
  const dataDir = await mkdtemp(join(tmpdir(), 'lanyard-machine-'))
  const port = await freePort()
  const env = {
    PATH: process.env.PATH,
    HOME: dataDir,
    DATA_DIR: dataDir,
    PORT: String(port),
    LANYARD_TEST_CLOCK: '1',
    ...settings,
  }
  const running = new Set<ChildProcess>()
  t.after(async () => {
    for (const child of running) child.kill('SIGKILL')
    await run(['status'], { ...env }).ended
    await rm(dataDir, { recursive: true, force: true })
  })

  function run(args: string[], environment: Record<string, string | undefined>) {
    const child = spawn(process.execPath, [LAUNCHER, ...args], {
      env: environment,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    running.add(child)
    const output = { out: '', err: '' }
    let heard = () => {}
    child.stdout.on('data', (chunk) => {
      output.out += chunk
      heard()
    })
    child.stderr.on('data', (chunk) => {
      output.err += chunk
    })
    const ended = new Promise<Ended>((done) =>
      child.on('close', (code) => {
        running.delete(child)
        done({ code, ...output })
      }),
    )
    const onLine = (listener: () => void) => {
      heard = listener
    }
    return { child, output, ended, onLine }
  }

  return {
    dataDir,
    address: `http://localhost:${port}`,
    command: (...args) => run(args, env).ended,
    async serve() {
      const { child, output, ended, onLine } = run(['serve'], env)
      // Nobody asks a server why it ended when nobody expected that it would.
      void ended.then(({ code, err }) => code && t.diagnostic(`The server ended with ${code}: ${err}`))
      const said = await new Promise<string>((done, fail) => {
        const timer = setTimeout(() => fail(new Error(`It said nothing:\n${output.err}`)), PATIENCE_MS)
        const settle = (line: string) => {
          clearTimeout(timer)
          done(line)
        }
        onLine(() => output.out.includes('\n') && settle(output.out.trim()))
        void ended.then(() => settle(output.out.trim()))
      })
      return {
        pid: child.pid ?? 0,
        said,
        ended,
        kill: (signal) => {
          child.kill(signal)
          return ended
        },
      }
    },
  }
}

/** The process id of the embedded database of a machine. */
export async function postmasterOf(machine: Machine): Promise<number> {
  const file = await readFile(join(machine.dataDir, 'postgres/cluster/postmaster.pid'), 'utf8')
  return Number(file.split('\n')[0])
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  await new Promise((closed) => server.close(closed))
  return port
}
