import { z } from 'zod'
import { route } from '../../platform/http/route.ts'
import { cursorOf, idParams, idShape, listOf, listQuery } from '../../platform/http/shapes.ts'
import { seeSeats } from './see-seats.ts'

const seat = z.object({
  id: idShape,
  person: z.object({ id: idShape.describe('Of the membership'), name: z.string(), email: z.string() }),
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
    summary: 'The ledger of seats, the latest opened first',
    tag: 'Seats',
    access: 'person',
    params: idParams,
    query: listQuery,
    status: 200,
    answer: listOf(seat, { open: z.number().int().describe('Seats open now') }),
    refusals: ['forbidden'],
    handle: (app, { actor, params, query }) =>
      seeSeats(app, actor, params.id, {
        limit: query.limit,
        before: (cursorOf(query.after, ['id'])?.[0] as string | undefined) ?? null,
        count: query.count === 'exact',
      }),
  }),
]
