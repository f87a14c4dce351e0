import { z } from 'zod'
import { route } from '../../platform/http/route.ts'
import { idParams, idShape, listQuery } from '../../platform/http/shapes.ts'
import { permissionsAt } from '../access/authorize.policy.ts'
import { roleOf } from '../access/built-in-roles.ts'
import { PERMISSIONS, type Permission } from '../access/permissions.ts'
import type { MailKinds } from '../messages/message.ts'
import { heldRole, ids, peopleList, personSheet, placeIn, roles, statuses } from './people.shapes.ts'
import { seePeople } from './see-people.ts'
import { seePerson } from './see-person.ts'
import { SORTS, VIEWS } from './sorts-and-views.ts'

const me = z.object({
  id: idShape,
  email: z.string(),
  name: z.string(),
  givenName: z.string(),
  familyName: z.string(),
  organisations: z.array(
    z.object({
      id: idShape,
      name: z.string(),
      slug: z.string(),
      type: z.string(),
      parentId: idShape.nullable(),
      roles: z.array(heldRole),
      permissions: z.array(z.string()),
    }),
  ),
})

/** Longest words to search for, in characters. */
const SEARCH_MAX = 200

/** @param kinds every kind of mail there is, for their names */
export const peopleRoutes = (kinds: MailKinds) => [
  route({
    method: 'GET',
    path: '/api/v1/me',
    operation: 'getMe',
    summary: 'Who you are and where you belong, the root first',
    tag: 'Me',
    access: 'person',
    status: 200,
    answer: me,
    handle: async (_app, { actor }) => ({
      id: actor.accountId,
      email: actor.email,
      name: `${actor.givenName} ${actor.familyName}`,
      givenName: actor.givenName,
      familyName: actor.familyName,
      organisations: actor.holdings
        .filter((holding) => holding.state === 'active')
        .map(({ organisation: { path, ...organisation }, assignments }) => ({
          ...organisation,
          roles: assignments.map((each) => ({
            role: each.role,
            label: roleOf(each.role).label,
            scope: each.unitName ?? each.unitKind,
          })),
          permissions: permissionsAt(
            actor.holdings,
            { organisationId: organisation.id, path },
            Object.keys(PERMISSIONS) as Permission[],
          ),
        })),
    }),
  }),
  route({
    method: 'GET',
    path: '/api/v1/organisations/{id}/people',
    operation: 'listPeople',
    summary: 'People of an organisation',
    tag: 'People',
    access: 'person',
    params: idParams,
    query: listQuery.extend({
      status: statuses,
      role: roles,
      unit: ids.describe('One or more, with commas; a unit counts with those inside it'),
      school: ids.describe('One or more, with commas; together with `include=below`'),
      view: z.enum(VIEWS).optional(),
      q: z.string().max(SEARCH_MAX).optional().describe('Words, each found in name, email or staff number'),
      sort: z.enum(SORTS).default('urgency'),
      include: z.enum(['below']).optional().describe('`below`: also those of the organisations below'),
    }),
    status: 200,
    answer: peopleList,
    refusals: ['forbidden', 'cursor_wrong'],
    handle: (app, { actor, params, query }) =>
      seePeople(app, actor, {
        organisationId: params.id,
        below: query.include === 'below',
        statuses: query.status ?? null,
        roles: query.role ?? null,
        unitIds: query.unit ?? null,
        schoolIds: query.school ?? null,
        view: query.view ?? null,
        q: query.q ?? '',
        sort: query.sort,
        after: placeIn(query.after, query.sort),
        limit: query.limit,
        count: query.count === 'exact',
      }),
  }),
  route({
    method: 'GET',
    path: '/api/v1/people/{id}',
    operation: 'getPerson',
    summary: 'One person, with what is known of them and what happened to them here',
    tag: 'People',
    access: 'person',
    params: idParams,
    status: 200,
    answer: personSheet,
    refusals: ['forbidden'],
    handle: (app, { actor, params }) => seePerson(app, kinds, actor, params.id),
  }),
]
