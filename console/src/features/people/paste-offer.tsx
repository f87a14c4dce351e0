import { Button } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api/client.ts'
import { usePlace } from '../../app/place.tsx'
import { problemOf } from '../../ui/problem.ts'
import { useSentence } from '../../ui/states.tsx'

/** Addresses were pasted into the search: who of them is here, and one press to list them. */
export function PasteOffer({
  emails,
  onTake,
  onLeave,
}: {
  emails: string[]
  onTake: () => void
  onLeave: () => void
}) {
  const { t } = useTranslation()
  const sentence = useSentence()
  const { organisation } = usePlace()
  const take = useRef<HTMLButtonElement>(null)
  const found = api.useQuery('get', '/api/v1/organisations/{id}/people', {
    params: {
      path: { id: organisation.id },
      query: {
        emails: emails.join(','),
        ...(organisation.type === 'trust' ? { include: 'below' as const } : {}),
        limit: 1,
      },
    },
  })
  const known = found.data?.addresses
  useEffect(() => {
    if (known) take.current?.focus()
  }, [known])
  const others = (known?.archived.length ?? 0) + (known?.missing.length ?? 0)
  return (
    <div className="paste-offer" role="status">
      {found.isError ? <span>{sentence(problemOf(found.error))}</span> : null}
      {known ? (
        <Button ref={take} size="compact-md" onClick={onTake}>
          {t('peopleList.showThese', {
            count: emails.length,
            found: t('peopleList.found', { count: known.found }),
            others: others > 0 ? t('peopleList.notListed', { count: others }) : '',
          })}
        </Button>
      ) : null}
      <button type="button" className="plain-button" onClick={onLeave}>
        {t('peopleList.leaveThese')}
      </button>
    </div>
  )
}
