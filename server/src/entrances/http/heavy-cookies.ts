import type { Socket } from 'node:net'
import type { FastifyInstance } from 'fastify'
import { problem } from '../../platform/http/problem.ts'

/** Longest that the cookies of a request may be, in bytes. Ours take a few hundred. */
const COOKIE_BYTES = 8000

/** Whoever plants large cookies in a browser must not lock its owner out: the answer takes them away again. */
const AWAY = '"cookies"'
const TOO_LARGE = 431
const SENTENCE =
  'This browser sent more cookies than Lanyard takes. They were taken away; load the page again.'

/** Answers 431 to a request with too heavy a head, with the cookies taken out of the browser that sent it. */
export function refuseHeavyCookies(server: FastifyInstance): void {
  server.addHook('onRequest', async (request, reply) => {
    if ((request.headers.cookie?.length ?? 0) <= COOKIE_BYTES) return
    reply.header('Clear-Site-Data', AWAY)
    return (
      reply
        .status(TOO_LARGE)
        .type('application/problem+json; charset=utf-8')
        // No route is asked what it answers: this one is the same for all.
        .serializer((value: unknown) => JSON.stringify(value))
        .send(problem(TOO_LARGE, 'cookies_too_large', SENTENCE, request.id))
    )
  })
}

/** How long the other side has to read the answer to a broken request and to hang up. */
const HANG_UP_MS = 1000

/** What else a broken request is answered, by Node's own code. */
const STATUS: Record<string, string> = { ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout' }

/** The same where the head was too large for it to be read at all; anything else that is no request is cut off. */
export function answerBrokenRequest(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy()
  const overflow = error.code === 'HPE_HEADER_OVERFLOW'
  const status = overflow
    ? `${TOO_LARGE} Request Header Fields Too Large`
    : (STATUS[error.code ?? ''] ?? '400 Bad Request')
  socket.end(
    [
      `HTTP/1.1 ${status}`,
      ...(overflow ? [`Clear-Site-Data: ${AWAY}`] : []),
      'Cache-Control: no-store',
      'Connection: close',
      'Content-Length: 0',
      '',
      '',
    ].join('\r\n'),
  )
  // A browser need not hang up on its side, above all on a connection it never used, and a server that stops would wait for it.
  socket.setTimeout(HANG_UP_MS, () => socket.destroy())
}
