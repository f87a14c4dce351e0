import { MultiSelect, Textarea, TextInput } from '@mantine/core'
import { ChevronRight } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { NewcomerOptions } from '../../api/types.ts'
import { notifyOf, type Terms, type Who } from './newcomer.ts'

const MESSAGE_MAX = 500

type MoreAboutProps = {
  options: NewcomerOptions
  terms: Terms
  who: Who
  errorOf: (field: string) => string | undefined
  onChange: (next: Partial<Terms>) => void
  onWho: (who: Who) => void
}

/** What most people are added without. Only what one may decide is here. */
export function MoreAbout({ options, terms, who, errorOf, onChange, onWho }: MoreAboutProps) {
  const { t } = useTranslation()
  const { canManageLabels, canSetDeletionDate } = options
  const invited = notifyOf(terms.way) === 'invite'
  const also = options.roles.filter((each) => each.role !== terms.role)
  const named = [
    t('newcomer.staffNumber'),
    t('newcomer.startDate'),
    t('newcomer.leavingDate'),
    ...(invited ? [t('invite.message')] : []),
    ...(also.length > 0 ? [t('invite.also')] : []),
    ...(canManageLabels ? [t('invite.label')] : []),
    ...(canSetDeletionDate ? [t('invite.deletion')] : []),
  ]
  const wrong = ['message', 'deletionDate', 'staffNumber', 'startDate', 'leavingDate'].some((field) =>
    errorOf(field),
  )
  return (
    <details className="group more" open={wrong || undefined}>
      <summary>
        <ChevronRight size={18} strokeWidth={1.5} aria-hidden />
        <b>{t('invite.more')}</b>
        <span>{named.join(', ').toLowerCase()}</span>
      </summary>
      <div className="in fields">
        <TextInput
          className="short"
          id="staffNumber"
          label={t('newcomer.staffNumber')}
          autoComplete="off"
          maxLength={40}
          value={who.staffNumber}
          error={errorOf('staffNumber')}
          onChange={(event) => onWho({ ...who, staffNumber: event.currentTarget.value })}
        />
        <TextInput
          className="short"
          id="startDate"
          type="date"
          label={t('newcomer.startDate')}
          value={who.startDate}
          error={errorOf('startDate')}
          onChange={(event) => onWho({ ...who, startDate: event.currentTarget.value })}
        />
        <TextInput
          className="short"
          id="leavingDate"
          type="date"
          label={t('newcomer.leavingDate')}
          description={t('newcomer.leavingHint')}
          value={terms.leavingDate}
          error={errorOf('leavingDate')}
          onChange={(event) => onChange({ leavingDate: event.currentTarget.value })}
        />
        {invited ? (
          <Textarea
            id="message"
            label={t('invite.message')}
            description={t('invite.messageHint', { count: MESSAGE_MAX })}
            rows={3}
            maxLength={MESSAGE_MAX}
            value={terms.message}
            error={errorOf('message')}
            onChange={(event) => onChange({ message: event.currentTarget.value })}
          />
        ) : null}
        {also.length > 0 ? (
          <MultiSelect
            id="also"
            label={t('invite.also')}
            data={also.map(({ role, label }) => ({ value: role, label }))}
            value={terms.also.filter((role) => role !== terms.role)}
            onChange={(value) => onChange({ also: value })}
          />
        ) : null}
        {canManageLabels ? (
          <fieldset>
            <legend>{t('invite.label')}</legend>
            <p className="muted">{t('newcomer.labelHint')}</p>
            <div className="label-pair">
              <TextInput
                label={t('invite.labelName')}
                autoComplete="off"
                maxLength={40}
                value={terms.labelName}
                onChange={(event) => onChange({ labelName: event.currentTarget.value })}
              />
              <TextInput
                label={t('invite.labelValue')}
                autoComplete="off"
                maxLength={80}
                value={terms.labelValue}
                onChange={(event) => onChange({ labelValue: event.currentTarget.value })}
              />
            </div>
          </fieldset>
        ) : null}
        {canSetDeletionDate ? (
          <TextInput
            className="short"
            id="deletionDate"
            type="date"
            label={t('invite.deletion')}
            description={t('newcomer.deletionHint')}
            value={terms.deletionDate}
            error={errorOf('deletionDate')}
            onChange={(event) => onChange({ deletionDate: event.currentTarget.value })}
          />
        ) : null}
      </div>
    </details>
  )
}
