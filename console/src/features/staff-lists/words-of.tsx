import { ArrowRight } from 'lucide-react'
import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import type { Piece, RowChange } from './plan.ts'
import { type Run, wordDiff } from './word-diff.ts'

/** A sentence whose numbers stand out. */
export function Pieces({ pieces }: { pieces: Piece[] }) {
  return pieces.map(({ text, strong }, index) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one sentence never move
    strong ? <b key={index}>{text}</b> : <Fragment key={index}>{text}</Fragment>,
  )
}

/** Old struck through, an arrow, new marked; words that stay are left alone. */
export function Diff({ change: { before, after } }: { change: Pick<RowChange, 'before' | 'after'> }) {
  const { t } = useTranslation()
  const diff = wordDiff(before ?? '', after ?? '')
  return (
    <span className="diff">
      {diff.before.length > 0 ? (
        <>
          <Runs runs={diff.before} />
          <ArrowRight className="arrow" size={14} strokeWidth={1.5} aria-hidden />
          <span className="unseen">{t('staffLists.check.becomes')}</span>
        </>
      ) : null}
      {diff.after.length > 0 ? (
        <Runs runs={diff.after} />
      ) : (
        <span className="muted">{t('staffLists.check.nothing')}</span>
      )}
    </span>
  )
}

function Runs({ runs }: { runs: Run[] }) {
  return runs.map(({ text, kind }, index) => {
    const Mark = kind === 'gone' ? 'del' : kind === 'new' ? 'ins' : Fragment
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: runs of one text never move
      <Mark key={index}>
        <Breakable text={text} />
      </Mark>
    )
  })
}

/** An address that is too long for its line is broken before the @, where it can still be read. */
export function Breakable({ text }: { text: string }) {
  const [first, ...rest] = text.split('@')
  return (
    <>
      {first}
      {rest.map((part, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one address never move
        <Fragment key={index}>
          <wbr />@{part}
        </Fragment>
      ))}
    </>
  )
}
