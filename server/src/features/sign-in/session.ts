import type { Holding } from '../../kernel/actor.ts'

/** How long a session lasts unused, and in all, in seconds (NIST SP 800-63B). */
export const LIFE = {
  admin: { idleSeconds: 60 * 60, ageSeconds: 12 * 3600 },
  other: { idleSeconds: 8 * 3600, ageSeconds: 30 * 86_400 },
}

/** Use is written down at most this often. */
export const USE_WRITTEN_EVERY_SECONDS = 60

/** Whether a session has outlived its time. Admins, holders of a role of the admin level or more, have less of it. */
export function isOver(session: { idleSeconds: number; ageSeconds: number }, isAdmin: boolean): boolean {
  const life = isAdmin ? LIFE.admin : LIFE.other
  return session.idleSeconds >= life.idleSeconds || session.ageSeconds >= life.ageSeconds
}

/** Whether somebody may use any organisation at all. */
export const isLetIn = (holdings: readonly Holding[]) =>
  holdings.some((holding) => holding.state === 'active')
