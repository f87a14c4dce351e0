import { z } from 'zod'
import { NAME_MAX } from '../../kernel/plain-words.ts'
import { route } from '../../platform/http/route.ts'
import { idShape } from '../../platform/http/shapes.ts'
import { askNewLink } from './ask-new-link.ts'
import { join } from './join.ts'
import { notMe } from './not-me.ts'
import { STEPS } from './progress.ts'
import { register } from './register.ts'
import { saveProgress } from './save-progress.ts'
import { seeRegistration } from './see-registration.ts'

const TAG = 'Registering'
const PASSWORD_TEXT_MAX = 1024
const NEW_LINK_SENT = 'A new link is on its way to the address that was invited. Use the newest email.'
const NEW_LINK_KEPT =
  'A new link was written, but email isn’t set up here, so it will not arrive by itself. Ask your school for it: they can read it on the Email page.'

const params = z.strictObject({ token: z.string().max(200) })
const name = z.string().max(NAME_MAX)
const mobile = z.string().max(40).describe('In any way of writing it; kept as typed and in E.164')
const deadLinks = ['link_unknown', 'link_used', 'link_revoked', 'link_expired', 'slow_down']
const notForYou = ['signed_in_as_other', 'needs_reapproval']
const wrongDetails = [
  'given_name_missing',
  'family_name_missing',
  'no_links_here',
  'mobile_missing',
  'mobile_format',
]

/** The door for invited people. Whoever is signed in is known here, since an invitation is for one person. */
export const registrationRoutes = [
  route({
    method: 'GET',
    path: '/api/v1/registrations/{token}',
    operation: 'getRegistration',
    summary: 'What a link of an invitation is for; changes nothing',
    tag: TAG,
    access: 'anyone',
    params,
    status: 200,
    answer: z.object({
      organisation: z.object({ name: z.string() }),
      inviter: z.string().nullable(),
      email: z.string(),
      givenName: z.string(),
      familyName: z.string(),
      mobile: z.string(),
      step: z.enum(STEPS).describe('Where the form was left'),
      askMobile: z.enum(['required', 'optional', 'no']),
      expiresOn: z.string().describe('The day in words, in the organisation’s time zone'),
      needs: z
        .enum(['register', 'sign_in', 'join'])
        .describe('register: no account yet. sign_in: there is one. join: signed in with it'),
      signedIn: z.boolean(),
      passwordMin: z.number().int(),
      language: z.string(),
      message: z.string().nullable(),
    }),
    refusals: [...deadLinks, ...notForYou],
    handle: (app, { actor, params: { token } }) => seeRegistration(app, actor, token),
  }),
  route({
    method: 'PATCH',
    path: '/api/v1/registrations/{token}',
    operation: 'saveRegistration',
    summary: 'Keep how far the form is filled in',
    tag: TAG,
    access: 'anyone',
    params,
    body: z.strictObject({
      step: z.enum(STEPS),
      givenName: name.optional(),
      familyName: name.optional(),
      mobile: mobile.optional(),
    }),
    status: 204,
    refusals: [...wrongDetails, ...deadLinks, ...notForYou, 'sign_in_first'],
    handle: (app, { actor, params: { token }, body }) => saveProgress(app, actor, token, body),
  }),
  route({
    method: 'POST',
    path: '/api/v1/registrations/{token}',
    operation: 'register',
    summary: 'Set up the account and sign in',
    tag: TAG,
    access: 'anyone',
    params,
    body: z.strictObject({
      givenName: name,
      familyName: name,
      mobile: mobile.default(''),
      password: z.string().max(PASSWORD_TEXT_MAX),
    }),
    status: 201,
    answer: z.object({
      next: z
        .enum(['second_factor', 'change_password', 'terms'])
        .nullable()
        .describe('What is still asked; null: nothing'),
    }),
    refusals: [
      ...wrongDetails,
      'password_short',
      'password_long',
      'password_known',
      'password_personal',
      ...deadLinks,
      ...notForYou,
      'sign_in_first',
      'busy',
    ],
    handle: async (app, { actor, params: { token }, body, cookies }) => {
      const signedIn = await register(app, actor, token, body)
      cookies.keepSession(signedIn.sessionToken)
      cookies.keepDevice(signedIn.deviceToken)
      return { next: null }
    },
  }),
  route({
    method: 'POST',
    path: '/api/v1/registrations/{token}/join',
    operation: 'joinOrganisation',
    summary: 'Join one more organisation with the account you have',
    tag: TAG,
    access: 'person',
    params,
    status: 201,
    answer: z.object({ organisation: z.object({ id: idShape, name: z.string(), slug: z.string() }) }),
    refusals: [...deadLinks, ...notForYou],
    handle: async (app, { actor, params: { token }, cookies }) => {
      const { joined, sessionToken } = await join(app, actor, token)
      if (sessionToken) cookies.keepSession(sessionToken)
      return joined
    },
  }),
  route({
    method: 'POST',
    path: '/api/v1/registrations/{token}/new-link',
    operation: 'askNewLink',
    summary: 'Ask for a new link in place of an expired one',
    tag: TAG,
    access: 'anyone',
    params,
    status: 202,
    answer: z.object({ detail: z.string() }),
    refusals: [
      'link_unknown',
      'link_used',
      'link_revoked',
      'link_still_works',
      'needs_reapproval',
      'slow_down',
    ],
    handle: async (app, { actor, params: { token } }) => {
      await askNewLink(app, actor, token)
      return { detail: app.mail.mode === 'captured' ? NEW_LINK_KEPT : NEW_LINK_SENT }
    },
  }),
  route({
    method: 'POST',
    path: '/api/v1/registrations/{token}/not-me',
    operation: 'declineInvitation',
    summary: 'Say that the invitation is for somebody else: it ends, and the inviter is told',
    tag: TAG,
    access: 'anyone',
    params,
    status: 204,
    refusals: ['link_unknown', 'link_used', 'link_revoked', 'slow_down'],
    handle: (app, { actor, params: { token } }) => notMe(app, actor, token),
  }),
]
