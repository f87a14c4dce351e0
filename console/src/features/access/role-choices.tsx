import { MultiSelect } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { PersonRoles } from '../../api/types.ts'
import { needsUnit, placesFor, type RoleDraft } from './role-draft.ts'

type RoleChoicesProps = { roles: PersonRoles; drafts: RoleDraft[]; onChange: (drafts: RoleDraft[]) => void }

/** Every role there is, ticked by the margin. One that is not yours to give stays, closed, with the reason. */
export function RoleChoices({ roles, drafts, onChange }: RoleChoicesProps) {
  const { t } = useTranslation()
  return (
    <fieldset id="roles" tabIndex={-1}>
      <legend className="in section legend">
        <h2>{t('roles.roles')}</h2>
        <p>{t('roles.rolesLead')}</p>
      </legend>
      <div className="choices">
        {roles.choices.map((choice) => {
          const draft = drafts.find((one) => one.role === choice.role)
          const open = roles.editable && choice.allowed
          const places = placesFor(choice, roles.units, (kind) =>
            t('roles.everyOf', { kind: t(`units.kinds.${kind}`) }),
          )
          const held = roles.roles.find((one) => one.role === choice.role)
          return (
            <div key={choice.role} className={`choice${draft ? ' on' : ''}${open ? '' : ' off'}`}>
              <input
                type="checkbox"
                id={`role-${choice.role}`}
                checked={draft !== undefined}
                disabled={!open}
                onChange={(event) =>
                  onChange(
                    event.target.checked
                      ? [...drafts, { role: choice.role, where: [] }]
                      : drafts.filter((one) => one.role !== choice.role),
                  )
                }
              />
              <label htmlFor={`role-${choice.role}`}>
                <b>{choice.label}</b>
                <span>{choice.meaning}</span>
                {choice.allowed || !choice.reason ? null : <span className="reason">{choice.reason}</span>}
                {held && held.source !== 'manual' ? (
                  <span className="reason">{t('roles.fromElsewhere')}</span>
                ) : null}
              </label>
              {draft && places.length > 0 ? (
                <MultiSelect
                  className="where"
                  label={t('roles.where')}
                  {...(needsUnit(choice) ? {} : { description: t('roles.whereAll') })}
                  searchable
                  disabled={!open}
                  data={places}
                  value={draft.where}
                  nothingFoundMessage={t('units.noneFound')}
                  onChange={(where) =>
                    onChange(drafts.map((one) => (one.role === choice.role ? { ...one, where } : one)))
                  }
                />
              ) : null}
              {draft && places.length === 0 && needsUnit(choice) ? (
                <p className="where sub">{t('roles.noUnits')}</p>
              ) : null}
            </div>
          )
        })}
      </div>
    </fieldset>
  )
}
