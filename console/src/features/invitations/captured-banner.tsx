import type { InviteOptions } from '../../api/types.ts'
import { StatusGlyph } from '../../ui/status-chip.tsx'

/** Says, where it is so, that no email leaves this installation. */
export function CapturedBanner({ mail }: { mail: InviteOptions['mail'] }) {
  if (mail.mode !== 'captured') return null
  return (
    <div className="in banner captured">
      <span className="mark">
        <StatusGlyph glyph="note" />
      </span>
      <p>{mail.sentence}</p>
    </div>
  )
}
