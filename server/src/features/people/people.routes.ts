import { z } from 'zod'
import { route } from '../../platform/http/route.ts'
import { idParams, idShape, listQuery } from '../../platform/http/shapes.ts'
import { permissionsAt } from '../access/authorize.policy.ts'
import { roleOf } from '../access/built-in-roles.ts'
import { PERMISSIONS, type Permission } from '../access/permissions.ts'
import type { MailKinds } from '../messages/message.ts'
import { heldRole, peopleList, peopleOptions, personSheet, placeIn } from './people.shapes.ts'
import { FACETS, peopleFilter } from './people-filter.ts'
import { seeOptions } from './see-options.ts'
import { seePeople } from './see-people.ts'
import { seePerson } from './see-person.ts'
import { SORTS, sortNamed } from './sorts-and-views.ts'

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
      ...peopleFilter.shape,
      sort: z.preprocess(sortNamed, z.enum(SORTS)).default('urgency'),
      facts: z.enum(['yes']).optional().describe('Say of each row also what seldom chosen columns show'),
    }),
    status: 200,
    answer: peopleList,
    refusals: ['forbidden', 'cursor_wrong'],
    handle: (app, { actor, params, query: { limit, after, count, sort, facts, ...filter } }) =>
      seePeople(app, actor, params.id, filter, {
        sort,
        after: placeIn(after, sort),
        limit,
        count,
        facts: facts === 'yes',
      }),
  }),
  route({
    method: 'GET',
    path: '/api/v1/organisations/{id}/people/options',
    operation: 'listPeopleOptions',
    summary:
      'What a filter of people offers, each value with how many it would leave under the other filters',
    tag: 'People',
    access: 'person',
    params: idParams,
    query: peopleFilter.extend({ of: z.enum(FACETS).default('view').describe('Which filter') }),
    status: 200,
    answer: peopleOptions,
    refusals: ['forbidden'],
    handle: (app, { actor, params, query: { of, ...filter } }) =>
      seeOptions(app, actor, params.id, filter, of),
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
