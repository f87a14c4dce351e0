import type { Actor } from '../../kernel/actor.ts'
import { type Refusal, wrongFields } from '../../kernel/refusal.ts'
import type { App } from '../../platform/app.ts'
import type { Tx } from '../../platform/database/database.ts'
import { whoMustStay } from '../access/keep-admins.ts'
import { record } from '../audit/record.ts'
import { type InactiveAs, lockAccounts } from '../people/inactive-members.queries.ts'
import { type Member, whoIsOutOfReach } from './may-move.ts'
import { savePlannedEnds } from './planned-ends.queries.ts'

/** An end of access on a day to come. */
export interface PlannedEnd {
  as: InactiveAs
  /** The last day with access, YYYY-MM-DD. */
  on: string
  reason?: string | undefined
  /** Whether they are told by email. */
  tell?: boolean | undefined
}

/** @throws Refusal end_past when the day is over there */
export function wantDayToCome(on: string, today: string): void {
  if (on < today)
    throw wrongFields([
      { pointer: '#/on', code: 'end_past', detail: 'That day is over. Choose today or a later day, or now.' },
    ])
}

/**
 * Plans that people are paused or archived at the end of a day, in place of what was planned before. Refuses one by one
 * whom making inactive would refuse today: what stands in the way is heard of now, and looked at again on the day. The
 * caller holds the tenant's row and has asked whether the actor may do this here.
 */
export async function planEnds(
  app: App,
  tx: Tx,
  actor: Actor,
  members: (Member & { leavingDate?: string | null })[],
  end: PlannedEnd,
): Promise<{ done: Member[]; refused: Map<string, Refusal> }> {
  if (members.length === 0) return { done: [], refused: new Map() }
  await lockAccounts(
    tx,
    members.map((each) => each.accountId),
  )
  const { refused, admins } = await whoIsOutOfReach(tx, actor, members)
  for (const [membershipId, refusal] of await whoMustStay(tx, actor, admins))
    refused.set(membershipId, refusal)
  const going = members.filter((each) => !refused.has(each.membershipId))
  await savePlannedEnds(
    tx,
    going.map(({ membershipId, leavingDate }) => ({ membershipId, leavingDate: leavingDate ?? null })),
    {
      as: end.as,
      on: end.on,
      reason: end.reason || null,
      tell: end.tell ?? false,
      by: actor.kind === 'person' ? actor.accountId : null,
    },
  )
  await record(
    app,
    tx,
    actor,
    going.map((each) => ({
      event: 'person.end_planned',
      subjectId: each.accountId,
      organisationId: each.organisationId,
      detail: { membershipId: each.membershipId, as: end.as, on: end.on },
      ...(end.reason ? { subjectDetail: { reason: end.reason } } : {}),
    })),
  )
  return { done: going, refused }
}
