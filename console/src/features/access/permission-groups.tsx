import { ChevronRight } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { PersonRoles } from '../../api/types.ts'

type Permission = PersonRoles['permissions'][number]
type PermissionGroupsProps = {
  permissions: Permission[]
  editable: boolean
  granted: string[]
  onChange: (granted: string[]) => void
}

/** Permissions on top of the roles, group by group. What a role brings is ticked and closed. */
export function PermissionGroups({ permissions, editable, granted, onChange }: PermissionGroupsProps) {
  const { t } = useTranslation()
  const groups = [...new Set(permissions.map((one) => one.group))]
  return (
    <fieldset id="permissions" tabIndex={-1}>
      <legend className="in section legend">
        <h2>{t('roles.permissions')}</h2>
        <p>{t('roles.permissionsLead')}</p>
      </legend>
      <div className="choices">
        {groups.map((group) => {
          const members = permissions.filter((one) => one.group === group)
          const on = members.filter((one) => one.fromRole || granted.includes(one.permission)).length
          return (
            <details key={group} className="group">
              <summary>
                <ChevronRight size={18} strokeWidth={1.5} aria-hidden />
                <b>{group}</b>
                <span>{t('roles.groupCount', { on, total: members.length })}</span>
              </summary>
              {members.map((one) => (
                <PermissionChoice
                  key={one.permission}
                  permission={one}
                  on={one.fromRole || granted.includes(one.permission)}
                  open={editable && one.allowed && !one.fromRole}
                  onToggle={(checked) =>
                    onChange(
                      checked
                        ? [...granted, one.permission]
                        : granted.filter((held) => held !== one.permission),
                    )
                  }
                />
              ))}
            </details>
          )
        })}
      </div>
    </fieldset>
  )
}

type PermissionChoiceProps = {
  permission: Permission
  on: boolean
  open: boolean
  onToggle: (checked: boolean) => void
}

function PermissionChoice({ permission, on, open, onToggle }: PermissionChoiceProps) {
  const { t } = useTranslation()
  const id = `permission-${permission.permission}`
  const why = permission.fromRole ? t('roles.fromRole') : permission.allowed ? undefined : permission.reason
  return (
    <div className={`choice plain${open ? '' : ' off'}`}>
      <input
        type="checkbox"
        id={id}
        checked={on}
        disabled={!open}
        onChange={(event) => onToggle(event.target.checked)}
      />
      <label htmlFor={id}>
        <b>{permission.label}</b>
        {why ? <span>{why}</span> : null}
      </label>
    </div>
  )
}
