import type { Actor, Assignment, Place } from '../../kernel/actor.ts'
import { authorize } from '../access/authorize.policy.ts'
import { roleOf } from '../access/built-in-roles.ts'
import { whyNotGive, whyNotGrant } from '../access/give-role.policy.ts'
import { isPermission } from '../access/permissions.ts'

export type OfferedRole = Omit<Assignment, 'unitName'>

/** What an invitation offers, with the places it offers it at. */
export interface Offered {
  home: Place
  roles: { assignment: OfferedRole; place: Place | undefined }[]
  permissions: string[]
}

/** What is lost of an offer by the time it is accepted. */
export interface Lost {
  roles: OfferedRole[]
  permissions: string[]
}

/**
 * What the inviter could no longer give at this moment, and so is not given: the smaller of what was offered and their
 * ceiling now. Null when nothing stands of it, because they could not invite this person at all.
 */
export function whatIsLost(inviter: Actor, offered: Offered): Lost | null {
  const stands = ({ assignment, place }: Offered['roles'][number]) =>
    place !== undefined &&
    whyNotGive(inviter, assignment.role, { scope: assignment.scope, place }, 'users.invite') === null
  const kept = offered.roles.filter(stands)
  const mayInvite =
    offered.roles.length > 0 ? kept.length > 0 : authorize(inviter, 'users.invite', offered.home)
  if (!mayInvite) return null
  const roles = kept.map(({ assignment }) => assignment.role)
  const brought = new Set<string>(roles.flatMap((role) => [...roleOf(role).defaultToggles]))
  return {
    roles: offered.roles.filter((each) => !kept.includes(each)).map(({ assignment }) => assignment),
    permissions: offered.permissions.filter(
      (permission) =>
        !brought.has(permission) &&
        !(isPermission(permission) && whyNotGrant(inviter, permission, offered.home, roles) === null),
    ),
  }
}
