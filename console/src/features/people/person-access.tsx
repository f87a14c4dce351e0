import { useTranslation } from 'react-i18next'
import { api } from '../../api/client.ts'
import { may, type PersonDetail, type PersonRoles } from '../../api/types.ts'
import { paths } from '../../app/paths.ts'
import { usePlace } from '../../app/place.tsx'
import { ActionLink } from '../../ui/action-link.tsx'
import { Facts } from '../../ui/facts.tsx'
import { Loaded } from '../../ui/states.tsx'
import { nameOf } from './person-actions.tsx'

/** What somebody may do here: each role with what it means and where it holds, and the permissions on top. */
export function PersonAccess({ person }: { person: PersonDetail }) {
  const { t } = useTranslation()
  const { organisation } = usePlace()
  const query = api.useQuery('get', '/api/v1/people/{id}/roles', { params: { path: { id: person.id } } })
  return (
    <section className="end-of-sheet">
      <h2 className="unseen">{t('person.accessTitle')}</h2>
      <Loaded query={query} rows={3}>
        {(roles) => <Held person={person} roles={roles} />}
      </Loaded>
      <div className="in person-foot">
        <ActionLink
          link={paths.personRoles({ slug: organisation.slug, id: person.id })}
          label={t('people.editRoles')}
          {...may(person.actions, 'roles.edit')}
        />
      </div>
    </section>
  )
}

function Held({
  person,
  roles: { roles, choices, permissions },
}: {
  person: PersonDetail
  roles: PersonRoles
}) {
  const { t } = useTranslation()
  const granted = permissions.filter((one) => one.granted && !one.fromRole)
  const facts = [
    ...roles.map((role, index) => ({
      key: `${role.role} ${index}`,
      label: role.label,
      value: choices.find((choice) => choice.role === role.role)?.meaning ?? role.label,
      source: role.unit?.name ?? role.kind ?? person.organisation.name,
    })),
    {
      label: t('person.units'),
      value: person.units.map((unit) => unit.name).join(', ') || (
        <span className="muted">{t('people.noUnit')}</span>
      ),
    },
    {
      label: t('person.permissions'),
      value:
        granted.length > 0 ? (
          granted.map((one) => one.label).join(', ')
        ) : (
          <span className="muted">{t('person.noPermissions')}</span>
        ),
    },
  ]
  return <Facts caption={t('person.accessOf', { name: nameOf(person) })} facts={facts} />
}
