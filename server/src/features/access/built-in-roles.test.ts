import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { BUILT_IN_ROLES, permissionsOf, ROLE_KEYS, type RoleKey, roleOf } from './built-in-roles.ts'
import {
  expandPermissions,
  isPermission,
  PERMISSIONS,
  type Permission,
  permissionInfo,
} from './permissions.ts'

const ALL = Object.keys(PERMISSIONS).filter(isPermission)
const holdersOf = (permission: Permission) => ROLE_KEYS.filter((key) => permissionsOf(key).has(permission))

test('the roles stand in this order of levels', () => {
  const levels = ROLE_KEYS.map((key) => [key, roleOf(key).level])
  assert.deepEqual(levels, [
    ['owner', 100],
    ['support_operator', 85],
    ['trust_admin', 80],
    ['trust_training_admin', 75],
    ['super_admin', 70],
    ['organisation_admin', 65],
    ['admin', 60],
    ['finance_manager', 55],
    ['training_admin', 50],
    ['unit_administrator', 45],
    ['leader', 40],
    ['coach', 30],
    ['author', 30],
    ['instructor', 30],
    ['teacher', 25],
    ['user', 20],
    ['moderated_user', 15],
    ['learner', 10],
  ])
})

test('an owner holds everything, a trust admin all of it but diagnosing for support', () => {
  assert.deepEqual([...permissionsOf('owner')], ALL)
  assert.deepEqual(
    ALL.filter((permission) => !permissionsOf('trust_admin').has(permission)),
    ['support.diagnose'],
  )
})

test('a support operator looks and diagnoses and changes no person', () => {
  assert.deepEqual([...permissionsOf('support_operator')].sort(), [
    'audit.view',
    'invitations.resend_all',
    'support.diagnose',
    'users.view',
  ])
})

test('a Super Admin by itself manages no people; the User Management toggle comes with the role', () => {
  assert.deepEqual(
    [...permissionsOf('super_admin')].filter((permission) => permission.startsWith('users.')),
    [],
  )
  assert.ok(!permissionsOf('super_admin').has('roles.assign'))
  assert.deepEqual(
    ROLE_KEYS.filter((key) => roleOf(key).defaultToggles.length > 0),
    ['super_admin', 'admin'],
  )
  assert.deepEqual(roleOf('super_admin').defaultToggles, ['user_management'])
  assert.deepEqual(roleOf('admin').defaultToggles, ['user_management'])
})

test('an Admin by itself moderates, and that is all', () => {
  assert.deepEqual([...permissionsOf('admin')], ['posts.moderate'])
})

test('plain people hold nothing by their role', () => {
  assert.deepEqual(
    ROLE_KEYS.filter((key) => permissionsOf(key).size === 0),
    ['user', 'moderated_user', 'learner'],
  )
})

test('seats are seen by the finance manager and those above every school', () => {
  assert.deepEqual(holdersOf('seats.view'), ['owner', 'trust_admin', 'finance_manager'])
})

test('schools are added from the trust only', () => {
  assert.deepEqual(holdersOf('organisations.create'), ['owner', 'trust_admin'])
})

test('people are deleted, and leavers archived from a list, by organisation admins and above only', () => {
  assert.deepEqual(holdersOf('users.delete'), ['owner', 'trust_admin', 'organisation_admin'])
  assert.deepEqual(holdersOf('staff_list.apply_leavers'), ['owner', 'trust_admin', 'organisation_admin'])
  assert.deepEqual(holdersOf('deletion_date.set'), ['owner', 'trust_admin', 'organisation_admin'])
})

test('no role at a unit lets anybody change roles, except a leader who makes leaders', () => {
  const atUnits = ROLE_KEYS.filter((key) => roleOf(key).givenAt.some((at) => at === 'unit' || at === 'kind'))
  assert.deepEqual(
    atUnits.filter((key) => permissionsOf(key).has('roles.assign')),
    [],
  )
  assert.deepEqual(
    atUnits.filter((key) => permissionsOf(key).has('leaders.assign')),
    ['leader'],
  )
})

test('an organisation admin has three settings menus, a Super Admin all, an Admin none', () => {
  const settings = (key: RoleKey) =>
    [...permissionsOf(key)].filter((permission) => permission.startsWith('settings.')).sort()
  assert.deepEqual(settings('organisation_admin'), ['settings.mail', 'settings.security', 'settings.users'])
  assert.equal(settings('super_admin').length, 10)
  assert.deepEqual(settings('admin'), [])
  for (const key of ROLE_KEYS) {
    const menus = roleOf(key).settingsMenus.map((menu) => `settings.${menu}`)
    assert.deepEqual(settings(key), menus.includes('settings.all') ? settings('owner') : menus.sort(), key)
  }
})

test('a coach and a leader see people; an instructor and an author do not', () => {
  const seers = (['leader', 'coach', 'author', 'instructor', 'teacher'] as const).filter((key) =>
    permissionsOf(key).has('users.view'),
  )
  assert.deepEqual(seers, ['leader', 'coach'])
})

test('only an owner gives Owner and Support operator, only sync writes Teacher', () => {
  const limited = ROLE_KEYS.filter((key) => roleOf(key).givenBy.length > 0).map((key) => [
    key,
    roleOf(key).givenBy.join(' '),
  ])
  assert.deepEqual(limited, [
    ['owner', 'owner'],
    ['support_operator', 'owner'],
    ['finance_manager', 'owner trust_admin'],
    ['teacher', 'sync'],
  ])
})

test('a list of permissions with a name nobody knows is a fault, and nothing inherits a role', () => {
  assert.throws(() => expandPermissions(['users.fly']), /users\.fly/)
  assert.throws(() => roleOf('caretaker'), /caretaker/)
  assert.throws(() => roleOf('toString'), /toString/)
  assert.throws(() => permissionsOf('constructor'), /constructor/)
  assert.ok(!isPermission('hasOwnProperty'))
})

const TABLES = join(import.meta.dirname, '../../../../../shared')
const absent = existsSync(join(TABLES, 'roles.csv'))
  ? false
  : 'the tables of roles and permissions do not lie beside the project'

test('roles and permissions are those of the agreed tables', { skip: absent }, () => {
  const roles = rows('roles.csv')
  assert.deepEqual(
    ROLE_KEYS,
    roles.map((row) => row.key),
  )
  for (const row of roles) {
    const role = BUILT_IN_ROLES[row.key as RoleKey]
    const words = (text: string | undefined) =>
      (text ?? '').split(' ').filter((word) => word !== '' && word !== 'none')
    assert.deepEqual(
      [
        role.label,
        String(role.level),
        role.content,
        role.givenAt,
        role.givenBy,
        role.settingsMenus,
        role.defaultToggles,
      ],
      [
        row.label,
        row.level,
        row.content,
        words(row.given_at),
        words(row.given_by),
        words(row.settings_menus),
        words(row.default_toggles),
      ],
    )
    assert.deepEqual(
      [...permissionsOf(row.key ?? '')],
      [...expandPermissions(words(row.permissions))],
      row.key,
    )
  }

  const permissions = rows('permissions.csv')
  assert.deepEqual(
    ALL,
    permissions.map((row) => row.permission),
  )
  for (const row of permissions) {
    const info = permissionInfo(row.permission as Permission)
    const note = row.note ?? ''
    assert.deepEqual([info.label, info.group], [row.label, row.group])
    assert.equal(info.userManagement === true, note === 'user_management', row.permission)
    assert.equal(info.byRoleOnly === true, note.startsWith('by role only'), row.permission)
    assert.equal(info.neverThroughUnit === true, note === 'never through a unit', row.permission)
    assert.equal(info.needsFeature !== undefined, /^needs the \w+ feature$/.test(note), row.permission)
    assert.equal(info.needs !== undefined, note === 'needs sections.cms', row.permission)
    assert.equal(info.onlyOn !== undefined, note.startsWith('a toggle on'), row.permission)
  }
})

/** The rows of a small table, by the names of its columns; a cell with a comma stands in quotes. */
function rows(file: string): Partial<Record<string, string>>[] {
  const [head = [], ...body] = readFileSync(join(TABLES, file), 'utf8')
    .trim()
    .split(/\r?\n/)
    .map((line) =>
      [...line.matchAll(/(?:^|,)(?:"([^"]*)"|([^,]*))/g)].map(([, quoted, plain]) => quoted ?? plain ?? ''),
    )
  return body.map((cells) => Object.fromEntries(head.map((name, index) => [name, cells[index] ?? ''])))
}
