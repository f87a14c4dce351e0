import type { Actor, Holding, Place } from '../../kernel/actor.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import { ROLE_KEYS, roleOf } from './built-in-roles.ts'
import { whyNotActOn, whyNotGive } from './give-role.policy.ts'

/** A person whose roles somebody would change. */
interface Subject {
  accountId: string
  name: string
  holdings: Holding[]
}

/** Why the actor can change nothing of this person's roles here; null when there is a place where they can. */
export function whyNotEdit(actor: Actor, member: Subject, places: readonly Place[]): Refusal | null {
  return anywhere(places, (at) => whyNotActOn(actor, member, at) ?? whyNotGiveAny(actor, at))
}

function whyNotGiveAny(actor: Actor, place: Place): Refusal | null {
  const refusals = ROLE_KEYS.map((key) => {
    const scope = roleOf(key).givenAt.includes('unit') ? ('unit' as const) : ('organisation' as const)
    return whyNotGive(actor, key, { scope, place })
  })
  return (
    anywhere(refusals, (refusal) => refusal) &&
    (refusals.find((refusal) => refusal?.code === 'forbidden') ?? null)
  )
}

/** Null when it is open at one of these, else why not at the first of them. */
export function anywhere<At>(all: readonly At[], whyNot: (at: At) => Refusal | null): Refusal | null {
  let first: Refusal | null = null
  for (const at of all) {
    const refusal = whyNot(at)
    if (refusal === null) return null
    first ??= refusal
  }
  return first
}
