import { z } from 'zod'
import { Refusal } from '../../kernel/refusal.ts'
import { actionShape, cursorOf, idShape, listOf } from '../../platform/http/shapes.ts'
import { ROLE_KEYS } from '../access/built-in-roles.ts'
import { type MessageState, STATE_LABELS } from '../messages/message.ts'
import { STATUS_ORDER, TONES } from './status.ts'

export const heldRole = z.object({ role: z.string(), label: z.string(), scope: z.string().nullable() })
const named = z.object({ id: idShape, name: z.string() })

const invitation = z.object({
  id: idShape,
  inviter: z.string().nullable(),
  sentAt: z.string().nullable(),
  sendAt: z.string().nullable(),
  expiresAt: z.string().nullable(),
  startedAt: z.string().nullable(),
  stoppedAt: z.enum(['name', 'mobile', 'password']).nullable(),
  delivery: z
    .object({
      state: z.enum(Object.keys(STATE_LABELS) as MessageState[]),
      stateLabel: z.string(),
      explanation: z.string().nullable(),
      nextTryAt: z.string().nullable(),
    })
    .nullable()
    .describe('What became of its last email'),
})

const person = z.object({
  id: idShape.describe('Of the membership'),
  personId: idShape.describe('Of the person, the same in every organisation'),
  email: z.string(),
  givenName: z.string(),
  familyName: z.string(),
  organisation: named,
  status: z.enum(STATUS_ORDER),
  statusLabel: z.string(),
  statusDetail: z.string().nullable(),
  statusTone: z.enum(TONES),
  problem: z.string().nullable().describe('What is wrong with the last email of the open invitation'),
  outsideDomains: z.boolean().describe('The address is of none of the organisation’s domains'),
  roles: z.array(heldRole),
  grants: z.number().int().describe('Permissions switched on besides the roles'),
  units: z.array(named),
  jobTitle: z.string().nullable(),
  staffNumber: z.string().nullable(),
  labels: z.record(z.string(), z.string()),
  lastActiveAt: z.string().nullable(),
  isAdmin: z.boolean(),
  invitation: invitation.nullable(),
  actions: z.array(actionShape),
})

const count = z.number().int()

export const peopleList = listOf(person, {
  header: z.object({ people: count, places: count, registered: count }),
  views: z.object({
    everyone: count,
    invitations: count,
    not_registered: count,
    email_problems: count,
    admins: count,
  }),
  filters: z.object({
    roles: z.array(z.object({ key: z.string(), label: z.string() })),
    units: z.array(z.object({ id: idShape, name: z.string(), kind: z.string() })),
    schools: z.array(named),
  }),
  actions: z.array(actionShape),
  mail: z.object({ mode: z.enum(['captured', 'sending']), sentence: z.string() }),
})

export const personSheet = person.extend({
  accountCreatedAt: z.string(),
  emailProvedAt: z.string().nullable(),
  language: z.string(),
  mobile: z.string().nullable().describe('Null also for who may not see it'),
  relationship: z.string(),
  deletionDate: z.string().nullable(),
  fields: z.array(z.object({ field: z.string(), label: z.string(), value: z.string(), source: z.string() })),
  timeline: z.array(
    z.object({
      at: z.string(),
      event: z.string(),
      sentence: z.string(),
      kind: z.enum(['change', 'message']),
      problem: z.boolean(),
      serverAnswer: z.string().optional(),
      explanation: z.string().optional(),
      messageId: idShape.optional(),
    }),
  ),
})

/** Values to choose from a list, with commas between them. */
const LISTED_MAX = 4000
function listed<Value extends z.ZodType<string, string>>(value: Value) {
  return z
    .string()
    .max(LISTED_MAX)
    .transform((text) => text.split(','))
    .pipe(z.array(value))
    .optional()
    .describe('One or more, with commas')
}

export const statuses = listed(z.enum(STATUS_ORDER))
export const roles = listed(z.enum(ROLE_KEYS))
export const ids = listed(idShape)

/**
 * The place in a list that a cursor names: the sort it belongs to, and what that sorts by.
 * @throws Refusal cursor_wrong
 */
export function placeIn<Sort extends string>(
  after: string | undefined,
  sort: Sort,
): [Sort, number, string, string] | null {
  const cursor = cursorOf(after, ['text', 'number', 'text', 'id']) as [Sort, number, string, string] | null
  if (!cursor) return null
  const [of, segment, key] = cursor
  const isMoment = sort.endsWith('last_active') && segment === 0
  if (of !== sort || (isMoment && !/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d+)?[+-]\d\d(:\d\d)?$/.test(key)))
    throw new Refusal(
      'unprocessable',
      'cursor_wrong',
      'This page’s address isn’t whole. Start again from the first page.',
    )
  return cursor
}
