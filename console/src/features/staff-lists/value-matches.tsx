import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { StaffList } from '../../api/types.ts'
import { ChoiceSelect } from './choice-select.tsx'
import { sortValues, type ValueMatch } from './match-rows.ts'
import type { ChangeMapping } from './use-mapping.ts'
import { type Meaning, NOTHING, useMeanings } from './use-meanings.ts'

type ValueMatchesProps = {
  list: StaffList
  busy: boolean
  onChange: ChangeMapping
}

/** Words of the file that stand for a role, a department or a school of ours, and what each of them means. */
export function ValueMatches({ list, busy, onChange }: ValueMatchesProps) {
  const { t } = useTranslation()
  const meanings = useMeanings(list)
  return (
    <section className="values">
      <div className="in section">
        <h2>{t('staffLists.match.values')}</h2>
        {list.values.some(({ field }) => field === 'role') ? <p>{t('staffLists.match.valuesHint')}</p> : null}
      </div>
      {(['role', 'unit', 'school'] as const).map((field) => {
        const values = list.values.filter((value) => value.field === field)
        return values.length === 0 ? null : (
          <ValuesOf
            key={field}
            title={t(`staffLists.match.valuesOf.${field}`)}
            values={values}
            meaningsOf={meanings}
            busy={busy}
            onChange={onChange}
          />
        )
      })}
    </section>
  )
}

type ValuesOfProps = Omit<ValueMatchesProps, 'list'> & {
  title: string
  values: ValueMatch[]
  meaningsOf: (value: ValueMatch) => Meaning[]
}

/** Those to decide about come first; those that matched are a press away. */
function ValuesOf({ title, values, meaningsOf, busy, onChange }: ValuesOfProps) {
  const { t } = useTranslation()
  // What was to be decided when the page opened stays where it is, also once it is decided.
  const [first] = useState(() => new Set(sortValues(values).open.map(({ value }) => value)))
  const [all, setAll] = useState(first.size === 0)
  const open = values.filter((value) => first.has(value.value))
  const settled = values.filter((value) => !first.has(value.value))
  const shown = all ? [...open, ...settled] : open
  return (
    <table className="register matches of-values" aria-busy={busy}>
      <caption className="unseen">{title}</caption>
      <colgroup>
        <col className="w-margin" />
        <col className="w-value" />
        <col className="w-yours" />
        <col />
      </colgroup>
      <thead>
        <tr>
          <td className="margin" />
          <th scope="col" className="lead">
            {title}
          </th>
          <th scope="col">{t('staffLists.match.means')}</th>
          <th scope="col">{t('staffLists.match.why')}</th>
        </tr>
      </thead>
      <tbody>
        {shown.map((value) => (
          <ValueRow
            key={value.value}
            value={value}
            meanings={meaningsOf(value)}
            busy={busy}
            onChoose={(means) =>
              onChange(() => ({ values: [{ field: value.field, value: value.value, means }] }))
            }
          />
        ))}
        {!all && settled.length > 0 ? (
          <tr className="more-fields">
            <td className="margin" />
            <td colSpan={3} className="lead">
              <button type="button" className="link-button" onClick={() => setAll(true)}>
                {t('staffLists.match.settled', { count: settled.length })}
              </button>
            </td>
          </tr>
        ) : null}
      </tbody>
    </table>
  )
}

type ValueRowProps = {
  value: ValueMatch
  meanings: Meaning[]
  busy: boolean
  onChoose: (means: string | null) => void
}

function ValueRow({ value, meanings, busy, onChoose }: ValueRowProps) {
  const { t } = useTranslation()
  const suggested = meanings.find(
    ({ value: means, label }) => means === value.suggestion || label === value.suggestion,
  )
  return (
    <tr>
      <td className="margin">
        {value.means === null ? (
          <span className="mark problem-mark open" aria-hidden>
            ?
          </span>
        ) : null}
      </td>
      <th scope="row" className="lead ours">
        <b>{value.value}</b>
        <span className="sub">{t('staffLists.match.rows', { count: value.rows })}</span>
      </th>
      <td className="yours">
        <ChoiceSelect
          aria-label={t('staffLists.match.meaningOf', { value: value.value })}
          value={value.means ?? NOTHING}
          data={meanings}
          busy={busy}
          onChoose={(chosen) => onChoose(chosen === NOTHING ? null : chosen)}
        />
      </td>
      <td className="why">
        {value.why}
        {value.suggestion && suggested?.value !== value.means ? (
          suggested ? (
            <button type="button" className="link-button" onClick={() => onChoose(suggested.value)}>
              {t('staffLists.match.use', { name: suggested.label })}
            </button>
          ) : (
            <span> {t('staffLists.match.could', { name: value.suggestion })}</span>
          )
        ) : null}
      </td>
    </tr>
  )
}
