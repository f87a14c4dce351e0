import type { Actor, Place } from '../../kernel/actor.ts'
import type { Tx } from '../../platform/database/database.ts'
import { listAdmins, type Member } from './access.queries.ts'
import { isAbleAdmin, isAbleOwner, refuse, standsAbove } from './last-admin.policy.ts'

/**
 * Looks, after a change and before its commit, whether the tenant still has an able owner and the organisation an able
 * admin, when `before` was one. The caller holds the tenant's row (lock order: tenant, then anything inside), so two
 * changes at once are looked at one after the other. Every door that can take an admin away calls this.
 * @throws Refusal last_admin
 */
export async function keepAnAdmin(tx: Tx, actor: Actor, before: Member, place: Place): Promise<void> {
  if (isAbleOwner(before)) {
    const owners = await listAdmins(tx, 'tenant')
    if (!owners.some(isAbleOwner)) throw refuse.lastOwner(before.name)
  }
  const here = before.holdings.filter((holding) => holding.organisation.id === place.organisationId)
  if (!isAbleAdmin({ ...before, holdings: here }, place) || standsAbove(actor, place)) return
  const admins = [
    ...(await listAdmins(tx, place)),
    ...(place.path.length === 1 ? await listAdmins(tx, 'tenant') : []),
  ]
  if (admins.some((admin) => isAbleAdmin(admin, place))) return
  const name = here[0]?.organisation.name ?? 'this organisation'
  throw refuse.lastAdmin(before.name, name)
}
