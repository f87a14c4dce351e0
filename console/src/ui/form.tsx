import { Button } from '@mantine/core'
import { Link, type LinkProps } from '@tanstack/react-router'
import { type FormEvent, type ReactNode, useEffect, useId, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { errorsByField, type Problem, problemOf } from './problem.ts'
import { useSentence } from './states.tsx'

/** What a mutation's failure means to a form: the whole problem, and the message of a field. */
export function useProblem(error: unknown): {
  problem: Problem | undefined
  of: (field: string) => string | undefined
} {
  if (!error) return { problem: undefined, of: () => undefined }
  const problem = problemOf(error)
  const byField = errorsByField(problem)
  return { problem, of: (field) => byField[field] }
}

/** Says at the top what is wrong, in the words that stand beside the fields, and takes the focus when it appears. */
function ProblemSummary({ problem }: { problem: Problem | undefined }) {
  const { t } = useTranslation()
  const sentence = useSentence()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    box.current?.focus({ preventScroll: true })
    if (problem) scrollTo(0, 0)
  }, [problem])
  if (!problem) return null
  const fields = Object.entries(errorsByField(problem))
  return (
    <div className="in problem" role="alert" tabIndex={-1} ref={box}>
      <h2>{t('problem.title')}</h2>
      <ul>
        {fields.length === 0 ? <li>{sentence(problem)}</li> : null}
        {fields.map(([field, message]) => (
          <li key={field}>
            <a
              href={`#${field}`}
              onClick={(event) => {
                event.preventDefault()
                document.getElementById(field)?.focus()
              }}
            >
              {message}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}

type FormProps = {
  error: unknown
  submit: string
  busy: boolean
  cancel?: { link: LinkProps; label: string } | undefined
  /** What stands at the end of the foot: a sentence about what the button will do, or did. */
  end?: ReactNode
  /** Why the button does nothing yet; stands in place of `end`. */
  reason?: string | undefined
  onSubmit: () => void
  children: ReactNode
}

/** A form on the sheet: problems at the top, the fields, and the one filled button in the foot. */
export function Form({ error, submit, busy, cancel, end, reason, onSubmit, children }: FormProps) {
  const { problem } = useProblem(error)
  const described = useId()
  const said = reason ?? end
  function send(event: FormEvent) {
    event.preventDefault()
    if (!busy && !reason) onSubmit()
  }
  return (
    <form className="form" onSubmit={send} noValidate>
      <ProblemSummary problem={busy ? undefined : problem} />
      {children}
      <div className="in foot">
        <Button
          type="submit"
          className={reason ? 'closed' : undefined}
          aria-disabled={busy || reason !== undefined || undefined}
          {...(said ? { 'aria-describedby': described } : {})}
        >
          {submit}
        </Button>
        {cancel ? <Link {...cancel.link}>{cancel.label}</Link> : null}
        {said ? (
          <span className="end" role="status" id={described}>
            {said}
          </span>
        ) : null}
      </div>
    </form>
  )
}
