import type { App } from '../../platform/app.ts'
import { type HashedPassword, isOutdated, withHashPlace } from '../../platform/crypto/passwords.ts'
import {
  countHit,
  type Limit,
  secondsUntilFree,
  slowDown,
  sourceOf,
} from '../../platform/database/counters.ts'
import { inTenant, inTenantOften, type Tx } from '../../platform/database/database.ts'
import { type Doer, record } from '../audit/record.ts'
import { queueMessages } from '../messages/queue-messages.ts'
import { type Attempt, clearFailures, startAttempt } from './lock.queries.ts'
import { LOCK_AFTER } from './lock.ts'
import { holdPassword, renewHash } from './sign-in.queries.ts'

/** Failures only, for one network source: a school is one address, so its successes never count. */
const FAILURES_A_MINUTE: Limit = { name: 'sign-in-failures-minute', hits: 60, windowSeconds: 60 }
const FAILURES_AN_HOUR: Limit = { name: 'sign-in-failures-hour', hits: 600, windowSeconds: 3600 }

interface Wish {
  email: string
  password: string
  deviceToken?: string | undefined
}

/** A password that was tried. Whoever tried it ends with `failTry` or `acceptTry`. */
export interface Tried {
  email: string
  attempt: Attempt
  /** Whether it is the password of the account. */
  matches: boolean
  /** The same password hashed anew, where that is due. */
  fresh: HashedPassword | null
}

/** Before the first set-up there are no addresses at all. Nothing to count and nothing to look at. */
const NOBODY: Attempt = {
  admitted: false,
  failures: 0,
  deviceKnown: false,
  deviceFailures: null,
  account: null,
}

/**
 * Looks at a password. The attempt is counted before that, in one statement, so that of any number of guesses at once
 * at most ten are looked at; and only by whoever has a place in the line for it, so that an attempt nobody looks at is
 * not counted: a flood of guesses at other addresses locks nobody out. Nor does it count against the source: a whole school
 * that signs in on its first morning is told to try again in a few seconds, not to wait out a minute.
 * @throws Refusal slow_down, busy
 */
export async function tryPassword(app: App, doer: Doer, wish: Wish): Promise<Tried> {
  const { email, password, deviceToken } = wish
  const limits = [FAILURES_A_MINUTE, FAILURES_AN_HOUR]
  const secondsLeft = await secondsUntilFree(app.database, limits, sourceOf(doer.request.address))
  if (secondsLeft !== null) throw slowDown(secondsLeft)
  return withHashPlace(async (place) => {
    const attempt = doer.tenantId
      ? await inTenantOften(app.database, doer.tenantId, (tx) => startAttempt(tx, email, deviceToken))
      : NOBODY
    const known = attempt.admitted ? (attempt.account?.password ?? null) : null
    const matches = await place.verify(app.keys, known, password)
    const due = matches && known !== null && isOutdated(app.keys, known)
    return { email, attempt, matches, fresh: due ? await place.hash(app.keys, password) : null }
  })
}

/** A try that opens nothing: counts against its source and is recorded; the one that locks is told to the person by mail. */
export async function failTry(app: App, doer: Doer, { attempt }: Tried): Promise<void> {
  const source = sourceOf(doer.request.address)
  await countHit(app.database, FAILURES_A_MINUTE, source)
  await countHit(app.database, FAILURES_AN_HOUR, source)
  if (!doer.tenantId) return
  await inTenant(app.database, doer.tenantId, async (tx) => {
    const subject = attempt.account ? { subjectId: attempt.account.id } : {}
    const locks = attempt.admitted && attempt.failures === LOCK_AFTER
    await record(app, tx, doer, [
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

/**
 * Takes a try that was right off the count, in the transaction of what it opens; keeps the password hashed anew where
 * that was due.
 * @returns false when another password was chosen meanwhile: it may open nothing then
 */
export async function acceptTry(tx: Tx, { email, attempt, fresh }: Tried): Promise<boolean> {
  const { account } = attempt
  if (!account?.password) return false
  const isStill = fresh
    ? await renewHash(tx, account.id, account.password, fresh)
    : await holdPassword(tx, account.id, account.password)
  if (isStill) await clearFailures(tx, email, attempt)
  return isStill
}
