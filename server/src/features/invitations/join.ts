import type { Person } from '../../kernel/actor.ts'
import type { App } from '../../platform/app.ts'
import { findOrganisation } from '../organisations/organisations.queries.ts'
import { markEmailProved, raiseEpoch } from '../people/people.queries.ts'
import { startSession } from '../sign-in/start-session.ts'
import { acceptInvitation } from './accept-invitation.ts'
import { changeByLink, mustBeOpenTo, readInvitation } from './use-link.ts'

export interface Joined {
  organisation: { id: string; name: string; slug: string }
}

/**
 * A person signed in with the account that was invited joins one more organisation. A mailed link is the proof of the
 * mailbox here too; if it is the first, everything from before it ends and this browser gets a new session.
 * @returns the organisation, and a new token for the session's cookie if it needs one
 * @throws Refusal link_*, signed_in_as_other, needs_reapproval, slow_down
 */
export async function join(
  app: App,
  person: Person,
  token: string,
): Promise<{ joined: Joined; sessionToken: string | null }> {
  let sessionToken: string | null = null
  const joined = await changeByLink(app, person, token, async (tx): Promise<Joined> => {
    const invitation = await readInvitation(tx, token)
    mustBeOpenTo(person, invitation)
    await acceptInvitation(app, tx, person, token, invitation, 'joined')
    if (invitation.link === 'mailed' && (await markEmailProved(tx, person.accountId))) {
      await raiseEpoch(tx, person.accountId)
      sessionToken = await startSession(app, tx, person, person.accountId, ['password'])
    }
    const organisation = await findOrganisation(tx, invitation.organisation.id)
    if (!organisation) throw new Error('An invitation to no organisation')
    return { organisation: { id: organisation.id, name: organisation.name, slug: organisation.slug } }
  })
  return { joined, sessionToken }
}
