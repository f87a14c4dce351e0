import type { Anonymous } from '../../kernel/actor.ts'
import { canonicalEmail } from '../../kernel/email-address.ts'
import { Refusal } from '../../kernel/refusal.ts'
import type { App } from '../../platform/app.ts'
import {
  type HashedPassword,
  hashPassword,
  isOutdated,
  verifyPassword,
} from '../../platform/crypto/passwords.ts'
import { newToken } from '../../platform/crypto/tokens.ts'
import {
  countHit,
  type Limit,
  secondsUntilFree,
  slowDown,
  sourceOf,
} from '../../platform/database/counters.ts'
import { inTenant, inTenantOften, type Tx } from '../../platform/database/database.ts'
import { record } from '../audit/record.ts'
import { queueMessages } from '../messages/queue-messages.ts'
import { clearFailures, rememberDevice, startAttempt } from './lock.queries.ts'
import { LOCK_AFTER } from './lock.ts'
import { oneTimeOver } from './one-time-password.ts'
import { holdPassword, type KnownPassword, renewHash } from './sign-in.queries.ts'
import { startSession } from './start-session.ts'

/** Failures only, for one network source: a school is one address, so its successes never count. */
const FAILURES_A_MINUTE: Limit = { name: 'sign-in-failures-minute', hits: 60, windowSeconds: 60 }
const FAILURES_AN_HOUR: Limit = { name: 'sign-in-failures-hour', hits: 600, windowSeconds: 3600 }

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
 * Signs a person in with their password. The attempt is counted before the password is looked at, in one statement,
 * so that of any number of guesses at once at most ten are looked at.
 * @throws Refusal sign_in_failed, slow_down, busy
 */
export async function signIn(
  app: App,
  visitor: Anonymous,
  wish: { email: string; password: string; deviceToken?: string | undefined },
): Promise<SignedIn> {
  const source = sourceOf(visitor.request.address)
  const secondsLeft = await secondsUntilFree(app.database, [FAILURES_A_MINUTE, FAILURES_AN_HOUR], source)
  if (secondsLeft !== null) throw slowDown(secondsLeft)

  // What is no address counts as it was typed: folding its case could turn it into somebody's.
  const email = canonicalEmail(wish.email) ?? wish.email
  const attempt = await inTenantOften(app.database, visitor.tenantId, (tx) =>
    startAttempt(tx, email, wish.deviceToken),
  )
  const hash = attempt.admitted && attempt.account ? attempt.account.password : null
  const matches = await verifyPassword(app.keys, hash, wish.password)

  if (!matches || !attempt.account?.mayUse) {
    await fail(app, visitor, attempt, source)
    throw failed()
  }
  const account = attempt.account
  if (account.oneTime === 'over') {
    await fail(app, visitor, attempt, source)
    throw oneTimeOver()
  }
  const fresh =
    account.password && isOutdated(app.keys, account.password)
      ? await hashPassword(app.keys, wish.password)
      : null
  const deviceToken = attempt.deviceKnown && wish.deviceToken ? wish.deviceToken : newToken()
  return inTenantOften(app.database, visitor.tenantId, async (tx) => {
    // Chosen anew while the old one was being looked at: what was right then opens nothing now.
    if (!(await isStill(tx, account.id, account.password, fresh))) throw failed()
    await clearFailures(tx, email, attempt)
    await rememberDevice(tx, account.id, deviceToken)
    const sessionToken = await startSession(app, tx, visitor, account.id, ['password'])
    return { sessionToken, deviceToken, next: account.oneTime ? ('change_password' as const) : null }
  })
}

/** Whether the password that was right is the account's still; hashed anew where that was due. */
async function isStill(
  tx: Tx,
  accountId: string,
  password: KnownPassword | null,
  fresh: HashedPassword | null,
): Promise<boolean> {
  if (!password) return false
  return fresh ? renewHash(tx, accountId, password, fresh) : holdPassword(tx, accountId, password)
}

type Attempt = Awaited<ReturnType<typeof startAttempt>>

async function fail(app: App, visitor: Anonymous, attempt: Attempt, source: string): Promise<void> {
  await countHit(app.database, FAILURES_A_MINUTE, source)
  await countHit(app.database, FAILURES_AN_HOUR, source)
  await inTenant(app.database, visitor.tenantId, async (tx) => {
    const subject = attempt.account ? { subjectId: attempt.account.id } : {}
    const locks = attempt.admitted && attempt.failures === LOCK_AFTER
    await record(app, tx, visitor, [
      { event: 'sign_in.failed', ...subject, detail: { attempt: attempt.failures } },
      ...(locks ? [{ event: 'sign_in.locked' as const, ...subject }] : []),
    ])
    const { account } = attempt
    if (!locks || !account?.mayUse || !account.organisationId) return
    await queueMessages(tx, [
      {
        kind: 'locked',
        organisationId: account.organisationId,
        accountId: account.id,
        to: account.email,
        subjectIds: {},
      },
    ])
  })
}
