import { type FormEvent, Fragment, useEffect, useId, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { StaffListRow } from '../../api/types.ts'
import { lowerFirst } from './change-cells.tsx'
import { problemKey, shortChoices } from './plan.ts'
import { usePlan } from './plan-context.ts'
import { useProblems } from './use-problems.ts'

type CellProps = { row: StaffListRow; index: number }

/** What is wrong in a cell, and the field to put it right in once it is open. */
export function ProblemWhat({ row, index }: CellProps) {
  const { t } = useTranslation()
  const { open, changes } = usePlan()
  const described = useId()
  const problem = row.problems[index]
  if (!problem) return null
  const editing = open === problemKey(row.place, index) && problem.field && !problem.choices?.length
  const refused = editing && changes.wrong?.place === row.place ? changes.wrong.words : undefined
  return (
    <>
      {editing ? (
        <CellEditor row={row} index={index} described={described} />
      ) : (
        <>
          {problem.fieldLabel && !(problem.choices?.length && problem.field === 'email') ? (
            <span className="label">{problem.fieldLabel} </span>
          ) : null}
          {problem.choices?.length && problem.field === 'email' ? (
            problem.choices.map((choice, at) => (
              <Fragment key={choice}>
                {at > 0 ? <span className="muted"> {t('staffLists.check.and')} </span> : null}
                <b className="bad">{choice}</b>
              </Fragment>
            ))
          ) : (
            <b className="bad">{problem.value || t('staffLists.check.empty')}</b>
          )}
        </>
      )}
      <span className={refused ? 'sub refused' : 'sub'} id={described} role={refused ? 'alert' : undefined}>
        {refused ?? problem.detail}
      </span>
    </>
  )
}

/** The cell itself, open to be typed in. Enter saves and goes to the next problem, Escape leaves it as it was. */
function CellEditor({ row, index, described }: CellProps & { described: string }) {
  const { t } = useTranslation()
  const { changes } = usePlan()
  const { save, close } = useProblems(row, index)
  const box = useRef<HTMLInputElement>(null)
  const problem = row.problems[index]
  useEffect(() => {
    box.current?.focus()
    box.current?.select()
  }, [])
  function send(event: FormEvent) {
    event.preventDefault()
    if (!changes.busy) save(box.current?.value ?? '')
  }
  return (
    <form className="cell-editor" id={editorId(row.place, index)} onSubmit={send} noValidate>
      <label htmlFor={`${editorId(row.place, index)}-value`}>
        {problem?.fieldLabel}
        <span className="unseen"> {t('staffLists.check.of', { name: row.name })}</span>
      </label>
      <input
        id={`${editorId(row.place, index)}-value`}
        ref={box}
        type="text"
        autoComplete="off"
        spellCheck={false}
        aria-describedby={described}
        aria-invalid
        defaultValue={problem?.value ?? ''}
        onKeyDown={(event) => {
          if (event.key === 'Escape') close()
        }}
      />
    </form>
  )
}

const editorId = (place: number, index: number): string => `cell-${place}-${index}`

/** The ways out of a problem: choose, take what is suggested, type it, or leave the row out. */
export function ProblemAct({ row, index }: CellProps) {
  const { t } = useTranslation()
  const { changes, open, setOpen } = usePlan()
  const { save, close, skip } = useProblems(row, index)
  const first = useRef<HTMLButtonElement>(null)
  const key = problemKey(row.place, index)
  const problem = row.problems[index]
  const choices = problem?.choices ?? []
  const isOpen = open === key
  const typed = problem?.field && choices.length === 0
  useEffect(() => {
    // Opened by coming from the problem before; where there is nothing to type the first button is what is next.
    if (isOpen && !typed) first.current?.focus()
  }, [isOpen, typed])
  if (!problem) return null
  const of = <span className="unseen"> {t('staffLists.check.of', { name: row.name })}</span>
  const { suggestion } = problem
  const suggested = suggestion ? (
    <button type="button" className="button-link small" onClick={() => save(suggestion)}>
      {t('staffLists.check.use', { value: suggestion })}
      {of}
    </button>
  ) : null
  if (isOpen && typed) {
    return (
      <div className="buttons">
        <button type="submit" form={editorId(row.place, index)} className="button-link small">
          {t('staffLists.check.save')}
        </button>
        {suggested}
        <button type="button" className="quiet" onClick={close}>
          {t('staffLists.check.cancel')}
        </button>
      </div>
    )
  }
  const short = shortChoices(choices)
  const field = lowerFirst(problem.fieldLabel ?? '')
  return (
    <div className="buttons" data-problem={key}>
      {choices.map((choice, at) => (
        <button
          key={choice}
          ref={at === 0 ? first : undefined}
          type="button"
          className="button-link small"
          title={short[at] === choice ? undefined : choice}
          onClick={() => save(choice)}
        >
          <span className="unseen">{t('staffLists.check.use', { value: choice })}</span>
          <span aria-hidden>{short[at]}</span>
        </button>
      ))}
      {choices.length === 0 ? suggested : null}
      {typed ? (
        <button type="button" className="button-link small" onClick={() => setOpen(key)}>
          {problem.suggestion ? t('staffLists.check.editOther') : t('staffLists.check.edit', { field })}
          <span className="unseen">
            {problem.suggestion ? ` ${field}` : null} {t('staffLists.check.of', { name: row.name })}
          </span>
        </button>
      ) : null}
      {problem.field === null ? (
        <button
          type="button"
          className="button-link small"
          onClick={() => changes.row(row.place, { decision: 'take' })}
        >
          {t('staffLists.check.useAsIs')}
          {of}
        </button>
      ) : null}
      {index === 0 ? (
        <button
          type="button"
          ref={choices.length === 0 && !typed ? first : undefined}
          className="quiet"
          aria-disabled={changes.busy || undefined}
          onClick={() => !changes.busy && skip()}
        >
          {t('staffLists.check.skipRow')}
          <span className="unseen"> {row.name}</span>
        </button>
      ) : null}
    </div>
  )
}
