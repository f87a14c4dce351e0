import type { DateOrder } from '@lanyard/reader/staff-list.ts'
import { useTranslation } from 'react-i18next'
import type { StaffList } from '../../api/types.ts'
import { StatusGlyph } from '../../ui/status-chip.tsx'
import { ChoiceSelect } from './choice-select.tsx'
import { assign, type Column, choosable, type FieldRow } from './match-rows.ts'
import type { ChangeMapping } from './use-mapping.ts'

const ORDERS: DateOrder[] = ['dmy', 'mdy', 'ymd']
const NONE = 'none'

type FieldMatchProps = {
  row: FieldRow
  reading: NonNullable<StaffList['reading']>
  busy: boolean
  onChange: ChangeMapping
}

/** One of our fields. Where two of their columns fight for it, or it is needed and not there, a person has to say. */
export function FieldMatch({ row, reading, busy, onChange }: FieldMatchProps) {
  const { t } = useTranslation()
  const { field, needed, column, contested } = row
  const label = t(`staffLists.common.field.${field}`)
  const question = reading.questions.find((one) => one.field === field)
  const wrong = contested.length > 0 || question !== undefined
  const seen = column ? [column] : contested
  const nameOf = (one: Column) =>
    one.field && one.field !== field && one.state === 'used'
      ? t('staffLists.match.usedFor', {
          heading: one.heading,
          field: t(`staffLists.common.field.${one.field}`),
        })
      : one.heading
  return (
    <tr className={wrong ? 'wrong' : undefined}>
      <td className="margin">
        {wrong ? (
          <span className="mark problem-mark" aria-hidden>
            !
          </span>
        ) : column ? (
          <span className="mark ok-mark">
            <StatusGlyph glyph="active" />
          </span>
        ) : null}
      </td>
      <th scope="row" className="lead ours">
        <b>{label}</b>
        {needed ? <span className="sub">{t('staffLists.match.needed')}</span> : null}
      </th>
      <td className="yours">
        <ChoiceSelect
          id={`column-${field}`}
          aria-label={t('staffLists.match.columnFor', { field: label })}
          error={wrong}
          aria-describedby={wrong ? `why-${field}` : undefined}
          value={column ? String(column.index) : contested.length > 0 ? '' : NONE}
          data={[
            ...(contested.length > 0 && !column
              ? [{ value: '', label: t('staffLists.match.choose'), disabled: true }]
              : []),
            ...choosable(reading).map((one) => ({ value: String(one.index), label: nameOf(one) })),
            { value: NONE, label: t('staffLists.match.none') },
          ]}
          busy={busy}
          onChoose={(chosen) =>
            onChange((list) => ({
              columns: assign(list.reading ?? reading, field, chosen === NONE ? null : Number(chosen)),
            }))
          }
        />
      </td>
      <td className="sample">
        {seen.map((one) => (
          <span key={one.index} className={contested.length > 0 ? 'rival' : undefined}>
            {contested.length > 0 ? <b>{one.heading}: </b> : null}
            {one.samples.join(', ')}
          </span>
        ))}
      </td>
      <td className="why" id={`why-${field}`}>
        {question ? <strong className="question">{question.detail}</strong> : null}
        {column && !question ? column.why : null}
        {!column && contested.length === 0 && !question ? t('staffLists.match.notFound') : null}
        {column?.dateOrder ? (
          <ChoiceSelect
            className="order"
            aria-label={t('staffLists.match.dateOrder', { heading: column.heading })}
            value={column.dateOrder}
            data={ORDERS.map((order) => ({ value: order, label: t(`staffLists.match.order.${order}`) }))}
            busy={busy}
            onChoose={(order) => onChange(() => ({ dateOrders: { [column.index]: order as DateOrder } }))}
          />
        ) : null}
      </td>
    </tr>
  )
}
