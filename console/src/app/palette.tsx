import { Modal } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { Search } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, useEffect, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Marked } from '../features/people/marked.tsx'
import { nameOf } from '../features/people/person-actions.tsx'
import { Disc } from '../ui/disc.tsx'
import { problemOf } from '../ui/problem.ts'
import { singleKeysAreOn } from '../ui/single-keys.ts'
import { useSentence } from '../ui/states.tsx'
import { useOpening } from '../ui/use-opening.ts'
import { GO_KEYS, type Page } from './pages.ts'
import './palette.css'
import { paths } from './paths.ts'
import { usePlace } from './place.tsx'
import { useFoundPeople } from './use-found-people.ts'

type PaletteProps = { opened: boolean; pages: Page[]; onGo: (page: Page) => void; onClose: () => void }

/** A line to type in, in front of the page: the first letters of a page or of a name lead there. */
export function Palette({ opened, ...props }: PaletteProps) {
  const { t } = useTranslation()
  return (
    <Modal.Root
      opened={useOpening(opened)}
      onClose={props.onClose}
      size={560}
      yOffset="12vh"
      radius={6}
      padding={0}
      portalProps={{ target: '#main' }}
      transitionProps={{ duration: 0 }}
    >
      <Modal.Overlay backgroundOpacity={0.4} />
      <Modal.Content aria-label={t('palette.title')}>
        <Modal.Body>
          <Finder {...props} />
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  )
}

type Offer = { key: string; choose: () => void; looks: ReactNode }

function Finder({ pages, onGo, onClose }: Omit<PaletteProps, 'opened'>) {
  const { t } = useTranslation()
  const sentence = useSentence()
  const { organisation } = usePlace()
  const navigate = useNavigate()
  const list = useId()
  const [typed, setTyped] = useState('')
  const [active, setActive] = useState(0)
  const words = typed.trim()
  const { people, isSearched, error } = useFoundPeople(words)
  const groups: { name: string; offers: Offer[] }[] = [
    {
      name: t('palette.pages'),
      offers: pages
        .filter(({ label }) => label.toLocaleLowerCase().includes(words.toLocaleLowerCase()))
        .map((page) => ({
          key: page.kind,
          choose: () => onGo(page),
          looks: <PageLooks page={page} words={words} />,
        })),
    },
    {
      name: t('palette.people'),
      offers: people.map((person) => ({
        key: person.id,
        choose: () => void navigate(paths.person({ slug: organisation.slug, id: person.id })),
        looks: (
          <>
            <Disc givenName={person.givenName} familyName={person.familyName} />
            <span>
              <Marked text={nameOf(person)} search={words} />
              <span className="sub">
                {person.organisation.id === organisation.id ? person.email : person.organisation.name}
              </span>
            </span>
            <span className="sub">{person.statusLabel}</span>
          </>
        ),
      })),
    },
  ].filter(({ offers }) => offers.length > 0)
  const offers = groups.flatMap((group) => group.offers)
  const at = Math.min(active, offers.length - 1)
  const idOf = (offer: Offer | undefined) => (offer ? `${list}-${offer.key}` : undefined)
  const current = offers[at]
  const currentId = idOf(current)
  useEffect(() => {
    if (currentId) document.getElementById(currentId)?.scrollIntoView({ block: 'nearest' })
  }, [currentId])

  function choose(offer: Offer | undefined) {
    if (!offer) return
    onClose()
    offer.choose()
  }
  function press(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'ArrowDown') setActive((at + 1) % Math.max(offers.length, 1))
    else if (event.key === 'ArrowUp') setActive((at + offers.length - 1) % Math.max(offers.length, 1))
    else if (event.key === 'Enter') choose(current)
    else return
    event.preventDefault()
  }

  return (
    <div className="palette">
      <div className="field">
        <Search size={20} strokeWidth={1.5} aria-hidden />
        <input
          data-autofocus
          role="combobox"
          aria-label={t('palette.title')}
          aria-autocomplete="list"
          aria-expanded={offers.length > 0}
          aria-controls={offers.length > 0 ? list : undefined}
          aria-activedescendant={currentId}
          placeholder={t('palette.hint')}
          autoComplete="off"
          spellCheck={false}
          maxLength={200}
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value)
            setActive(0)
          }}
          onKeyDown={press}
        />
        <kbd aria-hidden>Esc</kbd>
      </div>
      {offers.length > 0 ? (
        <div id={list} role="listbox" aria-label={t('palette.title')}>
          {groups.map((group) => (
            // biome-ignore lint/a11y/useSemanticElements: a fieldset has no place among the options of a listbox
            <div key={group.name} role="group" aria-label={group.name}>
              <p aria-hidden>{group.name}</p>
              {group.offers.map((offer) => (
                // biome-ignore lint/a11y/useKeyWithClickEvents: the field keeps the focus and hears the keys for all of them
                <div
                  key={offer.key}
                  id={idOf(offer)}
                  role="option"
                  tabIndex={-1}
                  aria-selected={offer === current}
                  onMouseDown={(event) => event.preventDefault()}
                  onMouseMove={() => setActive(offers.indexOf(offer))}
                  onClick={() => choose(offer)}
                >
                  {offer.looks}
                </div>
              ))}
            </div>
          ))}
        </div>
      ) : null}
      <p role="status" className={error || (isSearched && offers.length === 0) ? 'none' : 'unseen'}>
        {error
          ? sentence(problemOf(error))
          : isSearched
            ? offers.length > 0
              ? t('palette.found', { count: offers.length })
              : t('palette.none', { words })
            : null}
      </p>
    </div>
  )
}

function PageLooks({ page: { icon: Icon, label, kind }, words }: { page: Page; words: string }) {
  const key = GO_KEYS[kind]
  return (
    <>
      <Icon size={20} strokeWidth={1.5} aria-hidden />
      <span>
        <Marked text={label} search={words} />
      </span>
      {key && singleKeysAreOn() ? <kbd aria-hidden>g {key}</kbd> : null}
    </>
  )
}
