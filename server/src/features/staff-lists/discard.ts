import type { Actor } from '../../kernel/actor.ts'
import { notFound } from '../../kernel/refusal.ts'
import type { App } from '../../platform/app.ts'
import { changeAs } from '../../platform/database/change.ts'
import { authorize } from '../access/authorize.policy.ts'
import { mayNot } from '../access/require.ts'
import { record } from '../audit/record.ts'
import { listInSight } from './list-in-sight.ts'
import { refuse } from './staff-list.ts'
import { deleteList, lockList } from './staff-lists.queries.ts'

/** Throws a draft away, its file and its plan. @throws Refusal not_found, forbidden, list_applied */
export async function discardStaffList(app: App, actor: Actor, id: string): Promise<undefined> {
  await changeAs(app, actor, async (tx) => {
    const { place } = await listInSight(tx, actor, id)
    if (!authorize(actor, 'staff_list.upload', place)) throw mayNot('staff_list.upload')
    const list = await lockList(tx, id)
    if (!list) throw notFound()
    if (!['analysing', 'ready', 'failed'].includes(list.state)) throw refuse.applied()
    await deleteList(tx, id)
    await record(app, tx, actor, [
      { event: 'staff_list.discarded', organisationId: list.organisationId, detail: { staffListId: id } },
    ])
  })
  return undefined
}
