import fastifyCookie from '@fastify/cookie'
import fastifyMultipart from '@fastify/multipart'
import fastifySwagger from '@fastify/swagger'
import { type FastifyInstance, fastify } from 'fastify'
import { jsonSchemaTransform, serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod'
import { openTenantDirectory } from '../../features/organisations/tenants.ts'
import { openWhoIsAsking } from '../../features/sign-in/who-is-asking.ts'
import type { App } from '../../platform/app.ts'
import { API_DESCRIPTION } from './api-description.ts'
import { apiPage } from './api-page.ts'
import { answerErrors } from './errors.ts'
import { health } from './health.ts'
import { answerBrokenRequest, refuseHeavyCookies } from './heavy-cookies.ts'
import { metrics } from './metrics.ts'
import { pages } from './pages.ts'
import { registerRoute } from './register-route.ts'
import { ROUTES } from './routes.ts'
import { openUploadSlots } from './upload-slots.ts'

/** Largest body of a request, in bytes, where a route does not say otherwise. */
const BODY_BYTES = 1_048_576
/** Longest that a request may take to arrive, body and all; one that is slower is cut off. */
const REQUEST_MS = 58_000
/** Longest for its headers. Node keeps to the longer of the two for the whole, whichever that is. */
const HEADERS_MS = 20_000
/** How often that is looked at: what is too slow is gone within a minute. */
const LOOK_MS = 2000

/** The server with every route, not listening yet. */
export async function buildServer(app: App): Promise<FastifyInstance> {
  const server = fastify({
    logger: false,
    bodyLimit: BODY_BYTES,
    requestTimeout: REQUEST_MS,
    http: { connectionsCheckingInterval: LOOK_MS, headersTimeout: HEADERS_MS },
    trustProxy: app.config.trustedProxies.length > 0 ? app.config.trustedProxies : false,
    clientErrorHandler: answerBrokenRequest,
    genReqId: () => crypto.randomUUID(),
    forceCloseConnections: 'idle',
    return503OnClosing: true,
    routerOptions: { maxParamLength: 300 },
  })
  server.setValidatorCompiler(validatorCompiler)
  server.setSerializerCompiler(serializerCompiler)
  refuseHeavyCookies(server)
  await server.register(fastifyCookie)
  await server.register(fastifyMultipart, { throwFileSizeLimit: false })
  await server.register(fastifySwagger, { openapi: API_DESCRIPTION, transform: jsonSchemaTransform })

  // A browser keeps its connection for the next request; while stopping, each answer ends its own, or closing would wait for it.
  let closing = false
  server.addHook('preClose', async () => {
    closing = true
  })
  server.addHook('onSend', async (_request, reply) => {
    if (closing) reply.header('Connection', 'close')
  })

  const tenants = openTenantDirectory(app.database)
  const reception = { tenants, whoIsAsking: openWhoIsAsking(app), uploads: openUploadSlots() }
  answerErrors(server, app)
  server.addHook('onResponse', async (request, reply) => {
    app.log.info(
      {
        requestId: request.id,
        method: request.method,
        route: request.routeOptions.url ?? 'none',
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
      },
      'request',
    )
  })
  metrics(server, app)
  await server.register(async (scope) => {
    for (const spec of ROUTES) registerRoute(scope, app, reception, spec)
    scope.get('/api/openapi.json', { schema: { hide: true } }, async (_request, reply) =>
      reply.send(server.swagger()),
    )
    health(scope, app)
    await pages(scope, app, tenants)
  })
  apiPage(server)
  return server
}
