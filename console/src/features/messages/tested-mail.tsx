import { Check, Minus, X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Tested } from '../../api/types.ts'
import { StatusChip } from '../../ui/status-chip.tsx'
import { lookOf } from './message-state.ts'

/** What became of a test email: in a sentence, step by step, and line by line. */
export function TestedMail({ tested }: { tested: Tested }) {
  const { t } = useTranslation()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const look = lookOf(tested.state)
  return (
    <section className="tested" aria-labelledby="tested">
      <div className="in section">
        <h2 id="tested" ref={heading} tabIndex={-1}>
          {t('email.tested')}
        </h2>
        <p className="message-state">
          <StatusChip
            glyph={look.glyph}
            tone={tested.state === 'deferred' ? 'warn' : look.tone}
            label={tested.stateLabel}
          />
          <span>{tested.explanation}</span>
        </p>
      </div>
      {tested.conversation.length > 0 || tested.serverAnswer ? (
        <ol className="marginlist steps">
          {tested.steps.map(({ step, ok, detail }) => (
            <li key={step} className={ok === false ? 'wrong' : undefined}>
              <span className="mark">
                <StepMark ok={ok} />
              </span>
              <b>{t(`email.step.${step}`)}</b>
              <span className="unseen"> {t(`email.stepMark.${ok}`)} </span>
              <span className="sub">{detail}</span>
            </li>
          ))}
        </ol>
      ) : null}
      {tested.conversation.length > 0 ? (
        <div className="in section">
          <h3>{t('email.conversation')}</h3>
          <p>{t('email.conversationNote')}</p>
          <ol className="conversation">
            {tested.conversation.map(({ who, line }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the lines of one conversation never move
              <li key={index} className={who === 'lanyard' ? 'ours' : undefined}>
                <span>{t(`email.who.${who}`)}</span>
                <code>{line}</code>
              </li>
            ))}
          </ol>
        </div>
      ) : tested.serverAnswer ? (
        <div className="in">
          <code className="server">{tested.serverAnswer}</code>
        </div>
      ) : null}
    </section>
  )
}

function StepMark({ ok }: { ok: boolean | null }) {
  const Mark = ok === null ? Minus : ok ? Check : X
  return <Mark size={18} strokeWidth={1.75} aria-hidden />
}
