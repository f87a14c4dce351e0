import type { Actor } from '../../kernel/actor.ts'
import { wrongFields } from '../../kernel/refusal.ts'
import type { App } from '../../platform/app.ts'
import { changeAs } from '../../platform/database/change.ts'
import { asOfNow } from '../access/as-of-now.ts'
import { authorize } from '../access/authorize.policy.ts'
import { findPlace, lockTenant } from '../access/places.queries.ts'
import { inSight, wantFreshProof } from '../access/require.ts'
import { record } from '../audit/record.ts'
import { whatChanged } from '../audit/what-changed.ts'
import { keepFilesAsChosen } from '../staff-lists/forget-files.queries.ts'
import { findRoot, listPeriods, savePeriods } from './retention.queries.ts'
import { KINDS, type Periods, periodsOf, problemsWith, refuse } from './retention.ts'

/**
 * Changes how long a tenant keeps things. What is past its new time goes with the next run. Only who may at the root of
 * the tenant, with a fresh proof, since nothing brings back what is gone.
 * @throws Refusal not_found, forbidden, reauth_required, period_out_of_range
 */
export async function changeRetention(
  app: App,
  actor: Actor,
  organisationId: string,
  wish: Partial<Periods>,
): Promise<{ changed: number }> {
  return changeAs(app, actor, async (tx) => {
    await lockTenant(tx, actor.tenantId)
    const now = await asOfNow(tx, actor)
    inSight(now, await findPlace(tx, organisationId))
    const root = await findRoot(tx)
    if (!authorize(now, 'settings.security', root.place)) throw refuse.decidedAbove(root.name)
    wantFreshProof(now)
    const problems = problemsWith(wish)
    if (problems.length > 0) throw wrongFields(problems)
    const before = periodsOf(await listPeriods(tx))
    const changes = whatChanged(before, wish)
    if (changes.length === 0) return { changed: 0 }
    const changed = KINDS.filter((kind) => changes.some(({ field }) => field === kind))
    await savePeriods(
      tx,
      changed.map((kind) => ({ kind, amount: wish[kind] as number })),
    )
    if (changed.includes('staff_list_files')) await keepFilesAsChosen(tx)
    await record(app, tx, now, [
      {
        event: 'retention.changed',
        organisationId: root.place.organisationId,
        detail: { fields: changed, changes },
      },
    ])
    return { changed: changed.length }
  })
}
