import { Check, CircleAlert, X } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { HOLD_SECONDS } from './hold.ts'
import type { Outcome } from './use-outcome.ts'

/** What came of the last action, at the foot of the page where it can be seen from every row. It stays until it is put away. */
export function OutcomeBar({ outcome, onClose }: { outcome: Outcome | undefined; onClose: () => void }) {
  const { t } = useTranslation()
  return (
    <div role="status">
      {outcome ? (
        <div className={outcome.wrong ? 'in outcome wrong' : 'in outcome'}>
          <span className="mark">
            {outcome.wrong ? (
              <CircleAlert size={20} strokeWidth={1.5} aria-hidden />
            ) : (
              <Check size={20} strokeWidth={1.5} aria-hidden />
            )}
          </span>
          <span>{outcome.words}</span>
          {outcome.stop ? <StopButton key={outcome.words} onStop={outcome.stop} /> : null}
          <button
            type="button"
            className="icon-button end"
            aria-label={t('people.outcomeClose')}
            onClick={onClose}
          >
            <X size={20} strokeWidth={1.5} aria-hidden />
          </button>
        </div>
      ) : null}
    </div>
  )
}

/** Stops the mail that waits, while it waits. */
function StopButton({ onStop }: { onStop: () => void }) {
  const { t } = useTranslation()
  const [left, setLeft] = useState(HOLD_SECONDS)
  useEffect(() => {
    const timer = setInterval(() => setLeft((seconds) => Math.max(seconds - 1, 0)), 1000)
    return () => clearInterval(timer)
  }, [])
  if (left === 0) return null
  return (
    <button type="button" className="plain-button" onClick={onStop}>
      {t('people.stop')}
      <span aria-hidden className="num">
        {' '}
        {t('people.stopSeconds', { count: left })}
      </span>
    </button>
  )
}
