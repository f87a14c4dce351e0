import { createHash } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { TenantDirectory } from '../../features/organisations/tenants.ts'
import type { WhoIsAsking } from '../../features/sign-in/who-is-asking.ts'
import type { Anonymous, Person, Request } from '../../kernel/actor.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { App } from '../../platform/app.ts'
import {
  type Cookies,
  cookieNames,
  DEVICE_COOKIE_DAYS,
  SESSION_COOKIE_DAYS,
} from '../../platform/http/cookies.ts'
import { NO_PAGE_POLICY, securityHeaders } from '../../platform/http/headers.ts'
import type { Download, RouteSpec, UploadedFile } from '../../platform/http/route.ts'
import { bodyLimitOf, receiveFile, sendFile } from './files.ts'
import { fastifyPath, schemaOf, takesKey } from './route-schema.ts'
import type { UploadSlot, UploadSlots } from './upload-slots.ts'

const DAY_SECONDS = 86_400

const signedOut = () => new Refusal('signed_out', 'signed_out', 'You’re signed out. Sign in to go on.')

/** Turns a route written as data into one of the server: who is asking, from where, in which words. */
export function registerRoute(
  server: FastifyInstance,
  app: App,
  reception: Reception,
  spec: RouteSpec,
): void {
  const headers = {
    ...securityHeaders(app.config.publicUrl.startsWith('https:')),
    'Cache-Control': 'no-store',
    'Content-Security-Policy': NO_PAGE_POLICY,
    'Referrer-Policy': 'no-referrer',
  }
  server.route({
    method: spec.method,
    url: fastifyPath(spec),
    schema: schemaOf(spec),
    ...bodyLimitOf(spec),
    onRequest: async (request, reply) => {
      reply.headers(headers)
      await identify(request, reply, app, reception, spec)
      if (spec.upload && request.lanyard) request.lanyard.slot = await reception.uploads.take(reply)
    },
    ...(spec.upload ? { preValidation: receiveFile(spec.upload) } : {}),
    handler: async (request, reply) => {
      const asking = request.lanyard
      if (!asking) throw new Error('A request that nobody identified')
      if (takesKey(spec)) rememberKey(request, asking.actor.request)
      const answer = await answerTo(spec, app, asking, {
        params: request.params as never,
        query: request.query as never,
        body: request.body as never,
        cookies: cookiesOf(request, reply, asking.baseUrl),
      })
      if (asking.actor.request.idempotency?.replayed) reply.header('Idempotency-Replayed', 'true')
      if (spec.download) return sendFile(reply, answer as Download)
      const status = spec.dryRun && saysDryRun(request.body) ? 200 : spec.status
      return reply.status(status).send(spec.answer ? answer : null)
    },
  })
}

const saysDryRun = (body: unknown) => (body as { dryRun?: boolean } | null)?.dryRun === true

/** The verb's answer. The place of a request with a file is free again when the verb is done with the file. */
async function answerTo(
  spec: RouteSpec,
  app: App,
  { actor, file, slot }: Asking,
  asked: Pick<Parameters<RouteSpec['handle']>[1], 'params' | 'query' | 'body' | 'cookies'>,
) {
  slot?.keep()
  try {
    return await spec.handle(app, { ...asked, actor: actor as Person & Anonymous, file })
  } finally {
    slot?.giveBack()
  }
}

/** What tells whose address a request came to, and who sent it. */
export interface Reception {
  tenants: TenantDirectory
  whoIsAsking: WhoIsAsking
  uploads: UploadSlots
}

interface Asking {
  actor: Person | Anonymous
  baseUrl: string
  file?: UploadedFile
  /** Of a route that takes a file. */
  slot?: UploadSlot
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Who is asking, and at whose address; set for routes of the API. */
    lanyard?: Asking
  }
}

async function identify(
  request: FastifyRequest,
  reply: FastifyReply,
  app: App,
  { tenants, whoIsAsking }: Reception,
  spec: RouteSpec,
): Promise<void> {
  const tenant = await tenants.find(request.headers.host)
  if (tenant === null)
    throw new Refusal('misdirected', 'unknown_address', 'Nobody’s accounts are kept at this address.')
  const baseUrl = tenant === 'nobody yet' ? app.config.publicUrl : tenant.baseUrl
  const tenantId = tenant === 'nobody yet' ? '' : tenant.tenantId
  if (spec.method !== 'GET' && request.headers.origin !== baseUrl)
    throw new Refusal('forbidden', 'wrong_origin', `This can only be asked for from a page at ${baseUrl}.`)
  const facts: Request = {
    id: request.id,
    door: request.headers['sec-fetch-mode'] ? 'console' : 'api',
    address: request.ip,
    visitedAt: `${request.protocol}://${request.host}`,
    ...(request.headers['user-agent'] ? { userAgent: request.headers['user-agent'].slice(0, 300) } : {}),
  }
  const token = spec.access === 'public' ? undefined : request.cookies[cookieNames(baseUrl).session]
  const renew = (next: string) => cookiesOf(request, reply, baseUrl).keepSession(next)
  const person = token && tenantId ? await whoIsAsking(tenantId, token, facts, renew) : null
  if (!person && spec.access === 'person') throw signedOut()
  if (person && spec.method !== 'GET') mustBeMeant(request, person)
  request.lanyard = { actor: person ?? { kind: 'anonymous', tenantId, request: facts }, baseUrl }
}

/**
 * A page says for whom it was drawn. In another tab of the same browser somebody else may have signed in since; what the
 * first one still shows must not be done as the second.
 */
function mustBeMeant(request: FastifyRequest, person: Person): void {
  const meant = request.headers['lanyard-person']
  if (meant === undefined || meant === person.accountId) return
  const name = `${person.givenName} ${person.familyName}`.trim() || person.email
  throw new Refusal(
    'conflict',
    'session_changed',
    `${name} is signed in in this browser now, and this page was opened by somebody else. Nothing was changed. Load the page again.`,
  )
}

/** A key makes a repeat of this very request harmless: same method, address and body. */
function rememberKey(request: FastifyRequest, facts: Request): void {
  const key = request.headers['idempotency-key']
  if (typeof key !== 'string' || key === '') return
  const requestHash = createHash('sha256')
    .update(`${request.method} ${request.url}\n${JSON.stringify(request.body ?? null)}`)
    .update(request.lanyard?.file?.bytes ?? '')
    .digest()
  facts.idempotency = { key, requestHash, replayed: false }
}

function cookiesOf(request: FastifyRequest, reply: FastifyReply, baseUrl: string): Cookies {
  const names = cookieNames(baseUrl)
  const keep = (name: string, value: string, days: number) =>
    reply.setCookie(name, value, {
      path: '/',
      httpOnly: true,
      sameSite: 'lax',
      secure: names.secure,
      maxAge: days * DAY_SECONDS,
    })
  return {
    device: request.cookies[names.device],
    session: request.cookies[names.session],
    keepSession: (token) => keep(names.session, token, SESSION_COOKIE_DAYS),
    keepDevice: (token) => keep(names.device, token, DEVICE_COOKIE_DAYS),
    dropSession: () => {
      reply.clearCookie(names.session, { path: '/', httpOnly: true, sameSite: 'lax', secure: names.secure })
      reply.header('Clear-Site-Data', '"cache"')
    },
  }
}
