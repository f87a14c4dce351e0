import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { client } from '../../api/client.ts'
import type { BulkWish, Foretold } from '../../api/types.ts'
import type { BulkAction, Chosen } from './chosen.ts'

/** How it is to be done; what is undefined is left to the server. */
export type How = {
  [Key in 'on' | 'labels' | 'leavingDate' | 'reason' | 'tell' | 'handOverTo']?: BulkWish[Key] | undefined
}

/** What something would do, as the server says before anything is done. */
export function useForetold(
  organisationId: string,
  action: BulkAction,
  select: Chosen | undefined,
  how: How,
) {
  const { on, labels } = how
  return useQuery({
    queryKey: ['foretold', organisationId, action, select, on, labels],
    enabled: select !== undefined,
    // What was true when it was last looked at may not be now.
    gcTime: 0,
    staleTime: 0,
    refetchOnWindowFocus: false,
    placeholderData: keepPreviousData,
    queryFn: () =>
      ask(
        organisationId,
        { action, select: select as Chosen, dryRun: true },
        { on, labels },
      ) as Promise<Foretold>,
  })
}

/** Promises it, to exactly the people who were shown. @returns the job */
export async function start(
  organisationId: string,
  { action, count, snapshot }: Foretold,
  select: Chosen,
  how: How,
): Promise<string> {
  const expected = 'ids' in select ? { expectedCount: count } : { expectedCount: count, snapshot }
  const made = await ask(organisationId, { action, select, ...expected, dryRun: false }, how)
  return (made as { id: string }).id
}

async function ask(id: string, wish: BulkWish, how: How) {
  // What is undefined does not stand in JSON.
  const body = { ...wish, ...how } as BulkWish
  const { data, error } = await client.POST('/api/v1/organisations/{id}/people/bulk', {
    params: { path: { id } },
    body,
  })
  if (!data) throw error
  return data
}
