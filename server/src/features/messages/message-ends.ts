import type { App } from '../../platform/app.ts'
import { inTenant, type Tx } from '../../platform/database/database.ts'
import type { MailKinds } from './message.ts'
import { type AttemptResult, finishAttempts } from './messages.queries.ts'
import type { Attempt } from './try-message.ts'

/** Ends wait for company, so that many are written at once: the first of them shortly, while many come in longer. */
const GATHER_MS = 20
const GATHER_MANY_MS = 150
const AFTER_FAILURE_MS = 1000
/** An end that can't be written for so long is forgotten: the lease has run out, and the message is tried again. */
const KEEP_MS = 150_000

export interface MessageEnds {
  add(attempt: Attempt, result: AttemptResult): void
  /** Waits until everything added so far is written down. */
  written(): Promise<void>
}

type End = { attempt: Attempt; result: AttemptResult; at: number }

/** Writes the ends of attempts down in groups, one group at a time, while other letters travel. */
export function gatherEnds(app: App, kinds: MailKinds, done: (messageId: string) => void): MessageEnds {
  let gathered: End[] = []
  let writing: Promise<void> | undefined

  async function write(): Promise<void> {
    await pause(GATHER_MS)
    while (gathered.length > 0) {
      const group = gathered
      gathered = []
      const failed: End[] = []
      for (const [tenantId, ends] of Map.groupBy(group, (end) => end.attempt.tenantId))
        try {
          await inTenant(app.database, tenantId, (tx) => writeEnds(app, kinds, tx, ends))
          for (const end of ends) done(end.attempt.id)
        } catch (error) {
          app.log.warn(
            { problem: (error as Error).message },
            'what became of emails could not be written down',
          )
          failed.push(...ends)
        }
      const [kept, given] = partition(failed, (end) => performance.now() - end.at < KEEP_MS)
      for (const end of given) done(end.attempt.id)
      gathered.unshift(...kept)
      if (gathered.length > 0) await pause(kept.length > 0 ? AFTER_FAILURE_MS : GATHER_MANY_MS)
    }
  }

  return {
    add(attempt, result) {
      gathered.push({ attempt, result, at: performance.now() })
      writing ??= write().finally(() => {
        writing = undefined
      })
    },
    async written() {
      while (writing) await writing
    },
  }
}

/** Only the ends of attempts that are still ours count, and only of those the features hear. */
async function writeEnds(app: App, kinds: MailKinds, tx: Tx, ends: End[]): Promise<void> {
  const mine = await finishAttempts(
    tx,
    ends.map((end) => end.result),
  )
  const heard = ends.filter((end) => mine.has(end.attempt.id))
  for (const [kind, group] of Map.groupBy(heard, (end) => end.attempt.kind))
    await kinds[kind]?.settled?.(
      app,
      tx,
      group.map(({ attempt, result: { messageId, state, captured, tried } }) => ({
        messageId,
        subjectIds: attempt.subjectIds,
        state,
        handedOver: tried && (captured || state === 'accepted' || state === 'unknown'),
      })),
    )
}

const pause = (ms: number) => new Promise<void>((go) => setTimeout(go, ms))

function partition<T>(all: T[], first: (each: T) => boolean): [T[], T[]] {
  return [all.filter(first), all.filter((each) => !first(each))]
}
