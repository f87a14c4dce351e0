import type { Actor } from '../../kernel/actor.ts'
import type { App } from '../../platform/app.ts'
import { changeAs } from '../../platform/database/change.ts'
import { inTenant } from '../../platform/database/database.ts'
import { findPlace } from '../access/places.queries.ts'
import { allowedAt } from '../access/require.ts'
import { checkRecord, type RecordCheck } from '../audit/check-record.ts'
import { record } from '../audit/record.ts'

export interface SeenCheck extends Omit<RecordCheck, 'at' | 'fromAt' | 'throughAt'> {
  at: string
  fromAt: string | null
  throughAt: string | null
}

/**
 * Looks at the whole record of the tenant now: rows against chain, chain against the signed anchors outside the database.
 * What was found stands on the page of everybody who reads the record, until the next look.
 * @throws Refusal not_found, forbidden
 */
export async function verifyRecord(app: App, actor: Actor, organisationId: string): Promise<SeenCheck> {
  await inTenant(app.database, actor.tenantId, async (tx) =>
    allowedAt(actor, 'audit.view', await findPlace(tx, organisationId)),
  )
  const check = asSeenCheck(await checkRecord(app, actor.tenantId))
  return changeAs(app, actor, async (tx) => {
    const { sealed, firstBad } = check
    await record(app, tx, actor, [
      { event: 'record.verified', organisationId, detail: { entries: sealed, firstBad } },
    ])
    return check
  })
}

export const asSeenCheck = (check: RecordCheck): SeenCheck => ({
  ...check,
  at: check.at.toISOString(),
  fromAt: check.fromAt?.toISOString() ?? null,
  throughAt: check.throughAt?.toISOString() ?? null,
})
