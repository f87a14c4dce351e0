import { randomKey } from '../api/random-key.ts'
import type { paths } from '../api/schema.d.ts'
import { type Problem, problemOf } from '../ui/problem.ts'

type Answer<Path extends keyof paths> = paths[Path] extends {
  get: { responses: { 200: { content: { 'application/json': infer Body } } } }
}
  ? Body
  : never

export type Door = Answer<'/api/v1/door'>
export type SetUpState = Answer<'/api/v1/setup'>
export type Registration = Answer<'/api/v1/registrations/{token}'>
export type EmailChange = Answer<'/api/v1/email-changes/{token}'>
export type FirstPassword = Answer<'/api/v1/sessions/current/first-password'>
export type ResetLink = Answer<'/api/v1/password-resets/{token}'>

/** An answer or a problem; never throws. The whole of what a public page needs of HTTP. */
export async function send<Body = void>(
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
  path: string,
  body?: unknown,
): Promise<{ body: Body; problem?: never } | { problem: Problem; body?: never }> {
  try {
    const response = await fetch(path, {
      method,
      credentials: 'same-origin',
      ...(body === undefined
        ? {}
        : {
            body: JSON.stringify(body),
            headers: { 'content-type': 'application/json', 'idempotency-key': randomKey() },
          }),
    })
    const text = await response.text()
    const parsed: unknown = text ? JSON.parse(text) : undefined
    return response.ok
      ? { body: parsed as Body }
      : { problem: { ...problemOf(parsed), status: response.status } }
  } catch (failure) {
    return { problem: problemOf(failure) }
  }
}
