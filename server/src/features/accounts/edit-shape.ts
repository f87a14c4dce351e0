import { z } from 'zod'
import { NAME_MAX } from '../../kernel/plain-words.ts'
import { labels } from '../invitations/invitations.shapes.ts'
import { JOB_TITLE_MAX, STAFF_NUMBER_MAX } from '../newcomers/newcomer.ts'
import { JOB_CATEGORY_KEYS, RELATIONSHIPS, type Relationship } from '../people/job-category.ts'

const name = z.string().max(NAME_MAX).optional()
const day = z.iso.date().nullable().optional()
/** What the API and the command line take of a change by hand. */
export const editShape = z.strictObject({
  givenName: name,
  familyName: name,
  email: z
    .string()
    .max(320)
    .optional()
    .describe('Of somebody who can sign in: changes once a link that goes there is used'),
  language: z.string().max(35).optional().describe('BCP 47 tag'),
  jobTitle: z.string().max(JOB_TITLE_MAX).nullable().optional(),
  jobCategory: z.enum(JOB_CATEGORY_KEYS).nullable().optional(),
  staffNumber: z.string().max(STAFF_NUMBER_MAX).nullable().optional(),
  relationship: z.enum(Object.keys(RELATIONSHIPS) as Relationship[]).optional(),
  startDate: day,
  leavingDate: day,
  deletionDate: day.describe('After today; the person is deleted when that day begins there'),
  labels: labels.optional().describe('All of them: those that are absent go'),
})
