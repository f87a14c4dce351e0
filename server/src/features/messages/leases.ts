import type { App } from '../../platform/app.ts'
import { outsideTenants } from '../../platform/database/database.ts'
import { type Claim, LEASE_MINUTES, renewLeases } from './messages.queries.ts'

const RENEW_MS = (LEASE_MINUTES * 60_000) / 4
/** A letter is started only with so much of its lease left: longer than a server may keep it waiting. */
const SPARE_MS = 75_000

export interface Leases {
  hold(claims: Claim[]): void
  letGo(messageId: string): void
  /** Whether a message is still this worker's, for long enough to be sent. */
  holds(messageId: string): boolean
  end(): void
}

/** Keeps renewing the leases of claimed messages until they are let go, so that a slow mail server costs none. */
export function holdLeases(app: App): Leases {
  const held = new Map<string, Claim & { until: number }>()
  let timer: NodeJS.Timeout | undefined
  const untilFrom = (asked: number) => asked + LEASE_MINUTES * 60_000

  async function renew(): Promise<void> {
    const claims = [...held.values()]
    const asked = performance.now()
    if (claims.length === 0) return
    const mine = await outsideTenants(app.database, (tx) => renewLeases(tx, claims))
    for (const claim of claims)
      if (mine.has(claim.messageId)) claim.until = untilFrom(asked)
      else held.delete(claim.messageId)
  }

  return {
    hold(claims) {
      const until = untilFrom(performance.now())
      for (const claim of claims) held.set(claim.messageId, { ...claim, until })
      timer ??= setInterval(() => {
        renew().catch((error: Error) => app.log.warn({ problem: error.message }, 'leases were not renewed'))
      }, RENEW_MS).unref()
    },
    letGo: (messageId) => held.delete(messageId),
    holds: (messageId) => (held.get(messageId)?.until ?? 0) - performance.now() > SPARE_MS,
    end() {
      clearInterval(timer)
    },
  }
}
