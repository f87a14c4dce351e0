import type { Lanyard } from './start-lanyard.ts'

/** Goes on to the beginning of a minute of the product's clock, so that what a limit counts by the minute falls into one. */
export async function toNextMinute({ clock }: Pick<Lanyard, 'clock'>): Promise<void> {
  await clock.shift(60 - ((Date.now() / 1000) % 60))
}
