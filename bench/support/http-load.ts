/**
 * Asks for the same thing again and again over a few connections that stay open, each waiting for its answer before
 * it asks next. Reads answers with a Content-Length only and looks at nothing but their status: it must cost far less
 * than what it measures.
 */
import { connect } from 'node:net'
import { obey } from './child.ts'

export interface Load {
  port: number
  method: 'GET' | 'POST'
  path: string
  headers: Record<string, string>
  /** Bodies in JSON that the connections take in turn, one each. */
  bodies?: string[]
  connections: number
  /** Ends after so many requests, or after so many seconds, whichever is first. */
  requests: number
  seconds: number
}

export interface LoadFound {
  requests: number
  /** From the first request to the last answer. */
  seconds: number
  /** Answers by status. */
  statuses: Record<string, number>
  /** Milliseconds of each answer. */
  ms: number[]
  /** Bytes of the last body. */
  bodyBytes: number
}

if (import.meta.main) await obey(putLoad)

async function putLoad(load: Load): Promise<LoadFound> {
  const found: LoadFound = { requests: 0, seconds: 0, statuses: {}, ms: [], bodyBytes: 0 }
  const started = performance.now()
  let left = load.requests
  const mayAsk = () => left-- > 0 && performance.now() - started < load.seconds * 1000
  await Promise.all(
    Array.from({ length: load.connections }, (_, n) =>
      askInTurn(load.port, requestText(load, n), mayAsk, found),
    ),
  )
  found.requests = found.ms.length
  found.seconds = (performance.now() - started) / 1000
  return found
}

function requestText({ method, path, headers, bodies = [] }: Load, connection: number): string {
  const body = bodies[connection % bodies.length]
  const all = { ...headers, ...(body ? { 'content-length': String(Buffer.byteLength(body)) } : {}) }
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`)
  return [`${method} ${path} HTTP/1.1`, ...lines, '', body ?? ''].join('\r\n')
}

function askInTurn(port: number, request: string, mayAsk: () => boolean, found: LoadFound): Promise<void> {
  return new Promise((done, fail) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true })
    let answer = ''
    let askedAt = 0
    const ask = () => {
      if (!mayAsk()) {
        socket.end(done)
        return
      }
      askedAt = performance.now()
      socket.write(request)
    }
    socket.setEncoding('latin1')
    socket.on('connect', ask)
    socket.on('data', (chunk: string) => {
      answer += chunk
      const bodyAt = answer.indexOf('\r\n\r\n') + 4
      if (bodyAt < 4) return
      const length = Number(/\r\ncontent-length: (\d+)/i.exec(answer)?.[1])
      if (Number.isNaN(length)) {
        socket.destroy(new Error(`An answer without a Content-Length: ${answer.slice(0, bodyAt)}`))
        return
      }
      if (answer.length < bodyAt + length) return
      const status = answer.slice(9, 12)
      found.ms.push(performance.now() - askedAt)
      found.statuses[status] = (found.statuses[status] ?? 0) + 1
      found.bodyBytes = length
      answer = ''
      ask()
    })
    socket.on('error', fail)
    socket.on('close', () => fail(new Error('The server closed a connection that was to stay open')))
  })
}
