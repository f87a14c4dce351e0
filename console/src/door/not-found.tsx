import type { Problem } from '../ui/problem.ts'
import type { Door } from './api.ts'
import { CoverPage, sentenceOf, useTitle } from './pieces.tsx'
import { t } from './words.ts'

/** An address nobody answers. */
export function NotFound({ door }: { door: Door }) {
  useTitle(t('notFound.title'), door.organisation?.name ?? t('product'))
  return (
    <CoverPage door={door}>
      <h1>{t('notFound.title')}</h1>
      <p className="lead">{t('notFound.lead')}</p>
      <a className="button plain" href="/">
        {t('notFound.home')}
      </a>
    </CoverPage>
  )
}

/** The server did not answer the first question, so we know nothing of where we are. */
export function Failed({ problem }: { problem: Problem }) {
  useTitle(t('problem.title'), t('product'))
  return (
    <main className="page alone">
      <h1>{t('problem.title')}</h1>
      <p className="lead">{sentenceOf(problem)}</p>
      <button className="button filled" type="button" onClick={() => location.reload()}>
        {t('problem.retry')}
      </button>
    </main>
  )
}
