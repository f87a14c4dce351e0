import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { ShieldCheck } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api/client.ts'
import type { RecordCheck } from '../../api/types.ts'
import { usePlace } from '../../app/place.tsx'
import { sayMoment } from '../../ui/dates.ts'
import { announce } from '../../ui/notice.tsx'
import { problemOf } from '../../ui/problem.ts'
import { useSentence } from '../../ui/states.tsx'
import { StatusGlyph } from '../../ui/status-chip.tsx'

/** Has the whole record looked at now, and says what was looked at. */
export function VerifyButton() {
  const { t, i18n } = useTranslation()
  const { organisation } = usePlace()
  const sentence = useSentence()
  const queries = useQueryClient()
  const verify = api.useMutation('post', '/api/v1/organisations/{id}/audit/verify')
  const moment = (at: string | null) =>
    at ? sayMoment(at, { timeZone: organisation.timeZone, locale: i18n.language }) : ''

  function look() {
    announce('')
    verify.mutate(
      { params: { path: { id: organisation.id } } },
      {
        onSuccess: ({ problem, sealed, fromAt, throughAt }) => {
          if (!problem)
            announce(
              t('activity.verified', {
                count: sealed,
                number: new Intl.NumberFormat(i18n.language).format(sealed),
                from: moment(fromAt),
                through: moment(throughAt),
              }),
            )
          return queries.invalidateQueries({ queryKey: ['get', '/api/v1/organisations/{id}/audit'] })
        },
        onError: (error) => announce(sentence(problemOf(error))),
      },
    )
  }

  return (
    <Button
      variant="default"
      loading={verify.isPending}
      leftSection={<ShieldCheck size={18} strokeWidth={1.5} aria-hidden />}
      onClick={look}
    >
      {t('activity.verify')}
    </Button>
  )
}

/** What stands over the list when the record was not as it was sealed. The list is shown all the same. */
export function BrokenRecord({ check }: { check: RecordCheck }) {
  const { t, i18n } = useTranslation()
  const { organisation } = usePlace()
  return (
    <div className="in banner trouble broken-record" role="alert">
      <span className="mark">
        <StatusGlyph glyph="problem" />
      </span>
      <p>
        <b>{t('activity.broken')}</b> {check.problem}{' '}
        {t('activity.brokenNext', {
          moment: sayMoment(check.at, { timeZone: organisation.timeZone, locale: i18n.language }),
          sealed: new Intl.NumberFormat(i18n.language).format(check.sealed),
        })}
      </p>
    </div>
  )
}
