import { Button } from '@mantine/core'
import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { type Problem, problemOf } from './problem.ts'

/** Rows at their final height, shown only when an answer takes longer than 300 ms. */
export function Loading({ rows = 8 }: { rows?: number }) {
  const { t } = useTranslation()
  const widths = ['34%', '28%', '38%', '30%']
  return (
    <div role="status">
      <span className="unseen">{t('state.loading')}</span>
      <div className="skeletons" aria-hidden>
        {Array.from({ length: rows }, (_, row) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the rows are all alike and never move
          <div className="in" key={row}>
            <span className="skeleton" style={{ width: widths[row % 4] }} />
            <span className="skeleton" style={{ width: '12%' }} />
          </div>
        ))}
      </div>
    </div>
  )
}

/** The sentence for a problem: the server's own where it has one. */
export function useSentence(): (problem: Problem) => string {
  const { t } = useTranslation()
  return (problem) => {
    if (problem.code === 'offline') return t('state.offline')
    return problem.detail || t('state.unexpected')
  }
}

/** What we could not do, what to do next, and the reference to quote. No access and not found have their own words. */
export function Failure({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { t } = useTranslation()
  const sentence = useSentence()
  const problem = problemOf(error)
  const kind = problem.status === 403 ? 'forbidden' : problem.status === 404 ? 'missing' : 'failed'
  return (
    <div className="in say" role="alert">
      <h2>{t(`state.${kind}Title`)}</h2>
      <p>{kind === 'failed' ? sentence(problem) : t(`state.${kind}`)}</p>
      {kind === 'failed' && problem.requestId ? (
        <p>
          {t('state.reference')} <code>{problem.requestId}</code>
        </p>
      ) : null}
      {kind === 'failed' ? (
        <div className="buttons">
          <Button variant="default" onClick={onRetry}>
            {t('state.retry')}
          </Button>
        </div>
      ) : null}
    </div>
  )
}

type LoadedProps<Data> = {
  query: UseQueryResult<Data, unknown>
  rows?: number
  children: (data: Data) => ReactNode
}

/** A query's page: skeleton, failure, or the data. Data once shown stays while it is fetched again. */
export function Loaded<Data>({ query, rows, children }: LoadedProps<Data>) {
  if (query.data !== undefined) return children(query.data)
  if (query.isError) return <Failure error={query.error} onRetry={() => query.refetch()} />
  return <Loading {...(rows ? { rows } : {})} />
}

/** An empty list is an instruction: what to do, and the button that does it. */
export function Empty({
  title,
  children,
  action,
}: {
  title: string
  children?: ReactNode
  action?: ReactNode
}) {
  return (
    <div className="in say">
      <h2>{title}</h2>
      {children ? <p>{children}</p> : null}
      {action ? <div className="buttons">{action}</div> : null}
    </div>
  )
}
