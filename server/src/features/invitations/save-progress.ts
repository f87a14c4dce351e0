import { wrongFields } from '../../kernel/refusal.ts'
import type { App } from '../../platform/app.ts'
import { deadInvitation, refuse } from './dead-invitation.ts'
import { readOwnDetails, type TypedDetails } from './own-details.ts'
import type { Progress, Step } from './progress.ts'
import { keepProgress } from './registrations.queries.ts'
import { changeByLink, mustBeOpenTo, readInvitation, type Visitor } from './use-link.ts'
import { whatStands } from './what-stands.ts'

/**
 * Keeps how far somebody has come with the form, to go on from on another device. The first time is when they began.
 * What is sent is looked at as it will be on registering, so that each page can say what is wrong on it.
 * @throws Refusal link_*, signed_in_as_other, sign_in_first, needs_reapproval, given_name_missing,
 *   family_name_missing, mobile_missing, mobile_format, slow_down
 */
export function saveProgress(
  app: App,
  visitor: Visitor,
  token: string,
  wish: TypedDetails & { step: Step },
): Promise<void> {
  return changeByLink(app, visitor, token, async (tx) => {
    const invitation = await readInvitation(tx, token)
    mustBeOpenTo(visitor, invitation)
    if (invitation.hasAccount) throw refuse.signInFirst(invitation.organisation.name)
    await whatStands(tx, visitor, invitation)
    const { read, problems } = readOwnDetails(wish, invitation.organisation.askMobile)
    if (problems.length > 0) throw wrongFields(problems)
    const progress: Progress = {
      step: wish.step,
      ...(wish.givenName === undefined ? {} : { givenName: read.givenName }),
      ...(wish.familyName === undefined ? {} : { familyName: read.familyName }),
      ...(wish.mobile === undefined ? {} : { mobile: read.mobile?.asTyped ?? '' }),
    }
    if (await keepProgress(tx, token, progress)) return
    const now = await readInvitation(tx, token)
    throw deadInvitation(now.state === 'open' ? 'expired' : now.state, now.organisation.name)
  })
}
