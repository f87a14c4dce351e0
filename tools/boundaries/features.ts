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
  'leaving',
  'join-links',
  'staff-lists',
  'activity',
  'sources',
  'training',
  'posts',
  'reviews',
  'developer',
  'set-up',
  'backups',
] as const
