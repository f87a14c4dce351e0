/** Orders a list of people can be read in; a minus turns one round. Who was never active stands at the end of either. */
export const SORTS = ['urgency', 'name', '-name', 'status', 'lastActiveAt', '-lastActiveAt'] as const
export type Sort = (typeof SORTS)[number]

/** An order by the name of the field it sorts by, whichever of its two names was typed. */
export const sortNamed = (typed: unknown): unknown =>
  typed === 'last_active' || typed === '-last_active' ? typed.replace('last_active', 'lastActiveAt') : typed

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
