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
import { addOrganisation } from './add-organisation.ts'
import { editOrganisation } from './edit-organisation.ts'
import { ASK_MOBILE, INVITATION_DAYS, ORGANISATION_SORTS, ORGANISATION_TYPES } from './organisation.ts'
import { seeOrganisation, seeOrganisations } from './see-organisations.ts'

const name = z.string().trim().min(1).max(NAME_MAX)
const urn = z.string().trim().max(20).nullable()
const domains = z.array(z.string().max(253)).max(50)
const timeZone = z.string().max(64)

const organisation = z.object({
  id: idShape,
  slug: z.string().describe('Its name in the console’s addresses'),
  name: z.string(),
  type: z.enum(ORGANISATION_TYPES),
  parentId: idShape.nullable(),
  urn: z.string().nullable(),
  domains: z.array(z.string()),
  timeZone: z.string(),
  people: z.number().int().describe('Memberships'),
  units: z.number().int(),
  askMobile: z.enum(ASK_MOBILE).describe('Whether a mobile number is asked for at registration'),
  invitationDays: z.number().int().describe('Days that a link of an invitation works'),
  needsUnit: z.boolean().describe('Whether an invitation must name a unit'),
  actions: z.array(actionShape),
})

export const organisationRoutes = [
  route({
    method: 'GET',
    path: '/api/v1/organisations',
    operation: 'listOrganisations',
    summary: 'Organisations you can see',
    tag: 'Organisations',
    access: 'person',
    query: listQuery.extend({
      q: z.string().max(SEARCH_MAX).optional().describe('Words, each found in the name'),
      sort: z.enum(ORGANISATION_SORTS).default('depth').describe('`depth`: the root first, then by name'),
    }),
    status: 200,
    answer: listOf(organisation, { actions: z.array(actionShape) }),
    refusals: ['cursor_wrong'],
    handle: (app, { actor, query }) =>
      seeOrganisations(app, actor, {
        q: query.q ?? '',
        sort: query.sort,
        limit: query.limit,
        after: placeAfter(query.after, query.sort, ['number', 'text', 'id']),
        count: query.count,
      }),
  }),
  route({
    method: 'POST',
    path: '/api/v1/organisations',
    operation: 'addOrganisation',
    summary: 'Add a school to a trust',
    tag: 'Organisations',
    access: 'person',
    body: z.strictObject({
      name,
      type: z.enum(ORGANISATION_TYPES).default('school'),
      parentId: idShape,
      urn: urn.optional(),
      domains: domains.optional(),
      timeZone: timeZone.optional(),
    }),
    status: 201,
    answer: organisation,
    refusals: [
      'forbidden',
      'duplicate',
      'duplicate_urn',
      'parent_not_a_trust',
      'domain_format',
      'time_zone_unknown',
    ],
    handle: async (app, { actor, body }) =>
      seeOrganisation(app, actor, (await addOrganisation(app, actor, body)).id),
  }),
  route({
    method: 'GET',
    path: '/api/v1/organisations/{id}',
    operation: 'getOrganisation',
    summary: 'One organisation',
    tag: 'Organisations',
    access: 'person',
    params: idParams,
    status: 200,
    answer: organisation,
    handle: (app, { actor, params }) => seeOrganisation(app, actor, params.id),
  }),
  route({
    method: 'PATCH',
    path: '/api/v1/organisations/{id}',
    operation: 'editOrganisation',
    summary: 'Change an organisation; what is not named stays',
    tag: 'Organisations',
    access: 'person',
    params: idParams,
    body: z.strictObject({
      name: name.optional(),
      urn: urn.optional(),
      domains: domains.optional(),
      timeZone: timeZone.optional(),
      askMobile: z.enum(ASK_MOBILE).optional(),
      invitationDays: z.number().int().min(INVITATION_DAYS.min).max(INVITATION_DAYS.max).optional(),
      needsUnit: z.boolean().optional(),
    }),
    status: 200,
    answer: organisation,
    refusals: ['forbidden', 'duplicate', 'duplicate_urn', 'domain_format', 'time_zone_unknown'],
    handle: async (app, { actor, params, body }) => {
      await editOrganisation(app, actor, params.id, body)
      return seeOrganisation(app, actor, params.id)
    },
  }),
]
