import { z } from 'zod'
import { route } from '../../platform/http/route.ts'
import { cursorOf, idParams, idShape, listOf, listQuery } from '../../platform/http/shapes.ts'
import { exportSeats } from './export-seats.ts'
import { type SeatWish, seeSeats } from './see-seats.ts'

const question = z.strictObject({
  on: z.iso
    .date()
    .optional()
    .describe('Only seats that were open when this day ended, where the organisation is'),
  include: z.enum(['below']).optional().describe('`below`: also the organisations below'),
})

const seat = z.object({
  id: idShape,
  person: z.object({ id: idShape.describe('Of the membership'), name: z.string(), email: z.string() }),
  organisation: z.object({ id: idShape, name: z.string() }),
  openedAt: z.string(),
  openedWhy: z.string(),
  openedWhyLabel: z.string(),
  closedAt: z.string().nullable(),
  closedWhy: z.string().nullable(),
  closedWhyLabel: z.string().nullable(),
})

export const seatRoutes = [
  route({
    method: 'GET',
    path: '/api/v1/organisations/{id}/seats',
    operation: 'listSeats',
    summary: 'The ledger of seats, the latest opened first, or the seats of a past day',
    tag: 'Seats',
    access: 'person',
    params: idParams,
    query: listQuery.extend(question.shape),
    status: 200,
    answer: listOf(seat, {
      open: z.number().int().describe('Seats open now, or when the day asked for ended'),
      on: z.string().nullable().describe('The day asked for'),
      places: z
        .array(z.object({ id: idShape, name: z.string(), open: z.number().int() }))
        .describe('The same by organisation, with `include=below`'),
      months: z
        .array(z.object({ lastDay: z.string(), open: z.number().int() }))
        .describe('Seats open when each of the last months ended, the latest first'),
    }),
    refusals: ['forbidden', 'day_to_come'],
    handle: (app, { actor, params, query }) =>
      seeSeats(app, actor, wishOf(params.id, query), {
        limit: query.limit,
        before: (cursorOf(query.after, ['id'])?.[0] as string | undefined) ?? null,
        count: query.count,
      }),
  }),
  route({
    method: 'GET',
    path: '/api/v1/organisations/{id}/seats/export',
    operation: 'exportSeats',
    summary: 'The same as a CSV file; that it was taken is recorded',
    tag: 'Seats',
    access: 'person',
    params: idParams,
    query: question,
    status: 200,
    download: true,
    refusals: ['forbidden', 'reauth_required', 'day_to_come', 'too_many_entries'],
    handle: (app, { actor, params, query }) => exportSeats(app, actor, wishOf(params.id, query)),
  }),
]

const wishOf = (organisationId: string, query: z.output<typeof question>): SeatWish => ({
  organisationId,
  below: query.include === 'below',
  on: query.on ?? null,
})
