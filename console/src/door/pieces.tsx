import { type ComponentProps, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { Crest } from '../ui/crest.tsx'
import type { Problem } from '../ui/problem.ts'
import type { Door } from './api.ts'
import { t } from './words.ts'

/** Field name → what is wrong with it. `''` holds what belongs to no field. */
export type Errors = Record<string, string>

/** The sentence for a problem: the server's own where it has one. */
export function sentenceOf(problem: Problem): string {
  if (problem.code === 'offline') return t('problem.offline')
  if (problem.detail) return problem.detail
  return problem.requestId
    ? t('problem.unexpected', { reference: problem.requestId })
    : t('problem.unexpectedBare')
}

/** Says at the top what is wrong, in the words beside the fields. The first wrong field takes the focus; without one, this. */
export function ProblemSummary({ errors }: { errors: Errors }) {
  const box = useRef<HTMLDivElement>(null)
  const entries = Object.entries(errors)
  // Each refusal takes the focus again, also one that says the same.
  useEffect(() => {
    const first = Object.keys(errors)[0]
    const field = first ? document.getElementById(first) : null
    ;(field ?? box.current)?.focus()
  }, [errors])
  if (entries.length === 0) return null
  return (
    <div className="problem" role="alert" tabIndex={-1} ref={box}>
      <h2>{t('problem.title')}</h2>
      <ul>
        {entries.map(([field, message]) => (
          <li key={field}>
            {field ? (
              <a
                href={`#${field}`}
                onClick={(event) => {
                  event.preventDefault()
                  document.getElementById(field)?.focus()
                }}
              >
                {message}
              </a>
            ) : (
              message
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}

type FieldProps = {
  name: string
  label: string
  hint?: string
  error: string | undefined
  aside?: ReactNode
  children?: ReactNode
} & ComponentProps<'input'>

/** A labelled field. Its error stands between the label and the box, and the margin beside it turns into a bar. */
export function Field({ name, label, hint, error, aside, children, ...input }: FieldProps) {
  const described = [hint ? `${name}-hint` : '', error ? `${name}-error` : ''].filter(Boolean).join(' ')
  const box = (
    <input
      {...input}
      className="input"
      id={name}
      name={name}
      aria-invalid={error ? true : undefined}
      aria-describedby={described || undefined}
    />
  )
  return (
    <div className={error ? 'field wrong' : 'field'}>
      <div className="between">
        <label htmlFor={name}>{label}</label>
        {aside}
      </div>
      {hint ? (
        <p className="hint" id={`${name}-hint`}>
          {hint}
        </p>
      ) : null}
      {error ? (
        <p className="message" id={`${name}-error`}>
          {error}
        </p>
      ) : null}
      {children ? (
        <div className="beside">
          {box}
          {children}
        </div>
      ) : (
        box
      )}
    </div>
  )
}

/**
 * A password with Show. Paste and password managers are welcome; there is no second box to confirm it in. With a
 * minimum, it counts along.
 */
export function PasswordField({
  minimum,
  ...field
}: Omit<FieldProps, 'children' | 'type'> & { minimum?: number }) {
  const [shown, setShown] = useState(false)
  const length = Array.from(String(field.value ?? '')).length
  return (
    <>
      <Field
        {...field}
        type={shown ? 'text' : 'password'}
        autoCapitalize="none"
        autoCorrect="off"
        spellCheck={false}
      >
        <button
          className="button plain"
          type="button"
          aria-label={t(shown ? 'password.hideName' : 'password.showName')}
          onClick={() => setShown(!shown)}
        >
          {t(shown ? 'password.hide' : 'password.show')}
        </button>
      </Field>
      {minimum && length > 0 ? (
        <p className="count num">
          {length < minimum
            ? t('field.characters', { count: length, minimum })
            : t('field.charactersEnough', { count: length })}
        </p>
      ) : null}
    </>
  )
}

/** The one filled button of a page. While it works it says so and takes no second press. */
export function Submit({ label, working, busy }: { label: string; working: string; busy: boolean }) {
  return (
    <button className="button filled" type="submit" aria-disabled={busy || undefined}>
      {busy ? working : label}
    </button>
  )
}

/** The exercise-book cover beside the page on a wide screen, the crest and name above it on a phone. */
export function CoverPage({ door, children }: { door: Door; children: ReactNode }) {
  const name = door.organisation?.name ?? t('product')
  const labelled = useId()
  return (
    <div className="covered">
      <aside className="cover" aria-labelledby={labelled}>
        <div className="label">
          <Crest height={56} />
          <p className="name" id={labelled}>
            {name}
          </p>
          <dl>
            <div>
              <dt>{t('cover.for')}</dt>
              <dd>{t('cover.staffAccounts')}</dd>
            </div>
            <div>
              <dt>{t('cover.address')}</dt>
              <dd>{location.host}</dd>
            </div>
            <div>
              <dt>{t('cover.help')}</dt>
              <dd>{t(door.organisation?.type === 'trust' ? 'cover.trust' : 'cover.school')}</dd>
            </div>
          </dl>
        </div>
      </aside>
      <main className="page">
        <p className="whose">
          <Crest height={30} />
          {name}
        </p>
        {children}
      </main>
    </div>
  )
}

/** How far along the way this page is, in words and in strokes. */
export function Progress({ step, steps }: { step: number; steps: number }) {
  return (
    <p className="progress">
      {t('progress', { step, steps })}
      {Array.from({ length: steps }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a stroke is nothing but its place
        <i key={index} className={index < step ? 'on' : ''} />
      ))}
    </p>
  )
}

/** The heading of a page that came without a new document: reading goes on from it. The first page reads from the top. */
export function Heading({ title, quiet }: { title: string; quiet?: boolean }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (!quiet) heading.current?.focus()
  }, [quiet])
  return (
    <h1 ref={heading} tabIndex={-1}>
      {title}
    </h1>
  )
}

/** Names the page in the title bar. */
export function useTitle(page: string, place: string): void {
  useEffect(() => {
    document.title = t('title', { page, place })
  }, [page, place])
}
