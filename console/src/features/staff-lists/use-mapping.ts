import { useRef, useState } from 'react'
import { client } from '../../api/client.ts'
import type { paths } from '../../api/schema.d.ts'
import type { StaffList } from '../../api/types.ts'

type Patch = paths['/api/v1/staff-lists/{id}/mapping']['patch']
export type MappingChange = Patch['requestBody']['content']['application/json']
/** A change, made from the list as it is once those before it are saved. */
export type ChangeMapping = (change: (list: StaffList) => MappingChange) => void

/**
 * Changes what the columns and values of a list mean. The plan is made anew each time, so changes go one after the
 * other, and what is shown is always the server's.
 */
export function useMapping(list: StaffList, onChanged: (list: StaffList) => void) {
  const [waiting, setWaiting] = useState(0)
  const [error, setError] = useState<unknown>(null)
  const latest = useRef(list)
  const last = useRef<Promise<unknown>>(Promise.resolve())

  /** Whether it was saved. */
  async function send(change: (list: StaffList) => MappingChange): Promise<boolean> {
    try {
      const { data, error: refused } = await client.PATCH('/api/v1/staff-lists/{id}/mapping', {
        params: { path: { id: list.id } },
        body: change(latest.current),
      })
      if (!data) throw refused
      latest.current = data
      onChanged(data)
      return true
    } catch (failure) {
      setError(failure)
      return false
    } finally {
      setWaiting((count) => count - 1)
    }
  }

  const change = (make: Parameters<ChangeMapping>[0]): Promise<boolean> => {
    if (waiting === 0) latest.current = list
    setError(null)
    setWaiting((count) => count + 1)
    const sent = last.current.then(() => send(make))
    last.current = sent
    return sent
  }
  return { change, saving: waiting > 0, error }
}
