import { csvOf } from '@lanyard/reader/write-csv.ts'
import type { Actor } from '../../kernel/actor.ts'
import { cleanLine } from '../../kernel/plain-words.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { App } from '../../platform/app.ts'
import { inTenant } from '../../platform/database/database.ts'
import type { Download } from '../../platform/http/route.ts'
import { wantFreshProof } from '../access/require.ts'
import { record } from '../audit/record.ts'
import { CLOSED_WHY, OPENED_WHY } from './seat.ts'
import { listSeats, type SeatRow } from './seats.queries.ts'
import { type SeatWish, seatGroundFor } from './see-seats.ts'

/** Most seats in one file: beyond it, a day or a school has to be chosen. */
const SEATS_MAX = 200_000

const HEADINGS = [
  'Name',
  'Email address',
  'School',
  'Opened (UTC)',
  'Why it opened',
  'Closed (UTC)',
  'Why it closed',
  'Seat',
]

/**
 * The ledger, or the seats that were open when a day ended, as a CSV file, and an entry in the record that it was taken.
 * @throws Refusal not_found, forbidden, day_to_come, reauth_required, too_many_entries
 */
export async function exportSeats(app: App, actor: Actor, wish: SeatWish): Promise<Download> {
  return inTenant(app.database, actor.tenantId, async (tx) => {
    const { name, organisations, until } = await seatGroundFor(tx, actor, wish)
    wantFreshProof(actor)
    const rows = await listSeats(
      tx,
      { organisationIds: organisations.map(({ id }) => id), openAt: until, before: null },
      SEATS_MAX + 1,
    )
    if (rows.length > SEATS_MAX)
      throw new Refusal(
        'unprocessable',
        'too_many_entries',
        'That is more than 200,000 seats. Export one school, or one day.',
      )
    await record(app, tx, actor, [
      {
        event: 'seats.exported',
        organisationId: wish.organisationId,
        detail: { seats: rows.length, day: wish.on, below: wish.below },
      },
    ])
    return {
      name: `Seats ${name}${wish.on ? ` ${wish.on}` : ''}.csv`,
      type: 'text/csv; charset=utf-8',
      bytes: Buffer.from(csvOf([HEADINGS, ...rows.map(lineOf)])),
    }
  })
}

const lineOf = (row: SeatRow): string[] =>
  [
    row.person.name,
    row.person.email,
    row.organisation.name,
    momentOf(row.openedAt),
    OPENED_WHY[row.openedWhy],
    momentOf(row.closedAt),
    row.closedWhy ? CLOSED_WHY[row.closedWhy] : '',
    row.id,
  ].map(cleanLine)

/** As a table program reads it: 2026-09-01 08:12:31. */
const momentOf = (at: Date | null) => at?.toISOString().slice(0, 19).replace('T', ' ') ?? ''
