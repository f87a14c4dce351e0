import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  holder,
  holding,
  OPERATOR,
  type PlaceName,
  person,
  SYSTEM,
  TREE,
  VISITOR,
} from '../../../test/support/tree.ts'
import type { Actor } from '../../kernel/actor.ts'
import { authorize, levelAt, maySee, permissionsAt, sightOf } from './authorize.policy.ts'
import { ROLE_KEYS } from './built-in-roles.ts'
import { isPermission, PERMISSIONS, type Permission, USER_MANAGEMENT } from './permissions.ts'

/** Who, what they try, and where it is allowed; everywhere else in the tree it is not. */
const SENTENCES: [who: Actor, act: Permission, where: PlaceName[] | 'everywhere' | 'nowhere'][] = [
  [holder('owner at trust'), 'users.delete', 'everywhere'],
  [holder('owner at trust'), 'support.diagnose', 'everywhere'],
  [
    holder('support_operator at trust'),
    'users.view',
    ['trust', 'reed', 'mill', 'art', '7A', 'history', 'music', 'safeguarding'],
  ],
  [holder('support_operator at trust'), 'users.edit', 'nowhere'],
  [holder('trust_admin at trust'), 'users.edit', 'everywhere'],
  [holder('trust_admin at trust'), 'organisations.create', 'everywhere'],
  [holder('trust_admin at trust'), 'support.diagnose', 'nowhere'],
  [holder('trust_training_admin at trust'), 'training.assign', 'everywhere'],
  [holder('trust_training_admin at trust'), 'users.edit', 'nowhere'],
  [holder('super_admin at reed'), 'settings.dining', ['reed', 'art', '7A', 'history', 'safeguarding']],
  [holder('super_admin at reed'), 'users.edit', 'nowhere'],
  [
    holder('super_admin at reed', ['user_management']),
    'users.edit',
    ['reed', 'art', '7A', 'history', 'safeguarding'],
  ],
  [holder('organisation_admin at reed'), 'users.edit', ['reed', 'art', '7A', 'history', 'safeguarding']],
  [holder('organisation_admin at reed'), 'settings.dining', 'nowhere'],
  [holder('organisation_admin at reed'), 'organisations.create', 'nowhere'],
  [holder('admin at reed'), 'posts.moderate', ['reed', 'art', '7A', 'history']],
  [holder('admin at reed'), 'users.view', 'nowhere'],
  [holder('admin at reed', ['user_management']), 'users.view', ['reed', 'art', '7A', 'history']],
  [holder('admin at reed', ['user_management']), 'settings.users', 'nowhere'],
  [holder('finance_manager at reed'), 'seats.view', ['reed', 'art', '7A', 'history']],
  [holder('finance_manager at reed'), 'users.view', 'nowhere'],
  [holder('training_admin at reed'), 'staff_list.upload', ['reed', 'art', '7A', 'history']],
  [holder('training_admin at reed'), 'staff_list.apply_leavers', 'nowhere'],
  [holder('unit_administrator at art'), 'units.members', ['art', '7A']],
  [holder('unit_administrator at art'), 'users.edit', 'nowhere'],
  [holder('unit_administrator at safeguarding'), 'units.members', ['safeguarding']],
  [holder('leader at art'), 'leaders.assign', ['art', '7A']],
  [holder('leader at 7A'), 'leaders.assign', ['7A']],
  [holder('leader of all subject_area at reed'), 'leaders.assign', ['art', '7A', 'history']],
  [holder('teacher at 7A'), 'classes.view', ['7A']],
  [holder('coach at music'), 'training.results', ['music']],
  [holder('user at reed'), 'users.view', 'nowhere'],
  [holder('user at reed', ['users.view']), 'users.view', ['reed', 'art', '7A', 'history']],
  [
    holder('user at trust', ['users.view']),
    'users.view',
    ['trust', 'reed', 'mill', 'art', '7A', 'history', 'music'],
  ],
  [holder('user at reed', ['deletion_date.set']), 'deletion_date.set', ['reed', 'art', '7A', 'history']],
  [holder('learner at reed'), 'users.view', 'nowhere'],
  [person(), 'users.view', 'nowhere'],
  [
    person(holding('reed', ['organisation_admin at reed'], ['users.view'], 'inactive')),
    'users.view',
    'nowhere',
  ],
  [person(holding('reed', ['organisation_admin at reed'], [], 'invited')), 'users.view', 'nowhere'],
  [VISITOR, 'users.view', 'nowhere'],
  [OPERATOR, 'users.delete', 'everywhere'],
  [SYSTEM, 'users.delete', 'everywhere'],
]

const NAMES = Object.keys(TREE) as PlaceName[]

for (const [who, act, where] of SENTENCES)
  test(`${nameOf(who)} may ${act} ${Array.isArray(where) ? `at ${where.join(', ')} and nowhere else` : where}`, () => {
    const allowed = NAMES.filter((name) => authorize(who, act, TREE[name]))
    const expected =
      where === 'everywhere' ? NAMES : where === 'nowhere' ? [] : NAMES.filter((name) => where.includes(name))
    assert.deepEqual(allowed, expected)
  })

test('two memberships add up, and neither lends the other its place', () => {
  const both = person(
    holding('reed', ['training_admin at reed']),
    holding('mill', ['user at mill'], ['labels.manage']),
  )
  assert.ok(authorize(both, 'users.invite', TREE.reed))
  assert.ok(authorize(both, 'labels.manage', TREE.mill))
  assert.ok(!authorize(both, 'users.invite', TREE.mill))
  assert.ok(!authorize(both, 'labels.manage', TREE.reed))
})

test('a level is the highest role that reaches a place, and none elsewhere', () => {
  const ada = person(holding('reed', ['leader at art', 'user at reed']))
  const levels = NAMES.map((name) => [name, levelAt(ada.holdings, TREE[name])])
  assert.deepEqual(Object.fromEntries(levels), {
    trust: 0,
    reed: 20,
    mill: 0,
    art: 40,
    '7A': 40,
    history: 20,
    safeguarding: 20,
    music: 0,
  })
  assert.equal(levelAt(person(holding('reed', ['admin at reed'], [], 'inactive')).holdings, TREE.reed), 0)
})

test('a person sees their own school, a role at the trust shows every school, a tenant role everything', () => {
  const seen = (who: Actor) => NAMES.filter((name) => maySee(who, TREE[name]))
  assert.deepEqual(seen(holder('user at reed')), ['reed', 'art', '7A', 'history'])
  assert.deepEqual(seen(holder('user at trust')), ['trust'])
  assert.deepEqual(seen(holder('trust_training_admin at trust')), NAMES)
  assert.deepEqual(seen(holder('owner at trust')), NAMES)
  assert.deepEqual(seen(VISITOR), [])
  assert.deepEqual(seen(OPERATOR), NAMES)
  assert.equal(sightOf(holder('owner at trust')), 'everything')
})

test('a private unit is seen from inside and by organisation admins and above, by nobody between', () => {
  const sees = (role: string) => maySee(holder(role), TREE.safeguarding)
  const outside = [
    'user at reed',
    'admin at reed',
    'finance_manager at reed',
    'training_admin at reed',
    'leader at art',
    'organisation_admin at mill',
  ]
  const inside = [
    'learner at safeguarding',
    'unit_administrator at safeguarding',
    'leader of all group at reed',
  ]
  const above = [
    'organisation_admin at reed',
    'super_admin at reed',
    'trust_admin at trust',
    'owner at trust',
  ]
  assert.deepEqual(outside.filter(sees), [])
  assert.deepEqual(
    [...inside, ...above].filter((role) => !sees(role)),
    [],
  )
  assert.ok(
    !authorize(
      holder('admin at reed', ['user_management', 'units.members']),
      'units.members',
      TREE.safeguarding,
    ),
  )
})

test('whoever may do something somewhere sees that place', () => {
  const blind: string[] = []
  for (const at of ['trust', 'reed'] as const)
    for (const key of ROLE_KEYS)
      for (const role of [`${key} at ${at}`, `${key} at art`, `${key} of all subject_area at ${at}`])
        for (const grants of [[], ['users.view']])
          for (const name of NAMES) {
            const who = person(holding(role.endsWith('art') ? 'reed' : at, [role], grants))
            const may = permissionsAt(who.holdings, TREE[name], ALL).length > 0
            if (may && !maySee(who, TREE[name])) blind.push(`${role} with ${grants.length} at ${name}`)
          }
  assert.deepEqual(blind, [])
})

test('a deletion date is never set through a role at a unit', () => {
  const everything = person({ ...holding('reed', ['owner at art']) })
  assert.equal(everything.holdings[0]?.assignments[0]?.scope, 'unit')
  assert.ok(authorize(everything, 'users.edit', TREE.art))
  assert.ok(!authorize(everything, 'deletion_date.set', TREE.art))
})

test('User Management stands for exactly the permissions that manage users, and shows as one', () => {
  assert.deepEqual([...USER_MANAGEMENT].sort(), [
    'invitations.resend',
    'invitations.revoke',
    'permissions.grant',
    'roles.assign',
    'users.archive',
    'users.create',
    'users.delete',
    'users.edit',
    'users.invite',
    'users.reset_credentials',
    'users.unlock',
    'users.view',
  ])
  const admin = holder('admin at reed', ['user_management'])
  assert.deepEqual(
    permissionsAt(admin.holdings, TREE.reed, ALL).sort(),
    ['posts.moderate', 'user_management', ...USER_MANAGEMENT].sort(),
  )
  assert.ok(
    !permissionsAt(holder('training_admin at reed').holdings, TREE.reed, ALL).includes('user_management'),
  )
})

const ALL = Object.keys(PERMISSIONS).filter(isPermission)

function nameOf(who: Actor): string {
  if (who.kind !== 'person') return `the ${who.kind}`
  const [first] = who.holdings
  if (!first) return 'somebody without a membership'
  const roles = first.assignments.map(
    (each) =>
      `${each.role} ${each.unitKind ? `of all ${each.unitKind} ` : ''}at ${each.unitId ?? each.organisationId}`,
  )
  return `${first.state === 'active' ? '' : `${first.state} `}${[...roles, ...first.grants].join(' with ')}`
}
