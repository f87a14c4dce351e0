import type { App } from '../../platform/app.ts'
import { inTenant, outsideTenants } from '../../platform/database/database.ts'
import { CONNECTIONS, CONNECTIONS_AT_MOST } from '../../platform/mail/mail.ts'
import { openLanes } from './lanes.ts'
import { holdLeases } from './leases.ts'
import { endTrouble, lookAtOnce, mayTry, noteTrouble } from './mail-trouble.queries.ts'
import type { MailKinds, WrittenMessage } from './message.ts'
import { gatherEnds } from './message-ends.ts'
import { type Claim, claimDue, msUntilDue, startAttempts } from './messages.queries.ts'
import { openServerWatch } from './server-watch.ts'
import { type Attempt, givenBack, tryMessage } from './try-message.ts'

/** Messages claimed and written at once, while the batch before them travels. */
const BATCH = 200
/** A letter that has waited so long for the server lets another one go beside it. */
const SLOW_MS = 3000

export interface MailSender {
  /**
   * Sees everything that is due on its way. Each message is tried at least once; a repeat after a crash or a lost
   * connection carries the same Message-ID. Nothing is sent inside a transaction. Letters that the server keeps waiting
   * may end later.
   * @returns how many messages were claimed
   */
  sendDue(): Promise<number>
  /** Waits until what became of every letter under way is written down. */
  finished(): Promise<void>
  /** Starts no more letters, and gives back what it holds and has not tried. */
  stop(): Promise<void>
}

interface Batch {
  claimed: number
  attempts: Attempt[]
  /** A single letter, to see whether the mail server takes letters again. */
  isLook: boolean
}

/**
 * A worker's way to the mail server: claiming and writing, travelling, and writing down overlap.
 * @param slowMs after which a letter lets another one go beside it; tests have less of it
 */
export function openMailSender(app: App, kinds: MailKinds, slowMs = SLOW_MS): MailSender {
  const leases = holdLeases(app)
  const ends = gatherEnds(app, kinds, leases.letGo)
  const lanes = openLanes(
    app.mail.mode === 'captured'
      ? { usual: BATCH, most: BATCH, slowMs }
      : { usual: CONNECTIONS, most: CONNECTIONS_AT_MOST, slowMs },
  )
  const watch = openServerWatch()
  let stopping = false

  async function nextBatch(): Promise<Batch> {
    const { claims, isLook } = await outsideTenants(app.database, async (tx) => {
      const may = await mayTry(tx, BATCH)
      return { claims: may.limit > 0 ? await claimDue(tx, may.limit) : [], isLook: may.isLook }
    })
    leases.hold(claims)
    const byTenant = [...Map.groupBy(claims, (claim) => claim.tenantId)]
    const written = await Promise.all(byTenant.map(([tenantId, mine]) => write(tenantId, mine)))
    return { claimed: claims.length, attempts: written.flat(), isLook }
  }

  /** A fault of one tenant's words holds up no other tenant; its messages come up again when their lease ends. */
  async function write(tenantId: string, claims: Claim[]): Promise<Attempt[]> {
    let attempts: Attempt[] = []
    try {
      attempts = await writeWords(app, kinds, tenantId, claims)
    } catch (error) {
      app.log.error({ problem: (error as Error).message }, 'emails could not be written')
    }
    const started = new Set(attempts.map((attempt) => attempt.id))
    for (const { messageId } of claims) if (!started.has(messageId)) leases.letGo(messageId)
    return attempts
  }

  async function send(attempt: Attempt): Promise<void> {
    // Whose lease could not be renewed belongs to another worker by now.
    if (!leases.holds(attempt.id)) return
    const startedAt = performance.now()
    try {
      const { result, outcome } = await tryMessage(app, attempt)
      ends.add(attempt, result)
      const trouble = outcome && watch.heard(outcome, startedAt)
      if (trouble) await outsideTenants(app.database, (tx) => noteTrouble(tx, trouble, outcome.answer))
    } catch (error) {
      leases.letGo(attempt.id)
      app.log.error({ problem: (error as Error).message }, 'an email could not be sent')
    }
  }

  async function sendBatch({ attempts, isLook }: Batch): Promise<void> {
    for (const attempt of attempts) {
      await lanes.free()
      if (stopping || watch.trouble) ends.add(attempt, givenBack(attempt))
      else lanes.run(() => send(attempt))
    }
    if (!isLook) return
    await lanes.idle()
    if (!watch.trouble) await outsideTenants(app.database, endTrouble)
  }

  return {
    async sendDue() {
      watch.lookAnew()
      let claimed = 0
      let batch = await nextBatch()
      while (batch.claimed > 0) {
        claimed += batch.claimed
        const goOn = !stopping && !batch.isLook
        const next = goOn ? nextBatch() : undefined
        // Should this batch fail, the next one is not left without anybody to hear of its failure.
        next?.catch(() => {})
        await sendBatch(batch)
        if (stopping || watch.trouble) {
          if (next) await sendBatch(await next)
          break
        }
        batch = await (next ?? nextBatch())
      }
      return claimed
    },
    async finished() {
      await lanes.idle()
      await ends.written()
    },
    async stop() {
      stopping = true
      await lanes.idle()
      await ends.written()
      leases.end()
    },
  }
}

/** Sends what is due, and waits until all of it has ended. @returns how many messages were tried */
export async function sendDueMessages(app: App, kinds: MailKinds): Promise<number> {
  const sender = openMailSender(app, kinds)
  const claimed = await sender.sendDue()
  await sender.stop()
  return claimed
}

/** Milliseconds until a message may be tried next; null when none waits. */
export const msUntilNextMessage = (app: App): Promise<number | null> =>
  outsideTenants(app.database, msUntilDue)

/** What a worker does first: the settings may have changed since the mail server last refused. */
export async function forgetOldTrouble(app: App): Promise<void> {
  await outsideTenants(app.database, app.mail.mode === 'captured' ? endTrouble : lookAtOnce)
}

/** The words of claimed messages, in the transaction that marks them as being sent. */
async function writeWords(app: App, kinds: MailKinds, tenantId: string, claims: Claim[]): Promise<Attempt[]> {
  const fences = new Map(claims.map((claim) => [claim.messageId, claim.fence]))
  return inTenant(app.database, tenantId, async (tx) => {
    const started = await startAttempts(tx, claims)
    const written = new Map<string, WrittenMessage>()
    for (const [key, messages] of Map.groupBy(started, (message) => message.kind)) {
      const kind = kinds[key]
      if (!kind) throw new Error(`No feature writes mail of the kind “${key}”`)
      for (const [id, words] of await kind.write(app, tx, messages)) written.set(id, words)
    }
    return started.map((message) => ({
      ...message,
      tenantId,
      fence: fences.get(message.id) ?? -1,
      written: written.get(message.id),
    }))
  })
}
