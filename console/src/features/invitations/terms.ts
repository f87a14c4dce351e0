import type { InviteOptions, InviteWish } from '../../api/types.ts'
import { instantOf } from './zoned-time.ts'

/** What goes for everybody of a batch, as the form edits it. */
export type Terms = {
  role: string
  /** Further roles. */
  also: string[]
  units: string[]
  language: string
  labelName: string
  labelValue: string
  message: string
  deletionDate: string
  /** A wall clock of the school, as the date field writes it; nothing: now. */
  sendAt: string
  later: boolean
}

/** What is carried over to the next batch: its role and where it is held. */
export type KeptTerms = Pick<Terms, 'role' | 'also' | 'units'>

export function firstTerms(options: InviteOptions, kept: Partial<KeptTerms> = {}): Terms {
  const offered = new Set(options.roles.map((each) => each.role))
  const units = new Set(options.units.map((each) => each.id))
  const suggested = options.roles.find((each) => each.suggested) ?? options.roles[0]
  return {
    role: kept.role && offered.has(kept.role) ? kept.role : (suggested?.role ?? ''),
    also: kept.also?.filter((role) => offered.has(role)) ?? [],
    units: kept.units?.filter((id) => units.has(id)) ?? [],
    language: options.languages[0]?.tag ?? '',
    labelName: '',
    labelValue: '',
    message: '',
    deletionDate: '',
    sendAt: '',
    later: false,
  }
}

/** The terms as the API takes them: nothing for what was left empty. */
export function wishOf(terms: Terms, options: InviteOptions): Omit<InviteWish, 'people'> {
  const label = terms.labelName.trim()
  return {
    ...(terms.role ? { roles: [...new Set([terms.role, ...terms.also])] } : {}),
    ...(terms.units.length > 0 ? { units: terms.units } : {}),
    ...(terms.language ? { language: terms.language } : {}),
    ...(label ? { labels: { [label]: terms.labelValue.trim() } } : {}),
    ...(terms.message.trim() ? { message: terms.message.trim() } : {}),
    ...(terms.deletionDate ? { deletionDate: terms.deletionDate } : {}),
    ...(terms.later && terms.sendAt ? { sendAt: instantOf(terms.sendAt, options.timeZone) } : {}),
    holdSeconds: options.holdSeconds,
  }
}

/** Whether any of these roles means nothing without a department or group. */
export const roleWithoutUnit = (options: InviteOptions, roles: string[]) =>
  options.roles.find(
    ({ role, scopes }) => roles.includes(role) && scopes.length === 1 && scopes[0] === 'unit',
  )

/** What another page hands to the form: a text to begin with, or the terms of the batch before. */
export type Handed = { pasted?: string; keep?: KeptTerms }
