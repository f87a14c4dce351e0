import { z } from 'zod'
import { route } from '../../platform/http/route.ts'
import { idParams, idShape } from '../../platform/http/shapes.ts'
import { EDIT_FIELDS } from '../people/edit-person.policy.ts'
import { STATUS_ORDER } from '../people/status.ts'
import { sendReset, signPersonOut, unlockPerson } from './act-on-account.ts'
import { cancelEmailChange } from './ask-email-change.ts'
import { confirmEmailChange, seeEmailChange } from './confirm-email-change.ts'
import { turnDownSuggestion } from './decline-suggestion.ts'
import { editPerson } from './edit-person.ts'
import { editShape } from './edit-shape.ts'
import { seeEdit } from './see-edit.ts'

const tag = 'People'
const access = 'person'

const actedOn = z.object({
  status: z.enum(STATUS_ORDER),
  statusLabel: z.string(),
  statusDetail: z.string().nullable(),
  sentence: z.string().describe('What was done, in words to show'),
})

const refusals = ['forbidden', 'not_yourself', 'person_above_yours']
const tokenParams = z.strictObject({ token: z.string().max(200) })
const deadLinks = ['link_unknown', 'link_used', 'link_revoked', 'link_expired', 'slow_down']
const seenChange = z.object({
  organisation: z.object({ name: z.string() }),
  email: z.string().describe('The address that is confirmed'),
})

const choices = z.array(z.object({ key: z.string(), label: z.string() }))

export const accountRoutes = [
  route({
    method: 'GET',
    path: '/api/v1/people/{id}/edit',
    operation: 'getPersonEdit',
    summary: 'What of a person you may change, what stands now, and what there is to choose from',
    tag,
    access,
    params: idParams,
    status: 200,
    answer: z.object({
      name: z.string(),
      organisation: z.object({ id: idShape, name: z.string() }),
      values: z.object({
        givenName: z.string(),
        familyName: z.string(),
        email: z.string(),
        language: z.string(),
        jobTitle: z.string().nullable(),
        jobCategory: z.string().nullable(),
        staffNumber: z.string().nullable(),
        relationship: z.string(),
        startDate: z.string().nullable(),
        leavingDate: z.string().nullable(),
        labels: z.record(z.string(), z.string()),
        deletionDate: z.string().nullable(),
      }),
      fields: z.array(
        z.object({
          field: z.enum(EDIT_FIELDS),
          allowed: z.boolean(),
          reason: z.string().optional(),
          listed: z.boolean().describe('A staff list writes it, until it is changed by hand'),
        }),
      ),
      provesEmail: z.boolean().describe('A new address changes nothing until it is confirmed'),
      waitingEmail: z.object({ email: z.string(), by: z.string().nullable(), at: z.string() }).nullable(),
      jobCategories: choices,
      relationships: choices,
      languages: choices,
      today: z.string(),
    }),
    refusals: ['forbidden'],
    handle: (app, { actor, params }) => seeEdit(app, actor, params.id),
  }),
  route({
    method: 'PATCH',
    path: '/api/v1/people/{id}',
    operation: 'editPerson',
    summary: 'Change what is known of a person; what is absent stays, null takes a value away',
    tag,
    access,
    params: idParams,
    body: editShape,
    status: 200,
    answer: actedOn.extend({
      changed: z.array(z.enum(EDIT_FIELDS)).describe('Fields that are others now'),
      emailAsked: z.string().nullable().describe('The address that waits to be confirmed'),
    }),
    refusals: [
      ...refusals,
      'person_shared',
      'address_in_use',
      'reauth_required',
      'deletion_date_not_at_units',
      'deletion_date_past',
      'leaving_before_start',
      'email_format',
      'given_name_missing',
      'family_name_missing',
      'no_links_here',
      'labels_too_many',
      'language_unknown',
      'slow_down',
    ],
    handle: (app, { actor, params, body }) => editPerson(app, actor, params.id, body),
  }),
  route({
    method: 'DELETE',
    path: '/api/v1/people/{id}/email-change',
    operation: 'cancelEmailChange',
    summary: 'Call off a change of address that waits to be confirmed',
    tag,
    access,
    params: idParams,
    status: 200,
    answer: actedOn,
    refusals: [...refusals, 'person_shared', 'no_email_change'],
    handle: (app, { actor, params }) => cancelEmailChange(app, actor, params.id),
  }),
  route({
    method: 'POST',
    path: '/api/v1/people/{id}/unlock',
    operation: 'unlockPerson',
    summary: 'Let somebody who is locked out sign in at once',
    tag,
    access,
    params: idParams,
    status: 200,
    answer: actedOn,
    refusals: [...refusals, 'not_locked'],
    handle: (app, { actor, params }) => unlockPerson(app, actor, params.id),
  }),
  route({
    method: 'POST',
    path: '/api/v1/people/{id}/reset-password',
    operation: 'sendReset',
    summary: 'Send somebody a link to choose a new password, to their own address',
    tag,
    access,
    params: idParams,
    status: 200,
    answer: actedOn,
    refusals: [...refusals, 'not_active', 'slow_down'],
    handle: (app, { actor, params }) => sendReset(app, actor, params.id),
  }),
  route({
    method: 'POST',
    path: '/api/v1/people/{id}/sign-out',
    operation: 'signPersonOut',
    summary: 'Sign somebody out everywhere, at once',
    tag,
    access,
    params: idParams,
    status: 200,
    answer: actedOn,
    refusals: [...refusals, 'not_active'],
    handle: (app, { actor, params }) => signPersonOut(app, actor, params.id),
  }),
  route({
    method: 'DELETE',
    path: '/api/v1/people/{id}/suggestion',
    operation: 'turnDownSuggestion',
    summary: 'Turn down the role that a person’s job title suggests; it is not suggested again',
    tag,
    access,
    params: idParams,
    status: 200,
    answer: actedOn,
    refusals: ['forbidden', 'no_suggestion'],
    handle: (app, { actor, params }) => turnDownSuggestion(app, actor, params.id),
  }),
  route({
    method: 'GET',
    path: '/api/v1/email-changes/{token}',
    operation: 'getEmailChange',
    summary: 'What a link to confirm a new address is for; changes nothing',
    tag: 'Signing in',
    access: 'public',
    params: tokenParams,
    status: 200,
    answer: seenChange,
    refusals: deadLinks,
    handle: async (app, { actor, params }) => {
      const { organisation, email } = await seeEmailChange(app, actor, params.token)
      return { organisation: { name: organisation }, email }
    },
  }),
  route({
    method: 'POST',
    path: '/api/v1/email-changes/{token}',
    operation: 'confirmEmailChange',
    summary:
      'Confirm a new address: it takes the place of the old one, and everything else of theirs is signed out',
    tag: 'Signing in',
    access: 'anyone',
    params: tokenParams,
    status: 200,
    answer: seenChange.extend({
      signedIn: z.boolean().describe('Signed in here as that person, with a new session'),
    }),
    refusals: [...deadLinks, 'address_in_use'],
    handle: async (app, { actor, params, cookies }) => {
      const { organisation, email, sessionToken } = await confirmEmailChange(app, actor, params.token)
      if (sessionToken) cookies.keepSession(sessionToken)
      return { organisation: { name: organisation }, email, signedIn: sessionToken !== null }
    },
  }),
]
