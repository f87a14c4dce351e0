import type { FastifyReply } from 'fastify'
import { Refusal } from '../../kernel/refusal.ts'

/** Requests that bring a file and are under way at once: each holds its file in memory. */
const AT_ONCE = 4
/** How long the next one waits for its turn. */
const PATIENCE_MS = 5000
const RETRY_SECONDS = 10

/** A place among the requests that bring a file. */
export interface UploadSlot {
  /** Keeps the place until it is given back, even if whoever asked goes away. */
  keep(): void
  giveBack(): void
}

export interface UploadSlots {
  /**
   * Waits for a place. It is free again when the answer is out or its reader gone, or, once kept, when it is given back.
   * @throws Refusal busy_with_files
   */
  take(reply: FastifyReply): Promise<UploadSlot>
}

/** Places for a few files at once, in a process. Who comes first is let in first. */
export function openUploadSlots(): UploadSlots {
  let free = AT_ONCE
  const waiting = new Set<() => void>()
  const leave = () => {
    const [next] = waiting
    if (!next) free += 1
    else {
      waiting.delete(next)
      next()
    }
  }
  const enter = () =>
    new Promise<void>((resolve, reject) => {
      if (free > 0) {
        free -= 1
        return resolve()
      }
      const timer = setTimeout(() => {
        waiting.delete(go)
        reject(busy())
      }, PATIENCE_MS)
      const go = () => {
        clearTimeout(timer)
        resolve()
      }
      waiting.add(go)
    })
  return {
    async take(reply) {
      let [gone, inside, kept] = [false, false, false]
      const giveBack = () => {
        if (inside) leave()
        inside = false
      }
      reply.raw.once('close', () => {
        gone = true
        if (!kept) giveBack()
      })
      await enter()
      inside = true
      if (gone) giveBack()
      return {
        keep: () => {
          kept = true
        },
        giveBack,
      }
    },
  }
}

const busy = () =>
  new Refusal(
    'unavailable',
    'busy_with_files',
    'Several files are being uploaded at this moment. Nothing was changed. Try again in a few seconds.',
    { retryAfterSeconds: RETRY_SECONDS },
  )
