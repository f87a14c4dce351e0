import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'
import { recordDenial } from '../../features/audit/record-denial.ts'
import { notFound, type Refusal, wrongFields } from '../../kernel/refusal.ts'
import type { App } from '../../platform/app.ts'
import { NO_PAGE_POLICY, securityHeaders } from '../../platform/http/headers.ts'
import { asRefusal, type Problem, problem, problemOf, shapeProblems } from '../../platform/http/problem.ts'

const PROBLEM_TYPE = 'application/problem+json; charset=utf-8'

/** Refusals that are no want of a right, and so are not recorded as one. */
const NOT_A_DENIAL = ['setup_code_wrong', 'wrong_origin', 'reauth_required']

/** Answers every error as problem+json: refusals in their own words, faults with nothing but the request's id. */
export function answerErrors(server: FastifyInstance, app: App): void {
  server.setErrorHandler(async (error: FastifyError, request, reply) => {
    const refusal = asRefusal(asExpected(error))
    if (refusal) {
      if (refusal.kind === 'forbidden' && !NOT_A_DENIAL.includes(refusal.code))
        await rememberDenial(app, request, refusal)
      if (refusal.kind === 'unavailable')
        app.log.warn(
          { requestId: request.id, code: refusal.code, problem: error.message },
          'could not answer',
        )
      if (refusal.retryAfterSeconds) reply.header('Retry-After', String(refusal.retryAfterSeconds))
      return send(reply, app, problemOf(refusal, request.id))
    }
    const status = error.statusCode ?? 500
    if (status >= 400 && status < 500)
      return send(reply, app, problem(status, codeOf(status), sentenceOf(status), request.id))
    app.log.error({ requestId: request.id, route: request.routeOptions.url, err: error }, 'a fault')
    return send(
      reply,
      app,
      problem(
        500,
        'unexpected',
        'Sorry, that didn’t work and it’s our fault. Try again; if it happens again, quote the reference.',
        request.id,
      ),
    )
  })
}

/** The answer to an address that is none. */
export const answerNotFound = (app: App, request: FastifyRequest, reply: FastifyReply) =>
  send(reply, app, problemOf(notFound(), request.id))

/** An address that cannot be an id is answered like one that is unknown; any other wrong shape lists its fields. */
function asExpected(error: FastifyError): unknown {
  if (!hasZodFastifySchemaValidationErrors(error)) return error
  if (error.validationContext === 'params') return notFound()
  const problems = shapeProblems(
    error.validation.map((issue) => ({
      ...(issue.params as object),
      code: issue.keyword,
      message: issue.message ?? '',
      path: pathOf(issue.instancePath),
    })),
  )
  return wrongFields(problems)
}

const pathOf = (instancePath: string) => instancePath.split('/').filter(Boolean)

function send(reply: FastifyReply, app: App, body: Problem) {
  return reply
    .status(body.status)
    .headers({
      ...securityHeaders(app.config.publicUrl.startsWith('https:')),
      'Cache-Control': 'no-store',
      'Content-Security-Policy': NO_PAGE_POLICY,
      'Referrer-Policy': 'no-referrer',
    })
    .type(PROBLEM_TYPE)
    .serializer((value: unknown) => JSON.stringify(value))
    .send(body)
}

/** A want of a right is recorded; should that fail, the answer is given all the same and the log says so. */
async function rememberDenial(app: App, request: FastifyRequest, refusal: Refusal): Promise<void> {
  const actor = request.lanyard?.actor
  if (actor?.kind !== 'person') return
  const denial = { code: refusal.code, method: request.method, route: request.routeOptions.url ?? '' }
  await recordDenial(app, actor, denial).catch((error: Error) =>
    app.log.error({ requestId: request.id, problem: error.message }, 'a refusal could not be recorded'),
  )
}

function codeOf(status: number): string {
  if (status === 413) return 'too_large'
  if (status === 415) return 'wrong_type'
  return 'bad_request'
}

function sentenceOf(status: number): string {
  if (status === 413) return 'That is more than can be sent here.'
  if (status === 415) return 'Send JSON.'
  return 'That request can’t be read.'
}
