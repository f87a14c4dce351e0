import type { Tx } from '../../platform/database/database.ts'
import { queueMessages } from '../messages/queue-messages.ts'
import { listAdminsOf } from './notices.queries.ts'

/** Queues a notice to the admins of each organisation; where it has none, to those of its nearest place above that has. */
export async function tellAdmins(
  tx: Tx,
  kind: 'leaving_soon' | 'not_done',
  notices: { organisationId: string; noticeId: string }[],
): Promise<void> {
  if (notices.length === 0) return
  const admins = await listAdminsOf(
    tx,
    notices.map((each) => each.organisationId),
  )
  await queueMessages(
    tx,
    notices.flatMap(({ organisationId, noticeId }) =>
      admins
        .filter((admin) => admin.organisationId === organisationId)
        .map(({ accountId, email }) => ({
          kind,
          organisationId,
          accountId,
          to: email,
          subjectIds: { noticeId },
        })),
    ),
  )
}
