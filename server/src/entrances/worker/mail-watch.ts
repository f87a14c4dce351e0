import { MAIL_CHANNEL } from '../../features/messages/message.ts'
import {
  forgetOldTrouble,
  type MailSender,
  msUntilNextMessage,
} from '../../features/messages/send-messages.ts'
import type { App } from '../../platform/app.ts'
import type { Connection } from '../../platform/database/database.ts'
import { listen } from '../../platform/database/listen.ts'

/** Looks at the queue at least this often, should a wake-up get lost; and how soon after a failure. */
const LOOK_EVERY_MS = 5000
const AFTER_FAILURE_MS = 1000
/** Longest that a letter under way may hold up stopping; cut short, it counts as unknown and is sent again. */
const STOP_MS = 20_000

/** Sends whenever a message was queued or is due for another try, without waiting for letters that take long. */
export function watchMail(app: App, connection: Connection, sender: MailSender): { stop(): Promise<void> } {
  let stopped = false
  let wake = () => {}
  let woken = false
  const hear = () => {
    woken = true
    wake()
  }
  const listener = listen(connection, MAIL_CHANNEL, { heard: hear, connected: hear })

  const loop = (async () => {
    await forgetOldTrouble(app).catch(() => {})
    while (!stopped) {
      woken = false
      const pause = await runOnce()
      if (!woken && !stopped)
        await new Promise<void>((go) => {
          const timer = setTimeout(go, pause)
          wake = () => {
            clearTimeout(timer)
            go()
          }
        })
    }
  })()

  async function runOnce(): Promise<number> {
    try {
      await sender.sendDue()
      const ms = await msUntilNextMessage(app)
      return ms === null ? LOOK_EVERY_MS : Math.max(50, Math.min(ms, LOOK_EVERY_MS))
    } catch (error) {
      app.log.warn({ problem: (error as Error).message }, 'the mail queue could not be worked')
      return AFTER_FAILURE_MS
    }
  }

  return {
    async stop() {
      stopped = true
      wake()
      // What the last run gave back on its way out is written down too.
      const ended = Promise.all([sender.stop(), loop]).then(() => sender.finished())
      let late: NodeJS.Timeout | undefined
      const patience = new Promise<void>((go) => {
        late = setTimeout(go, STOP_MS)
      })
      await Promise.race([ended, patience])
      clearTimeout(late)
      await listener.stop()
    },
  }
}
