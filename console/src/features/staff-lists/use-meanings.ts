import { useTranslation } from 'react-i18next'
import { api } from '../../api/client.ts'
import { may, type StaffList } from '../../api/types.ts'
import { usePlace } from '../../app/place.tsx'
import type { ValueMatch } from './match-rows.ts'

export type Meaning = { value: string; label: string }

/** In a list to choose from, what stands for meaning nothing. */
export const NOTHING = ''

/** What a word of the file can mean here: roles this person may give, units and schools that are there. */
export function useMeanings(list: StaffList): (value: ValueMatch) => Meaning[] {
  const { t } = useTranslation()
  const { organisation, organisations } = usePlace()
  const { data } = api.useQuery(
    'get',
    '/api/v1/organisations/{id}/invitations/options',
    { params: { path: { id: list.organisationId } } },
    { retry: false },
  )
  const nothing = { value: NOTHING, label: t('staffLists.match.nothing') }
  const roles = data?.roles.map(({ role, label }) => ({ value: role, label })) ?? []
  const units = data?.units.map(({ id, name }) => ({ value: id, label: name })) ?? []
  const schools = organisations
    .filter(({ parentId }) => parentId === list.organisationId)
    .map(({ id, name }) => ({ value: id, label: name }))
  const makes = may(organisation.actions, 'units.manage').allowed
  return (value) => {
    const make = makes ? [{ value: 'new', label: t('staffLists.match.makeUnit', { name: value.value }) }] : []
    const known =
      value.field === 'role'
        ? roles
        : value.field === 'unit'
          ? [...make, ...units, nothing]
          : [...schools, nothing]
    return withPresent(known, value, nothing)
  }
}

/** What a word means now is among the choices, even where this person could not choose it. */
function withPresent(known: Meaning[], { means, label }: ValueMatch, nothing: Meaning): Meaning[] {
  if (known.some(({ value }) => value === (means ?? NOTHING))) return known
  return [means === null ? nothing : { value: means, label: label ?? means }, ...known]
}
