import { randomKey } from './random-key.ts'

/**
 * Keys for requests that create. A request sent again after its answer was lost carries the key of the first try, so
 * the server makes one thing, not two. An answer, good or bad, ends the key.
 */
export function createKey(make: () => string = randomKey) {
  const open = new Map<string, string>()
  const name = (request: Request, body: string) => `${request.url} ${body}`
  return {
    sign(request: Request, body: string): Request {
      if (request.method !== 'POST') return request
      const key = open.get(name(request, body)) ?? make()
      open.set(name(request, body), key)
      const signed = new Request(request)
      signed.headers.set('Idempotency-Key', key)
      return signed
    },
    settle(request: Request, body: string, status: number): void {
      if (status < 500) open.delete(name(request, body))
    },
    forget(request: Request, body: string): void {
      open.delete(name(request, body))
    },
  }
}
