import { TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { StaffList } from '../../api/types.ts'

type HeldCountProps = {
  held: NonNullable<StaffList['held']>
  typed: string
  /** Once it is applied there is nothing else to go on with. */
  applied?: boolean
  onType: (typed: string) => void
}

/** Leavers above the limit: their number has to be typed by somebody who means it. */
export function HeldCount({ held, typed, applied, onType }: HeldCountProps) {
  const { t } = useTranslation()
  const count = held.people
  return (
    <section className="held">
      <header className="in section">
        <h2>{t('staffLists.apply.heldTitle', { count })}</h2>
        <p>{held.detail}</p>
      </header>
      <div className="in fields">
        <TextInput
          className="short"
          id="confirmCount"
          label={t('staffLists.apply.typeCount', { count })}
          description={t(applied ? 'staffLists.done.heldHint' : 'staffLists.apply.heldHint', { count })}
          inputMode="numeric"
          autoComplete="off"
          value={typed}
          onChange={(event) => onType(event.currentTarget.value)}
        />
      </div>
    </section>
  )
}
