/** Wrong passwords in a row after which password sign-in is paused. */
export const LOCK_AFTER = 10

/** How long; it opens by itself and further tries never make it longer. */
export const LOCK_MINUTES = 20

/** Days for which a browser is remembered after its last sign-in. */
export const DEVICE_DAYS = 180
