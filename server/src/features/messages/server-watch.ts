import type { Outcome, Trouble } from '../../platform/mail/outcome.ts'

/** So many letters in a row that the server left without any answer mean that it answers nobody. */
const SILENCES = 3

export interface ServerWatch {
  /** Set from the first outcome that shows the server takes nothing, until the next look. */
  readonly trouble: boolean
  /** @returns trouble that has just shown */
  heard(outcome: Outcome): Trouble | null
  lookAnew(): void
}

/** Tells a mail server that takes nothing from a letter that it does not take. */
export function openServerWatch(): ServerWatch {
  let trouble = false
  let silences = 0
  return {
    get trouble() {
      return trouble
    },
    heard({ trouble: found, answer }) {
      silences = !found && /^\d{3}\b/.test(answer) ? 0 : silences + 1
      const shown = found ?? (silences >= SILENCES ? 'unreachable' : null)
      if (shown) trouble = true
      return shown
    },
    lookAnew() {
      trouble = false
    },
  }
}
