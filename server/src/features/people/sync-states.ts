/** Whether a list still names somebody: not syncing is who was on one and isn't any more. */
export const SYNC_STATES = ['synced', 'not_syncing', 'by_hand'] as const
export type SyncState = (typeof SYNC_STATES)[number]
