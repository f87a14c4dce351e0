import { TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api/client.ts'
import { may, type Retention } from '../../api/types.ts'
import { usePlace } from '../../app/place.tsx'
import { sayMoment } from '../../ui/dates.ts'
import { Form, useProblem } from '../../ui/form.tsx'

type Kind = Retention['kinds'][number]
type Amounts = Partial<Record<Kind['kind'], number>>

/** How long each kind is kept, to be changed where it is decided. Whoever only reads sees the same, closed, and why. */
export function KeptForm({ data }: { data: Retention }) {
  const { t } = useTranslation()
  const { organisation } = usePlace()
  const queries = useQueryClient()
  const change = may(data.actions, 'retention.change')
  const [amounts, setAmounts] = useState<Amounts>(
    Object.fromEntries(data.kinds.map(({ kind, amount }) => [kind, amount])),
  )
  const save = api.useMutation('patch', '/api/v1/organisations/{id}/retention')
  const { of } = useProblem(save.error)
  const changed = Object.fromEntries(
    data.kinds.flatMap(({ kind, amount }) => (amounts[kind] === amount ? [] : [[kind, amounts[kind] ?? 0]])),
  )

  const fields = (
    <section aria-labelledby="kept">
      <div className="in section">
        <h2 id="kept">{t('data.kept')}</h2>
        <p>{change.allowed ? t('data.keptLead') : change.reason}</p>
      </div>
      <ul className="marginlist kept-kinds">
        {data.kinds.map((kind) => (
          <li key={kind.kind}>
            <TextInput
              id={kind.kind}
              className="period"
              label={kind.label}
              description={kind.means}
              rightSection={<span aria-hidden>{t(`data.unit.${kind.unit}`)}</span>}
              rightSectionWidth={64}
              inputMode="numeric"
              autoComplete="off"
              aria-label={t('data.period', { what: kind.label, unit: t(`data.unit.${kind.unit}`) })}
              disabled={!change.allowed}
              value={amounts[kind.kind] || ''}
              error={of(kind.kind)}
              onChange={(event) => {
                save.reset()
                setAmounts({ ...amounts, [kind.kind]: Number(event.currentTarget.value.replace(/\D/g, '')) })
              }}
            />
            <p className="bounds">
              {t('data.bounds', {
                standard: kind.standard,
                least: kind.least,
                most: kind.most,
                unit: t(`data.unit.${kind.unit}`),
              })}
            </p>
            <Due kind={kind} />
          </li>
        ))}
      </ul>
    </section>
  )
  if (!change.allowed) return fields
  return (
    <Form
      error={save.error}
      submit={t('form.save')}
      busy={save.isPending}
      end={save.isSuccess ? t('form.saved') : null}
      onSubmit={() =>
        save.mutate(
          { params: { path: { id: organisation.id } }, body: changed },
          { onSuccess: () => queries.invalidateQueries() },
        )
      }
    >
      {fields}
    </Form>
  )
}

/** What the next run will do, by name where it is about people, and when the last one did something. */
function Due({ kind: { due, lastRun, kind } }: { kind: Kind }) {
  const { t, i18n } = useTranslation()
  const { organisation } = usePlace()
  if (!due) return null
  const names = due.people.map(({ name }) => name)
  const list = new Intl.ListFormat(i18n.language).format(names)
  return (
    <p className="due">
      {due.many > 0 ? <b>{t(`data.due.${kind}`, { count: due.many })}</b> : t('data.nothingDue')}
      {names.length > 0 ? ` ${list}${due.many > names.length ? '…' : '.'}` : ''}
      {due.held > 0 ? ` ${t('data.dueHeld', { count: due.held })}` : ''}
      {lastRun
        ? ` ${t('data.lastRun', {
            moment: sayMoment(lastRun.at, { timeZone: organisation.timeZone, locale: i18n.language }),
            many: lastRun.many,
          })}`
        : ''}
    </p>
  )
}
