import { randomUUID } from 'node:crypto'
import type { System } from '../../kernel/actor.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import type { App } from '../../platform/app.ts'
import { inTenant, type Tx } from '../../platform/database/database.ts'
import { lockTenant } from '../access/places.queries.ts'
import { record } from '../audit/record.ts'
import { queueMessages } from '../messages/queue-messages.ts'
import type { InactiveAs } from '../people/inactive-members.queries.ts'
import { deactivate } from './deactivate.ts'
import { deleteForGood } from './delete-members.ts'
import {
  type Due,
  type DueEnd,
  isAnythingDue,
  listDueDeletions,
  listDueEnds,
  type NotDone,
  noteNotDone,
  noteNotices,
  noteTold,
} from './due.queries.ts'
import { tellAdmins } from './tell-admins.ts'

/**
 * Does in one tenant what is due: pauses and archives whose last day is over, deletes whose deletion date has begun, each
 * by the clock of their organisation and by the same functions as by hand. What these refuse stays, admins are told why,
 * and it is tried again each day. Tells admins, and those who asked to be told, a week before. Runs each minute; may run
 * twice at once.
 */
export async function workDueDates(app: App, tenantId: string): Promise<void> {
  if (!(await inTenant(app.database, tenantId, isAnythingDue))) return
  const system: System = { kind: 'system', tenantId, request: { id: randomUUID(), door: 'job' } }
  await inTenant(app.database, tenantId, async (tx) => {
    await lockTenant(tx, tenantId)
    const notDone = [...(await endMembers(app, tx, system)), ...(await deleteMembers(app, tx, system))]
    await record(
      app,
      tx,
      system,
      notDone.map((each) => ({
        event: 'person.end_not_done',
        subjectId: each.accountId,
        organisationId: each.organisationId,
        detail: { membershipId: each.membershipId, what: each.what, code: each.code },
      })),
    )
    await tellAdmins(tx, 'not_done', await noteNotDone(tx, notDone))
    await tellAdmins(tx, 'leaving_soon', await noteNotices(tx))
    await queueMessages(
      tx,
      (await noteTold(tx)).map(({ membershipId, accountId, organisationId, email }) => ({
        kind: 'switching_off',
        organisationId,
        accountId,
        to: email,
        subjectIds: { membershipId },
      })),
    )
  })
}

type Failed = NotDone & { code: string }

async function endMembers(app: App, tx: Tx, system: System): Promise<Failed[]> {
  const due = await listDueEnds(tx)
  const failed = async (as: InactiveAs) => {
    const members = due.filter((each) => each.as === as)
    const { refused } = await deactivate(app, tx, system, members, { as })
    return failures(members, refused, 'end')
  }
  return [...(await failed('paused')), ...(await failed('archived'))]
}

/** Whom a source still lists is archived instead, until it no longer does. */
async function deleteMembers(app: App, tx: Tx, system: System): Promise<Failed[]> {
  const due = await listDueDeletions(tx)
  const { refused } = await deleteForGood(app, tx, system, due, { because: 'deletion_date' })
  const listed = due.filter((each) => refused.get(each.membershipId)?.code === 'still_listed')
  await deactivate(app, tx, system, listed, { as: 'archived' })
  return failures(due, refused, 'delete')
}

const failures = (
  members: (Due | DueEnd)[],
  refused: Map<string, Refusal>,
  what: NotDone['what'],
): Failed[] =>
  members.flatMap(({ membershipId, accountId, organisationId, on }) => {
    const refusal = refused.get(membershipId)
    return refusal
      ? [{ membershipId, accountId, organisationId, on, what, problem: refusal.message, code: refusal.code }]
      : []
  })
