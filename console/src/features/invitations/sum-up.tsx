import { useTranslation } from 'react-i18next'
import type { Invitation } from '../../api/types.ts'
import { fateOf, fates, type Sent, wasStopped } from './sent.ts'

/** How many there were and what became of them, in numbers that add up. Spoken as they change. */
export function SumUp({ invitations, sent }: { invitations: Invitation[]; sent: Sent | undefined }) {
  const { t } = useTranslation()
  const open = new Map(invitations.map((each) => [each.email, each]))
  const emails = sent ? sent.people.map((person) => person.email) : [...open.keys()]
  const all = emails.map((email) => {
    const fate = fateOf(open.get(email), Date.now())
    return fate === 'ended' && wasStopped(sent, email) ? 'stopped' : fate
  })
  const parts = [...fates, 'stopped' as const]
    .map((fate) => ({ fate, count: all.filter((each) => each === fate).length }))
    .filter(({ count }) => count > 0)
    .map(({ fate, count }) => t(`invite.fate.${fate}`, { count }))
  const left = sent?.left.length ?? 0
  if (left > 0) parts.push(t('invite.fate.left', { count: left }))
  return (
    <span role="status" className="sum-up">
      {t('invite.sum', { count: all.length + left, parts: parts.join(', ') })}
    </span>
  )
}
