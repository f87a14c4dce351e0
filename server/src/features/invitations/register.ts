import { type FieldProblem, Refusal, wrongFields } from '../../kernel/refusal.ts'
import type { App } from '../../platform/app.ts'
import { hashPassword } from '../../platform/crypto/passwords.ts'
import { hashToken, newToken } from '../../platform/crypto/tokens.ts'
import { markEmailProved, raiseEpoch } from '../people/people.queries.ts'
import { saveOwnDetails } from '../people/register-person.queries.ts'
import { openLock, rememberDevice } from '../sign-in/lock.queries.ts'
import { acceptPassword, type PasswordContext } from '../sign-in/password.ts'
import { savePassword } from '../sign-in/sign-in.queries.ts'
import type { SignedIn } from '../sign-in/sign-in.ts'
import { startSession } from '../sign-in/start-session.ts'
import { acceptInvitation } from './accept-invitation.ts'
import { refuse } from './dead-invitation.ts'
import { readOwnDetails } from './own-details.ts'
import { changeByLink, lookAtLink, mustBeOpenTo, type Visitor } from './use-link.ts'

export interface RegistrationForm {
  givenName: string
  familyName: string
  mobile: string
  password: string
}

/**
 * Sets up an invited person's account: names, mobile number and password, the membership active, signed in at once.
 * Whatever was attached to the account before ends: sessions, remembered browsers, links, a lock. Only a mailed link
 * proves the mailbox.
 * @throws Refusal link_*, signed_in_as_other, sign_in_first, needs_reapproval, given_name_missing,
 *   family_name_missing, mobile_missing, mobile_format, password_*, busy, slow_down
 */
export function register(
  app: App,
  visitor: Visitor,
  token: string,
  form: RegistrationForm,
): Promise<SignedIn> {
  return oneAtATime(token, async () => {
    const invitation = await lookAtLink(app, visitor, token, async (_tx, found) => found)
    mustBeOpenTo(visitor, invitation)
    if (invitation.hasAccount) throw refuse.signInFirst(invitation.organisation.name)
    const { read, problems } = readOwnDetails(form, invitation.organisation.askMobile)
    const about = {
      email: invitation.email,
      names: [read.givenName, read.familyName, ...invitation.places],
    }
    const all = [...problems, ...(await passwordProblems(form.password, about))]
    if (all.length > 0) throw wrongFields(all)
    const password = await hashPassword(app.keys, form.password)
    const deviceToken = newToken()

    return changeByLink(app, visitor, token, async (tx) => {
      const { accountId } = invitation
      await acceptInvitation(app, tx, visitor, token, invitation, 'registered')
      await saveOwnDetails(tx, accountId, { ...read, language: invitation.language })
      await savePassword(tx, accountId, password)
      await raiseEpoch(tx, accountId)
      if (invitation.link === 'mailed') await markEmailProved(tx, accountId)
      await openLock(tx, invitation.email)
      await rememberDevice(tx, accountId, deviceToken)
      return {
        sessionToken: await startSession(app, tx, visitor, accountId, ['password']),
        deviceToken,
        next: null,
      }
    })
  })
}

async function passwordProblems(password: string, about: PasswordContext): Promise<FieldProblem[]> {
  try {
    await acceptPassword(password, about)
    return []
  } catch (error) {
    if (error instanceof Refusal) return error.problems
    throw error
  }
}

const underWay = new Map<string, Promise<unknown>>()

/**
 * Posts of one link come one after the other, so that a link pressed fifty times makes one hash and not fifty, and the
 * others learn that they were late. Spares work only: that one of them wins, on however many nodes, is the database's.
 */
async function oneAtATime<T>(token: string, work: () => Promise<T>): Promise<T> {
  const key = hashToken(token).toString('base64')
  const before = underWay.get(key)
  const mine = before ? before.then(work, work) : work()
  underWay.set(key, mine)
  try {
    return await mine
  } finally {
    if (underWay.get(key) === mine) underWay.delete(key)
  }
}
