import { z } from 'zod'
import { route } from '../../platform/http/route.ts'
import { idParams, idShape } from '../../platform/http/shapes.ts'
import { changeRoles } from './change-roles.ts'
import { previewRoles } from './preview-roles.ts'
import { seeRoles } from './see-roles.ts'

const UNIT_KINDS = ['service_area', 'group', 'subject_area', 'faculty', 'department', 'class'] as const

const sheet = z.object({
  person: z.object({ id: idShape, name: z.string() }),
  roles: z.array(
    z.object({
      role: z.string(),
      label: z.string(),
      unit: z.object({ id: idShape, name: z.string() }).optional(),
      kind: z.string().optional(),
      source: z.string(),
    }),
  ),
  choices: z.array(
    z.object({
      role: z.string(),
      label: z.string(),
      meaning: z.string(),
      scopes: z.array(z.string()),
      allowed: z.boolean(),
      reason: z.string().optional(),
    }),
  ),
  units: z.array(z.object({ id: idShape, name: z.string(), kind: z.string() })),
  permissions: z.array(
    z.object({
      permission: z.string(),
      label: z.string(),
      group: z.string(),
      fromRole: z.boolean(),
      granted: z.boolean(),
      allowed: z.boolean(),
      reason: z.string().optional(),
    }),
  ),
  editable: z.boolean(),
  reason: z.string().optional(),
})

const rolesWish = z.strictObject({
  roles: z
    .array(
      z.strictObject({
        role: z.string().max(60),
        unit: idShape.optional(),
        kind: z.enum(UNIT_KINDS).optional(),
      }),
    )
    .max(200),
  permissions: z.array(z.string().max(60)).max(100).optional().describe('Left out: unchanged'),
})

export const accessRoutes = [
  route({
    method: 'GET',
    path: '/api/v1/people/{id}/roles',
    operation: 'getRoles',
    summary: 'What a person holds, and what you could give them',
    tag: 'Access',
    access: 'person',
    params: idParams,
    status: 200,
    answer: sheet,
    handle: (app, { actor, params }) => seeRoles(app, actor, params.id),
  }),
  route({
    method: 'PUT',
    path: '/api/v1/people/{id}/roles',
    operation: 'changeRoles',
    summary: 'Make these the roles of a person; only what differs is checked',
    tag: 'Access',
    access: 'person',
    params: idParams,
    body: rolesWish,
    status: 200,
    answer: sheet,
    refusals: [
      'forbidden',
      'not_your_own_roles',
      'person_above_yours',
      'role_above_yours',
      'permission_above_yours',
      'reauth_required',
      'last_admin',
      'role_not_given_here',
    ],
    handle: async (app, { actor, params, body }) => {
      await changeRoles(app, actor, params.id, body)
      return seeRoles(app, actor, params.id)
    },
  }),
  route({
    method: 'POST',
    path: '/api/v1/people/{id}/roles/consequences',
    operation: 'previewRoles',
    summary: 'What these roles would change for a person, and what stands in the way; nothing is changed',
    tag: 'Access',
    access: 'person',
    params: idParams,
    body: rolesWish,
    status: 200,
    answer: z.object({
      blocks: z.array(z.object({ code: z.string(), sentence: z.string() })),
      changes: z.array(z.string()),
      keeps: z.array(z.string()),
      handsOver: z.array(z.string()).describe('What somebody else has to take over'),
    }),
    refusals: ['forbidden', 'role_unknown', 'unit_unknown', 'permission_unknown'],
    handle: (app, { actor, params, body }) => previewRoles(app, actor, params.id, body),
  }),
]
