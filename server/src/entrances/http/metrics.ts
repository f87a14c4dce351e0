import { timingSafeEqual } from 'node:crypto'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { App } from '../../platform/app.ts'
import { isLoopback } from '../../platform/config/config.ts'
import { hashToken } from '../../platform/crypto/tokens.ts'
import { NO_PAGE_POLICY } from '../../platform/http/headers.ts'

/** Bounds in seconds: what feels at once, what is noticed, what is waited for. */
const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

/**
 * `GET /metrics` in the format of Prometheus: how long requests took by route pattern, the queue of email, connections,
 * and the process. Nothing in it names a person or a tenant. It answers this machine, or whoever brings METRICS_TOKEN;
 * a request that a proxy passed on is from elsewhere, whatever its last hop.
 */
export function metrics(server: FastifyInstance, app: App): void {
  const register = new Registry()
  const requests = new Histogram({
    name: 'lanyard_http_request_duration_seconds',
    help: 'How long requests took, by route pattern',
    labelNames: ['method', 'route', 'status'],
    buckets: SECONDS,
    registers: [register],
  })
  const lookUp = gaugesOf(app, register)
  server.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none'
    requests.observe(
      { method: request.method, route, status: String(reply.statusCode) },
      reply.elapsedTime / 1000,
    )
  })
  let ofTheProcess = false
  server.get('/metrics', { schema: { hide: true } }, async (request, reply) => {
    reply.headers({ 'Cache-Control': 'no-store', 'Content-Security-Policy': NO_PAGE_POLICY })
    if (!maySee(request, app.config.metricsToken))
      return reply
        .status(401)
        .header('WWW-Authenticate', 'Bearer')
        .type('text/plain; charset=utf-8')
        .send('This answers the machine itself, or whoever brings METRICS_TOKEN.\n')
    // Watching the process costs a little all the time, so it begins when somebody first looks.
    if (!ofTheProcess) collectDefaultMetrics({ register })
    ofTheProcess = true
    await lookUp()
    return reply.type(register.contentType).send(await register.metrics())
  })
}

/** What is looked up when somebody asks. @returns looks it up */
function gaugesOf(app: App, register: Registry): () => Promise<void> {
  const gauge = (name: string, help: string, labelNames: string[] = []) =>
    new Gauge({ name: `lanyard_${name}`, help, labelNames, registers: [register] })
  const up = gauge('database_up', 'Whether the database answers')
  const connections = gauge('database_connections', 'Connections that are open, idle, or waited for', [
    'state',
  ])
  const waiting = gauge('messages_waiting', 'Email of all tenants that is not handed over yet')
  const overdue = gauge('messages_overdue_seconds', 'How long the email that waits longest is past its time')
  const { pool } = app.database
  return async () => {
    connections.set({ state: 'open' }, pool.totalCount)
    connections.set({ state: 'idle' }, pool.idleCount)
    connections.set({ state: 'waited_for' }, pool.waitingCount)
    const queue = await pool
      .query<{ waiting: number; overdue: number }>(
        `select count(*)::int as waiting,
          greatest(coalesce(extract(epoch from lanyard_now() - min(next_try_at)), 0), 0)::float8 as overdue
         from messages_due`,
      )
      .catch(() => undefined)
    up.set(queue ? 1 : 0)
    waiting.set(queue?.rows[0]?.waiting ?? Number.NaN)
    overdue.set(queue?.rows[0]?.overdue ?? Number.NaN)
  }
}

function maySee(request: FastifyRequest, token: string | undefined): boolean {
  const [, brought] = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '') ?? []
  if (token && brought && timingSafeEqual(hashToken(brought), hashToken(token))) return true
  const passedOn = request.headers['x-forwarded-for'] !== undefined || request.headers.forwarded !== undefined
  return !passedOn && isFromHere(request.socket.remoteAddress ?? '')
}

/** An address of the socket itself: `::ffff:127.0.0.1` is this machine too. */
const isFromHere = (address: string) => address === '::1' || isLoopback(address.replace(/^::ffff:/, ''))
