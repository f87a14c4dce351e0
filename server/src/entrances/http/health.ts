import type { FastifyInstance } from 'fastify'
import { mailSentence } from '../../features/messages/see-messages.ts'
import { runChecks } from '../../features/set-up/checks.ts'
import type { App } from '../../platform/app.ts'

/** Alive, and ready: for whatever watches over the process. Answered at any Host. */
export function health(server: FastifyInstance, app: App): void {
  server.get('/healthz', { schema: { hide: true } }, async (_request, reply) =>
    reply.header('Cache-Control', 'no-store').send({ status: 'ok' }),
  )
  server.get('/readyz', { schema: { hide: true } }, async (_request, reply) => {
    const wrong = await whatIsWrong(app)
    return reply
      .header('Cache-Control', 'no-store')
      .status(wrong.length === 0 ? 200 : 503)
      .send({ status: wrong.length === 0 ? 'ok' : 'error', wrong, mail: mailSentence(app).mode })
  })
}

/** The checks without which nothing can be answered; mail is reported and never counts. */
async function whatIsWrong(app: App): Promise<{ check: string; detail: string }[]> {
  const checks = await runChecks(app)
  const queue = await app.database.pool.query('select from messages_due limit 1').then(
    () => [],
    () => [{ check: 'queue', detail: 'The queue of messages can’t be read.' }],
  )
  return [
    ...checks.filter((check) => check.state === 'problem').map(({ check, detail }) => ({ check, detail })),
    ...queue,
  ]
}
