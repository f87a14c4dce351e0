import type { Actor, Place } from '../../kernel/actor.ts'
import { BUILT_IN_ROLES, type GivenAt, ROLE_KEYS, roleOf } from '../access/built-in-roles.ts'
import { whyNotGive } from '../access/give-role.policy.ts'
import { nearest } from './alike.ts'
import { fold } from './fold.ts'
import { type Meaning, saidBy, type ValueChoice } from './staff-list.ts'

/** The role that everybody gets whose value names no other. */
export const PLAIN_ROLE = 'user'

/** What a role value of an organisation's rows comes to. */
export interface RoleOf {
  org: string
  value: string
  role: string
  /** It is given at units, so the row has to name one. */
  atUnit: boolean
  problem: { code: string; field: 'role'; detail: string } | null
}

/** Roles that a list can name: not those that only a connected source writes or that belong to single sessions. */
const NAMED: readonly string[] = ROLE_KEYS.filter((key) => {
  const { givenBy, givenAt }: { givenBy: readonly string[]; givenAt: readonly GivenAt[] } =
    BUILT_IN_ROLES[key]
  return !givenBy.includes('sync') && givenAt.some((each) => each !== 'training_session' && each !== 'kind')
})
const BY_WORDS = new Map(
  NAMED.flatMap((key) => [
    [fold(key), key],
    [fold(roleOf(key).label), key],
  ]),
)

/**
 * What the roles of a list are: a value that says a role's name is that role, anything else is a plain User. Each role
 * is held against what the planner may give there.
 */
export function readRoles(
  values: { org: string; value: string; rows: number }[],
  places: Map<string, Place>,
  actor: Actor,
  choices: ValueChoice[],
): { roles: RoleOf[]; meanings: Meaning[] } {
  const ofRoles = choices.filter((each) => each.field === 'role')
  const chosen = new Map(ofRoles.flatMap((each) => (isAskedAgain(each) ? [] : [[fold(each.value), each]])))
  const asked = new Map(ofRoles.filter(isAskedAgain).map((each) => [fold(each.value), each.means as string]))
  const roles = values.map(({ org, value }): RoleOf => {
    const choice = chosen.get(fold(value))?.means
    const role =
      choice === undefined
        ? (BY_WORDS.get(fold(value)) ?? PLAIN_ROLE)
        : choice && NAMED.includes(choice)
          ? choice
          : PLAIN_ROLE
    const atUnit = isGivenAtUnits(role)
    const refusal =
      role === PLAIN_ROLE
        ? null
        : whyNotGive(
            actor,
            role,
            { scope: atUnit ? 'unit' : scopeOf(role), place: places.get(org) as Place },
            'users.invite',
          )
    return {
      org,
      value,
      role,
      atUnit,
      problem: refusal && {
        code: 'role_above_yours',
        field: 'role',
        detail: `${refusal.message} Choose another role, or ask another admin.`,
      },
    }
  })
  return { roles, meanings: meaningsOf(values, roles, chosen, asked) }
}

/** Who had a role to give once may have it no more, and what was right for one list gives more than a plain role in another. */
const isAskedAgain = ({ earlier, means }: ValueChoice) =>
  earlier === true &&
  means !== null &&
  NAMED.includes(means) &&
  roleOf(means).level > roleOf(PLAIN_ROLE).level

/** Roles for units only; one that may be given at a whole organisation is given there. */
export function isGivenAtUnits(role: string): boolean {
  const { givenAt } = roleOf(role)
  return givenAt.includes('unit') && !givenAt.includes('organisation')
}

const scopeOf = (role: string) => (roleOf(role).givenAt.includes('tenant') ? 'tenant' : 'organisation')

function meaningsOf(
  values: { org: string; value: string; rows: number }[],
  roles: RoleOf[],
  chosen: Map<string, ValueChoice>,
  asked: Map<string, string>,
): Meaning[] {
  const meant = new Map(roles.map((each) => [each.value, each.role]))
  const words = [...BY_WORDS.keys()]
  return [...Map.groupBy(values, (each) => each.value)].map(([value, same]) => {
    const role = meant.get(value) ?? PLAIN_ROLE
    const named = BY_WORDS.has(fold(value))
    const before = asked.get(fold(value))
    const near = before ?? (named || chosen.has(fold(value)) ? undefined : suggested(fold(value), words))
    return {
      field: 'role',
      value,
      rows: same.reduce((sum, each) => sum + each.rows, 0),
      means: role,
      label: roleOf(role).label,
      why: whyMeant(chosen.get(fold(value)), before, named),
      suggestion: near && near !== role ? roleOf(near).label : null,
    }
  })
}

function whyMeant(choice: ValueChoice | undefined, before: string | undefined, named: boolean): string {
  if (choice) return saidBy(choice)
  if (before) return `${roleOf(before).label} was chosen for an earlier list. Choose again if it still holds.`
  return named ? 'The name of a role' : 'Not the name of a role, so a plain User'
}

/** A role whose name is in the value, the value in it, or nearly the same. */
function suggested(value: string, words: string[]): string | undefined {
  const exact = nearest(value, words)
  if (exact) return BY_WORDS.get(exact)
  const begun = words.find(
    (word) => word.length > 3 && (value.startsWith(word) || value.split(' ').includes(word)),
  )
  return begun && BY_WORDS.get(begun)
}
