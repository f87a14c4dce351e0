import type { Message } from '../../api/types.ts'
import type { Glyph, Tone } from '../../ui/status-chip.tsx'

type State = Message['state']

/** How a message's state looks. Only what needs a person is coloured; the words are always the server's. */
export function lookOf(state: State): { glyph: Glyph; tone: Tone } {
  switch (state) {
    case 'accepted':
      return { glyph: 'active', tone: 'none' }
    case 'queued':
    case 'sending':
      return { glyph: 'pending', tone: 'none' }
    case 'deferred':
      return { glyph: 'expired', tone: 'none' }
    case 'bounced':
    case 'failed':
      return { glyph: 'problem', tone: 'danger' }
    case 'unknown':
      return { glyph: 'awaiting_approval', tone: 'warn' }
    case 'suppressed':
      return { glyph: 'inactive', tone: 'none' }
    default:
      return state satisfies never
  }
}

/** It didn't get through, or nobody knows: somebody should look. */
export const needsSomebody = (state: State): boolean => lookOf(state).tone !== 'none'

/** On its way in these seconds. */
export const isMoving = (state: State): boolean => state === 'queued' || state === 'sending'
