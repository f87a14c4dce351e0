import type { Actor, Place } from '../../kernel/actor.ts'
import { notFound, Refusal } from '../../kernel/refusal.ts'
import { authorize, maySee } from './authorize.policy.ts'
import { type Permission, permissionInfo } from './permissions.ts'

/** Minutes for which a proof of who one is counts as fresh; powerful acts want a fresh one. */
const FRESH_PROOF_MINUTES = 10

/** The place, if it is there and in the actor's sight. @throws Refusal not_found, the same for both */
export function inSight(actor: Actor, place: Place | undefined): Place {
  if (!place || !maySee(actor, place)) throw notFound()
  return place
}

/** The place, if the actor sees it and may do this there. @throws Refusal not_found, forbidden */
export function allowedAt(actor: Actor, permission: Permission, place: Place | undefined): Place {
  const seen = inSight(actor, place)
  if (!authorize(actor, permission, seen)) throw mayNot(permission)
  return seen
}

export const mayNot = (permission: Permission) =>
  new Refusal(
    'forbidden',
    'forbidden',
    `You don’t have the right to do this here (${permissionInfo(permission).label}). Ask another admin.`,
  )

/** @throws Refusal reauth_required when a person proved who they are longer ago than FRESH_PROOF_MINUTES */
export function wantFreshProof(actor: Actor): void {
  if (actor.kind === 'person' && actor.proofSeconds > FRESH_PROOF_MINUTES * 60)
    throw new Refusal('forbidden', 'reauth_required', 'Enter your password again to go on.')
}

/** What a screen may offer: allowed, or disabled with the reason. */
export interface Action {
  action: string
  allowed: boolean
  reason?: string
}

export function actionFor(actor: Actor, permission: Permission, place: Place): Action {
  if (authorize(actor, permission, place)) return { action: permission, allowed: true }
  return { action: permission, allowed: false, reason: mayNot(permission).message }
}
