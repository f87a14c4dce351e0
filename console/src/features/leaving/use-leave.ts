import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { client } from '../../api/client.ts'
import type { Consequences } from '../../api/types.ts'
import type { Leaving, Way } from './leaving-ways.ts'

/** Lets somebody leave in one of the ways, and keeps what the server said against it. */
export function useLeave(id: string) {
  const queries = useQueryClient()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()

  /** @returns what the server says was done; null when it refused */
  async function go(way: Way, leaving: Leaving, known: Consequences | undefined): Promise<string | null> {
    setBusy(true)
    setError(undefined)
    const { data, error: failure } = await ask(id, way, leaving, known)
    setBusy(false)
    if (data) return data.sentence
    setError(failure)
    await queries.invalidateQueries()
    return null
  }

  return { busy, error, go }
}

function ask(id: string, way: Way, leaving: Leaving, known: Consequences | undefined) {
  const params = { path: { id } }
  const { on, tell, successor } = leaving
  const reason = leaving.reason.trim() ? { reason: leaving.reason.trim() } : {}
  const handOver = successor && known?.handOver?.allowed ? { handOverTo: successor.id } : {}
  const how = { tell, ...reason, ...(on ? { on } : {}), ...handOver }
  switch (way) {
    case 'pause':
      return client.POST('/api/v1/people/{id}/pause', { params, body: how })
    case 'archive': {
      const leavingDate = leaving.leavingDate ?? on ?? known?.leavingDate
      return client.POST('/api/v1/people/{id}/archive', {
        params,
        body: { ...how, ...(leavingDate ? { leavingDate } : {}) },
      })
    }
    case 'move':
      return client.POST('/api/v1/people/{id}/move', { params, body: { to: leaving.to ?? '' } })
    case 'delete':
      return client.DELETE('/api/v1/people/{id}', { params, body: { name: leaving.name } })
    default:
      return way satisfies never
  }
}
