import type { Actor } from '../../kernel/actor.ts'
import { type Count, exactTotal, type Page, writeCursor } from '../../kernel/paging.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { App } from '../../platform/app.ts'
import { inTenant, type Tx } from '../../platform/database/database.ts'
import { allowedAt } from '../access/require.ts'
import { CLOSED_WHY, OPENED_WHY } from './seat.ts'
import {
  countByMonth,
  countSeats,
  listSeats,
  readSeatGround,
  type SeatGround,
  type SeatRow,
} from './seats.queries.ts'

/** How many months the page looks back. */
const MONTHS = 12

export interface SeatWish {
  organisationId: string
  /** Also the seats of the organisations below. */
  below: boolean
  /** Only seats that were open when this day ended, YYYY-MM-DD where the organisation is; null for the whole ledger. */
  on: string | null
}

export interface SeenSeat extends Omit<SeatRow, 'openedAt' | 'closedAt'> {
  openedAt: string
  openedWhyLabel: string
  closedAt: string | null
  closedWhyLabel: string | null
}

export interface SeatPage extends Page<SeenSeat> {
  /** Seats open now or, for a day, when it ended. */
  open: number
  on: string | null
  /** The same by organisation, where several were asked for. */
  places: { id: string; name: string; open: number }[]
  months: { lastDay: string; open: number }[]
}

/**
 * The ledger of an organisation's seats, the latest opened first, with how many are open now, or the seats that were open
 * when a past day ended.
 * @throws Refusal not_found, forbidden, day_to_come
 */
export async function seeSeats(
  app: App,
  actor: Actor,
  wish: SeatWish,
  page: { limit: number; before: string | null; count: Count },
): Promise<SeatPage> {
  return inTenant(app.database, actor.tenantId, async (tx) => {
    const { organisations, until } = await seatGroundFor(tx, actor, wish)
    const organisationIds = organisations.map(({ id }) => id)
    const rows = await listSeats(tx, { organisationIds, openAt: until, before: page.before }, page.limit + 1)
    const shown = rows.slice(0, page.limit)
    const last = shown.at(-1)
    const counts = await countSeats(tx, organisationIds, until)
    const sum = (of: 'open' | 'ever') => counts.reduce((total, each) => total + each[of], 0)
    const openAt = new Map(counts.map((each) => [each.organisationId, each.open]))
    return {
      data: shown.map(asSeen),
      next: rows.length > page.limit && last ? writeCursor([last.id]) : null,
      ...(await exactTotal(page.count, async () => (wish.on ? sum('open') : sum('ever')))),
      open: sum('open'),
      on: wish.on,
      places: wish.below
        ? organisations.map(({ id, name }) => ({ id, name, open: openAt.get(id) ?? 0 }))
        : [],
      months: await countByMonth(tx, wish.organisationId, organisationIds, MONTHS),
    }
  })
}

/** The place, if its seats are the actor's to see. @throws Refusal not_found, forbidden, day_to_come */
export async function seatGroundFor(tx: Tx, actor: Actor, wish: SeatWish): Promise<SeatGround> {
  const ground = await readSeatGround(tx, wish)
  allowedAt(actor, 'seats.view', ground?.place)
  if (ground?.toCome)
    throw new Refusal('unprocessable', 'day_to_come', 'That day hasn’t come yet. Choose today or one before.')
  return ground as SeatGround
}

const asSeen = (row: SeatRow): SeenSeat => ({
  ...row,
  openedAt: row.openedAt.toISOString(),
  openedWhyLabel: OPENED_WHY[row.openedWhy],
  closedAt: row.closedAt?.toISOString() ?? null,
  closedWhyLabel: row.closedWhy && CLOSED_WHY[row.closedWhy],
})
