import { Refusal } from '../../kernel/refusal.ts'

/** How long a link to choose a password works, from the moment it is minted. */
export const RESET_MINUTES = 30

export type ResetState = 'open' | 'used' | 'revoked' | 'expired'

/** Says nothing for a link that never was; the others say what became of it, and nothing about the person. */
export function deadLink(state: Exclude<ResetState, 'open'> | undefined): Refusal {
  switch (state) {
    case undefined:
      return new Refusal(
        'not_found',
        'link_unknown',
        'We don’t know this link. Check that you copied all of it, or ask for a new one.',
      )
    case 'used':
      return new Refusal(
        'gone',
        'link_used',
        'This link has been used. If that was you, sign in. If not, ask for a new one now.',
      )
    case 'revoked':
      return new Refusal(
        'gone',
        'link_revoked',
        'A newer link was asked for, so this one stopped working. Use the newest email, or ask for a new link.',
      )
    case 'expired':
      return new Refusal(
        'gone',
        'link_expired',
        `Links like this work for ${RESET_MINUTES} minutes. Ask for a new one.`,
      )
    default:
      return state satisfies never
  }
}
