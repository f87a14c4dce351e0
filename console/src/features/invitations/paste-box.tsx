import { Textarea } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { Fragment, useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Counts } from './invite-rows.ts'

const SAID_AFTER_MS = 1_000

type PasteBoxProps = {
  text: string
  onChange: (text: string) => void
  reading: { current: boolean; error: unknown }
  counts: Counts
  shown: boolean
}

/** Takes anything. Nothing typed is ever rewritten; the count under it follows at once and is spoken once it rests. */
export function PasteBox({ text, onChange, reading, counts, shown }: PasteBoxProps) {
  const { t } = useTranslation()
  const box = useRef<HTMLTextAreaElement>(null)
  useEffect(() => box.current?.focus(), [])
  const rest = (['check', 'repeat', 'not_sent', 'invalid'] as const).filter((outcome) => counts[outcome] > 0)
  const recognised = t('invite.recognised', { count: counts.ready })
  const others = rest.map((outcome) => t(`invite.count.${outcome}`, { count: counts[outcome] }))
  const sum = shown ? [recognised, ...others].join(' · ') : ''
  const [said] = useDebouncedValue(sum, SAID_AFTER_MS)
  return (
    <div className="in paste">
      <Textarea
        ref={box}
        id="people"
        label={t('invite.who')}
        description={t('invite.whoHint')}
        rows={5}
        value={text}
        onChange={(event) => onChange(event.currentTarget.value)}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
      />
      <div className="count">
        <p className={reading.current ? undefined : 'stale'}>
          {shown ? (
            <>
              <b>{recognised}</b>
              {rest.map((outcome, index) => (
                <Fragment key={outcome}>
                  <span className="muted"> · </span>
                  <span
                    className={outcome === 'check' || outcome === 'invalid' ? 'together attend' : 'together'}
                  >
                    {others[index]}
                  </span>
                </Fragment>
              ))}
            </>
          ) : (
            <span className="muted">{t('invite.nobodyYet')}</span>
          )}
        </p>
        <span className="unseen" role="status">
          {said}
        </span>
        <Expected ready={counts.ready} shown={shown} />
      </div>
    </div>
  )
}

/** Expecting ten and seeing nine is how a slip is noticed. */
function Expected({ ready, shown }: { ready: number; shown: boolean }) {
  const { t } = useTranslation()
  const id = useId()
  const [typed, setTyped] = useState('')
  const expected = /^\d{1,5}$/.test(typed.trim()) ? Number(typed) : undefined
  const short = expected === undefined ? 0 : expected - ready
  const words =
    expected === undefined || !shown
      ? ''
      : short > 0
        ? t('invite.short', { count: short })
        : short < 0
          ? t('invite.over', { count: -short })
          : t('invite.asExpected')
  return (
    <div className="expect">
      <label htmlFor={id}>{t('invite.expect')}</label>
      <input
        id={id}
        inputMode="numeric"
        autoComplete="off"
        maxLength={5}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        aria-describedby={`${id}-said`}
      />
      <span id={`${id}-said`} role="status" className={short === 0 ? undefined : 'attend'}>
        {words}
      </span>
    </div>
  )
}
