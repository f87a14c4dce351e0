import { z } from 'zod'
import { NAME_MAX } from '../../kernel/plain-words.ts'
import { route } from '../../platform/http/route.ts'
import {
  actionShape,
  idParams,
  idShape,
  listOf,
  listQuery,
  placeAfter,
  SEARCH_MAX,
} from '../../platform/http/shapes.ts'
import { addUnit } from './add-unit.ts'
import { editUnit } from './edit-unit.ts'
import { seeUnit, seeUnits } from './see-units.ts'
import { UNIT_KINDS, UNIT_SORTS } from './unit.ts'

const name = z.string().trim().min(1).max(NAME_MAX)

const unit = z.object({
  id: idShape,
  organisationId: idShape,
  name: z.string(),
  kind: z.enum(UNIT_KINDS),
  parentId: idShape.nullable(),
  private: z.boolean().describe('Seen only from inside it and by organisation admins and above'),
  source: z.enum(['synced', 'local']),
  actions: z.array(actionShape),
})

export const unitRoutes = [
  route({
    method: 'GET',
    path: '/api/v1/organisations/{id}/units',
    operation: 'listUnits',
    summary: 'Units of an organisation that you can see',
    tag: 'Units',
    access: 'person',
    params: idParams,
    query: listQuery.extend({
      q: z.string().max(SEARCH_MAX).optional().describe('Words, each found in the name'),
      sort: z.enum(UNIT_SORTS).default('kind').describe('`kind`: by kind, then by name'),
    }),
    status: 200,
    answer: listOf(unit, { actions: z.array(actionShape) }),
    refusals: ['forbidden', 'cursor_wrong'],
    handle: (app, { actor, params, query }) =>
      seeUnits(app, actor, params.id, {
        q: query.q ?? '',
        sort: query.sort,
        limit: query.limit,
        after: placeAfter(query.after, query.sort, ['text', 'text', 'id']),
        count: query.count,
      }),
  }),
  route({
    method: 'POST',
    path: '/api/v1/organisations/{id}/units',
    operation: 'addUnit',
    summary: 'Add a unit to an organisation, or inside another unit',
    tag: 'Units',
    access: 'person',
    params: idParams,
    body: z.strictObject({
      name,
      kind: z.enum(UNIT_KINDS),
      parentId: idShape.nullable().optional(),
      private: z.boolean().optional(),
    }),
    status: 201,
    answer: unit,
    refusals: ['forbidden', 'duplicate', 'too_deep'],
    handle: async (app, { actor, params, body }) =>
      seeUnit(app, actor, (await addUnit(app, actor, params.id, body)).id),
  }),
  route({
    method: 'PATCH',
    path: '/api/v1/units/{id}',
    operation: 'editUnit',
    summary: 'Change a unit; a new parent takes what is inside along',
    tag: 'Units',
    access: 'person',
    params: idParams,
    body: z.strictObject({
      name: name.optional(),
      parentId: idShape.nullable().optional(),
      private: z.boolean().optional(),
    }),
    status: 200,
    answer: unit,
    refusals: ['forbidden', 'duplicate', 'parent_inside', 'too_deep', 'synced'],
    handle: async (app, { actor, params, body }) => {
      await editUnit(app, actor, params.id, body)
      return seeUnit(app, actor, params.id)
    },
  }),
]
