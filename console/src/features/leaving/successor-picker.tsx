import { Select } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api/client.ts'
import type { Consequences } from '../../api/types.ts'
import { usePlace } from '../../app/place.tsx'

const FOUND_AT_MOST = 20
/** After the last key pressed, so that not every letter is asked about. */
const SETTLED_MS = 200

/** Who takes over what nobody would lead any more. */
export type Successor = { id: string; label: string }

type SuccessorPickerProps = {
  handOver: NonNullable<Consequences['handOver']>
  /** Where to look for them. */
  organisationId: string
  /** Whether to look below it too. */
  below: boolean
  /** Whether somebody can't be it, because they leave too. */
  isLeaving: (id: string) => boolean
  successor: Successor | undefined
  onSuccessor: (successor: Successor | undefined) => void
  error: string | undefined
}

/** Finds somebody who stays and makes them leader of what would have none; shown with the reason where that is not yours. */
export function SuccessorPicker(props: SuccessorPickerProps) {
  const { handOver, organisationId, below, isLeaving, successor, onSuccessor, error } = props
  const { t } = useTranslation()
  const { me } = usePlace()
  const [typed, setTyped] = useState('')
  const [q, setQ] = useState('')
  const wanted = typed === successor?.label ? '' : typed.trim()
  useEffect(() => {
    const timer = setTimeout(() => setQ(wanted), SETTLED_MS)
    return () => clearTimeout(timer)
  }, [wanted])
  const found = api.useQuery(
    'get',
    '/api/v1/organisations/{id}/people',
    {
      params: {
        path: { id: organisationId },
        query: {
          status: 'active',
          limit: FOUND_AT_MOST,
          sort: 'name',
          ...(q ? { q } : {}),
          ...(below ? { include: 'below' as const } : {}),
        },
      },
    },
    { enabled: handOver.allowed, placeholderData: (before) => before },
  )
  const people = (found.data?.data ?? [])
    .filter((each) => !isLeaving(each.id) && each.personId !== me.id)
    .map((each) => {
      const name = `${each.givenName} ${each.familyName}`.trim()
      return { id: each.id, label: name ? `${name}, ${each.email}` : each.email }
    })
  const known = successor && !people.some(({ id }) => id === successor.id) ? [successor, ...people] : people
  const hint = t(below ? 'leave.handOverHintTrust' : 'leave.handOverHint')
  return (
    <div className="in fields">
      <Select
        id="handOverTo"
        label={t('leave.handOverTo', { count: handOver.units })}
        description={handOver.allowed ? hint : handOver.reason}
        searchable
        clearable
        disabled={!handOver.allowed}
        placeholder={t('leave.handOverNobody')}
        data={known.map(({ id, label }) => ({ value: id, label }))}
        filter={({ options }) => options}
        value={successor?.id ?? null}
        searchValue={typed}
        onSearchChange={setTyped}
        error={error}
        nothingFoundMessage={t('leave.noneFound')}
        clearButtonProps={{ 'aria-label': t('leave.handOverClear') }}
        onChange={(id) => onSuccessor(known.find((each) => each.id === id))}
      />
    </div>
  )
}
