import { Refusal } from '../../kernel/refusal.ts'

/** What a link of an invitation is worth now. */
export type LinkState = 'open' | 'used' | 'revoked' | 'expired'

/** The link never was one of ours: says nothing at all. */
export const unknownLink = () =>
  new Refusal(
    'not_found',
    'link_unknown',
    'We don’t know this link. Check that you copied all of it, or ask for a new invitation.',
  )

/** A link that ended names the organisation, says what to do, and tells nothing about the person. */
export function deadInvitation(state: Exclude<LinkState, 'open'>, organisation: string): Refusal {
  switch (state) {
    case 'used':
      return new Refusal(
        'gone',
        'link_used',
        `This invitation to ${organisation} has been used. If that was you, sign in. If not, tell ${organisation} now.`,
      )
    case 'revoked':
      return new Refusal(
        'gone',
        'link_revoked',
        `This invitation was cancelled. Ask ${organisation} for a new one.`,
      )
    case 'expired':
      return new Refusal(
        'gone',
        'link_expired',
        `This link to ${organisation} has expired. Ask for a new one: it goes to the address that was invited.`,
      )
    default:
      return state satisfies never
  }
}

export const refuse = {
  signedInAsOther: (you: string, invited: string) =>
    new Refusal(
      'conflict',
      'signed_in_as_other',
      `You’re signed in as ${you}. This invitation is for ${invited}.`,
    ),
  needsReapproval: (organisation: string) =>
    new Refusal(
      'conflict',
      'needs_reapproval',
      `${organisation} has to look at this invitation again before you can use it. Ask them to send it once more.`,
    ),
  signInFirst: (organisation: string) =>
    new Refusal(
      'conflict',
      'sign_in_first',
      `You have an account here already. Sign in with it to join ${organisation}.`,
    ),
  linkStillWorks: () =>
    new Refusal('conflict', 'link_still_works', 'This link still works, so you don’t need a new one.'),
  mailedJustNow: (seconds: number) =>
    new Refusal(
      'too_many',
      'slow_down',
      'An email was sent a moment ago. Look for it, in your spam folder too, or ask again in a minute.',
      { retryAfterSeconds: seconds },
    ),
  mailedEnough: (seconds: number) =>
    new Refusal(
      'too_many',
      'slow_down',
      'Three emails have gone to that address since yesterday. Look in its spam folder, or ask again tomorrow.',
      { retryAfterSeconds: seconds },
    ),
}
