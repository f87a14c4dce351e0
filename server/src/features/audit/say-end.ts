import { sayDay } from '../../kernel/say-day.ts'

/** What was planned for somebody and for when, as the record holds it: “archived at the end of 5 December 2026”. */
export function sayEnd({ as, on }: { as?: unknown; on?: unknown }): string | null {
  if (as !== 'archived' && as !== 'paused') return null
  return typeof on === 'string' ? `${as} at the end of ${sayDay(on)}` : null
}
