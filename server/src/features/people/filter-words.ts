import type { LAST_ACTIVE, LEAVING, RELATIONSHIPS, SOURCES } from './people-filter.ts'
import type { VIEWS } from './sorts-and-views.ts'

/** What the values of filters are called where people choose them. */
export const FILTER_WORDS = {
  view: {
    invitations: 'Invitations',
    not_registered: 'Not registered',
    email_problems: 'Email problems',
    admins: 'Admins',
    leavers: 'Leavers',
    new_this_term: 'New this term',
    archived: 'Archived',
  } satisfies Record<(typeof VIEWS)[number], string>,
  lastActive: {
    never: 'Never',
    '30d': 'In the last 30 days',
    unused_120d: 'More than 120 days ago',
  } satisfies Record<(typeof LAST_ACTIVE)[number], string>,
  leaving: {
    soon: 'In the next 30 days',
    passed: 'Passed',
  } satisfies Record<(typeof LEAVING)[number], string>,
  admin: { yes: 'Admins only' },
  relationship: {
    employee: 'Employee',
    volunteer: 'Volunteer',
    governor: 'Governor',
    contractor: 'Contractor',
    agency: 'Agency staff',
  } satisfies Record<(typeof RELATIONSHIPS)[number], string>,
  source: {
    staff_list: 'Staff list',
    invitation: 'Invited by email',
    hand: 'Added by hand',
    moved: 'Moved here',
    set_up: 'Set-up',
    command_line: 'Command line',
  } satisfies Record<(typeof SOURCES)[number], string>,
  listed: { no: 'Not on the last staff list' },
} as const
