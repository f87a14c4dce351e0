import { type FastifyInstance, fastify } from 'fastify'
import { API_PAGE_POLICY } from '../../platform/http/headers.ts'

const PREFIX = '/api/docs'

/**
 * The page that shows the API, from our own server alone, under a policy of its own. It is some megabytes of script
 * that few ever ask for, so it is loaded when somebody does.
 */
export function apiPage(server: FastifyInstance): void {
  let page: Promise<FastifyInstance> | undefined
  const open = () => {
    page ??= loadPage()
    return page
  }
  for (const url of [PREFIX, `${PREFIX}/`, `${PREFIX}/js/scalar.js`])
    server.get(url, { schema: { hide: true } }, async (request, reply) => {
      const { statusCode, headers, rawPayload } = await (await open()).inject({
        url: request.url,
        headers: request.headers,
      })
      return reply
        .status(statusCode)
        .headers({
          ...headers,
          'Content-Security-Policy': API_PAGE_POLICY,
          'X-Content-Type-Options': 'nosniff',
        })
        .send(rawPayload)
    })
}

async function loadPage(): Promise<FastifyInstance> {
  const { default: scalar } = await import('@scalar/fastify-api-reference')
  const page = fastify()
  await page.register(scalar, {
    routePrefix: PREFIX,
    configuration: {
      url: '/api/openapi.json',
      withDefaultFonts: false,
      hideClientButton: true,
      telemetry: false,
      // Of the page's own makers, and not of Lanyard.
      agent: { disabled: true },
      mcp: { disabled: true },
      showDeveloperTools: 'never',
    },
  })
  return page
}
