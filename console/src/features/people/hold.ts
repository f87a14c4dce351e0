/** How long what was sent from a page waits, in which it can still be stopped. */
export const HOLD_SECONDS = 10
