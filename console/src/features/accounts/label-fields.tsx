import { TextInput } from '@mantine/core'
import { Plus, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { LabelRow } from './edit-draft.ts'
import type { EditFieldsProps } from './edit-fields.tsx'

const MOST = 20

/** Labels as rows of a name and a value. */
export function LabelFields({ known, draft, errorOf, onChange }: EditFieldsProps) {
  const { t } = useTranslation()
  const may = known.fields.find((each) => each.field === 'labels')
  const { labels } = draft
  const wrong = errorOf('labels')
  const set = (id: number, change: Partial<LabelRow>) =>
    onChange({ labels: labels.map((row) => (row.id === id ? { ...row, ...change } : row)) })

  function add() {
    const id = Math.max(-1, ...labels.map((row) => row.id)) + 1
    onChange({ labels: [...labels, { id, key: '', value: '' }] })
    requestAnimationFrame(() => document.getElementById(`label-${id}-key`)?.focus())
  }

  function remove(id: number) {
    onChange({ labels: labels.filter((row) => row.id !== id) })
    requestAnimationFrame(() => document.getElementById('labels')?.focus())
  }

  return (
    <section className="in fields">
      <h2>{t('editPerson.labels')}</h2>
      <p className="muted">{may?.allowed ? t('editPerson.labelsHint') : may?.reason}</p>
      {wrong ? (
        <p role="alert" className="wrong">
          {wrong}
        </p>
      ) : null}
      {labels.map((row, index) => (
        <div key={row.id} className="label-row">
          <TextInput
            id={`label-${row.id}-key`}
            label={t('editPerson.labelName')}
            aria-label={t('editPerson.labelNameOf', { n: index + 1 })}
            autoComplete="off"
            maxLength={40}
            disabled={!may?.allowed}
            value={row.key}
            onChange={(event) => set(row.id, { key: event.currentTarget.value })}
          />
          <TextInput
            id={`label-${row.id}-value`}
            label={t('editPerson.labelValue')}
            aria-label={t('editPerson.labelValueOf', { n: index + 1 })}
            autoComplete="off"
            maxLength={80}
            disabled={!may?.allowed}
            value={row.value}
            onChange={(event) => set(row.id, { value: event.currentTarget.value })}
          />
          {may?.allowed ? (
            <button
              type="button"
              className="icon-button"
              aria-label={t('editPerson.labelRemove', { name: row.key || index + 1 })}
              onClick={() => remove(row.id)}
            >
              <X size={20} strokeWidth={1.5} aria-hidden />
            </button>
          ) : null}
        </div>
      ))}
      {may?.allowed && labels.length < MOST ? (
        <p>
          <button type="button" id="labels" className="button-link" onClick={add}>
            <Plus size={18} strokeWidth={1.5} aria-hidden />
            {t('editPerson.labelAdd')}
          </button>
        </p>
      ) : null}
    </section>
  )
}
