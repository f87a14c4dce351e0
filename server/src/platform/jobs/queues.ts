/** Every queue there is. They are made by the owner role when migrating; the app only uses them. */
export const QUEUES = [
  'seal-audit',
  'sweep',
  'check-mail-domains',
  'staff-list',
  'resume-staff-lists',
  'bulk',
  'resume-bulk',
  'due-dates',
  'verify-audit',
  'review-reminders',
] as const

export type QueueName = (typeof QUEUES)[number]
