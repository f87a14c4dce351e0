import type { Message } from '../../api/types.ts'
import type { Glyph, Tone } from '../../ui/status-chip.tsx'

/** How a message's state looks. Only what needs a person is coloured; the words are always the server's. */
export function lookOf(message: Message): { glyph: Glyph; tone: Tone } {
  switch (message.state) {
    case 'accepted':
      return { glyph: 'active', tone: 'none' }
    case 'queued':
    case 'sending':
      return { glyph: 'pending', tone: 'none' }
    case 'deferred':
      return { glyph: 'expired', tone: 'warn' }
    case 'bounced':
    case 'failed':
      return { glyph: 'problem', tone: 'danger' }
    case 'unknown':
      return { glyph: 'awaiting_approval', tone: 'warn' }
    case 'suppressed':
      return { glyph: 'inactive', tone: message.captured ? 'neutral' : 'warn' }
    default:
      return message.state satisfies never
  }
}
