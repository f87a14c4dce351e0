import type { Actor } from '../../kernel/actor.ts'
import { type Page, writeCursor } from '../../kernel/paging.ts'
import type { App } from '../../platform/app.ts'
import { inTenant } from '../../platform/database/database.ts'
import { findPlace } from '../access/places.queries.ts'
import { allowedAt } from '../access/require.ts'
import { CLOSED_WHY, OPENED_WHY } from './seat.ts'
import { countSeats, listSeats, type SeatRow } from './seats.queries.ts'

export interface SeenSeat extends Omit<SeatRow, 'openedAt' | 'closedAt'> {
  openedAt: string
  openedWhyLabel: string
  closedAt: string | null
  closedWhyLabel: string | null
}

/**
 * The ledger of an organisation's seats, the latest opened first, with how many are open now.
 * @throws Refusal not_found, forbidden
 */
export async function seeSeats(
  app: App,
  actor: Actor,
  organisationId: string,
  page: { limit: number; before: string | null; count: boolean },
): Promise<Page<SeenSeat> & { open: number }> {
  return inTenant(app.database, actor.tenantId, async (tx) => {
    allowedAt(actor, 'seats.view', await findPlace(tx, organisationId))
    const rows = await listSeats(tx, organisationId, page.before, page.limit + 1)
    const shown = rows.slice(0, page.limit)
    const last = shown.at(-1)
    const { open, ever } = await countSeats(tx, organisationId)
    return {
      data: shown.map(asSeen),
      next: rows.length > page.limit && last ? writeCursor([last.id]) : null,
      ...(page.count ? { total: ever } : {}),
      open,
    }
  })
}

const asSeen = (row: SeatRow): SeenSeat => ({
  ...row,
  openedAt: row.openedAt.toISOString(),
  openedWhyLabel: OPENED_WHY[row.openedWhy],
  closedAt: row.closedAt?.toISOString() ?? null,
  closedWhyLabel: row.closedWhy && CLOSED_WHY[row.closedWhy],
})
