import { Select, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Consequences } from '../../api/types.ts'
import { useProblem } from '../../ui/form.tsx'
import type { Leaving, Way } from './leaving-ways.ts'

const REASON_MAX = 500

type LeaveFieldsProps = {
  way: Way
  known: Consequences
  leaving: Leaving
  onLeaving: (leaving: Leaving) => void
  error: unknown
}

/** What else there is to say about it: where to, the last day of work, why, and the name typed before it is final. */
export function LeaveFields({ way, known, leaving, onLeaving, error }: LeaveFieldsProps) {
  const { t } = useTranslation()
  const { of } = useProblem(error)
  const set = (change: Partial<Leaving>) => onLeaving({ ...leaving, ...change })
  return (
    <div className="in fields leave-fields">
      {way === 'move' ? (
        <Select
          id="to"
          label={t('leave.to')}
          searchable
          data={known.destinations.map(({ id, name }) => ({ value: id, label: name }))}
          value={leaving.to ?? null}
          error={of('to')}
          nothingFoundMessage={t('leave.noneFound')}
          onChange={(to) => set({ to: to ?? undefined })}
        />
      ) : null}
      {way === 'archive' ? (
        <TextInput
          id="leavingDate"
          className="short"
          type="date"
          label={t('leave.lastDay')}
          description={t(leaving.on ? 'leave.lastDayThen' : 'leave.lastDayNow')}
          max={leaving.on ?? known.today}
          error={of('leavingDate')}
          value={leaving.leavingDate ?? leaving.on ?? known.leavingDate}
          onChange={(event) => set({ leavingDate: event.currentTarget.value || undefined })}
        />
      ) : null}
      {way === 'archive' || way === 'pause' ? (
        <TextInput
          id="reason"
          label={t('leave.reason')}
          description={t('leave.reasonHint')}
          autoComplete="off"
          maxLength={REASON_MAX}
          value={leaving.reason}
          onChange={(event) => set({ reason: event.currentTarget.value })}
        />
      ) : null}
      {way === 'delete' ? (
        <TextInput
          id="name"
          label={t('leave.typeName', { name: known.name })}
          description={t('leave.typeNameHint')}
          autoComplete="off"
          spellCheck={false}
          error={of('name')}
          value={leaving.name}
          onChange={(event) => set({ name: event.currentTarget.value })}
        />
      ) : null}
      {way === 'archive' || way === 'pause' ? (
        <label className="leave-tell">
          <input
            type="checkbox"
            checked={leaving.tell}
            onChange={(event) => set({ tell: event.currentTarget.checked })}
          />
          {t('leave.tell')}
        </label>
      ) : null}
    </div>
  )
}
