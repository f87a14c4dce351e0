/** Orders a list of people can be read in; a minus turns one round. Who was never active stands at the end of either. */
export const SORTS = ['urgency', 'name', '-name', 'status', 'last_active', '-last_active'] as const
export type Sort = (typeof SORTS)[number]

/** Parts of a list that have a tab of their own. */
export const VIEWS = [
  'invitations',
  'not_registered',
  'email_problems',
  'admins',
  'leavers',
  'new_this_term',
  'archived',
] as const
export type View = (typeof VIEWS)[number]
