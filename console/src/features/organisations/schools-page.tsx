import { Link, useNavigate } from '@tanstack/react-router'
import { ArrowRight, Pencil } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api/client.ts'
import { may, type Organisation } from '../../api/types.ts'
import { paths } from '../../app/paths.ts'
import { usePlace } from '../../app/place.tsx'
import { ActionLink } from '../../ui/action-link.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { RowAction, RowMenu } from '../../ui/row-menu.tsx'
import { Empty } from '../../ui/states.tsx'
import './schools-page.css'

/** The schools of a trust, as a ruled table. */
export function SchoolsPage() {
  const { t } = useTranslation()
  const { organisation, organisations } = usePlace()
  const list = api.useQuery('get', '/api/v1/organisations')
  const schools = organisations.filter((one) => one.parentId === organisation.id)
  const create = may([...(list.data?.actions ?? []), ...organisation.actions], 'organisations.create')
  const add = (
    <ActionLink
      link={paths.addSchool({ slug: organisation.slug })}
      label={t('schools.add')}
      filled
      {...create}
    />
  )
  return (
    <div className="sheet">
      <PageHead
        title={t('schools.title')}
        lead={t('schools.count', { count: schools.length, trust: organisation.name })}
        action={schools.length > 0 ? add : null}
      />
      {schools.length === 0 ? (
        <Empty title={t('schools.none')} action={add}>
          {t('schools.noneNext')}
        </Empty>
      ) : (
        <table className="register schools">
          <caption className="unseen">{t('schools.caption', { trust: organisation.name })}</caption>
          <colgroup>
            <col className="w-margin" />
            <col />
            <col className="w-urn" />
            <col className="w-domains" />
            <col className="w-number" />
            <col className="w-number" />
            <col className="w-actions" />
          </colgroup>
          <thead>
            <tr>
              <td className="margin" />
              <th scope="col" className="lead">
                {t('organisation.name')}
              </th>
              <th scope="col">{t('organisation.urn')}</th>
              <th scope="col" className="domains">
                {t('organisation.domains')}
              </th>
              <th scope="col" className="number">
                {t('people.title')}
              </th>
              <th scope="col" className="number">
                {t('schools.units')}
              </th>
              <th scope="col">
                <span className="unseen">{t('people.actions')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {schools.map((school) => (
              <Row key={school.id} school={school} />
            ))}
          </tbody>
        </table>
      )}
    </div>
  )
}

function Row({ school }: { school: Organisation }) {
  const { t } = useTranslation()
  const { organisation } = usePlace()
  const navigate = useNavigate()
  const edit = paths.school({ slug: organisation.slug, id: school.id })
  const icon = { size: 18, strokeWidth: 1.5, 'aria-hidden': true } as const
  return (
    <tr>
      <td className="margin" />
      <th scope="row" className="lead">
        <Link {...paths.home({ slug: school.slug })}>{school.name}</Link>
      </th>
      <td className="num urn">{school.urn ?? <span className="muted">{t('schools.noUrn')}</span>}</td>
      <td className="domains">
        {school.domains.join(', ') || <span className="muted">{t('schools.noDomains')}</span>}
      </td>
      <td className="number" data-label={t('people.title')}>
        {school.people}
      </td>
      <td className="number" data-label={t('schools.units')}>
        {school.units}
      </td>
      <td className="actions">
        <RowMenu label={t('people.actionsFor', { name: school.name })}>
          <RowAction
            icon={<ArrowRight {...icon} />}
            label={t('schools.go')}
            allowed
            onChoose={() => navigate(paths.home({ slug: school.slug }))}
          />
          <RowAction
            icon={<Pencil {...icon} />}
            label={t('schools.edit')}
            {...may(school.actions, 'organisations.edit')}
            onChoose={() => navigate(edit)}
          />
        </RowMenu>
      </td>
    </tr>
  )
}
