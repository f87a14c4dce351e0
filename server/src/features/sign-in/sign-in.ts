import type { Anonymous } from '../../kernel/actor.ts'
import { canonicalEmail } from '../../kernel/email-address.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { App } from '../../platform/app.ts'
import { newToken } from '../../platform/crypto/tokens.ts'
import { inTenantOften } from '../../platform/database/database.ts'
import { rememberDevice } from './lock.queries.ts'
import { oneTimeOver } from './one-time-password.ts'
import { startSession } from './start-session.ts'
import { acceptTry, failTry, tryPassword } from './try-password.ts'

export interface SignedIn {
  sessionToken: string
  /** Remembers this browser, so that a stranger's wrong guesses elsewhere cannot keep it out. */
  deviceToken: string
  /** What is still asked before the session opens anything. */
  next: 'change_password' | null
}

/** The same for unknown, locked, switched off and wrong: nobody learns whether there is an account. */
const failed = () =>
  new Refusal(
    'signed_out',
    'sign_in_failed',
    'The email address or password isn’t right. Try again, or get a link for a new password.',
  )

/**
 * Signs a person in with their password.
 * @throws Refusal sign_in_failed, one_time_over, slow_down, busy
 */
export async function signIn(
  app: App,
  visitor: Anonymous,
  wish: { email: string; password: string; deviceToken?: string | undefined },
): Promise<SignedIn> {
  // What is no address counts as it was typed: folding its case could turn it into somebody's.
  const email = canonicalEmail(wish.email) ?? wish.email
  const tried = await tryPassword(app, visitor, { ...wish, email })
  const { account, deviceKnown } = tried.attempt

  if (!tried.matches || !account?.mayUse) {
    await failTry(app, visitor, tried)
    throw failed()
  }
  if (account.oneTime === 'over') {
    await failTry(app, visitor, tried)
    throw oneTimeOver()
  }
  const deviceToken = deviceKnown && wish.deviceToken ? wish.deviceToken : newToken()
  return inTenantOften(app.database, visitor.tenantId, async (tx) => {
    // Chosen anew while the old one was being looked at: what was right then opens nothing now.
    if (!(await acceptTry(tx, tried))) throw failed()
    await rememberDevice(tx, account.id, deviceToken)
    const sessionToken = await startSession(app, tx, visitor, account.id, ['password'])
    return { sessionToken, deviceToken, next: account.oneTime ? ('change_password' as const) : null }
  })
}
