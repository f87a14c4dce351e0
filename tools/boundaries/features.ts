/**
 * The features of the server in the order in which they may build on each other: a feature may import
 * the kernel, the platform and the features above it in this list, never one below.
 */
export const featuresInOrder = [
  'audit',
  'access',
  'organisations',
  'messages',
  'seats',
  'people',
  'sign-in',
  'invitations',
  'newcomers',
  'leaving',
  'accounts',
  'join-links',
  'staff-lists',
  'bulk',
  'activity',
  'sources',
  'training',
  'posts',
  'reviews',
  'developer',
  'retention',
  'set-up',
  'demo',
  'backups',
] as const
