import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Check, Minus, Undo2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { client } from '../../api/client.ts'
import type { Job, JobResult } from '../../api/types.ts'
import { paths } from '../../app/paths.ts'
import { usePlace } from '../../app/place.tsx'

const AT_ONCE = 100
const MARKS = { done: Check, skipped: Minus, undone: Undo2, kept: Minus } as const

/** What became of each person, by name. */
export function JobResults({ job }: { job: Job }) {
  const { t } = useTranslation()
  const { organisation } = usePlace()
  const query = useInfiniteQuery({
    queryKey: ['job-results', job.id, job.state],
    initialPageParam: undefined as string | undefined,
    queryFn: async ({ pageParam }) => {
      const { data, error } = await client.GET('/api/v1/jobs/{id}', {
        params: {
          path: { id: job.id },
          query: { limit: AT_ONCE, ...(pageParam ? { after: pageParam } : {}) },
        },
      })
      if (!data) throw error
      return data.results
    },
    getNextPageParam: (last) => last.next ?? undefined,
  })
  const rows = query.data?.pages.flatMap((page) => page.data) ?? job.results.data
  const total = job.counts.done + job.counts.skipped
  if (total === 0) return null
  return (
    <section aria-labelledby="results-title">
      <div className="in section">
        <h2 id="results-title">{t('many.results')}</h2>
      </div>
      <ul className="marginlist many-results">
        {rows.map((row) => (
          <Result key={row.id} row={row} trust={organisation.type === 'trust'} />
        ))}
      </ul>
      {query.hasNextPage ? (
        <p className="in many-more">
          <button type="button" className="link-button" onClick={() => query.fetchNextPage()}>
            {t('many.showMore', { count: total - rows.length })}
          </button>
        </p>
      ) : null}
    </section>
  )
}

function Result({ row, trust }: { row: JobResult; trust: boolean }) {
  const { t } = useTranslation()
  const { organisation } = usePlace()
  const Mark = MARKS[row.outcome]
  const facts = [row.name === row.email ? '' : row.email, trust ? row.school : ''].filter(Boolean)
  return (
    <li>
      <span className="mark">
        <Mark size={18} strokeWidth={1.5} aria-hidden />
      </span>
      <div className="line">
        <span>
          {row.here ? (
            <Link {...paths.person({ slug: organisation.slug, id: row.id })}>
              <b>{row.name}</b>
            </Link>
          ) : (
            <b>{row.name}</b>
          )}
          <span className="sub">{facts.join(' · ')}</span>
        </span>
        <span>
          {t(`many.outcome.${row.outcome}`)}
          {row.sentence ? <span className="sub">{row.sentence}</span> : null}
        </span>
      </div>
    </li>
  )
}
