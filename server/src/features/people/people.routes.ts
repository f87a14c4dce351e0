import { z } from 'zod'
import { route } from '../../platform/http/route.ts'
import { actionShape, cursorOf, idParams, idShape, listOf, listQuery } from '../../platform/http/shapes.ts'
import { permissionsAt } from '../access/authorize.policy.ts'
import { roleOf } from '../access/built-in-roles.ts'
import { PERMISSIONS, type Permission } from '../access/permissions.ts'
import { seePeople, seePerson } from './see-people.ts'
import { STATUS_ORDER, type Status } from './status.ts'

const heldRole = z.object({ role: z.string(), label: z.string(), scope: z.string().nullable() })

const person = z.object({
  id: idShape.describe('Of the membership'),
  personId: idShape.describe('Of the person, the same in every organisation'),
  email: z.string(),
  givenName: z.string(),
  familyName: z.string(),
  organisation: z.object({ id: idShape, name: z.string() }),
  status: z.enum(STATUS_ORDER),
  statusLabel: z.string(),
  statusDetail: z.string().nullable(),
  statusTone: z.enum(['none', 'info', 'warn', 'review', 'neutral']),
  roles: z.array(heldRole),
  grants: z.number().int().describe('Permissions switched on besides the roles'),
  jobTitle: z.string().nullable(),
  lastActiveAt: z.string().nullable(),
  isAdmin: z.boolean(),
  actions: z.array(actionShape),
})

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

const statuses = z
  .string()
  .max(200)
  .transform((text) => text.split(','))
  .pipe(z.array(z.enum(STATUS_ORDER)))

export const peopleRoutes = [
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
      status: statuses.optional().describe('One or more, with commas'),
      sort: z.enum(['urgency', 'name']).default('urgency'),
      include: z.enum(['below']).optional().describe('`below`: also those of the organisations below'),
    }),
    status: 200,
    answer: listOf(person, {
      header: z.object({ people: z.number().int(), places: z.number().int(), registered: z.number().int() }),
    }),
    refusals: ['forbidden'],
    handle: (app, { actor, params, query }) =>
      seePeople(app, actor, {
        organisationId: params.id,
        below: query.include === 'below',
        status: (query.status as Status[] | undefined) ?? null,
        sort: query.sort,
        after: cursorOf(query.after, ['number', 'text', 'id']) as [number, string, string] | null,
        limit: query.limit,
        count: query.count === 'exact',
      }),
  }),
  route({
    method: 'GET',
    path: '/api/v1/people/{id}',
    operation: 'getPerson',
    summary: 'One person, with what happened to them here',
    tag: 'People',
    access: 'person',
    params: idParams,
    status: 200,
    answer: person.extend({
      accountCreatedAt: z.string(),
      emailProvedAt: z.string().nullable(),
      timeline: z.array(z.object({ at: z.string(), event: z.string(), sentence: z.string() })),
    }),
    refusals: ['forbidden'],
    handle: (app, { actor, params }) => seePerson(app, actor, params.id),
  }),
]
