import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api/client.ts'
import { may, type Retention } from '../../api/types.ts'
import { paths } from '../../app/paths.ts'
import { usePlace } from '../../app/place.tsx'
import { sayDate } from '../../ui/dates.ts'
import { announce } from '../../ui/notice.tsx'
import { problemOf } from '../../ui/problem.ts'
import { useSentence } from '../../ui/states.tsx'
import { EraseDialog } from './erase-dialog.tsx'

type Review = Retention['reviews'][number]

/** Archived people whose time is over: a person decides whether they are kept or erased. */
export function ArchivedReviews({ data }: { data: Retention }) {
  const { t } = useTranslation()
  const [erasing, setErasing] = useState<Review>()
  return (
    <section aria-labelledby="reviews">
      <div className="in section">
        <h2 id="reviews">
          {data.reviews.length > 0
            ? t('data.reviews', { count: data.reviews.length })
            : t('data.reviewsNone')}
        </h2>
        <p>{t(data.reviews.length > 0 ? 'data.reviewsLead' : 'data.noReviews')}</p>
      </div>
      {data.reviews.length > 0 ? (
        <ul className="marginlist people-kept">
          {data.reviews.map((review) => (
            <Row key={review.id} review={review} data={data} onErase={() => setErasing(review)} />
          ))}
        </ul>
      ) : null}
      {erasing ? <EraseDialog person={erasing} onClose={() => setErasing(undefined)} /> : null}
    </section>
  )
}

function Row({ review, data, onErase }: { review: Review; data: Retention; onErase: () => void }) {
  const { t, i18n } = useTranslation()
  const { organisation } = usePlace()
  const sentence = useSentence()
  const queries = useQueryClient()
  const keep = api.useMutation('post', '/api/v1/people/{id}/keep')
  const day = (at: string) => sayDate(at, { timeZone: organisation.timeZone, locale: i18n.language })
  return (
    <li>
      <div>
        <Link {...paths.person({ slug: organisation.slug, id: review.id })}>{review.name}</Link>
        <span className="sub">
          {t('data.archivedOn', { day: day(review.archivedAt) })}
          {organisation.type === 'trust' ? ` · ${review.organisation.name}` : ''}
          {review.restoredAs ? ` · ${t(`data.restoredAs.${review.restoredAs}`)}` : ''}
          {review.held ? ` · ${t('data.onHold')}` : ''}
        </span>
      </div>
      <div className="buttons">
        {may(data.actions, 'users.archive').allowed ? (
          <Button
            variant="default"
            loading={keep.isPending}
            aria-label={t('data.keepName', { name: review.name })}
            onClick={() =>
              keep.mutate(
                { params: { path: { id: review.id } } },
                {
                  onSuccess: () => {
                    announce(t('data.keptOn', { name: review.name }))
                    return queries.invalidateQueries()
                  },
                  onError: (error) => announce(sentence(problemOf(error))),
                },
              )
            }
          >
            {t('data.keep')}
          </Button>
        ) : null}
        {may(data.actions, 'users.delete').allowed && !review.held ? (
          <Button variant="default" aria-label={t('data.eraseName', { name: review.name })} onClick={onErase}>
            {t('data.erase')}
          </Button>
        ) : null}
      </div>
    </li>
  )
}
