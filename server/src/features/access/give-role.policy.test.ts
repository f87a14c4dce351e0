import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  assignment,
  holder,
  holding,
  OPERATOR,
  type PlaceName,
  person,
  TREE,
  VISITOR,
} from '../../../test/support/tree.ts'
import type { Actor, Holding, Person, Place } from '../../kernel/actor.ts'
import { authorize, levelAt } from './authorize.policy.ts'
import { ROLE_KEYS, roleOf } from './built-in-roles.ts'
import { type RolePlace, whyNotActOn, whyNotGive, whyNotGrant } from './give-role.policy.ts'
import { isPermission, PERMISSIONS, type Permission } from './permissions.ts'

const ALL = Object.keys(PERMISSIONS).filter(isPermission)
/** User Management is a name for others, no power by itself. */
const POWERS = ALL.filter((permission) => permission !== 'user_management')
const CASES = process.env.LANYARD_SOAK === '1' ? 100_000 : 5000

/** Who, which role, and the answer: `yes` or the code of the refusal. */
const GIVING: [who: Actor, role: string, answer: string][] = [
  [holder('owner at trust'), 'owner at trust', 'yes'],
  [holder('owner at trust'), 'owner at reed', 'role_not_given_here'],
  [holder('owner at trust'), 'support_operator at trust', 'yes'],
  [holder('trust_admin at trust'), 'owner at trust', 'role_above_yours'],
  [holder('trust_admin at trust'), 'support_operator at trust', 'role_above_yours'],
  [holder('trust_admin at trust'), 'trust_admin at trust', 'yes'],
  [holder('trust_admin at trust'), 'trust_admin at reed', 'role_not_given_here'],
  [holder('trust_admin at trust'), 'super_admin at mill', 'yes'],
  [holder('trust_admin at trust'), 'finance_manager at mill', 'yes'],
  [holder('owner at trust'), 'finance_manager at reed', 'yes'],
  [holder('organisation_admin at reed', ['seats.view']), 'finance_manager at reed', 'role_above_yours'],
  [
    holder('super_admin at reed', ['user_management', 'seats.view']),
    'finance_manager at reed',
    'role_above_yours',
  ],
  [holder('trust_training_admin at trust'), 'training_admin at reed', 'forbidden'],
  [holder('super_admin at reed'), 'user at reed', 'forbidden'],
  [holder('super_admin at reed', ['user_management']), 'super_admin at reed', 'yes'],
  [holder('super_admin at reed', ['user_management']), 'organisation_admin at reed', 'role_above_yours'],
  [holder('super_admin at reed', ['user_management']), 'admin at reed', 'yes'],
  [holder('super_admin at reed', ['roles.assign']), 'admin at reed', 'role_above_yours'],
  [holder('organisation_admin at reed'), 'organisation_admin at reed', 'yes'],
  [holder('organisation_admin at reed'), 'super_admin at reed', 'role_above_yours'],
  [holder('organisation_admin at reed'), 'admin at reed', 'yes'],
  [holder('organisation_admin at reed'), 'admin at mill', 'forbidden'],
  [holder('organisation_admin at reed'), 'admin at trust', 'forbidden'],
  [holder('organisation_admin at reed'), 'unit_administrator at art', 'yes'],
  [holder('organisation_admin at reed'), 'unit_administrator at safeguarding', 'yes'],
  [holder('organisation_admin at reed'), 'unit_administrator at music', 'forbidden'],
  [holder('organisation_admin at reed'), 'unit_administrator at reed', 'role_not_given_here'],
  [holder('organisation_admin at reed'), 'user at art', 'role_not_given_here'],
  [holder('organisation_admin at reed'), 'instructor at art', 'role_not_given_here'],
  [holder('organisation_admin at reed'), 'learner at art', 'yes'],
  [holder('admin at reed', ['user_management']), 'admin at reed', 'yes'],
  [holder('admin at reed', ['user_management']), 'user at reed', 'yes'],
  [holder('admin at reed', ['user_management']), 'training_admin at reed', 'role_above_yours'],
  [holder('admin at reed', ['user_management']), 'organisation_admin at reed', 'role_above_yours'],
  [holder('admin at reed', ['user_management']), 'learner at safeguarding', 'forbidden'],
  [holder('user at reed', ['user_management']), 'user at reed', 'yes'],
  [holder('user at reed', ['user_management']), 'coach at art', 'role_above_yours'],
  [holder('unit_administrator at art'), 'learner at art', 'forbidden'],
  [holder('leader at art'), 'leader at art', 'yes'],
  [holder('leader at art'), 'leader at 7A', 'yes'],
  [holder('leader at 7A'), 'leader at art', 'forbidden'],
  [holder('leader at art'), 'leader at history', 'forbidden'],
  [holder('leader at art'), 'leader of all subject_area at reed', 'forbidden'],
  [holder('leader at art'), 'learner at art', 'forbidden'],
  [holder('leader of all subject_area at reed'), 'leader of all subject_area at reed', 'yes'],
  [holder('leader of all subject_area at reed'), 'leader at history', 'yes'],
  [holder('leader of all subject_area at reed'), 'leader of all class at reed', 'forbidden'],
  [holder('user at reed', ['leaders.assign']), 'leader at art', 'role_above_yours'],
  [holder('super_admin at reed', ['users.view', 'training.results']), 'leader at art', 'yes'],
  [holder('super_admin at reed'), 'leader at art', 'role_above_yours'],
  [holder('owner at trust'), 'teacher at 7A', 'role_above_yours'],
  [holder('organisation_admin at reed'), 'teacher at 7A', 'role_above_yours'],
  [OPERATOR, 'owner at trust', 'yes'],
  [VISITOR, 'learner at reed', 'forbidden'],
]

for (const [who, role, answer] of GIVING)
  test(`${nameOf(who)} gives ${role}: ${answer}`, () => {
    const given = assignment(role)
    assert.equal(whyNotGive(who, given.role, whereGiven(role))?.code ?? 'yes', answer)
  })

test('the refusals say who may instead, in plain words', () => {
  const admin = holder('organisation_admin at reed')
  const sentence = (role: string) => whyNotGive(admin, assignment(role).role, whereGiven(role))?.message
  assert.equal(
    sentence('finance_manager at reed'),
    'Only someone who is Owner or someone who is Trust admin can give or take away the Finance Manager role.',
  )
  assert.equal(sentence('teacher at 7A'), 'Only a connected source can give or take away the Teacher role.')
  assert.equal(
    sentence('super_admin at reed'),
    'You can’t give or take away the Super Admin role, because it can do things that you can’t.',
  )
})

test('a role nobody has heard of is a fault, never a quiet yes', () => {
  assert.throws(
    () => whyNotGive(OPERATOR, 'caretaker', { scope: 'organisation', place: TREE.reed }),
    /caretaker/,
  )
})

/** Who, which permission, on somebody with which roles, and the answer. */
const GRANTING: [who: Actor, permission: Permission, roles: string[], answer: string][] = [
  [holder('organisation_admin at reed'), 'sections.news', ['user'], 'yes'],
  [holder('organisation_admin at reed'), 'user_management', ['user'], 'yes'],
  [holder('organisation_admin at reed'), 'seats.view', ['user'], 'permission_above_yours'],
  [holder('organisation_admin at mill'), 'sections.news', ['user'], 'permission_above_yours'],
  [holder('super_admin at reed'), 'sections.news', ['user'], 'permission_above_yours'],
  [holder('super_admin at reed', ['permissions.grant']), 'sections.news', ['user'], 'yes'],
  [
    holder('super_admin at reed', ['permissions.grant']),
    'user_management',
    ['user'],
    'permission_above_yours',
  ],
  [holder('super_admin at reed', ['user_management']), 'user_management', ['user'], 'yes'],
  [holder('admin at reed', ['user_management']), 'sections.news', ['user'], 'permission_above_yours'],
  [holder('admin at reed', ['user_management']), 'users.view', ['user'], 'yes'],
  [holder('trust_admin at trust'), 'seats.view', ['user'], 'yes'],
  [holder('trust_admin at trust'), 'support.diagnose', ['user'], 'permission_above_yours'],
  [holder('owner at trust'), 'posts.global', ['super_admin'], 'yes'],
  [holder('owner at trust'), 'posts.global', ['user', 'admin'], 'yes'],
  [holder('owner at trust'), 'posts.global', ['organisation_admin'], 'permission_not_a_toggle'],
  [holder('owner at trust'), 'posts.global', [], 'permission_not_a_toggle'],
  [OPERATOR, 'posts.global', ['user'], 'permission_not_a_toggle'],
  [VISITOR, 'sections.news', ['user'], 'permission_above_yours'],
]

for (const [who, permission, roles, answer] of GRANTING)
  test(`${nameOf(who)} switches on ${permission} for ${roles.join(' and ') || 'somebody without a role'} at reed: ${answer}`, () => {
    assert.equal(whyNotGrant(who, permission, TREE.reed, roles)?.code ?? 'yes', answer)
  })

test('settings follow the role: no settings permission is ever a toggle, not even for an owner', () => {
  const settings = ALL.filter((permission) => permission.startsWith('settings.'))
  assert.equal(settings.length, 10)
  for (const who of [holder('owner at trust'), OPERATOR])
    for (const permission of settings)
      assert.equal(whyNotGrant(who, permission, TREE.reed, ['super_admin'])?.code, 'permission_not_a_toggle')
})

test('you act on whom you stand level with or above at that place, never on yourself', () => {
  const other = (role: string, grants: string[] = []) => ({
    accountId: 'ben',
    name: 'Ben',
    holdings: holder(role, grants).holdings,
  })
  const answer = (who: Person, whom: ReturnType<typeof other>, at: Place) =>
    whyNotActOn(who, whom, at)?.code ?? 'yes'
  assert.equal(answer(holder('admin at reed'), other('admin at reed'), TREE.reed), 'yes')
  assert.equal(
    answer(holder('admin at reed'), other('organisation_admin at reed'), TREE.reed),
    'person_above_yours',
  )
  assert.equal(answer(holder('admin at reed'), other('organisation_admin at mill'), TREE.reed), 'yes')
  assert.equal(
    answer(holder('organisation_admin at reed'), other('trust_admin at trust'), TREE.reed),
    'person_above_yours',
  )
  assert.equal(answer(holder('leader at art'), other('user at reed'), TREE.art), 'yes')
  assert.equal(answer(holder('leader at art'), other('user at reed'), TREE.reed), 'person_above_yours')
  assert.equal(
    answer(holder('leader at art'), other('unit_administrator at art'), TREE.art),
    'person_above_yours',
  )
  assert.equal(
    answer(holder('owner at trust'), { ...other('user at reed'), accountId: 'ada' }, TREE.reed),
    'not_your_own_roles',
  )
})

/**
 * Holdings as they can come about: one to three memberships, each with roles at places of its own organisation and
 * toggles of any kind.
 */
const someRole = (at: 'trust' | 'reed' | 'mill') => {
  const places =
    at === 'reed'
      ? ['reed', 'art', '7A', 'history', 'safeguarding']
      : at === 'mill'
        ? ['mill', 'music']
        : ['trust']
  return fc
    .record({
      role: fc.constantFrom(...ROLE_KEYS),
      place: fc.constantFrom(...places),
      kind: fc.constantFrom('', '', '', ' of all subject_area', ' of all group'),
    })
    .map(({ role, place, kind }) => (kind ? `${role}${kind} at ${at}` : `${role} at ${place}`))
}
const someHolding = fc.constantFrom('trust' as const, 'reed' as const, 'mill' as const).chain((at) =>
  fc
    .record({
      roles: fc.array(someRole(at), { maxLength: 3 }),
      grants: fc.oneof(
        fc.array(fc.constantFrom(...ALL), { maxLength: 8 }),
        fc.constantFrom<string[]>(
          ['user_management'],
          ['user_management', 'leaders.assign', 'classes.view', 'training.results'],
          [...ALL],
        ),
      ),
      state: fc.constantFrom('active', 'active', 'active', 'active', 'inactive', 'invited'),
    })
    .map(({ roles, grants, state }): Holding => holding(at, roles, grants, state)),
)
const somebody = fc.array(someHolding, { minLength: 1, maxLength: 3 }).map((holdings) => person(...holdings))
const NEWCOMER_ROLES = ROLE_KEYS.flatMap((role) => [
  ...Object.keys(TREE).map((place) => `${role} at ${place}`),
  ...['subject_area', 'group'].map((kind) => `${role} of all ${kind} at reed`),
])

test(`nobody gives a role that can do more than they can (${CASES} random people)`, () => {
  let given = 0
  fc.assert(
    fc.property(somebody, fc.subarray(NEWCOMER_ROLES, { minLength: 6, maxLength: 6 }), (giver, roles) => {
      for (const text of roles) {
        const { role } = assignment(text)
        const at = whereGiven(text)
        if (whyNotGive(giver, role, at) !== null) continue
        given++
        const newcomer = newcomerWith(text)
        for (const place of reachedBy(at)) {
          const more = POWERS.filter(
            (permission) => authorize(newcomer, permission, place) && !authorize(giver, permission, place),
          )
          assert.deepEqual(more, [], `${text} at ${place.unit?.id ?? place.organisationId}`)
          assert.ok(levelAt(newcomer.holdings, place) <= levelAt(giver.holdings, place), text)
        }
      }
    }),
    { numRuns: CASES },
  )
  assert.ok(given > CASES / 10, `only ${given} roles were given, which proves little`)
})

test(`nobody switches on a permission that they do not hold (${CASES} random people)`, () => {
  let given = 0
  const somewhere = fc.constantFrom('trust' as const, 'reed' as const, 'mill' as const)
  fc.assert(
    fc.property(
      somebody,
      somewhere,
      fc.constantFrom(...ALL),
      fc.subarray([...ROLE_KEYS], { maxLength: 2 }),
      (giver, at, permission, roles) => {
        if (whyNotGrant(giver, permission, TREE[at], roles) !== null) return
        given++
        const newcomer = person(holding(at, [], [permission]))
        for (const place of Object.values(TREE) as Place[]) {
          if (place.unit?.private) continue
          const more = POWERS.filter(
            (each) => authorize(newcomer, each, place) && !authorize(giver, each, place),
          )
          assert.deepEqual(more, [], `${permission} at ${at}`)
        }
      },
    ),
    { numRuns: CASES },
  )
  assert.ok(given > CASES / 50, `only ${given} permissions were given, which proves little`)
})

/** A newcomer who holds this role and the toggles that come with it. */
function newcomerWith(text: string): Person {
  const given = assignment(text)
  return holder(text, [...roleOf(given.role).defaultToggles])
}

function whereGiven(text: string): RolePlace {
  const { scope, unitKind } = assignment(text)
  const place = TREE[text.split(' at ')[1] as PlaceName]
  return {
    scope,
    place: unitKind ? { ...place, unit: { id: '', kinds: [unitKind], path: [], private: false } } : place,
  }
}

/** A unit itself; of an organisation whatever stands at or below it and is not private. */
function reachedBy({ place }: RolePlace): Place[] {
  const all: Place[] = Object.values(TREE)
  if (!place.unit)
    return all.filter((each) => each.path.includes(place.organisationId) && !each.unit?.private)
  return [place]
}

function nameOf(who: Actor): string {
  if (who.kind !== 'person') return `the ${who.kind}`
  const [first] = who.holdings
  const roles = (first?.assignments ?? []).map(
    (each) =>
      `${each.role}${each.unitKind ? ` of all ${each.unitKind}` : ''} at ${each.unitId ?? each.organisationId}`,
  )
  return [...roles, ...(first?.grants ?? [])].join(' with ')
}
