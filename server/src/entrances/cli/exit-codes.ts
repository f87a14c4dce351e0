import { Refusal } from '../../kernel/refusal.ts'

/** What a script can tell from how a command ended. */
export const EXIT = { ok: 0, failed: 1, usage: 2, needsAttention: 3, notAllowed: 4, safetyLimit: 5 } as const

export function exitCodeOf(error: unknown): number {
  if (!(error instanceof Refusal)) return EXIT.failed
  if (error.kind === 'unprocessable') return EXIT.usage
  if (error.kind === 'forbidden' || error.kind === 'signed_out') return EXIT.notAllowed
  return EXIT.failed
}
