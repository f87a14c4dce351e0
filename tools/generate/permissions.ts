import {
  BUILT_IN_ROLES,
  permissionsOf,
  ROLE_KEYS,
  type Role,
} from '../../server/src/features/access/built-in-roles.ts'
import {
  PERMISSIONS,
  type Permission,
  type PermissionInfo,
  permissionInfo,
} from '../../server/src/features/access/permissions.ts'
import type { Generator } from './generator.ts'

const ALL = Object.keys(PERMISSIONS) as Permission[]
const PLACES: Record<Role['givenAt'][number], string> = {
  tenant: 'everywhere',
  trust: 'a trust',
  organisation: 'an organisation',
  unit: 'a unit',
  kind: 'every unit of a kind',
  training_session: 'a training session',
}
const CONTENT: Record<Role['content'], string> = {
  any: 'anybody’s',
  own: 'their own',
  own_moderated: 'their own, after approval',
  none: 'none',
}

/** Writes down who may do what, from the rules themselves. */
export const permissions: Generator = {
  async make() {
    return [{ path: 'docs/permissions.md', text: `${sections().join('\n\n')}\n` }]
  },
}

function sections(): string[] {
  const groups = [...new Set(ALL.map((permission) => permissionInfo(permission).group))]
  return [
    '# Roles and permissions',
    'Made from `server/src/features/access/` by `npm run generate`; change the rules there, not this page.',
    'A role holds at the place where it is given and below it, never above or beside. Nobody gives or takes a role above their own level at that place, or one that can do what they cannot.',
    '## Roles',
    table(['Role', 'Level', 'What it is for', 'Given at', 'Given by', 'Content'], ROLE_KEYS.map(roleRow)),
    '## Permissions',
    'Beside roles, a permission may be switched on for one person, unless the notes say that it comes with a role only.',
    ...groups.flatMap((group) => [
      `### ${group}`,
      table(
        ['Permission', 'Name in the API', 'Comes with', 'Notes'],
        ALL.filter((permission) => permissionInfo(permission).group === group).map(permissionRow),
      ),
    ]),
  ]
}

function roleRow(key: (typeof ROLE_KEYS)[number]): string[] {
  const role: Role = BUILT_IN_ROLES[key]
  const switchedOn = role.defaultToggles.map((toggle) => labelOf(toggle))
  const meaning =
    switchedOn.length > 0 ? `${role.meaning}. Comes with ${switchedOn.join(', ')}.` : role.meaning
  return [
    `${role.label} (\`${key}\`)`,
    String(role.level),
    meaning,
    role.givenAt.map((place) => PLACES[place]).join(', '),
    role.givenBy.map(labelOfRole).join(', ') || 'whoever may assign roles',
    CONTENT[role.content],
  ]
}

function permissionRow(permission: Permission): string[] {
  const holders = ROLE_KEYS.filter((key) => permissionsOf(key).has(permission))
  return [
    labelOf(permission),
    `\`${permission}\``,
    holders.map(labelOfRole).join(', ') || '–',
    notesOn(permissionInfo(permission)).join(' '),
  ]
}

function notesOn(info: PermissionInfo): string[] {
  return [
    info.userManagement ? 'Part of User Management.' : '',
    info.byRoleOnly ? 'With a role only.' : '',
    info.onlyOn ? `Switched on only for ${info.onlyOn.map(labelOfRole).join(', ')}.` : '',
    info.needs ? `Needs ${labelOf(info.needs)}.` : '',
    info.needsFeature ? `Where the organisation has ${info.needsFeature}.` : '',
    info.neverThroughUnit ? 'Never through a role at a unit.' : '',
  ].filter((note) => note !== '')
}

function labelOf(permission: string): string {
  return permissionInfo(permission as Permission)?.label ?? permission
}

function labelOfRole(key: string): string {
  const role = (BUILT_IN_ROLES as Record<string, Role>)[key]
  return role?.label ?? key
}

function table(head: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}
