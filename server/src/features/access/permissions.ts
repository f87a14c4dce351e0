/** What a permission is called, where it is listed, and what is special about it. */
export interface PermissionInfo {
  label: string
  group: string
  /** One of those that the toggle User Management stands for. */
  userManagement?: true
  /** Comes with a role only and is never switched on for a person. */
  byRoleOnly?: true
  /** Switched on only for holders of these roles, and gone when the role goes. */
  onlyOn?: readonly string[]
  /** The feature an organisation must have. */
  needsFeature?: 'rooms' | 'engage'
  /** Another permission it makes no sense without. */
  needs?: string
  /** Never through a role given at a unit. */
  neverThroughUnit?: true
}

/** Every permission there is. */
export const PERMISSIONS = {
  user_management: { label: 'User Management', group: 'People' },
  'users.view': { label: 'See people', group: 'People', userManagement: true },
  'users.invite': { label: 'Invite people', group: 'People', userManagement: true },
  'users.create': { label: 'Create people', group: 'People', userManagement: true },
  'users.edit': { label: 'Edit people', group: 'People', userManagement: true },
  'users.archive': { label: 'Pause, archive and reactivate people', group: 'People', userManagement: true },
  'users.delete': { label: 'Delete people for good', group: 'People', userManagement: true },
  'users.export': { label: 'Export people', group: 'People' },
  'users.reset_credentials': {
    label: 'Send password resets, reset second factors',
    group: 'People',
    userManagement: true,
  },
  'users.unlock': { label: 'Unlock accounts', group: 'People', userManagement: true },
  'invitations.resend': { label: 'Resend invitations', group: 'People', userManagement: true },
  'invitations.revoke': { label: 'Cancel invitations', group: 'People', userManagement: true },
  'invitations.resend_all': { label: 'Resend every open invitation', group: 'People' },
  'invitations.copy_link': { label: 'Copy a personal link', group: 'People' },
  'join_links.manage': { label: 'Make invite links', group: 'People' },
  'join_requests.decide': { label: 'Approve people who ask to join', group: 'People' },
  'labels.manage': { label: 'Manage labels', group: 'People' },
  'deletion_date.set': { label: 'Set a deletion date', group: 'People', neverThroughUnit: true },
  'staff_list.view': { label: 'See staff lists', group: 'Staff list' },
  'staff_list.edit': { label: 'Edit staff records', group: 'Staff list' },
  'staff_list.upload': { label: 'Upload staff lists', group: 'Staff list' },
  'staff_list.apply_leavers': { label: 'Archive leavers from a list', group: 'Staff list' },
  'sync.configure': { label: 'Connect an MIS or directory', group: 'Staff list' },
  'sync.run': { label: 'Run a sync', group: 'Staff list' },
  'sync.resolve': { label: 'Settle sync issues', group: 'Staff list' },
  'roles.assign': { label: "Change people's roles", group: 'Access', userManagement: true },
  'roles.define': { label: 'Make custom roles', group: 'Access' },
  'permissions.grant': { label: 'Grant permissions', group: 'Access', userManagement: true },
  'admins.appoint': { label: 'Appoint organisation admins', group: 'Access' },
  'units.manage': { label: 'Make and edit units', group: 'Access' },
  'units.members': { label: "Manage a unit's members", group: 'Access' },
  'leaders.assign': { label: 'Make leaders', group: 'Access' },
  'reviews.run': { label: 'Run access reviews', group: 'Access' },
  'organisations.create': { label: 'Add schools', group: 'Access' },
  'organisations.edit': { label: 'Edit the organisation', group: 'Access' },
  'classes.view': { label: 'See classes', group: 'Learning' },
  'training.assign': { label: 'Assign training', group: 'Learning' },
  'training.results': { label: 'See training results', group: 'Learning' },
  'courses.author': { label: 'Write courses', group: 'Learning' },
  'training_sessions.manage': { label: 'Run training sessions', group: 'Learning' },
  'training_sessions.enrol': { label: 'Enrol people in training sessions', group: 'Learning' },
  'sections.live_feed': { label: 'Live Feed', group: 'Content' },
  'sections.news': { label: 'News', group: 'Content' },
  'sections.events': { label: 'Events', group: 'Content' },
  'sections.staff': { label: 'Staff', group: 'Content' },
  'sections.documents': { label: 'Documents', group: 'Content' },
  'sections.alerts': { label: 'Alerts', group: 'Content' },
  'sections.cms': { label: 'CMS', group: 'Content' },
  'sections.cms.site_menu': { label: 'CMS: Site Menu', group: 'Content', needs: 'sections.cms' },
  'sections.cms.pages_admin': { label: 'CMS: Pages Admin', group: 'Content', needs: 'sections.cms' },
  'sections.cms.shared_pages': {
    label: 'CMS: Shared Page Content Admin',
    group: 'Content',
    needs: 'sections.cms',
  },
  'posts.moderate': { label: 'Moderate posts', group: 'Content' },
  'posts.global': {
    label: 'Post to several organisations',
    group: 'Content',
    onlyOn: ['super_admin', 'admin'],
  },
  'rooms.access': { label: 'Rooms Access', group: 'Features', needsFeature: 'rooms' },
  'rooms.classes': { label: 'Classes Access', group: 'Features', needsFeature: 'rooms' },
  'rooms.district': { label: 'District Features', group: 'Features', needsFeature: 'rooms' },
  'rooms.staff': { label: 'Staff Access', group: 'Features', needsFeature: 'rooms' },
  'engage.brands': { label: 'Brands', group: 'Features', needsFeature: 'engage' },
  'engage.audiences': { label: 'Audiences', group: 'Features', needsFeature: 'engage' },
  'engage.newsletters': { label: 'Newsletters', group: 'Features', needsFeature: 'engage' },
  'settings.filters': { label: 'Settings: Filters', group: 'Settings', byRoleOnly: true },
  'settings.users': { label: 'Settings: Users', group: 'Settings', byRoleOnly: true },
  'settings.forms': { label: 'Settings: Forms', group: 'Settings', byRoleOnly: true },
  'settings.social': { label: 'Settings: Social media connections', group: 'Settings', byRoleOnly: true },
  'settings.mobile_pages': { label: 'Settings: Mobile app pages', group: 'Settings', byRoleOnly: true },
  'settings.dining': { label: 'Settings: Dining', group: 'Settings', byRoleOnly: true },
  'settings.calendar_sync': { label: 'Settings: Calendar sync', group: 'Settings', byRoleOnly: true },
  'settings.cms_popup': { label: 'Settings: CMS pop-up content', group: 'Settings', byRoleOnly: true },
  'settings.security': { label: 'Settings: sign-in, terms, domains', group: 'Settings', byRoleOnly: true },
  'settings.mail': { label: 'Settings: email', group: 'Settings', byRoleOnly: true },
  'seats.view': { label: 'See seats', group: 'Money' },
  'audit.view': { label: 'See activity', group: 'Oversight' },
  'support.diagnose': { label: 'Diagnose for support', group: 'Oversight' },
} as const satisfies Record<string, PermissionInfo>

export type Permission = keyof typeof PERMISSIONS

export const isPermission = (text: string): text is Permission => Object.hasOwn(PERMISSIONS, text)

export const permissionInfo = (permission: Permission): PermissionInfo => PERMISSIONS[permission]

const ALL = Object.keys(PERMISSIONS) as Permission[]

/** The permissions that the toggle User Management stands for. */
export const USER_MANAGEMENT: readonly Permission[] = ALL.filter((key) => permissionInfo(key).userManagement)

/**
 * Spells out a list such as `users.* roles.assign -support.diagnose`: `*` is everything, `x.*` an area,
 * `user_management` what it stands for, a minus takes away.
 */
export function expandPermissions(list: readonly string[]): Set<Permission> {
  const held = new Set<Permission>()
  for (const entry of list) {
    const matches = ALL.filter((permission) => covers(entry.replace(/^-/, ''), permission))
    if (matches.length === 0) throw new Error(`No permission is called “${entry}”`)
    for (const permission of matches) {
      if (entry.startsWith('-')) held.delete(permission)
      else held.add(permission)
    }
  }
  return held
}

function covers(entry: string, permission: Permission): boolean {
  if (entry === '*' || entry === permission) return true
  if (entry === 'user_management') return permissionInfo(permission).userManagement === true
  return entry.endsWith('.*') && permission.startsWith(entry.slice(0, -1))
}
