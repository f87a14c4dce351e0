import scalar from '@scalar/fastify-api-reference'
import type { FastifyInstance } from 'fastify'
import { API_PAGE_POLICY } from '../../platform/http/headers.ts'

/** The page that shows the API, from our own server alone, under a policy of its own. */
export async function apiPage(server: FastifyInstance): Promise<void> {
  await server.register(async (scope) => {
    scope.addHook('onSend', async (_request, reply) => {
      reply.headers({ 'Content-Security-Policy': API_PAGE_POLICY, 'X-Content-Type-Options': 'nosniff' })
    })
    await scope.register(scalar, {
      routePrefix: '/api/docs',
      configuration: { url: '/api/openapi.json', withDefaultFonts: false, hideClientButton: true, telemetry: false },
    })
  })
}
