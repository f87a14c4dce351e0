import { Select, TextInput } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { NewcomerOptions, Organisation } from '../../api/types.ts'
import { paths } from '../../app/paths.ts'
import { usePlace } from '../../app/place.tsx'
import { AddressNote } from './address-note.tsx'
import type { Who } from './newcomer.ts'
import type { Address } from './use-address.ts'

type WhoFieldsProps = {
  options: NewcomerOptions
  places: Organisation[]
  who: Who
  address: Address
  errorOf: (field: string) => string | undefined
  onWho: (who: Who) => void
  onWhere: (organisationId: string) => void
  onInvite: () => void
}

/** Names and address, which are needed, and what they do. */
export function WhoFields(props: WhoFieldsProps) {
  const { options, places, who, address, errorOf, onWho, onWhere, onInvite } = props
  const { t } = useTranslation()
  const { organisation } = usePlace()
  const set = (change: Partial<Who>) => onWho({ ...who, ...change })
  return (
    <div className="in fields">
      <div className="pair">
        <TextInput
          id="givenName"
          label={t('newcomer.givenName')}
          autoComplete="off"
          value={who.givenName}
          error={errorOf('givenName')}
          onChange={(event) => set({ givenName: event.currentTarget.value })}
        />
        <TextInput
          id="familyName"
          label={t('newcomer.familyName')}
          autoComplete="off"
          value={who.familyName}
          error={errorOf('familyName')}
          onChange={(event) => set({ familyName: event.currentTarget.value })}
        />
      </div>
      <div className="with-note">
        <TextInput
          id="email"
          type="email"
          label={t('newcomer.email')}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          value={who.email}
          error={errorOf('email')}
          onBlur={() => address.ask(who.email)}
          onChange={(event) => {
            address.forget()
            set({ email: event.currentTarget.value })
          }}
        />
        {address.answer ? (
          <AddressNote answer={address.answer} onInvite={onInvite} onAgain={address.forget} />
        ) : null}
        <p className="sub">
          {t('newcomer.noEmail')}{' '}
          <Link {...paths.withoutEmail({ slug: organisation.slug })}>{t('newcomer.noEmailLink')}</Link>
        </p>
      </div>
      {places.length > 1 ? (
        <Select
          id="where"
          label={t('newcomer.where')}
          description={t('newcomer.whereHint')}
          allowDeselect={false}
          searchable
          data={places.map(({ id, name, type }) => ({
            value: id,
            label: type === 'trust' ? t('newcomer.wholeTrust', { name }) : name,
          }))}
          value={options.organisation.id}
          onChange={(id) => id && onWhere(id)}
          nothingFoundMessage={t('newcomer.noneFound')}
        />
      ) : null}
      <div className="pair">
        <TextInput
          id="jobTitle"
          label={t('newcomer.jobTitle')}
          autoComplete="off"
          maxLength={120}
          value={who.jobTitle}
          error={errorOf('jobTitle')}
          onChange={(event) => set({ jobTitle: event.currentTarget.value })}
        />
        <Select
          id="jobCategory"
          label={t('newcomer.jobCategory')}
          placeholder={t('newcomer.notSaid')}
          searchable
          clearable
          data={options.jobCategories.map(({ key, label }) => ({ value: key, label }))}
          value={who.jobCategory}
          error={errorOf('jobCategory')}
          onChange={(jobCategory) => set({ jobCategory })}
          clearButtonProps={{ 'aria-label': t('newcomer.clearCategory') }}
          nothingFoundMessage={t('newcomer.noneFound')}
        />
      </div>
      <Select
        id="relationship"
        label={t('newcomer.relationship')}
        allowDeselect={false}
        data={options.relationships.map(({ key, label }) => ({ value: key, label }))}
        value={who.relationship}
        onChange={(relationship) => relationship && set({ relationship })}
      />
    </div>
  )
}
