import { api } from '../../api/client.ts'
import type { Person } from '../../api/types.ts'
import type { BulkAction } from './chosen.ts'
import { offeredFor } from './offered.ts'

const NOTHING: ReadonlySet<BulkAction> = new Set()

/**
 * What can be done to those selected. Of everybody who matches a page shows only some, so whatever the person has the
 * right to is offered; the page that comes next says for whom it fits.
 */
export function useOffered(
  organisationId: string,
  selected: Iterable<Person>,
  everyone: boolean,
): ReadonlySet<BulkAction> {
  const { data } = api.useQuery(
    'get',
    '/api/v1/organisations/{id}/people/bulk',
    { params: { path: { id: organisationId } } },
    { enabled: everyone },
  )
  if (!everyone) return offeredFor(selected)
  return data ? new Set(data.actions) : NOTHING
}
