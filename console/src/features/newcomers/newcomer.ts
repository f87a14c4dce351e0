import type { NewcomerOptions, NewcomerWish } from '../../api/types.ts'
import { instantOf } from '../invitations/zoned-time.ts'

/** How somebody who is added gets in. `date` is an invitation that goes out later. */
export const WAYS = ['invite', 'date', 'account', 'none'] as const
export type Way = (typeof WAYS)[number]

/** Who it is, and what they do. Kept when another place is chosen. */
export type Who = {
  givenName: string
  familyName: string
  email: string
  jobTitle: string
  jobCategory: string | null
  relationship: string
  staffNumber: string
  startDate: string
}

/** What they may do here, and how they hear of it. */
export type Terms = {
  role: string
  also: string[]
  units: string[]
  way: Way
  /** A wall clock of the school, as the date field writes it. */
  sendAt: string
  /** Who brings them their first password; nothing until it is chosen. */
  passwordBy: 'mail' | 'hand' | null
  password: string
  message: string
  labelName: string
  labelValue: string
  leavingDate: string
  deletionDate: string
}

export const nobodyYet: Who = {
  givenName: '',
  familyName: '',
  email: '',
  jobTitle: '',
  jobCategory: null,
  relationship: 'employee',
  staffNumber: '',
  startDate: '',
}

export function firstTerms(options: NewcomerOptions): Terms {
  const suggested = options.roles.find((each) => each.suggested) ?? options.roles[0]
  return {
    role: suggested?.role ?? '',
    also: [],
    units: [],
    way: 'invite',
    sendAt: '',
    passwordBy: null,
    password: '',
    message: '',
    labelName: '',
    labelValue: '',
    leavingDate: '',
    deletionDate: '',
  }
}

/** What the server calls a way. */
export const notifyOf = (way: Way): NewcomerWish['notify'] =>
  way === 'none' ? 'none' : way === 'account' ? 'credentials' : 'invite'

/** What is said of somebody's work: nothing for what was left empty. */
export const workOf = (who: Who) => ({
  ...(who.jobTitle.trim() ? { jobTitle: who.jobTitle.trim() } : {}),
  ...(who.jobCategory ? { jobCategory: who.jobCategory as NonNullable<NewcomerWish['jobCategory']> } : {}),
  ...(who.staffNumber.trim() ? { staffNumber: who.staffNumber.trim() } : {}),
  ...(who.startDate ? { startDate: who.startDate } : {}),
  relationship: who.relationship as NonNullable<NewcomerWish['relationship']>,
})

/** What is decided about them, as the API takes it. */
export function termsOf(
  terms: Terms,
  timeZone: string,
): Omit<NewcomerWish, 'givenName' | 'familyName' | 'email'> {
  const { role, also, units, way, sendAt, passwordBy, password, message, leavingDate, deletionDate } = terms
  const label = terms.labelName.trim()
  return {
    notify: notifyOf(way),
    ...(role ? { roles: [...new Set([role, ...also])] } : {}),
    ...(units.length > 0 ? { units } : {}),
    ...(label ? { labels: { [label]: terms.labelValue.trim() } } : {}),
    ...(leavingDate ? { leavingDate } : {}),
    ...(deletionDate ? { deletionDate } : {}),
    ...(notifyOf(way) === 'invite' && message.trim() ? { message: message.trim() } : {}),
    ...(way === 'date' && sendAt ? { sendAt: instantOf(sendAt, timeZone) } : {}),
    ...(way === 'account' ? { mailPassword: passwordBy === 'mail' } : {}),
    ...(way === 'account' && passwordBy === 'hand' && password ? { password } : {}),
  }
}
