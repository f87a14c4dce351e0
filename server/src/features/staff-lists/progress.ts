/** How far applying or undoing a list is. */
export interface ListProgress {
  done: number
  total: number
  /** Since the work began. */
  seconds: number
}

export interface SaidProgress {
  done: number
  total: number
  etaSeconds: number | null
  sentence: string
}

/** A share of the work from which on the rest can be foretold. */
const FORETOLD_FROM = 0.05

/** What is said of a list under way: “Accounts 118 of 180 · about 20 seconds left”. */
export function sayProgress(progress: ListProgress | undefined): SaidProgress {
  if (!progress) return { done: 0, total: 0, etaSeconds: null, sentence: '' }
  const { done, total, seconds } = progress
  const share = total > 0 ? done / total : 0
  const etaSeconds =
    done < total && share >= FORETOLD_FROM ? Math.ceil((seconds * (1 - share)) / share) : null
  const accounts = `Accounts ${done.toLocaleString('en-GB')} of ${total.toLocaleString('en-GB')}`
  return {
    done,
    total,
    etaSeconds,
    sentence: etaSeconds === null ? accounts : `${accounts} · about ${sayLength(etaSeconds)} left`,
  }
}

function sayLength(seconds: number): string {
  if (seconds < 90) return seconds === 1 ? '1 second' : `${seconds} seconds`
  return `${Math.round(seconds / 60)} minutes`
}
