import { Check, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Row } from './invite-rows.ts'

const icon = { size: 18, strokeWidth: 2, 'aria-hidden': true } as const
const signs = {
  ready: <Check {...icon} />,
  check: '!',
  repeat: '=',
  not_sent: <X {...icon} />,
  invalid: <X {...icon} />,
}

/** The mark in the margin, with its meaning for those who hear it. */
export function OutcomeMark({ outcome }: { outcome: Row['outcome'] }) {
  const { t } = useTranslation()
  return (
    <span className={`mark ${outcome}`} role="img" aria-label={t(`invite.mark.${outcome}`)}>
      {signs[outcome]}
    </span>
  )
}
