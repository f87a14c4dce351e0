import './status-chip.css'

/** Every status has its own outline, so a row still reads in greyscale and in print. Drawn on 16 units. */
const glyphs = {
  active: 'M3 8.6 6.3 12 13 4.6',
  not_invited: '',
  pending: 'M2 3.75h12v8.5H2zM2.3 4.2 8 8.8l5.7-4.6',
  expired: 'M4 1.75h8M4 14.25h8M5 1.75C5 5.4 11 6 11 8s-6 2.6-6 6.25M11 1.75C11 5.4 5 6 5 8s6 2.6 6 6.25',
  awaiting_approval: 'M2.5 2.5h11v11h-11zM6.3 6.4a1.75 1.75 0 1 1 2.7 1.5c-.7.45-1 .8-1 1.4M8 11.3v.01',
  locked: 'M3 7.25h10v6.5H3zM5.25 7V5a2.75 2.75 0 0 1 5.5 0v2',
  inactive: 'M4.25 2.5h2v11h-2zM9.75 2.5h2v11h-2z',
  note: 'M8 2.25a5.75 5.75 0 1 0 0 11.5 5.75 5.75 0 1 0 0-11.5M8 7.5v3.25M8 5.2v.1',
  problem: 'M8 3.5v5.5M8 12v.2',
} as const

export type Glyph = keyof typeof glyphs
export type Tone = 'none' | 'info' | 'warn' | 'review' | 'neutral' | 'danger'

export function StatusGlyph({ glyph, size = 16 }: { glyph: Glyph; size?: number }) {
  return (
    <svg viewBox="0 0 16 16" width={size} height={size} aria-hidden="true" className="glyph">
      {glyph === 'not_invited' ? (
        <circle cx="8" cy="8" r="5.5" strokeDasharray="2.6 2" />
      ) : (
        <path d={glyphs[glyph]} />
      )}
    </svg>
  )
}

/** One word for a state, with its own mark. Only what needs a person is coloured: tone `none` has no ground. */
export function StatusChip({ glyph, tone, label }: { glyph: Glyph; tone: Tone; label: string }) {
  return (
    <span className={tone === 'none' ? 'status' : `status toned ${tone}`}>
      <StatusGlyph glyph={glyph} />
      {label}
    </span>
  )
}
