import type { Refusal } from '../../kernel/refusal.ts'
import type { KnownAddress } from '../people/invite-members.queries.ts'

/** What the person who invites can do about somebody who got no invitation. */
export type WayOn = 'correct' | 'open' | 'resend' | 'reactivate' | 'add_roles' | 'wait'

export interface NotSent {
  code: string
  detail: string
  wayOn?: WayOn
}

/**
 * Why somebody already known here gets no invitation, or null when they do: those who aren't invited yet, whose
 * invitation has expired, or who aren't here at all.
 */
export function whyNoInvitation(known: KnownAddress | undefined, organisation: string): NotSent | null {
  switch (known?.status) {
    case 'active':
    case 'locked':
      return {
        code: 'already_active',
        detail: `The following user already has an active account: ${known.email}. ${known.name} is already part of ${organisation}.`,
        wayOn: 'add_roles',
      }
    case 'pending':
      return {
        code: 'already_invited',
        detail: `${known.name} has been invited and hasn’t registered yet. Resend the invitation instead?`,
        wayOn: 'resend',
      }
    case 'inactive':
      return {
        code: 'archived_match',
        detail: `${known.name} was here before and is inactive. Reactivate the account, or use a different address.`,
        wayOn: 'reactivate',
      }
    case 'awaiting_approval':
      return {
        code: 'awaiting_approval',
        detail: `${known.name} has asked to join ${organisation} and is waiting for approval.`,
        wayOn: 'open',
      }
    default:
      return null
  }
}

export const notSent = {
  notAnAddress: (typed: string): NotSent => ({
    code: 'email_format',
    detail: `“${typed}” isn’t an email address. Enter one like name@school.sch.uk`,
    wayOn: 'correct',
  }),
  repeat: (email: string): NotSent => ({
    code: 'repeat_in_list',
    detail: `${email} is in your list twice. We’ll send one invitation.`,
  }),
  refused: (refusal: Refusal): NotSent => ({ code: refusal.code, detail: refusal.message, wayOn: 'open' }),
  tooManyMails: (name: string, limit: number): NotSent => ({
    code: 'too_many_mails',
    detail: `${name} has had ${limit} invitation emails in the last 24 hours. Try again tomorrow, or copy a personal link.`,
    wayOn: 'wait',
  }),
}
