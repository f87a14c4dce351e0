import { z } from 'zod'
import { actionShape, cursorWrong, idShape, listOf, placeAfter } from '../../platform/http/shapes.ts'
import { type MessageState, STATE_LABELS } from '../messages/message.ts'
import { RELATIONSHIPS } from './people-filter.ts'
import { STATUS_ORDER, TONES } from './status.ts'
import { SYNC_STATES } from './sync-states.ts'

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
  relationship: z.enum(RELATIONSHIPS),
  labels: z.record(z.string(), z.string()),
  lastActiveAt: z.string().nullable(),
  isAdmin: z.boolean(),
  plannedEnd: z
    .object({ as: z.enum(['archived', 'paused']), on: z.string() })
    .nullable()
    .describe('The last day with access, and what becomes of them when it is over'),
  invitation: invitation.nullable(),
  actions: z.array(actionShape),
})

const count = z.number().int()

const day = z.string().nullable()
const facts = z.object({
  relationship: z.string(),
  source: z.string(),
  language: z.string(),
  startDate: day,
  leavingDate: day,
  deletionDate: day,
  sync: z.object({ state: z.enum(SYNC_STATES), label: z.string(), detail: z.string().nullable() }),
})

export const peopleList = listOf(person.extend({ facts: facts.optional() }), {
  header: z
    .object({ people: count, places: count, registered: count })
    .describe('Everybody there but those archived'),
  views: z.object({
    everyone: count,
    invitations: count,
    not_registered: count,
    email_problems: count,
    admins: count,
    archived: count,
  }),
  filters: z.object({
    roles: z.array(z.object({ key: z.string(), label: z.string() })),
    units: z.array(z.object({ id: idShape, name: z.string(), kind: z.string() })),
    schools: z.array(named),
  }),
  fullList: z
    .object({ at: z.string().nullable(), old: z.boolean() })
    .optional()
    .describe(
      'With `view=leavers`: when everybody was last listed, and whether that is too long ago to tell',
    ),
  addresses: z
    .object({ found: count, archived: z.array(z.string()), missing: z.array(z.string()) })
    .optional()
    .describe('With `emails`: how many are in the list, which are archived, and which nobody here has'),
  elsewhere: z
    .object({ archived: count, organisations: z.array(named.extend({ count })) })
    .optional()
    .describe(
      'Where nobody was found by words or addresses: who has them in the archive and in other organisations',
    ),
  actions: z.array(actionShape),
  mail: z.object({ mode: z.enum(['captured', 'sending']), sentence: z.string() }),
})

export const peopleOptions = z.object({
  data: z.array(z.object({ value: z.string(), label: z.string(), count })),
})

export const personSheet = person.extend({
  accountCreatedAt: z.string(),
  emailProvedAt: z.string().nullable(),
  language: z.string(),
  mobile: z.string().nullable().describe('Null also for who may not see it'),
  jobCategory: z.string().nullable(),
  startDate: z.string().nullable(),
  leavingDate: z.string().nullable(),
  deletionDate: z.string().nullable(),
  waitingEmail: z
    .object({ email: z.string(), by: z.string().nullable(), at: z.string() })
    .nullable()
    .describe('A new address that waits to be confirmed'),
  suggestion: z
    .object({
      role: z.string(),
      label: z.string(),
      unit: named.nullable(),
      kind: z.string().nullable(),
      sentence: z.string(),
    })
    .nullable()
    .describe('A role that the job title suggests and you may give; only an offer'),
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

/**
 * The place in a list that a cursor names: the sort it belongs to, and what that sorts by.
 * @throws Refusal cursor_wrong
 */
export function placeIn<Sort extends string>(
  after: string | undefined,
  sort: Sort,
): [Sort, number, string, string] | null {
  const cursor = placeAfter(after, sort, ['number', 'text', 'id'])
  if (!cursor) return null
  const [, segment, key] = cursor
  const isMoment = sort.endsWith('lastActiveAt') && segment === 0
  if (isMoment && !/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d+)?[+-]\d\d(:\d\d)?$/.test(key)) throw cursorWrong()
  return cursor
}
