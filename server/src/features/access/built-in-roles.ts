import { expandPermissions, type Permission } from './permissions.ts'

export type GivenAt = 'tenant' | 'trust' | 'organisation' | 'unit' | 'kind' | 'training_session'

export interface Role {
  label: string
  /** One line for the person who chooses it. */
  meaning: string
  level: number
  /** Where it may be given. */
  givenAt: readonly GivenAt[]
  /** The only roles that may give it, or `sync` where only a source writes it; empty: whoever the ceiling lets. */
  givenBy: readonly string[]
  /** Which settings menus it opens. */
  settingsMenus: readonly string[]
  /** Which content it may handle: anybody's, its own, its own after approval. */
  content: 'any' | 'own' | 'own_moderated' | 'none'
  permissions: readonly string[]
  /** Switched on when the role is given by hand; may be switched off again. */
  defaultToggles: readonly string[]
}

/** A level from which on a role counts as an admin's: shorter sessions, kept from lists, counted by the last-admin rule. */
export const ADMIN_LEVEL = 60

/** The roles every installation has. */
export const BUILT_IN_ROLES = {
  owner: {
    label: 'Owner',
    meaning: 'Everything, everywhere, including other owners',
    level: 100,
    givenAt: ['tenant'],
    givenBy: ['owner'],
    settingsMenus: ['all'],
    content: 'any',
    permissions: ['*'],
    defaultToggles: [],
  },
  support_operator: {
    label: 'Support operator',
    meaning: 'Looks and diagnoses for support; changes nothing',
    level: 85,
    givenAt: ['tenant'],
    givenBy: ['owner'],
    settingsMenus: [],
    content: 'none',
    permissions: ['users.view', 'invitations.resend_all', 'audit.view', 'support.diagnose'],
    defaultToggles: [],
  },
  trust_admin: {
    label: 'Trust admin',
    meaning: 'Manages people and appoints admins in every school',
    level: 80,
    givenAt: ['trust'],
    givenBy: [],
    settingsMenus: ['all'],
    content: 'any',
    permissions: ['*', '-support.diagnose'],
    defaultToggles: [],
  },
  trust_training_admin: {
    label: 'Trust training admin',
    meaning: 'Training in every school',
    level: 75,
    givenAt: ['trust'],
    givenBy: [],
    settingsMenus: [],
    content: 'none',
    permissions: [
      'users.view',
      'users.invite',
      'invitations.resend',
      'staff_list.view',
      'staff_list.upload',
      'training.assign',
      'training.results',
      'courses.author',
    ],
    defaultToggles: [],
  },
  super_admin: {
    label: 'Super Admin',
    meaning: 'All settings and all content of one organisation',
    level: 70,
    givenAt: ['organisation'],
    givenBy: [],
    settingsMenus: ['all'],
    content: 'any',
    permissions: [
      'settings.*',
      'sections.*',
      'posts.moderate',
      'organisations.edit',
      'units.manage',
      'units.members',
      'leaders.assign',
      'classes.view',
      'labels.manage',
      'rooms.*',
      'engage.*',
      'posts.global',
      'audit.view',
      'reviews.run',
    ],
    defaultToggles: ['user_management'],
  },
  organisation_admin: {
    label: 'Organisation admin',
    meaning: 'People, units and staff list of one organisation',
    level: 65,
    givenAt: ['organisation'],
    givenBy: [],
    settingsMenus: ['users', 'security', 'mail'],
    content: 'any',
    permissions: [
      'users.*',
      'roles.assign',
      'roles.define',
      'permissions.grant',
      'admins.appoint',
      'invitations.*',
      'join_links.manage',
      'join_requests.decide',
      'staff_list.*',
      'sync.*',
      'organisations.edit',
      'units.manage',
      'units.members',
      'leaders.assign',
      'classes.view',
      'labels.manage',
      'deletion_date.set',
      'training.*',
      'courses.author',
      'training_sessions.manage',
      'training_sessions.enrol',
      'sections.*',
      'rooms.*',
      'engage.*',
      'posts.moderate',
      'settings.users',
      'settings.security',
      'settings.mail',
      'audit.view',
      'reviews.run',
    ],
    defaultToggles: [],
  },
  admin: {
    label: 'Admin',
    meaning: 'People up to their own level, and all content in their sections',
    level: 60,
    givenAt: ['organisation'],
    givenBy: [],
    settingsMenus: [],
    content: 'any',
    permissions: ['posts.moderate'],
    defaultToggles: ['user_management'],
  },
  finance_manager: {
    label: 'Finance Manager',
    meaning: 'Sees the seats that are paid for',
    level: 55,
    givenAt: ['organisation'],
    givenBy: ['owner', 'trust_admin'],
    settingsMenus: [],
    content: 'none',
    permissions: ['seats.view'],
    defaultToggles: [],
  },
  training_admin: {
    label: 'Training admin',
    meaning: 'Sees and invites people, adds from lists, runs training',
    level: 50,
    givenAt: ['organisation'],
    givenBy: [],
    settingsMenus: [],
    content: 'none',
    permissions: [
      'users.view',
      'users.invite',
      'invitations.resend',
      'staff_list.view',
      'staff_list.upload',
      'training.assign',
      'training.results',
      'courses.author',
    ],
    defaultToggles: [],
  },
  unit_administrator: {
    label: 'Unit administrator',
    meaning: 'Members, invitations and settings of one unit',
    level: 45,
    givenAt: ['unit'],
    givenBy: [],
    settingsMenus: [],
    content: 'none',
    permissions: [
      'users.view',
      'users.invite',
      'invitations.resend',
      'invitations.revoke',
      'units.manage',
      'units.members',
      'labels.manage',
      'training_sessions.enrol',
    ],
    defaultToggles: [],
  },
  leader: {
    label: 'Leader',
    meaning: 'Leads a subject or group, and may make others leaders of it',
    level: 40,
    givenAt: ['unit', 'kind'],
    givenBy: [],
    settingsMenus: [],
    content: 'none',
    permissions: ['users.view', 'classes.view', 'leaders.assign', 'training.results'],
    defaultToggles: [],
  },
  coach: {
    label: 'Coach',
    meaning: 'Sees people’s progress',
    level: 30,
    givenAt: ['unit', 'training_session'],
    givenBy: [],
    settingsMenus: [],
    content: 'none',
    permissions: ['users.view', 'training.results'],
    defaultToggles: [],
  },
  author: {
    label: 'Author',
    meaning: 'Writes courses',
    level: 30,
    givenAt: ['unit'],
    givenBy: [],
    settingsMenus: [],
    content: 'none',
    permissions: ['courses.author'],
    defaultToggles: [],
  },
  instructor: {
    label: 'Instructor',
    meaning: 'Runs a training session',
    level: 30,
    givenAt: ['training_session'],
    givenBy: [],
    settingsMenus: [],
    content: 'none',
    permissions: ['training_sessions.manage'],
    defaultToggles: [],
  },
  teacher: {
    label: 'Teacher',
    meaning: 'Teaches a class; written by sync only',
    level: 25,
    givenAt: ['unit'],
    givenBy: ['sync'],
    settingsMenus: [],
    content: 'none',
    permissions: ['classes.view'],
    defaultToggles: [],
  },
  user: {
    label: 'User',
    meaning: 'Uses the system and publishes own content',
    level: 20,
    givenAt: ['organisation'],
    givenBy: [],
    settingsMenus: [],
    content: 'own',
    permissions: [],
    defaultToggles: [],
  },
  moderated_user: {
    label: 'Moderated User',
    meaning: 'Own content appears after approval',
    level: 15,
    givenAt: ['organisation'],
    givenBy: [],
    settingsMenus: [],
    content: 'own_moderated',
    permissions: [],
    defaultToggles: [],
  },
  learner: {
    label: 'Learner',
    meaning: 'Uses content and does training',
    level: 10,
    givenAt: ['unit', 'organisation'],
    givenBy: [],
    settingsMenus: [],
    content: 'none',
    permissions: [],
    defaultToggles: [],
  },
} as const satisfies Record<string, Role>

export type RoleKey = keyof typeof BUILT_IN_ROLES

export const ROLE_KEYS = Object.keys(BUILT_IN_ROLES) as RoleKey[]

const EXPANDED = new Map<string, ReadonlySet<Permission>>(
  ROLE_KEYS.map((key) => [key, expandPermissions(BUILT_IN_ROLES[key].permissions)]),
)

/** The role of that key. @throws when there is none: an unknown role in the database is a fault, not a quiet nothing */
export function roleOf(key: string): Role {
  const role = Object.hasOwn(BUILT_IN_ROLES, key) ? BUILT_IN_ROLES[key as RoleKey] : undefined
  if (!role) throw new Error(`No role is called “${key}”`)
  return role
}

/** What a role allows by itself, spelled out. */
export function permissionsOf(key: string): ReadonlySet<Permission> {
  const held = EXPANDED.get(key)
  if (!held) throw new Error(`No role is called “${key}”`)
  return held
}
