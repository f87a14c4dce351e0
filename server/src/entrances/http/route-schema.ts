import { z } from 'zod'
import { problemShape } from '../../platform/http/problem.ts'
import type { RouteSpec } from '../../platform/http/route.ts'

const KEY_MAX = 200

/** `/units/{id}` as the server's router writes it. */
export const fastifyPath = (spec: RouteSpec) => spec.path.replace(/\{(\w+)\}/g, ':$1')

/** Whether a route creates or sends something, and so can be repeated under an Idempotency-Key. */
export const takesKey = (spec: RouteSpec) => spec.method === 'POST' && spec.access === 'person'

/** The shapes of a route, for validation, for serialisation and for the description of the API alike. */
export function schemaOf(spec: RouteSpec) {
  return {
    operationId: spec.operation,
    summary: spec.summary,
    tags: [spec.tag],
    ...(spec.access === 'person' ? { security: [{ session: [] }] } : {}),
    ...(spec.access === 'anyone' ? { security: [{}, { session: [] }] } : {}),
    ...(spec.params ? { params: spec.params } : {}),
    querystring: spec.query ?? z.strictObject({}),
    ...(spec.body ? { body: spec.body } : {}),
    ...(spec.upload ? { consumes: ['multipart/form-data'] } : {}),
    ...(takesKey(spec)
      ? { headers: z.object({ 'idempotency-key': z.string().min(1).max(KEY_MAX).optional() }) }
      : {}),
    response: {
      [spec.status]:
        spec.answer ?? (spec.download ? z.string().describe('The file') : z.null().describe('Nothing')),
      ...(spec.dryRun ? { 200: spec.dryRun } : {}),
      default: problemShape.describe(`Refusals: ${[...(spec.refusals ?? []), ...common(spec)].join(', ')}`),
    },
  }
}

/** Refusals that follow from what a route is. */
function common(spec: RouteSpec): string[] {
  return [
    ...(spec.access === 'person' ? ['signed_out'] : []),
    ...(spec.params ? ['not_found'] : []),
    ...(spec.upload ? ['busy_with_files'] : []),
    ...(spec.body ? ['unknown_field', 'missing', 'wrong_shape'] : []),
    ...(spec.method === 'GET' ? [] : ['wrong_origin']),
    'unavailable',
  ]
}
