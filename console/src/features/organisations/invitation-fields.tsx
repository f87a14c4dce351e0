import { Checkbox, NumberInput, Radio } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Organisation } from '../../api/types.ts'

export type InvitationWish = Pick<Organisation, 'askMobile' | 'invitationDays' | 'needsUnit'>

type InvitationFieldsProps = {
  wish: InvitationWish
  disabled: boolean
  errorOf: (field: string) => string | undefined
  onChange: (wish: InvitationWish) => void
}

const ASK_MOBILE = ['optional', 'required', 'no'] as const

/** How people are invited here, and what they are asked when they register. */
export function InvitationFields({ wish, disabled, errorOf, onChange }: InvitationFieldsProps) {
  const { t } = useTranslation()
  return (
    <div className="in fields">
      <h2>{t('organisation.inviting')}</h2>
      <Radio.Group
        id="askMobile"
        label={t('organisation.askMobile')}
        description={t('organisation.askMobileHint')}
        value={wish.askMobile}
        error={errorOf('askMobile')}
        onChange={(askMobile) =>
          onChange({ ...wish, askMobile: ASK_MOBILE.find((each) => each === askMobile) ?? wish.askMobile })
        }
      >
        <div className="stack">
          {ASK_MOBILE.map((each) => (
            <Radio
              key={each}
              value={each}
              disabled={disabled}
              label={t(`organisation.askMobileAs.${each}`)}
            />
          ))}
        </div>
      </Radio.Group>
      <NumberInput
        className="short"
        id="invitationDays"
        label={t('organisation.invitationDays')}
        description={t('organisation.invitationDaysHint')}
        min={1}
        max={30}
        allowDecimal={false}
        disabled={disabled}
        value={wish.invitationDays}
        error={errorOf('invitationDays')}
        onChange={(days) => onChange({ ...wish, invitationDays: Number(days) || 0 })}
      />
      <Checkbox
        id="needsUnit"
        label={t('organisation.needsUnit')}
        disabled={disabled}
        checked={wish.needsUnit}
        onChange={(event) => onChange({ ...wish, needsUnit: event.currentTarget.checked })}
      />
    </div>
  )
}
