import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { client } from '../../api/client.ts'
import type { Resent } from '../../api/types.ts'
import { HOLD_SECONDS } from './hold.ts'
import { groupsOf, type Part, type Ticks, type Whom, wishFor } from './resend.ts'

/** Who would get a mail, as the server says, before anything is sent. */
export function useResendPlan(whom: Whom[]) {
  return useQuery({
    queryKey: ['resend-plan', whom],
    enabled: whom.length > 0,
    staleTime: 0,
    placeholderData: keepPreviousData,
    // The same question can still be on its way for the tick before; the server answers one of two at a time.
    retry: 3,
    retryDelay: 400,
    queryFn: (): Promise<Part[]> => Promise.all(whom.map(planFor)),
  })
}

async function planFor(whom: Whom): Promise<Part> {
  const body = {
    ...(whom.people === 'everyone' ? { everyone: true as const } : { people: whom.people }),
    dryRun: true,
  }
  const [invitedBefore, all] = await Promise.all([
    ask(whom.organisationId, body),
    ask(whom.organisationId, { ...body, alsoNotInvited: true }),
  ])
  return { ...whom, ...groupsOf(invitedBefore.results, all.results) }
}

/** Sends what the plan says and the ticks allow. The mail waits ten seconds, in which it can be stopped. */
export async function sendPlan(parts: Part[], ticks: Ticks): Promise<{ queued: number; batches: string[] }> {
  const done = { queued: 0, batches: [] as string[] }
  for (const part of parts) {
    const wish = wishFor(part, ticks)
    if (!wish) continue
    const { batchId, results } = await ask(part.organisationId, { ...wish, holdSeconds: HOLD_SECONDS })
    done.queued += results.filter((result) => result.outcome === 'queued').length
    if (batchId) done.batches.push(batchId)
  }
  return done
}

type Wish = Partial<NonNullable<ReturnType<typeof wishFor>>> & {
  people?: string[]
  everyone?: true
  holdSeconds?: number
  dryRun?: boolean
}

async function ask(id: string, body: Wish): Promise<Resent> {
  const { data, error } = await client.POST('/api/v1/organisations/{id}/invitations/resend', {
    params: { path: { id } },
    body,
  })
  if (!data) throw error
  return data
}
