import pg from 'pg'
import type { Connection } from './database.ts'

const AGAIN_MS = 1000

export interface Ears {
  heard(payload: string): void
  /** Connected, or again: what was said meanwhile was missed. */
  connected(): void
}

/** Keeps a connection that hears what is said on a channel (LISTEN), and makes a new one when it is lost. */
export function listen(connection: Connection, channel: string, ears: Ears): { stop(): Promise<void> } {
  let stopped = false
  let client: pg.Client | undefined
  let again: NodeJS.Timeout | undefined

  const connect = async () => {
    const next = new pg.Client({ ...connection, keepAlive: true })
    client = next
    next.on('error', () => {})
    next.on('end', () => {
      if (!stopped) again = setTimeout(connect, AGAIN_MS)
    })
    next.on('notification', ({ payload }) => ears.heard(payload ?? ''))
    try {
      await next.connect()
      await next.query(`listen ${pg.escapeIdentifier(channel)}`)
      ears.connected()
    } catch {
      await next.end().catch(() => {})
    }
  }
  void connect()
  return {
    async stop() {
      stopped = true
      clearTimeout(again)
      await client?.end().catch(() => {})
    },
  }
}
