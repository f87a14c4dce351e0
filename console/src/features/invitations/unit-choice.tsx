import { MultiSelect } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { InviteOptions } from '../../api/types.ts'
import { roleWithoutUnit, type Terms } from './terms.ts'

type UnitChoiceProps = {
  options: InviteOptions
  terms: Pick<Terms, 'role' | 'also' | 'units'>
  error: string | undefined
  onChange: (next: Pick<Terms, 'units'>) => void
}

/** Where everybody of the batch belongs; a role that is held in departments is held in these. */
export function UnitChoice({ options, terms, error, onChange }: UnitChoiceProps) {
  const { t } = useTranslation()
  const given = [terms.role, ...terms.also]
  const inUnits = options.roles.some((each) => given.includes(each.role) && each.scopes.includes('unit'))
  const needed = options.needsUnit || roleWithoutUnit(options, given) !== undefined
  const hint = inUnits ? t('invite.unitHolds') : needed ? t('invite.unitNeeded') : t('invite.unitHint')
  return (
    <div className="in unit-choice">
      <MultiSelect
        id="units"
        label={t('invite.unit')}
        description={hint}
        searchable
        data={options.units.map((unit) => ({ value: unit.id, label: unit.name }))}
        value={terms.units}
        error={error}
        nothingFoundMessage={t('units.noneFound')}
        onChange={(units) => onChange({ units })}
      />
    </div>
  )
}
