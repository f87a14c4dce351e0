import { z } from 'zod'
import { route } from '../../platform/http/route.ts'
import { idParams } from '../../platform/http/shapes.ts'
import { optionsShape } from '../invitations/invitations.shapes.ts'
import { checkAddress } from './check-address.ts'
import { createPerson } from './create-person.ts'
import { newcomerOptions } from './newcomer-options.ts'
import {
  addressAnswer,
  CREATE_REFUSALS,
  createdPerson,
  email,
  names,
  terms,
  work,
} from './newcomers.shapes.ts'
import { postAndStaffRoutes } from './posts-and-staff.routes.ts'

const choice = z.object({ key: z.string(), label: z.string() })

export const newcomerRoutes = [
  route({
    method: 'GET',
    path: '/api/v1/organisations/{id}/people/new',
    operation: 'getNewcomerOptions',
    summary: 'What you may say of a person you add',
    tag: 'People',
    access: 'person',
    params: idParams,
    status: 200,
    answer: optionsShape.extend({
      jobCategories: z.array(choice),
      relationships: z.array(choice),
      passwordMin: z.number().int(),
    }),
    refusals: ['forbidden'],
    handle: (app, { actor, params }) => newcomerOptions(app, actor, params.id),
  }),
  route({
    method: 'POST',
    path: '/api/v1/organisations/{id}/people/address-check',
    operation: 'checkAddress',
    summary: 'Whether a person can be added with an address, or where it is used already; changes nothing',
    tag: 'People',
    access: 'person',
    params: idParams,
    body: z.strictObject({ email }),
    status: 200,
    answer: addressAnswer,
    refusals: ['forbidden', 'email_missing', 'email_format'],
    handle: (app, { actor, params, body }) => checkAddress(app, actor, params.id, body.email),
  }),
  route({
    method: 'POST',
    path: '/api/v1/organisations/{id}/people',
    operation: 'createPerson',
    summary: 'Add one person: invite them, set their account up, or neither yet',
    tag: 'People',
    access: 'person',
    params: idParams,
    body: z.strictObject({ ...names, email, ...work, ...terms }),
    status: 201,
    answer: createdPerson,
    refusals: CREATE_REFUSALS,
    handle: (app, { actor, params, body }) => createPerson(app, actor, params.id, body),
  }),
  ...postAndStaffRoutes,
]
