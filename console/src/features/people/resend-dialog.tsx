import { Button, Modal } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { problemOf } from '../../ui/problem.ts'
import { Loaded, useSentence } from '../../ui/states.tsx'
import { type Part, type Result, type Ticks, together, type Whom } from './resend.ts'
import './resend-dialog.css'
import { sendPlan, useResendPlan } from './use-resend-plan.ts'

type ResendDialogProps = {
  whom: Whom[]
  title: string
  /** What to know of email here: that nothing leaves while it is not set up. */
  mail: string | null
  onSent: (done: { queued: number; batches: string[] }) => Promise<void>
  onClose: () => void
}

/** Names everybody who would get an invitation before any leaves. Those never invited are a choice of their own, unticked. */
export function ResendDialog({ whom, title, mail, onSent, onClose }: ResendDialogProps) {
  const { t } = useTranslation()
  const plan = useResendPlan(whom)
  return (
    <Modal
      opened
      size={560}
      onClose={onClose}
      title={title}
      closeButtonProps={{ 'aria-label': t('people.resendClose') }}
    >
      <Loaded query={plan} rows={3}>
        {(parts) => <Choices parts={parts} mail={mail} onSent={onSent} onClose={onClose} />}
      </Loaded>
    </Modal>
  )
}

type ChoicesProps = Pick<ResendDialogProps, 'mail' | 'onSent' | 'onClose'> & { parts: Part[] }

function Choices({ parts, mail, onSent, onClose }: ChoicesProps) {
  const { t } = useTranslation()
  const sentence = useSentence()
  const queries = useQueryClient()
  const [ticks, setTicks] = useState<Ticks>({ again: true, never: false })
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState('')
  const { again, never, not } = together(parts)
  const count = (ticks.again ? again.length : 0) + (ticks.never ? never.length : 0)
  const onlyNever = count > 0 && (!ticks.again || again.length === 0)

  async function send() {
    if (count === 0 || busy) return
    setBusy(true)
    setProblem('')
    await sendPlan(parts, ticks).then(onSent, async (failure) => {
      setProblem(sentence(problemOf(failure)))
      await queries.invalidateQueries()
    })
    setBusy(false)
  }

  return (
    <div className="confirm resend">
      <p>{again.length > 0 ? t('people.resendLead') : t('people.resendNobody')}</p>
      {mail ? <p>{mail}</p> : null}
      <div className="groups">
        {again.length > 0 ? (
          <Group
            id="resend-again"
            label={t('people.resendAgain', { count: again.length })}
            results={again}
            ticked={ticks.again}
            onTick={(on) => setTicks({ ...ticks, again: on })}
          />
        ) : null}
        {never.length > 0 ? (
          <Group
            id="resend-never"
            label={t('people.resendNever', { count: never.length })}
            results={never}
            ticked={ticks.never}
            onTick={(on) => setTicks({ ...ticks, never: on })}
          />
        ) : null}
        {not.length > 0 ? (
          <Group label={t('people.resendNot', { count: not.length })} results={not} withReason />
        ) : null}
      </div>
      {problem ? (
        <p role="alert" className="wrong">
          {problem}
        </p>
      ) : null}
      <div className="buttons">
        <Button onClick={send} aria-disabled={count === 0 || busy || undefined}>
          {onlyNever ? t('people.sendTo', { count }) : t('people.resendTo', { count })}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('people.resendClose')}
        </Button>
      </div>
    </div>
  )
}

type GroupProps = { label: string; results: Result[]; withReason?: boolean } & (
  | { id: string; ticked: boolean; onTick: (on: boolean) => void }
  | { id?: never; ticked?: never; onTick?: never }
)

function Group({ label, results, withReason = false, id, ticked, onTick }: GroupProps) {
  const names: ReactNode = (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a long list scrolls, and the keyboard must reach it
    <ul tabIndex={0} aria-label={label}>
      {results.map((result) => (
        <li key={result.personId}>
          {result.name || result.email}
          <span className="sub">{withReason ? result.detail : result.name ? result.email : null}</span>
        </li>
      ))}
    </ul>
  )
  return (
    <div className="group-of">
      {id ? (
        <label htmlFor={id}>
          <input
            id={id}
            type="checkbox"
            checked={ticked}
            onChange={(event) => onTick(event.currentTarget.checked)}
          />
          {label}
        </label>
      ) : (
        <b>{label}</b>
      )}
      {names}
    </div>
  )
}
