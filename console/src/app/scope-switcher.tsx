import { Combobox, useCombobox } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { ChevronsUpDown } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Crest } from '../ui/crest.tsx'
import { paths } from './paths.ts'
import { usePlace } from './place.tsx'

// Below this, a list is faster to read than to search.
const SEARCH_FROM = 9

/** The organisation you are looking at, and the way to another. Switching keeps you on Home, where each place begins. */
export function ScopeSwitcher() {
  const { t } = useTranslation()
  const { organisation, parent, organisations } = usePlace()
  const navigate = useNavigate()
  const [search, setSearch] = useState('')
  const searchable = organisations.length >= SEARCH_FROM
  const list = useCombobox({
    onDropdownOpen: () => (searchable ? list.focusSearchInput() : list.selectActiveOption()),
    onDropdownClose: () => {
      setSearch('')
      list.resetSelectedOption()
    },
  })
  const name = (
    <>
      <Crest />
      <span>
        <b>{organisation.name}</b>
        {parent ? <small>{parent.name}</small> : null}
      </span>
    </>
  )
  if (organisations.length < 2) return <div className="scope">{name}</div>
  const found = organisations.filter((one) => one.name.toLowerCase().includes(search.trim().toLowerCase()))
  return (
    <Combobox
      store={list}
      width={280}
      position="bottom-start"
      onOptionSubmit={(slug) => {
        list.closeDropdown()
        navigate(paths.home({ slug }))
      }}
    >
      <Combobox.Target targetType="button">
        <button
          className="scope"
          type="button"
          aria-description={t('scope.change')}
          onClick={() => list.toggleDropdown()}
        >
          {name}
          <ChevronsUpDown size={16} strokeWidth={1.5} aria-hidden />
        </button>
      </Combobox.Target>
      <Combobox.Dropdown>
        {searchable ? (
          <Combobox.Search
            aria-label={t('scope.search')}
            placeholder={t('scope.search')}
            value={search}
            onChange={(event) => setSearch(event.currentTarget.value)}
          />
        ) : null}
        <Combobox.Options mah={360} className="scrolls" aria-label={t('scope.change')}>
          {found.map((one) => (
            <Combobox.Option key={one.id} value={one.slug} active={one.id === organisation.id}>
              {one.name}
              <span className="sub">{t(`scope.${one.type}`)}</span>
            </Combobox.Option>
          ))}
          {found.length === 0 ? <Combobox.Empty>{t('scope.none')}</Combobox.Empty> : null}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}
