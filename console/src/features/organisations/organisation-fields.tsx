import { Select, TagsInput, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'

export type OrganisationWish = { name: string; urn: string; domains: string[]; timeZone: string }

type OrganisationFieldsProps = {
  wish: OrganisationWish
  disabled?: boolean
  errorOf: (field: string) => string | undefined
  onChange: (wish: OrganisationWish) => void
}

const zones = Intl.supportedValuesOf('timeZone')

/** What an organisation is called and where it is. The same fields for settings, a new school and an old one. */
export function OrganisationFields({ wish, disabled = false, errorOf, onChange }: OrganisationFieldsProps) {
  const { t } = useTranslation()
  const set = (change: Partial<OrganisationWish>) => onChange({ ...wish, ...change })
  return (
    <div className="in fields">
      <TextInput
        id="name"
        label={t('organisation.name')}
        autoComplete="off"
        disabled={disabled}
        value={wish.name}
        error={errorOf('name')}
        onChange={(event) => set({ name: event.currentTarget.value })}
      />
      <TextInput
        className="short"
        id="urn"
        label={t('organisation.urn')}
        description={t('organisation.urnHint')}
        autoComplete="off"
        inputMode="numeric"
        disabled={disabled}
        value={wish.urn}
        error={errorOf('urn')}
        onChange={(event) => set({ urn: event.currentTarget.value })}
      />
      <TagsInput
        id="domains"
        label={t('organisation.domains')}
        description={t('organisation.domainsHint')}
        disabled={disabled}
        splitChars={[',', ' ', ';']}
        acceptValueOnBlur
        autoCapitalize="none"
        spellCheck={false}
        value={wish.domains}
        error={errorOf('domains')}
        onChange={(domains) => set({ domains })}
      />
      <Select
        id="timeZone"
        label={t('organisation.timeZone')}
        searchable
        allowDeselect={false}
        disabled={disabled}
        data={[...new Set([wish.timeZone, ...zones])].map((zone) => ({
          value: zone,
          label: zone.replaceAll('_', ' '),
        }))}
        value={wish.timeZone}
        error={errorOf('timeZone')}
        onChange={(timeZone) => timeZone && set({ timeZone })}
        nothingFoundMessage={t('organisation.noTimeZone')}
        limit={60}
      />
    </div>
  )
}

/** As the API wants it: an empty URN is no URN, and domains lose the @ that people add. */
export const bodyOf = ({ name, urn, domains, timeZone }: OrganisationWish) => ({
  name: name.trim(),
  urn: urn.trim() || null,
  domains: domains.map((domain) => domain.replace(/^.*@/, '').toLowerCase()),
  timeZone,
})
