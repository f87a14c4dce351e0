import type { Actor } from '../../kernel/actor.ts'
import type { App } from '../../platform/app.ts'
import { changeAs } from '../../platform/database/change.ts'
import type { Tx } from '../../platform/database/database.ts'
import { record } from '../audit/record.ts'
import { changeGrants, deleteAssignments, insertAssignments, type NewAssignment } from './access.queries.ts'
import { asOfNow } from './as-of-now.ts'
import { keepAnAdmin } from './keep-an-admin.ts'
import { lockTenant } from './places.queries.ts'
import { planRoleChange, type RoleChange, type RolesWish } from './plan-role-change.ts'
import { wantFreshProof } from './require.ts'

/**
 * Makes these the roles of a person in their organisation, and these the permissions switched on besides. Only what
 * differs is checked, one by one and where it is given; if nothing does, nothing is recorded. Roles that a source wrote
 * are left, and so are those at units the actor does not see. With `permissions` omitted they stay, apart from the
 * default toggles of a role that is given or taken away; a toggle of certain roles only goes with the last of them.
 * Lock order: tenant, then memberships. What the actor holds is read again under the lock.
 * @throws Refusal not_found, forbidden, not_your_own_roles, person_above_yours, role_above_yours, permission_above_yours,
 *   role_not_given_here, role_unknown, unit_unknown, permission_unknown, reauth_required, last_admin
 */
export async function changeRoles(
  app: App,
  actor: Actor,
  membershipId: string,
  wish: RolesWish,
): Promise<void> {
  await changeAs(app, actor, async (tx) => {
    await lockTenant(tx, actor.tenantId)
    const now = await asOfNow(tx, actor)
    const change = await planRoleChange(tx, now, membershipId, wish)
    if (change.given.length > 0 || change.on.length > 0) wantFreshProof(now)
    await makeRoleChange(app, tx, now, change)
  })
}

/** Makes a change that was planned in the same transaction. The caller holds the tenant's row. @throws Refusal last_admin */
export async function makeRoleChange(app: App, tx: Tx, now: Actor, change: RoleChange): Promise<void> {
  const { member, place, present, given, taken, on, off, assignedAfter, nothing } = change
  if (nothing) return
  const { membershipId } = member
  await deleteAssignments(tx, membershipId, taken)
  await insertAssignments(
    tx,
    given.map((each) => ({ ...each, membershipId })),
  )
  await changeGrants(tx, membershipId, on, off)
  await keepAnAdmin(tx, now, member, place)
  await record(app, tx, now, [
    {
      event: 'roles.changed',
      subjectId: member.accountId,
      organisationId: member.organisationId,
      detail: {
        given: given.map(describe),
        taken: taken.map(describe),
        permissionsOn: on,
        permissionsOff: off,
        before: { roles: present.assignments.map(describe), permissions: present.grants },
        after: {
          roles: assignedAfter.map(describe),
          permissions: [...present.grants.filter((each) => !off.some((gone) => gone === each)), ...on],
        },
      },
    },
  ])
}

const describe = (each: NewAssignment) =>
  [each.role, each.unitId ? `unit:${each.unitId}` : each.unitKind ? `kind:${each.unitKind}` : null]
    .filter(Boolean)
    .join(' ')
