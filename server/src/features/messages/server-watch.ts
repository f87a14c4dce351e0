import type { Outcome, Trouble } from '../../platform/mail/outcome.ts'

/** So many letters left without any answer, while nobody got one, mean that the server answers nobody. */
const SILENCES = 3

export interface ServerWatch {
  /** Set from the first outcome that shows the server takes nothing, until the next look. */
  readonly trouble: boolean
  /**
   * @param startedAt when the letter set out, by `performance.now`
   * @returns trouble that has just shown
   */
  heard(outcome: Outcome, startedAt: number): Trouble | null
  lookAnew(): void
}

/** Tells a mail server that takes nothing from a letter that it does not take. */
export function openServerWatch(): ServerWatch {
  let trouble = false
  let silences = 0
  let answeredAt = 0
  return {
    get trouble() {
      return trouble
    },
    heard({ trouble: found, answer }, startedAt) {
      if (!found && /^\d{3}\b/.test(answer)) {
        answeredAt = performance.now()
        silences = 0
      } else if (startedAt > answeredAt) silences++
      const shown = found ?? (silences >= SILENCES ? 'unreachable' : null)
      if (shown) trouble = true
      return shown
    },
    lookAnew() {
      trouble = false
      silences = 0
    },
  }
}
