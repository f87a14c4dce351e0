import type { Actor } from '../../kernel/actor.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import type { App } from '../../platform/app.ts'
import type { Tx } from '../../platform/database/database.ts'
import { record } from '../audit/record.ts'
import { lockAccounts, type MovedMember, makeActiveAgain } from '../people/inactive-members.queries.ts'
import { openSeats } from '../seats/open-seats.ts'
import { type Member, whoIsOutOfReach } from './may-move.ts'
import { tellBackOn } from './tell-person.ts'

export interface Reactivated {
  done: (MovedMember & { active: boolean })[]
  /** Who stays inactive, and why, by membership. */
  refused: Map<string, Refusal>
}

/**
 * Brings inactive people back, with the roles they had: who had registered is active again and has a seat, anybody else
 * has yet to be invited. Sessions and links from before stay dead. Refuses one by one the actor themselves and people
 * who would stand above the actor. Lock order as for making people inactive.
 */
export async function reactivate(
  app: App,
  tx: Tx,
  actor: Actor,
  members: (Member & { row?: number | null })[],
  how: { staffListId?: string; tell?: boolean | undefined },
): Promise<Reactivated> {
  if (members.length === 0) return { done: [], refused: new Map() }
  await lockAccounts(
    tx,
    members.map((each) => each.accountId),
  )
  const { refused } = await whoIsOutOfReach(tx, actor, members)
  const coming = members.filter((each) => !refused.has(each.membershipId))
  const done = await makeActiveAgain(
    tx,
    coming.map((each) => each.membershipId),
  )
  await openSeats(
    tx,
    done.filter((each) => each.active),
    'reactivated',
  )
  if (how.tell) await tellBackOn(tx, done)
  const rows = new Map(members.map((each) => [each.membershipId, each.row]))
  await record(
    app,
    tx,
    actor,
    done.map((each) => ({
      event: 'person.reactivated',
      subjectId: each.accountId,
      organisationId: each.organisationId,
      detail: {
        membershipId: each.membershipId,
        ...(how.staffListId
          ? { staffListId: how.staffListId, row: rows.get(each.membershipId) ?? null }
          : {}),
      },
    })),
  )
  return { done, refused }
}
