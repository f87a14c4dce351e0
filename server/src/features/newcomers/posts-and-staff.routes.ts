import { z } from 'zod'
import { route } from '../../platform/http/route.ts'
import { actionShape, cursorOf, idParams, idShape, listOf, listQuery } from '../../platform/http/shapes.ts'
import { CREATE_REFUSALS, createdPerson, email, names, terms, work } from './newcomers.shapes.ts'
import { dismissPost, recommendPost, seePosts } from './recommended-posts.ts'
import {
  addStaffWithoutEmail,
  giveAddress,
  removeStaffWithoutEmail,
  seeStaffWithoutEmail,
} from './staff-without-email.ts'

const postParams = z.strictObject({ id: idShape, post: z.string().max(50) })

const staffRecord = z.object({
  id: idShape,
  givenName: z.string(),
  familyName: z.string(),
  jobTitle: z.string().nullable(),
  jobCategory: z.string().nullable(),
  jobCategoryLabel: z.string().nullable(),
  staffNumber: z.string().nullable(),
  relationship: z.string(),
  relationshipLabel: z.string(),
  startDate: z.string().nullable(),
  addedAt: z.string(),
})

export const postAndStaffRoutes = [
  route({
    method: 'GET',
    path: '/api/v1/organisations/{id}/recommended-posts',
    operation: 'listRecommendedPosts',
    summary: 'Posts that somebody with an account should hold, and which nobody holds',
    tag: 'People',
    access: 'person',
    params: idParams,
    status: 200,
    answer: z.object({
      anyKnown: z.boolean().describe('Anybody’s job title or category is known'),
      posts: z.array(
        z.object({
          post: z.string(),
          label: z.string(),
          why: z.string(),
          filled: z.boolean(),
          dismissed: z.boolean(),
        }),
      ),
      actions: z.array(actionShape),
    }),
    refusals: ['forbidden'],
    handle: (app, { actor, params }) => seePosts(app, actor, params.id),
  }),
  route({
    method: 'POST',
    path: '/api/v1/organisations/{id}/recommended-posts/{post}/dismiss',
    operation: 'dismissRecommendedPost',
    summary: 'Take a post off the checklist',
    tag: 'People',
    access: 'person',
    params: postParams,
    status: 204,
    refusals: ['forbidden'],
    handle: (app, { actor, params }) => dismissPost(app, actor, params.id, params.post),
  }),
  route({
    method: 'DELETE',
    path: '/api/v1/organisations/{id}/recommended-posts/{post}/dismiss',
    operation: 'recommendPost',
    summary: 'Put a post back on the checklist',
    tag: 'People',
    access: 'person',
    params: postParams,
    status: 204,
    refusals: ['forbidden'],
    handle: (app, { actor, params }) => recommendPost(app, actor, params.id, params.post),
  }),
  route({
    method: 'GET',
    path: '/api/v1/organisations/{id}/staff-without-email',
    operation: 'listStaffWithoutEmail',
    summary: 'Staff who have no email address yet, and so no account',
    tag: 'People',
    access: 'person',
    params: idParams,
    query: listQuery,
    status: 200,
    answer: listOf(staffRecord, { actions: z.array(actionShape) }),
    refusals: ['forbidden'],
    handle: (app, { actor, params, query }) =>
      seeStaffWithoutEmail(app, actor, params.id, {
        limit: query.limit,
        after: cursorOf(query.after, ['text', 'text', 'id']) as [string, string, string] | null,
        count: query.count,
      }),
  }),
  route({
    method: 'POST',
    path: '/api/v1/organisations/{id}/staff-without-email',
    operation: 'addStaffWithoutEmail',
    summary: 'Write down somebody who has no email address yet',
    tag: 'People',
    access: 'person',
    params: idParams,
    body: z.strictObject({ ...names, ...work }),
    status: 201,
    answer: z.object({ id: idShape }),
    refusals: ['forbidden', 'given_name_missing', 'family_name_missing', 'name_long', 'no_links_here'],
    handle: (app, { actor, params, body }) => addStaffWithoutEmail(app, actor, params.id, body),
  }),
  route({
    method: 'DELETE',
    path: '/api/v1/staff-without-email/{id}',
    operation: 'removeStaffWithoutEmail',
    summary: 'Forget somebody who was written down without an email address',
    tag: 'People',
    access: 'person',
    params: idParams,
    status: 204,
    refusals: ['forbidden'],
    handle: (app, { actor, params }) => removeStaffWithoutEmail(app, actor, params.id),
  }),
  route({
    method: 'POST',
    path: '/api/v1/staff-without-email/{id}/person',
    operation: 'giveStaffAddress',
    summary: 'Add them as a person, now that they have an email address',
    tag: 'People',
    access: 'person',
    params: idParams,
    body: z.strictObject({ email, ...terms }),
    status: 201,
    answer: createdPerson,
    refusals: CREATE_REFUSALS,
    handle: (app, { actor, params, body }) => giveAddress(app, actor, params.id, body),
  }),
]
