/** Why a seat opened, as it is kept and as people read it. */
export const OPENED_WHY = {
  set_up: 'First set-up',
  command_line: 'Added at the command line',
  registered: 'Registered with an invitation',
  joined: 'Joined with an invitation',
  notified: 'Set up by an admin, from the email that told them',
  moved: 'Moved here from another organisation',
  reactivated: 'Reactivated',
} as const

export type OpenedWhy = keyof typeof OPENED_WHY

/** Why a seat closed. */
export const CLOSED_WHY = {
  archived: 'Archived',
  paused: 'Paused',
  removed: 'Removed',
} as const

export type ClosedWhy = keyof typeof CLOSED_WHY
