import { useQuery } from '@tanstack/react-query'
import { client } from '../../api/client.ts'
import type { Invitation } from '../../api/types.ts'
import { fateOf } from './sent.ts'

const PAGE_ROWS = 200
const SOON_MS = 1_500
const LATER_MS = 15_000

/** The open invitations of some batches, read again by itself until the mail of each has come to its end. */
export function useBatches(organisationId: string, batches: string[]) {
  return useQuery({
    queryKey: ['invitation-batches', organisationId, ...batches],
    queryFn: async ({ signal }) => {
      const found: Invitation[] = []
      for (const batch of batches) found.push(...(await readBatch(organisationId, batch, signal)))
      return found
    },
    refetchInterval: ({ state }) => waitMs(state.data ?? []),
  })
}

/** Everything of a batch, page by page. */
async function readBatch(organisationId: string, batch: string, signal: AbortSignal): Promise<Invitation[]> {
  const found: Invitation[] = []
  let after: string | undefined
  do {
    const { data, error } = await client.GET('/api/v1/organisations/{id}/invitations', {
      params: {
        path: { id: organisationId },
        query: { batch, limit: PAGE_ROWS, ...(after ? { after } : {}) },
      },
      signal,
    })
    if (!data) throw error
    found.push(...data.data)
    after = data.next ?? undefined
  } while (after)
  return found
}

/** Mail on its way is looked at again at once; what a server put off, now and then; what has ended, no more. */
function waitMs(invitations: Invitation[]): number | false {
  const fates = new Set(invitations.map((each) => fateOf(each, Date.now())))
  if (fates.has('onItsWay')) return SOON_MS
  return fates.has('retried') ? LATER_MS : false
}
