import { z } from 'zod'
import { route } from '../../platform/http/route.ts'
import { idParams } from '../../platform/http/shapes.ts'
import { peopleFilter } from '../people/people-filter.ts'
import { exportPeople } from './downloads.ts'
import { exportView } from './export-view.ts'
import { PEOPLE_WITHOUT_REASON } from './take-people.ts'

/** Longest reason, in characters. */
const REASON_MAX = 200

const access = 'person'
const takenBy = z.strictObject({
  format: z.enum(['csv', 'xlsx']).default('xlsx'),
  reason: z
    .string()
    .trim()
    .min(1)
    .max(REASON_MAX)
    .optional()
    .describe(
      `Why they are taken away; needed for more than ${PEOPLE_WITHOUT_REASON} people, and kept in the record, encrypted`,
    ),
})
const TAKING = ['forbidden', 'reauth_required', 'export_limit', 'reason_required'] as const

export const exportRoutes = [
  route({
    method: 'GET',
    path: '/api/v1/organisations/{id}/staff-list-export',
    operation: 'exportStaffList',
    summary: 'The people as a list that can be edited and uploaded again',
    tag: 'Staff lists',
    access,
    params: idParams,
    query: takenBy,
    status: 200,
    download: true,
    refusals: TAKING,
    handle: (app, { actor, params, query }) => exportPeople(app, actor, params.id, query),
  }),
  route({
    method: 'GET',
    path: '/api/v1/organisations/{id}/people/export',
    operation: 'exportPeople',
    summary:
      'The people of a list as it is filtered, as a file that can be uploaded again and changes nothing',
    tag: 'People',
    access,
    params: idParams,
    query: peopleFilter.extend(takenBy.shape),
    status: 200,
    download: true,
    refusals: TAKING,
    handle: (app, { actor, params, query: { format, reason, ...filter } }) =>
      exportView(app, actor, params.id, filter, { format, reason }),
  }),
]
