import type { App } from '../../platform/app.ts'
import { PASSWORD_MIN } from '../sign-in/password-length.ts'
import type { Step } from './progress.ts'
import type { InvitationOfToken } from './registrations.queries.ts'
import { lookAtLink, mustBeOpenTo, type Visitor } from './use-link.ts'
import { whatStands } from './what-stands.ts'

export interface Registration {
  organisation: { name: string }
  inviter: string | null
  email: string
  givenName: string
  familyName: string
  /** As typed so far. */
  mobile: string
  step: Step
  askMobile: 'required' | 'optional' | 'no'
  expiresOn: string
  needs: 'register' | 'sign_in' | 'join'
  signedIn: boolean
  passwordMin: number
  language: string
  message: string | null
}

/**
 * What the page behind a link says. Opening it changes nothing, however often and by whatever.
 * @throws Refusal link_*, signed_in_as_other, needs_reapproval, slow_down
 */
export function seeRegistration(app: App, visitor: Visitor, token: string): Promise<Registration> {
  return lookAtLink(app, visitor, token, async (tx, invitation) => {
    mustBeOpenTo(visitor, invitation)
    await whatStands(tx, visitor, invitation)
    const signedIn = visitor.kind === 'person'
    const { name, askMobile } = invitation.organisation
    const { givenName, familyName, inviter, email, language, message, progress } = invitation
    return {
      organisation: { name },
      inviter,
      email,
      givenName: progress?.givenName ?? givenName,
      familyName: progress?.familyName ?? familyName,
      mobile: progress?.mobile ?? '',
      step: stepOf(invitation),
      askMobile,
      expiresOn: dayOf(invitation),
      needs: signedIn ? 'join' : invitation.hasAccount ? 'sign_in' : 'register',
      signedIn,
      passwordMin: PASSWORD_MIN,
      language,
      message,
    }
  })
}

/** The page of the number may have been taken out of the form since. */
function stepOf({ progress, organisation }: InvitationOfToken): Step {
  const step = progress?.step ?? 'start'
  return step === 'mobile' && organisation.askMobile === 'no' ? 'password' : step
}

const dayOf = ({ expiresAt, organisation, language }: InvitationOfToken): string =>
  new Intl.DateTimeFormat(language, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone: organisation.timeZone,
  }).format(expiresAt)
