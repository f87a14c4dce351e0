/** What stands at the head of the API's description. */
export const API_DESCRIPTION = {
  openapi: '3.1.0',
  info: {
    title: 'Lanyard',
    version: '1',
    description:
      'Staff accounts of schools, trusts and districts. Errors are application/problem+json (RFC 9457) with a stable `code`. ' +
      'Lists page by `after`. POSTs that create take an `Idempotency-Key`. Changing requests of a browser need its `Origin`.',
    license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
  },
  components: {
    securitySchemes: {
      session: {
        type: 'apiKey' as const,
        in: 'cookie' as const,
        name: 'sid',
        description: '`__Host-sid` on https',
      },
    },
  },
}
