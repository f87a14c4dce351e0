import { useQueryClient } from '@tanstack/react-query'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Foretold } from '../../api/types.ts'
import { paths } from '../../app/paths.ts'
import { usePlace } from '../../app/place.tsx'
import { Form, useProblem } from '../../ui/form.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { problemOf } from '../../ui/problem.ts'
import { Sentences } from '../../ui/sentences.tsx'
import { Empty, Loaded } from '../../ui/states.tsx'
import { type Successor, SuccessorPicker } from '../leaving/successor-picker.tsx'
import { lastList } from '../people/last-list.ts'
import './bulk.css'
import { type Chosen, countOf, recall } from './chosen.ts'
import { HowFields } from './how-fields.tsx'
import { LeftOut } from './left-out.tsx'
import { type How, start, useForetold } from './use-foretold.ts'

const route = getRouteApi('/inside/s/$slug/people/many/$action')

/** What something would do to many people, and to whom it can't be done: all of it before anything is. */
export function ManyPage() {
  const { t } = useTranslation()
  const { organisation } = usePlace()
  const { action } = route.useParams()
  const { chosen: key } = route.useSearch()
  const [select] = useState(() => recall(key))
  const [how, setHow] = useState<How>({})
  const query = useForetold(organisation.id, action, select, how)
  const back = { ...paths.people({ slug: organisation.slug }), search: lastList(organisation.slug) }
  return (
    <div className="sheet">
      <PageHead
        title={query.data?.title ?? t(`many.action.${action}`)}
        lead={t('many.nothingYet')}
        back={{ link: back, label: t('people.title') }}
      />
      {select ? (
        <Loaded query={query} rows={5}>
          {(foretold) =>
            foretold.fits === 0 ? (
              <Nobody foretold={foretold} />
            ) : (
              <Asked select={select} foretold={foretold} how={how} onHow={setHow} lookAgain={query.refetch} />
            )
          }
        </Loaded>
      ) : (
        <Empty
          title={t('many.noneChosen')}
          action={
            <Link {...back} className="button-link">
              {t('many.choose')}
            </Link>
          }
        >
          {t('many.noneChosenNext')}
        </Empty>
      )}
    </div>
  )
}

/** Nobody is left to whom it could be done: why, and the way back. */
function Nobody({ foretold }: { foretold: Foretold }) {
  const { t } = useTranslation()
  const { organisation } = usePlace()
  return (
    <>
      <LeftOut title={t('many.nobody')} skipped={foretold.skipped} />
      <div className="in foot">
        <Link
          {...paths.people({ slug: organisation.slug })}
          search={lastList(organisation.slug)}
          className="button-link"
        >
          {t('many.choose')}
        </Link>
      </div>
    </>
  )
}

type AskedProps = {
  select: Chosen
  foretold: Foretold
  how: How
  onHow: (how: How) => void
  lookAgain: () => unknown
}

function Asked({ select, foretold, how, onHow, lookAgain }: AskedProps) {
  const { t } = useTranslation()
  const { organisation } = usePlace()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const [successor, setSuccessor] = useState<Successor>()
  const { of } = useProblem(error)
  const { action, title, changes, keeps, skipped, fits, count, handsOver, handOver } = foretold
  const named = countOf(select)
  const labelled = Object.keys(how.labels?.set ?? {}).length + (how.labels?.remove ?? []).length > 0

  async function go() {
    setBusy(true)
    setError(undefined)
    try {
      const id = await start(organisation.id, foretold, select, {
        ...how,
        handOverTo: handOver?.allowed ? successor?.id : undefined,
      })
      await queries.invalidateQueries()
      await navigate({ ...paths.job({ slug: organisation.slug, id }), replace: true })
    } catch (failure) {
      setError(failure)
      setBusy(false)
      if (problemOf(failure).code === 'selection_changed') lookAgain()
    }
  }

  return (
    <Form
      error={error}
      submit={title}
      busy={busy}
      cancel={{
        link: { ...paths.people({ slug: organisation.slug }), search: lastList(organisation.slug) },
        label: t('many.leave'),
      }}
      {...(action === 'label' && !labelled ? { reason: t('many.labelNeeded') } : {})}
      end={t('many.recorded')}
      onSubmit={go}
    >
      {named === undefined ? <p className="in many-all">{t('many.allMatching', { count })}</p> : null}
      <HowFields action={action} today={foretold.today} how={how} onHow={onHow} error={error} />
      <Sentences title={t('many.changes')} mark="~" sentences={changes} />
      <Sentences title={t('many.handsOver')} mark="!" sentences={handsOver} />
      {handOver ? (
        <SuccessorPicker
          handOver={handOver}
          organisationId={organisation.id}
          below={organisation.type === 'trust'}
          isLeaving={(id) => 'ids' in select && select.ids.includes(id)}
          successor={successor}
          onSuccessor={setSuccessor}
          error={of('handOverTo')}
        />
      ) : null}
      <Sentences
        title={t(action === 'reactivate' ? 'many.comesBack' : 'many.keeps')}
        mark="="
        sentences={keeps}
      />
      {skipped.length > 0 ? (
        <LeftOut title={t('many.leftOut', { count: count - fits })} skipped={skipped} />
      ) : null}
    </Form>
  )
}
