import { z } from 'zod'
import { idShape } from '../../platform/http/shapes.ts'
import { date, dateTime, labels, language, message, roles, units } from '../invitations/invitations.shapes.ts'
import {
  JOB_CATEGORY_KEYS,
  type JobCategoryKey,
  RELATIONSHIPS,
  type Relationship,
} from '../people/job-category.ts'
import { STATUS_ORDER } from '../people/status.ts'
import { JOB_TITLE_MAX, NOTIFY, STAFF_NUMBER_MAX } from './newcomer.ts'

const NAME_TEXT_MAX = 200
const EMAIL_TEXT_MAX = 320
const PASSWORD_TEXT_MAX = 1024

export const email = z.string().max(EMAIL_TEXT_MAX)

/** What is said of somebody's work. */
export const work = {
  jobTitle: z.string().max(JOB_TITLE_MAX).optional(),
  jobCategory: z.enum(JOB_CATEGORY_KEYS as [JobCategoryKey, ...JobCategoryKey[]]).optional(),
  staffNumber: z.string().max(STAFF_NUMBER_MAX).optional(),
  relationship: z
    .enum(Object.keys(RELATIONSHIPS) as [Relationship, ...Relationship[]])
    .optional()
    .describe('employee unless said'),
  startDate: date.optional().describe('First day of work'),
}

export const names = {
  givenName: z.string().max(NAME_TEXT_MAX),
  familyName: z.string().max(NAME_TEXT_MAX),
}

/** How somebody with an address is added. */
export const terms = {
  roles: roles.optional().describe('None: user'),
  units: units.optional(),
  permissions: z.array(z.string().max(50)).max(100).optional(),
  language: language.optional(),
  labels: labels.optional(),
  leavingDate: date.optional().describe('Last day of work; access doesn’t end by it'),
  deletionDate: date.optional(),
  message: message.optional().describe('Goes with an invitation'),
  sendAt: dateTime.optional().describe('An invitation goes out not before then'),
  notify: z
    .enum(NOTIFY)
    .describe(
      'invite: to register. credentials: the account is set up, active once its email left. none: not yet',
    ),
  password: z
    .string()
    .min(1)
    .max(PASSWORD_TEXT_MAX)
    .optional()
    .describe('With credentials: to begin with, handed over by you; without it a random one is mailed'),
  mailPassword: z.boolean().optional().describe('With credentials: says so in so many words'),
}

export const createdPerson = z.object({
  id: idShape.describe('Of the membership'),
  personId: idShape,
  email: z.string(),
  status: z.enum(STATUS_ORDER),
  statusLabel: z.string(),
  statusDetail: z.string().nullable(),
  sentence: z.string(),
  invitationId: idShape.nullable(),
  batchId: idShape.nullable(),
})

export const addressAnswer = z.object({
  email: z.string(),
  fits: z.array(z.enum(NOTIFY)).describe('Ways of adding that work with this address'),
  code: z.string().nullable(),
  detail: z.string().nullable(),
  wayOn: z.enum(['open', 'resend', 'reactivate', 'invite']).nullable(),
  person: z.object({ id: idShape, name: z.string(), status: z.string() }).nullable(),
})

/** Refusals of adding somebody. */
export const CREATE_REFUSALS = [
  ...['forbidden', 'given_name_missing', 'family_name_missing', 'email_missing', 'email_format', 'name_long'],
  ...['no_links_here', 'password_or_mail', 'password_not_here', 'password_short', 'password_long'],
  ...['password_known', 'password_personal', 'already_active', 'already_invited', 'already_added'],
  ...['already_on_its_way', 'archived_match', 'awaiting_approval', 'in_other_school', 'address_in_use'],
  ...['changed_meanwhile', 'role_above_yours', 'role_unknown', 'role_needs_unit', 'role_not_given_here'],
  ...['unit_unknown', 'unit_needed', 'permission_above_yours', 'permission_unknown', 'language_unknown'],
  ...['leaving_before_start', 'deletion_date_past', 'send_at_past', 'send_at_far', 'too_many_mails', 'busy'],
]
