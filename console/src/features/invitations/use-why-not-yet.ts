import { useTranslation } from 'react-i18next'
import type { InviteOptions } from '../../api/types.ts'
import { problemOf } from '../../ui/problem.ts'
import { useSentence } from '../../ui/states.tsx'
import type { Counts, Row } from './invite-rows.ts'
import { roleWithoutUnit, type Terms } from './terms.ts'

type State = {
  text: string
  reading: { current: boolean; error: unknown }
  rows: Row[]
  counts: Counts
  terms: Terms
  options: InviteOptions
}

/** Why nothing can be sent as things stand, and what to do; undefined when it can. */
export function useWhyNotYet({ text, reading, rows, counts, terms, options }: State): string | undefined {
  const { t } = useTranslation()
  const sentence = useSentence()
  const place = options.organisation.name
  if (text.trim() === '') return t('invite.why.nobody')
  if (reading.error) return sentence(problemOf(reading.error))
  const pasted = rows.length - counts.repeat
  if (pasted > options.pageLimit) return t('invite.why.tooMany', { limit: options.pageLimit, count: pasted })
  if (!reading.current) return t('invite.why.reading')
  if (counts.ready === 0) return t(counts.check > 0 ? 'invite.why.toCheck' : 'invite.why.none')
  const without = rows.some((row) => row.outcome === 'ready' && (row.units ?? terms.units).length === 0)
  if (without && options.needsUnit) return t('invite.why.unit', { place })
  const held = rows.flatMap((row) =>
    row.outcome === 'ready' && (row.units ?? terms.units).length === 0
      ? [row.role ?? terms.role, ...terms.also]
      : [],
  )
  const role = roleWithoutUnit(options, held)
  if (role) return t('invite.why.roleUnit', { role: role.label })
  if (terms.later && !terms.sendAt) return t('invite.why.date')
  if ((terms.labelName.trim() === '') !== (terms.labelValue.trim() === '')) return t('invite.why.label')
  return undefined
}
