import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Activity } from '../../api/types.ts'
import { paths } from '../../app/paths.ts'
import { usePlace } from '../../app/place.tsx'
import { sayMoment } from '../../ui/dates.ts'

type Zone = Parameters<typeof sayMoment>[1]

/** What is behind a sentence: before and after, the way in, and the way to everything of the same person. */
export function ActivityDetails({ entry, zone }: { entry: Activity; zone: Zone }) {
  const { t } = useTranslation()
  const { organisation } = usePlace()
  const list = paths.activity({ slug: organisation.slug })
  const facts = [
    ...entry.facts,
    { label: t('activity.when'), value: sayMoment(entry.at, { ...zone }) },
    ...(entry.origin?.address ? [{ label: t('activity.address'), value: entry.origin.address }] : []),
    ...(entry.origin?.userAgent ? [{ label: t('activity.browser'), value: entry.origin.userAgent }] : []),
    ...(entry.requestId ? [{ label: t('activity.request'), value: entry.requestId }] : []),
  ]
  return (
    <div className="details">
      {entry.changes.length > 0 ? (
        <table>
          <caption className="unseen">{t('activity.changes')}</caption>
          <thead>
            <tr>
              <td />
              <th scope="col">{t('activity.before')}</th>
              <th scope="col">{t('activity.after')}</th>
            </tr>
          </thead>
          <tbody>
            {entry.changes.map(({ label, before, after }) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                <td>{before ? <del>{before}</del> : t('activity.nothing')}</td>
                <td>{after ? <ins>{after}</ins> : t('activity.nothing')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      <dl>
        {facts.map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p>
        {entry.actor.id ? (
          <Link {...list} search={{ actor: entry.actor.id }}>
            {t('activity.onlyBy', { name: entry.actor.name })}
          </Link>
        ) : null}
        {entry.subject?.id && entry.subject.id !== entry.actor.id ? (
          <Link {...list} search={{ subject: entry.subject.id }}>
            {t('activity.onlyAbout', { name: entry.subject.name })}
          </Link>
        ) : null}
      </p>
    </div>
  )
}
