import { MultiSelect, Select, Textarea, TextInput } from '@mantine/core'
import { ChevronRight } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { InviteOptions } from '../../api/types.ts'
import type { Terms } from './terms.ts'

const MESSAGE_MAX = 500

type MoreOptionsProps = {
  options: InviteOptions
  terms: Terms
  errorOf: (field: string) => string | undefined
  onChange: (next: Partial<Terms>) => void
}

/** What most batches do without. Only what you may decide is here. */
export function MoreOptions({ options, terms, errorOf, onChange }: MoreOptionsProps) {
  const { t } = useTranslation()
  const { roles, languages, canManageLabels, canSetDeletionDate } = options
  const also = roles.filter((each) => each.role !== terms.role)
  const named = [
    ...(languages.length > 1 ? [t('invite.language')] : []),
    t('invite.message'),
    ...(also.length > 0 ? [t('invite.also')] : []),
    ...(canManageLabels ? [t('invite.label')] : []),
    ...(canSetDeletionDate ? [t('invite.deletion')] : []),
  ]
  return (
    <details className="group more" open={errorOf('message') || errorOf('deletionDate') ? true : undefined}>
      <summary>
        <ChevronRight size={18} strokeWidth={1.5} aria-hidden />
        <b>{t('invite.more')}</b>
        <span>{named.join(', ').toLowerCase()}</span>
      </summary>
      <div className="in fields">
        {languages.length > 1 ? (
          <Select
            id="language"
            label={t('invite.language')}
            description={t('invite.languageHint')}
            allowDeselect={false}
            data={languages.map(({ tag, name }) => ({ value: tag, label: name }))}
            value={terms.language}
            onChange={(language) => language && onChange({ language })}
          />
        ) : null}
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
        {also.length > 0 ? (
          <MultiSelect
            id="also"
            label={t('invite.also')}
            description={t('invite.alsoHint')}
            data={also.map(({ role, label }) => ({ value: role, label }))}
            value={terms.also.filter((role) => role !== terms.role)}
            onChange={(value) => onChange({ also: value })}
          />
        ) : null}
        {canManageLabels ? (
          <fieldset>
            <legend>{t('invite.label')}</legend>
            <p className="muted">{t('invite.labelHint')}</p>
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
            description={t('invite.deletionHint')}
            value={terms.deletionDate}
            error={errorOf('deletionDate')}
            onChange={(event) => onChange({ deletionDate: event.currentTarget.value })}
          />
        ) : null}
      </div>
    </details>
  )
}
