import { Link } from '@tanstack/react-router'
import { X } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Person } from '../../api/types.ts'
import { paths } from '../../app/paths.ts'
import { usePlace } from '../../app/place.tsx'
import { Disc } from '../../ui/disc.tsx'
import { singleKeysAreOn } from '../../ui/single-keys.ts'
import { ColumnCell } from './column-cell.tsx'
import { nameOf } from './person-actions.tsx'
import './person-peek.css'
import { SecondLine, Status } from './status.tsx'
import { stepOf } from './use-list-keys.ts'

/** On a screen as narrow as this the panel covers all of it, and nothing behind it can be reached. */
const NARROW = '(max-width: 719px)'

type PersonPeekProps = { person: Person; onStep: (by: number) => void; onClose: () => void }

/** The row one stands on in full, beside the list. Arrows go on to the next person; Space and Esc close it. */
export function PersonPeek({ person, onStep, onClose }: PersonPeekProps) {
  const { t } = useTranslation()
  const { organisation } = usePlace()
  const panel = useRef<HTMLDialogElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    const box = panel.current
    if (!box) return
    if (matchMedia(NARROW).matches) box.showModal()
    else box.show()
    heading.current?.focus()
    return () => box.close()
  }, [])

  // Closed first: the browser gives the focus back to where it came from, and only then can another row have it.
  function close() {
    panel.current?.close()
    onClose()
  }
  function press(event: KeyboardEvent) {
    const step = event.key.length > 1 || singleKeysAreOn() ? stepOf(event) : 0
    if (step !== 0) onStep(step)
    else if (event.key === ' ' || event.key === 'Escape') close()
    else return
    event.preventDefault()
  }

  return (
    <dialog
      ref={panel}
      className="peek"
      aria-labelledby="peek-name"
      onKeyDown={press}
      onCancel={(event) => {
        event.preventDefault()
        close()
      }}
    >
      <button type="button" className="icon-button" aria-label={t('peek.close')} onClick={close}>
        <X size={20} strokeWidth={1.5} aria-hidden />
      </button>
      <header aria-live="polite">
        <Disc givenName={person.givenName} familyName={person.familyName} large />
        <h2 id="peek-name" ref={heading} tabIndex={-1}>
          {nameOf(person)}
        </h2>
        {person.jobTitle ? <p>{person.jobTitle}</p> : null}
        <Status person={person} />
        <SecondLine person={person} />
      </header>
      <dl>
        <Fact label={t('peek.email')}>{person.email}</Fact>
        {person.organisation.id === organisation.id ? null : (
          <Fact label={t('people.school')}>{person.organisation.name}</Fact>
        )}
        <Fact label={t('people.role')}>
          <Lines none={t('people.noRole')} lines={person.roles.map(({ label, scope }) => [label, scope])} />
        </Fact>
        <Fact label={t('person.units')}>
          <Lines none={t('people.noUnit')} lines={person.units.map(({ name }) => [name, null])} />
        </Fact>
        <Fact label={t('people.lastActive')}>
          <ColumnCell column="lastActive" person={person} />
        </Fact>
      </dl>
      <footer>
        <Link {...paths.person({ slug: organisation.slug, id: person.id })} className="button-link filled">
          {t('people.open')}
        </Link>
        <p className="sub">{t('peek.hint')}</p>
      </footer>
    </dialog>
  )
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}

/** One under the other, each with where it holds. */
function Lines({ lines, none }: { lines: [string, string | null][]; none: string }) {
  if (lines.length === 0) return <span className="muted">{none}</span>
  return lines.map(([line, where]) => (
    <span className="line" key={line + where}>
      {line}
      {where ? <span className="sub">{where}</span> : null}
    </span>
  ))
}
