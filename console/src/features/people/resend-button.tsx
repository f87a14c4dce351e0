import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Person } from '../../api/types.ts'
import { problemOf } from '../../ui/problem.ts'
import { useSentence } from '../../ui/states.tsx'
import { together, whomOf } from './resend.ts'
import type { Selection } from './selection.ts'
import { useResendPlan } from './use-resend-plan.ts'

type ResendButtonProps = { chosen: Selection<Person>; onResend: () => void }

/** Sends invitations to those ticked. The button says for how many of them it fits, before it is pressed. */
export function ResendButton({ chosen, onResend }: ResendButtonProps) {
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
  if (plan.isError) return <span className="rest">{sentence(problemOf(plan.error))}</span>
  // Where all of them are registered there is nothing to say of invitations.
  if (!plan.data || fits === 0) return null
  return (
    <>
      <Button
        variant="default"
        size="compact-md"
        onClick={onResend}
        aria-describedby={rest.length > 0 ? 'bulk-rest' : undefined}
      >
        {again.length > 0
          ? t('people.resendTo', { count: again.length })
          : t('people.sendTo', { count: never.length })}
      </Button>
      <span id="bulk-rest" className="rest">
        {rest.length > 0 ? `(${new Intl.ListFormat(i18n.language, { type: 'unit' }).format(rest)})` : null}
      </span>
    </>
  )
}

const isRegistered = (person: Person | undefined): boolean =>
  person?.status === 'active' || person?.status === 'locked'
