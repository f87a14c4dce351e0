import { useQueryClient } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api/client.ts'
import type { Job } from '../../api/types.ts'
import { paths } from '../../app/paths.ts'
import { usePlace } from '../../app/place.tsx'
import { ActionButton } from '../../ui/action-button.tsx'
import { sayMoment } from '../../ui/dates.ts'
import { BackLink, usePageTitle } from '../../ui/page-head.tsx'
import { Loaded } from '../../ui/states.tsx'
import { lastList } from '../people/last-list.ts'
import './bulk.css'
import { JobResults } from './job-results.tsx'
import { UndoDialog } from './undo-dialog.tsx'

const LOOK_AGAIN_MS = 700

/** Something done to many people: how far it is, what became of each, and the way back. It can be left; it goes on. */
export function JobPage() {
  const { id = '' } = useParams({ strict: false })
  const query = api.useQuery(
    'get',
    '/api/v1/jobs/{id}',
    { params: { path: { id } } },
    { refetchInterval: ({ state }) => (state.data && isAtWork(state.data) ? LOOK_AGAIN_MS : false) },
  )
  return (
    <div className="sheet">
      <Loaded query={query}>{(job) => <Shown key={job.id} job={job} />}</Loaded>
    </div>
  )
}

const isAtWork = ({ state }: Job) => state === 'waiting' || state === 'undoing'

function Shown({ job }: { job: Job }) {
  const { t, i18n } = useTranslation()
  const queries = useQueryClient()
  const { organisation } = usePlace()
  const heading = usePageTitle(job.title)
  const [asking, setAsking] = useState(false)
  const atWork = isAtWork(job)
  // Everything else on the screen may be otherwise once the work is done.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the state is what tells that it is done
  useEffect(() => {
    if (!atWork) queries.invalidateQueries()
  }, [job.state])
  const clock = { timeZone: organisation.timeZone, locale: i18n.language }
  const list = { ...paths.people({ slug: organisation.slug }), search: lastList(organisation.slug) }
  return (
    <>
      <header className="in head">
        <div>
          <BackLink link={list} label={t('people.title')} />
          <h1 ref={heading} tabIndex={-1}>
            {job.title}
          </h1>
          <p role="status">{job.sentence}</p>
          <p className="sub">
            {t('many.madeBy', { who: job.madeBy ?? t('many.operator'), when: sayMoment(job.madeAt, clock) })}
            {job.undoneAt
              ? ` ${t('many.undoneBy', { who: job.undoneBy ?? t('many.operator'), when: sayMoment(job.undoneAt, clock) })}`
              : ''}
          </p>
        </div>
      </header>
      {job.problem ? (
        <div className="in banner trouble" role="alert">
          <span className="mark" aria-hidden>
            !
          </span>
          <p>{job.problem.detail}</p>
        </div>
      ) : null}
      {atWork ? <Bar job={job} /> : null}
      {job.reasons.length > 0 ? <Reasons job={job} /> : null}
      {atWork ? null : <JobResults job={job} />}
      <div className="in foot">
        <Link {...list} className="button-link filled">
          {t('many.seePeople')}
        </Link>
        {job.state === 'done' && (job.undo.possible || job.undo.undoable) ? (
          <ActionButton
            label={t('many.undo')}
            allowed={job.undo.possible}
            reason={job.undo.reason ?? undefined}
            onChoose={() => setAsking(true)}
          />
        ) : null}
        {atWork ? null : (
          <a className="end" href={`/api/v1/jobs/${job.id}/result`} download>
            {t('many.download')}
          </a>
        )}
      </div>
      {asking ? <UndoDialog job={job} onClose={() => setAsking(false)} /> : null}
    </>
  )
}

function Bar({ job }: { job: Job }) {
  const { done, total } = job.progress
  return (
    <div className="in many-progress">
      <div
        className="bar"
        role="progressbar"
        aria-label={job.title}
        aria-valuemin={0}
        aria-valuemax={Math.max(total, 1)}
        aria-valuenow={done}
        aria-valuetext={job.sentence}
      >
        <div style={{ width: `${total > 0 ? Math.min(100, (done / total) * 100) : 0}%` }} />
      </div>
    </div>
  )
}

/** Why some were left out, or stay after undoing. */
function Reasons({ job }: { job: Job }) {
  const { t } = useTranslation()
  return (
    <section>
      <div className="in section">
        <h2>{t('many.why')}</h2>
      </div>
      <ul className="marginlist">
        {job.reasons.map(({ code, of, sentence, count }) => (
          <li key={code + of}>
            <span className="mark num" aria-hidden>
              {count}
            </span>
            <span className="unseen">{t('people.count', { count })}: </span>
            {sentence}
          </li>
        ))}
      </ul>
    </section>
  )
}
