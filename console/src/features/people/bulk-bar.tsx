import { Button } from '@mantine/core'
import { X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Person } from '../../api/types.ts'
import { problemOf } from '../../ui/problem.ts'
import { useSentence } from '../../ui/states.tsx'
import { together, whomOf } from './resend.ts'
import type { Selection } from './selection.ts'
import { useResendPlan } from './use-resend-plan.ts'

type BulkBarProps = {
  chosen: Selection<Person>
  onResend: () => void
  onClear: () => void
}

/** What can be done with those ticked. The button says for how many of them it fits, before it is pressed. */
export function BulkBar({ chosen, onResend, onClear }: BulkBarProps) {
  const { t, i18n } = useTranslation()
  const sentence = useSentence()
  const plan = useResendPlan(whomOf([...chosen.values()]))
  const { again, never, not } = together(plan.data ?? [])
  const registered = not.filter((result) => isRegistered(chosen.get(result.personId))).length
  const others = not.length - registered
  const rest = [
    ...(again.length > 0 && never.length > 0 ? [t('people.restNever', { count: never.length })] : []),
    ...(registered > 0 ? [t('people.restRegistered', { count: registered })] : []),
    ...(others > 0 ? [t('people.restOther', { count: others })] : []),
  ]
  const fits = again.length > 0 ? again.length : never.length
  const label =
    again.length > 0 || never.length === 0
      ? t('people.resendTo', { count: again.length })
      : t('people.sendTo', { count: never.length })
  return (
    <section className="bulk" aria-label={t('people.bulk')}>
      <button
        type="button"
        className="icon-button narrow-only"
        aria-label={t('people.clearTicks')}
        onClick={onClear}
      >
        <X size={20} strokeWidth={1.5} aria-hidden />
      </button>
      <b role="status">{t('people.ticked', { count: chosen.size })}</b>
      <div className="buttons">
        {plan.data ? (
          <Button
            variant="default"
            size="compact-md"
            onClick={() => fits > 0 && onResend()}
            aria-disabled={fits === 0 || undefined}
            aria-describedby={rest.length > 0 ? 'bulk-rest' : undefined}
          >
            {label}
          </Button>
        ) : null}
        <span id="bulk-rest" className="rest">
          {plan.isError
            ? sentence(problemOf(plan.error))
            : rest.length > 0
              ? `(${new Intl.ListFormat(i18n.language, { type: 'unit' }).format(rest)})`
              : null}
        </span>
      </div>
      <button type="button" className="plain-button wide-only end" onClick={onClear}>
        {t('people.clearTicks')}
      </button>
    </section>
  )
}

const isRegistered = (person: Person | undefined): boolean =>
  person?.status === 'active' || person?.status === 'locked'
