import { z } from 'zod'
import { route } from '../../platform/http/route.ts'
import { chooseFirstPassword, seeChoosing } from './choose-first-password.ts'
import { choosePassword, seeResetLink } from './choose-password.ts'
import { confirmPassword } from './confirm-password.ts'
import { requestPasswordReset } from './request-password-reset.ts'
import { signIn } from './sign-in.ts'
import { signOut, signOutEverywhere } from './sign-out.ts'

/** Longest password text that is looked at; longer ones are refused unread. */
const PASSWORD_TEXT_MAX = 1024

const email = z.string().min(1).max(320)
const password = z.string().min(1).max(PASSWORD_TEXT_MAX)
const tokenParams = z.strictObject({ token: z.string().max(200) })
const deadLinks = ['link_unknown', 'link_used', 'link_revoked', 'link_expired', 'slow_down']

export const signInRoutes = [
  route({
    method: 'POST',
    path: '/api/v1/sessions',
    operation: 'signIn',
    summary: 'Sign in with a password',
    tag: 'Signing in',
    access: 'public',
    body: z.strictObject({ email, password }),
    status: 201,
    answer: z.object({
      next: z
        .enum(['second_factor', 'change_password', 'terms'])
        .nullable()
        .describe('What is still asked; null: nothing'),
    }),
    refusals: ['sign_in_failed', 'one_time_over', 'slow_down', 'busy'],
    handle: async (app, { actor, body, cookies }) => {
      const signedIn = await signIn(app, actor, { ...body, deviceToken: cookies.device })
      cookies.keepSession(signedIn.sessionToken)
      cookies.keepDevice(signedIn.deviceToken)
      return { next: signedIn.next }
    },
  }),
  route({
    method: 'POST',
    path: '/api/v1/sessions/current/confirm',
    operation: 'confirmPassword',
    summary: 'Prove again who you are, for a powerful act',
    tag: 'Signing in',
    access: 'person',
    body: z.strictObject({ password }),
    status: 204,
    refusals: ['sign_in_failed', 'slow_down', 'busy'],
    handle: async (app, { actor, body, cookies }) => {
      cookies.keepSession(await confirmPassword(app, actor, body.password, cookies.device))
    },
  }),
  route({
    method: 'GET',
    path: '/api/v1/sessions/current/first-password',
    operation: 'getFirstPassword',
    summary: 'Who signed in with a one-time password and has yet to choose one',
    tag: 'Signing in',
    access: 'public',
    status: 200,
    answer: z.object({ givenName: z.string(), email: z.string(), organisation: z.string() }),
    refusals: ['signed_out', 'one_time_over'],
    handle: (app, { actor, cookies }) => seeChoosing(app, actor, cookies.session),
  }),
  route({
    method: 'POST',
    path: '/api/v1/sessions/current/first-password',
    operation: 'chooseFirstPassword',
    summary: 'Choose a password of your own after signing in with a one-time one',
    tag: 'Signing in',
    access: 'public',
    body: z.strictObject({ password }),
    status: 204,
    refusals: [
      ...['signed_out', 'one_time_over', 'password_same', 'password_short', 'password_long'],
      ...['password_known', 'password_personal', 'busy'],
    ],
    handle: async (app, { actor, body, cookies }) => {
      const signedIn = await chooseFirstPassword(app, actor, cookies.session, body.password)
      cookies.keepSession(signedIn.sessionToken)
      cookies.keepDevice(signedIn.deviceToken)
    },
  }),
  route({
    method: 'DELETE',
    path: '/api/v1/sessions/current',
    operation: 'signOut',
    summary: 'Sign out here',
    tag: 'Signing in',
    access: 'person',
    status: 204,
    handle: async (app, { actor, cookies }) => {
      await signOut(app, actor)
      cookies.dropSession()
    },
  }),
  route({
    method: 'DELETE',
    path: '/api/v1/sessions',
    operation: 'signOutEverywhere',
    summary: 'Sign out everywhere, here too',
    tag: 'Signing in',
    access: 'person',
    status: 204,
    handle: async (app, { actor, cookies }) => {
      await signOutEverywhere(app, actor)
      cookies.dropSession()
    },
  }),
  route({
    method: 'POST',
    path: '/api/v1/password-resets',
    operation: 'requestPasswordReset',
    summary: 'Ask for a link to choose a new password; the answer is always the same',
    tag: 'Signing in',
    access: 'public',
    body: z.strictObject({ email }),
    status: 202,
    answer: z.object({ detail: z.string() }),
    refusals: ['email_format', 'slow_down'],
    handle: async (app, { actor, body }) => {
      await requestPasswordReset(app, actor, body.email)
      const link = app.mail.mode === 'captured' ? 'a link for it was written' : 'a link is on its way to it'
      return { detail: `If there is an account with that address, ${link}. It works for 30 minutes.` }
    },
  }),
  route({
    method: 'GET',
    path: '/api/v1/password-resets/{token}',
    operation: 'getPasswordReset',
    summary: 'What a link to choose a password is for; changes nothing',
    tag: 'Signing in',
    access: 'public',
    params: tokenParams,
    status: 200,
    answer: z.object({
      organisation: z.object({ name: z.string() }),
      kind: z.enum(['reset', 'first_password']),
    }),
    refusals: deadLinks,
    handle: async (app, { actor, params }) => {
      const { organisation, kind } = await seeResetLink(app, actor, params.token)
      return { organisation: { name: organisation }, kind }
    },
  }),
  route({
    method: 'POST',
    path: '/api/v1/password-resets/{token}',
    operation: 'choosePassword',
    summary: 'Choose a new password; does not sign in',
    tag: 'Signing in',
    access: 'public',
    params: tokenParams,
    body: z.strictObject({ password }),
    status: 204,
    refusals: [
      'password_short',
      'password_long',
      'password_known',
      'password_personal',
      ...deadLinks,
      'busy',
    ],
    handle: (app, { actor, params, body }) => choosePassword(app, actor, params.token, body.password),
  }),
]
