import { Link, useNavigate } from '@tanstack/react-router'
import { Lock, Pencil } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api/client.ts'
import { may } from '../../api/types.ts'
import { paths } from '../../app/paths.ts'
import { usePlace } from '../../app/place.tsx'
import { ActionLink } from '../../ui/action-link.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { RowAction, RowMenu } from '../../ui/row-menu.tsx'
import { Empty, Loaded } from '../../ui/states.tsx'
import { arrangeUnits, type UnitRow } from './unit.ts'
import './units-page.css'

/** Departments, subjects, groups and classes: the places inside an organisation, by kind. */
export function UnitsPage() {
  const { t } = useTranslation()
  const { organisation } = usePlace()
  const query = api.useQuery('get', '/api/v1/organisations/{id}/units', {
    params: { path: { id: organisation.id } },
  })
  const manage = may([...(query.data?.actions ?? []), ...organisation.actions], 'units.manage')
  const add = (
    <ActionLink link={paths.addUnit({ slug: organisation.slug })} label={t('units.add')} filled {...manage} />
  )
  return (
    <div className="sheet">
      <PageHead
        title={t('units.title')}
        lead={t('units.lead')}
        action={query.data?.data.length ? add : null}
      />
      <Loaded query={query}>
        {({ data }) =>
          data.length === 0 ? (
            <Empty title={t('units.none')} action={add}>
              {t('units.noneNext')}
            </Empty>
          ) : (
            <table className="register units">
              <caption className="unseen">{t('units.caption', { place: organisation.name })}</caption>
              <colgroup>
                <col className="w-margin" />
                <col />
                <col className="w-seen" />
                <col className="w-from" />
                <col className="w-actions" />
              </colgroup>
              <thead>
                <tr>
                  <td className="margin" />
                  <th scope="col" className="lead">
                    {t('units.name')}
                  </th>
                  <th scope="col">{t('units.seenBy')}</th>
                  <th scope="col">{t('units.from')}</th>
                  <th scope="col">
                    <span className="unseen">{t('people.actions')}</span>
                  </th>
                </tr>
              </thead>
              {arrangeUnits(data).map(({ kind, rows }) => (
                <tbody key={kind}>
                  <tr className="kind">
                    <th colSpan={5} scope="rowgroup" className="lead">
                      <h2>{t(`units.kinds.${kind}`)}</h2>
                    </th>
                  </tr>
                  {rows.map((row) => (
                    <Row key={row.unit.id} row={row} />
                  ))}
                </tbody>
              ))}
            </table>
          )
        }
      </Loaded>
    </div>
  )
}

function Row({ row: { unit, depth, parent } }: { row: UnitRow }) {
  const { t } = useTranslation()
  const { organisation } = usePlace()
  const navigate = useNavigate()
  const target = paths.unit({ slug: organisation.slug, id: unit.id })
  return (
    <tr>
      <td className="margin">{unit.private ? <Lock size={16} strokeWidth={1.5} aria-hidden /> : null}</td>
      <th scope="row" className="lead">
        <span className="under" style={{ '--depth': depth } as React.CSSProperties}>
          <Link {...target}>{unit.name}</Link>
          {parent ? <span className="sub">{t('units.in', { parent })}</span> : null}
        </span>
      </th>
      <td className="seen">{t(unit.private ? 'units.private' : 'units.public')}</td>
      <td className="from">{t(`units.source.${unit.source}`)}</td>
      <td className="actions">
        <RowMenu label={t('people.actionsFor', { name: unit.name })}>
          <RowAction
            icon={<Pencil size={18} strokeWidth={1.5} aria-hidden />}
            label={t('units.edit')}
            {...may(unit.actions, 'units.manage')}
            onChoose={() => navigate(target)}
          />
        </RowMenu>
      </td>
    </tr>
  )
}
