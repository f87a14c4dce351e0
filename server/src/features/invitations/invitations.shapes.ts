import { z } from 'zod'
import { actionShape, idShape } from '../../platform/http/shapes.ts'
import { HOLD_SECONDS_MAX, MESSAGE_MAX } from './invitation.ts'

export const TEXT_MAX = 1_000_000
const OUTCOMES = ['ready', 'check', 'repeat', 'not_sent', 'invalid'] as const
export const WAYS_ON = ['correct', 'open', 'resend', 'reactivate', 'add_roles', 'wait'] as const

const roleAsked = z.union([
  z.string().max(50).describe('Key of a role'),
  z.strictObject({ role: z.string().max(50), unit: idShape }),
])
export const roles = z.array(roleAsked).max(20)
export const units = z.array(idShape).max(50)
export const name = z.string().max(200)
export const language = z.string().max(35).describe('BCP 47 tag')
export const message = z.string().max(MESSAGE_MAX)
export const labels = z.record(z.string().trim().min(1).max(40), z.string().trim().min(1).max(80))
export const date = z.iso.date()
export const dateTime = z.iso.datetime({ offset: true })
export const holdSeconds = z.number().int().min(0).max(HOLD_SECONDS_MAX)
export const known = z.object({ id: idShape, name: z.string(), status: z.string() })
const mail = z.object({ mode: z.enum(['captured', 'sending']), sentence: z.string() })
const heldRole = z.object({ role: z.string(), label: z.string(), scope: z.string().nullable() })
const unit = z.object({ id: idShape, name: z.string() })
const kindOfUnit = unit.extend({ kind: z.string() })

export const optionsShape = z.object({
  mail,
  organisation: unit,
  domains: z.array(z.string()),
  days: z.number().int().describe('Days that a link works'),
  askMobile: z.enum(['required', 'optional', 'no']),
  needsUnit: z.boolean(),
  roles: z.array(
    z.object({
      role: z.string(),
      label: z.string(),
      meaning: z.string(),
      level: z.number().int(),
      scopes: z.array(z.enum(['tenant', 'organisation', 'unit'])),
      suggested: z.boolean(),
    }),
  ),
  units: z.array(kindOfUnit),
  languages: z.array(z.object({ tag: z.string(), name: z.string() })),
  permissions: z.array(z.object({ permission: z.string(), label: z.string() })),
  pageLimit: z.number().int(),
  holdSeconds: z.number().int(),
  timeZone: z.string(),
  canSetDeletionDate: z.boolean(),
  canManageLabels: z.boolean(),
})

export const recognitionShape = z.object({
  counts: z.object({
    ready: z.number().int(),
    check: z.number().int(),
    repeat: z.number().int(),
    notSent: z.number().int(),
    invalid: z.number().int(),
  }),
  entries: z.array(
    z.object({
      index: z.number().int(),
      text: z.string(),
      email: z.string().optional(),
      name: z.string().optional(),
      givenName: z.string().optional(),
      familyName: z.string().optional(),
      roles: z.array(z.string()).optional(),
      units: z.array(z.string()).optional(),
      outcome: z.enum(OUTCOMES),
      code: z.string().optional(),
      detail: z.string().optional(),
      suggestion: z.string().optional(),
      ifKept: z
        .object({ code: z.string(), detail: z.string() })
        .optional()
        .describe('For `check`: what there is to say if it is kept as typed'),
      wayOn: z.enum(WAYS_ON).optional(),
      person: known.optional(),
    }),
  ),
})

export const invitationShape = z.object({
  id: idShape,
  personId: idShape.describe('Of the membership'),
  email: z.string(),
  name: z.string(),
  roles: z.array(heldRole),
  units: z.array(unit),
  inviter: z.string().nullable(),
  batchId: idShape,
  madeAt: z.string(),
  sendAt: z.string().nullable(),
  sentAt: z.string().nullable().describe('Last handed over to the mail server'),
  expiresAt: z.string().nullable(),
  status: z.string(),
  delivery: z
    .object({
      state: z.string(),
      stateLabel: z.string(),
      explanation: z.string().nullable(),
      nextTryAt: z.string().nullable(),
    })
    .nullable(),
  actions: z.array(actionShape),
})
