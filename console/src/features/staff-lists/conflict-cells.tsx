import { useTranslation } from 'react-i18next'
import type { StaffListRow } from '../../api/types.ts'
import { usePlan } from './plan-context.ts'
import { Breakable, Diff } from './words-of.tsx'

type RowProps = { row: StaffListRow }
type Candidate = StaffListRow['candidates'][number]

/** What is to be decided, and each person it could be beside what the file says. */
export function ConflictWhat({ row }: RowProps) {
  const reasons = new Set(row.candidates.map((candidate) => candidate.why))
  const [only] = reasons.size === 1 ? reasons : []
  return (
    <>
      {row.question ? <p className="question">{row.question}</p> : null}
      {row.candidates.map((candidate) => (
        <div key={candidate.personId} className="card">
          <Compared candidate={candidate} />
          {only ? null : <span className="sub">{candidate.why}</span>}
        </div>
      ))}
      {only ? <span className="sub">{only}</span> : null}
    </>
  )
}

/** Two cards side by side: the file, and somebody of ours. What differs is marked; what does not is one line. */
function Compared({ candidate }: { candidate: Candidate }) {
  const { t } = useTranslation()
  const differing = candidate.facts.filter((fact) => !fact.same)
  const same = candidate.facts.filter((fact) => fact.same)
  return (
    <table className="compared">
      <caption className="unseen">{t('staffLists.check.compared', { name: candidate.name })}</caption>
      <thead>
        <tr>
          <td />
          <th scope="col">{t('staffLists.check.inFile')}</th>
          <th scope="col">{t('staffLists.check.onSystem')}</th>
        </tr>
      </thead>
      <tbody>
        {differing.map(({ label, theirs, ours }) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td>{theirs ? <Diff change={{ before: null, after: theirs }} /> : <NotSaid />}</td>
            <td>{ours ? <Breakable text={ours} /> : <NotSaid />}</td>
          </tr>
        ))}
        {same.length > 0 ? (
          <tr className="same">
            <th scope="row">{t('staffLists.check.theSame')}</th>
            <td colSpan={2}>
              {same
                .map(({ label, theirs }) => `${label} ${theirs ?? ''}`.replaceAll(' ', '\u00a0'))
                .join(', ')}
            </td>
          </tr>
        ) : null}
      </tbody>
    </table>
  )
}

function NotSaid() {
  const { t } = useTranslation()
  return <span className="muted">{t('staffLists.check.notSaid')}</span>
}

export function ConflictAct({ row }: RowProps) {
  const { t } = useTranslation()
  const { changes } = usePlan()
  const several = row.candidates.length > 1
  return (
    <div className="buttons">
      {row.candidates.map(({ personId, name, email }) => (
        <button
          key={personId}
          type="button"
          className="button-link small"
          onClick={() => changes.row(row.place, { decision: 'same', personId })}
        >
          {several ? t('staffLists.check.itIs', { name }) : t('staffLists.check.samePerson')}
          <span className="unseen"> {several ? email : t('staffLists.check.asName', { name })}</span>
        </button>
      ))}
      <button
        type="button"
        className="button-link small"
        onClick={() => changes.row(row.place, { decision: 'different' })}
      >
        {t(several ? 'staffLists.check.noneOfThem' : 'staffLists.check.twoPeople')}
        <span className="unseen"> {t('staffLists.check.about', { name: row.name })}</span>
      </button>
      <button type="button" className="quiet" onClick={() => changes.row(row.place, { decision: 'skip' })}>
        {t('staffLists.check.skip')}
        <span className="unseen"> {row.name}</span>
      </button>
    </div>
  )
}
