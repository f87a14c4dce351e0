import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { TenantDirectory } from '../../features/organisations/tenants.ts'
import { isSetUp } from '../../features/set-up/set-up-code.ts'
import type { App } from '../../platform/app.ts'
import { CONSOLE_DIST } from '../../platform/http/console-build.ts'
import { cookieNames } from '../../platform/http/cookies.ts'
import { pagePolicy, securityHeaders } from '../../platform/http/headers.ts'
import { answerNotFound } from './errors.ts'

const YEAR_MS = 365 * 86_400_000
const NONCE_MARK = '__NONCE__'

/** Pages for who is not signed in: their own small entry. */
const DOOR = [
  '/setup',
  '/sign-in',
  '/choose-password',
  '/forgot',
  '/reset',
  '/reset/:token',
  '/e',
  '/e/:token',
  '/i',
  '/i/:token',
  '/i/:token/not-me',
]
/** Pages of the console; it shows what is there and what is not. */
const CONSOLE = ['/', '/me', '/s/*']

/** Serves the two entries of the console with a fresh nonce, and their files. */
export async function pages(server: FastifyInstance, app: App, tenants: TenantDirectory): Promise<void> {
  const [door, console_] = await Promise.all([
    readFile(join(CONSOLE_DIST, 'door.html'), 'utf8'),
    readFile(join(CONSOLE_DIST, 'index.html'), 'utf8'),
  ])
  await server.register(fastifyStatic, {
    root: join(CONSOLE_DIST, 'assets'),
    prefix: '/assets/',
    preCompressed: true,
    immutable: true,
    maxAge: YEAR_MS,
    index: false,
    setHeaders: (reply) => {
      for (const [name, value] of Object.entries(securityHeaders(app.config.publicUrl.startsWith('https:'))))
        reply.header(name, value)
    },
  })

  const page =
    (html: string, signedIn: boolean, status = 200) =>
    async (request: FastifyRequest, reply: FastifyReply) => {
      const elsewhere = await whereElse(request, app, tenants, signedIn)
      if (elsewhere === null)
        return reply.status(421).type('text/plain').send('Nobody’s accounts are kept at this address.')
      if (elsewhere) return reply.header('Cache-Control', 'no-store').redirect(elsewhere, 302)
      const nonce = randomBytes(16).toString('base64')
      return reply
        .status(status)
        .headers({
          ...securityHeaders(app.config.publicUrl.startsWith('https:')),
          'Content-Security-Policy': pagePolicy(nonce),
          'Cache-Control': 'no-store',
          'Referrer-Policy': request.routeOptions.url?.includes(':token') ? 'no-referrer' : 'same-origin',
        })
        .type('text/html; charset=utf-8')
        .send(html.replaceAll(NONCE_MARK, nonce))
    }
  for (const url of DOOR) server.get(url, { schema: { hide: true } }, page(door, false))
  for (const url of CONSOLE) server.get(url, { schema: { hide: true } }, page(console_, true))
  server.setNotFoundHandler((request, reply) => {
    const wantsPage =
      request.method === 'GET' &&
      !request.url.startsWith('/api/') &&
      request.headers.accept?.includes('text/html')
    return wantsPage ? page(door, false, 404)(request, reply) : answerNotFound(app, request, reply)
  })
}

/** Where a page is to be asked for instead: at the tenant's own address, at set-up, or after signing in. Null: nowhere. */
async function whereElse(
  request: FastifyRequest,
  app: App,
  tenants: TenantDirectory,
  signedIn: boolean,
): Promise<string | null | undefined> {
  const tenant = await tenants.find(request.headers.host)
  if (tenant === null) return null
  const baseUrl = tenant === 'nobody yet' ? app.config.publicUrl : tenant.baseUrl
  if (request.headers.host?.toLowerCase() !== new URL(baseUrl).host) return baseUrl + request.url
  if (!signedIn) return undefined
  if (tenant === 'nobody yet' && !(await isSetUp(app.database))) return '/setup'
  if (request.cookies[cookieNames(baseUrl).session]) return undefined
  return request.url === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(request.url)}`
}
