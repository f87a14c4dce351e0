import { Navigate, useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { StaffList } from '../../api/types.ts'
import { paths } from '../../app/paths.ts'
import { usePlace } from '../../app/place.tsx'
import { ActionLink } from '../../ui/action-link.tsx'
import { sayTime } from '../../ui/dates.ts'
import { Form } from '../../ui/form.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Empty, Loaded, Loading } from '../../ui/states.tsx'
import { useStaffList } from './list-query.ts'
import './match-page.css'
import { confirmed } from './match-rows.ts'
import { MatchTable } from './match-table.tsx'
import { Steps } from './steps.tsx'
import { type ChangeMapping, useMapping } from './use-mapping.ts'
import { ValueMatches } from './value-matches.tsx'

/** The second step: which of their columns is which of our fields, and what their words mean. */
export function MatchPage() {
  const { t } = useTranslation()
  const { organisation } = usePlace()
  const { id = '' } = useParams({ strict: false })
  const { query, keep } = useStaffList(id)
  const list = query.data
  return (
    <div className="sheet">
      <Steps current="match" list={list} end={list ? <DraftSaved at={list.touchedAt} /> : null} />
      <PageHead
        title={t('staffLists.match.title')}
        lead={list ? t('staffLists.match.lead', { name: list.fileName }) : '\u00a0'}
      />
      <Loaded query={query}>
        {(loaded) => {
          if (loaded.state === 'failed') return <Failed list={loaded} />
          if (loaded.state !== 'ready' && loaded.state !== 'analysing')
            return <Navigate {...paths.staffListDone({ slug: organisation.slug, id })} replace />
          if (!loaded.reading) return <Reading />
          return <Matching key={loaded.id} list={loaded} reading={loaded.reading} onChanged={keep} />
        }}
      </Loaded>
    </div>
  )
}

function DraftSaved({ at }: { at: string }) {
  const { t, i18n } = useTranslation()
  const { organisation } = usePlace()
  const time = sayTime(at, { timeZone: organisation.timeZone, locale: i18n.language })
  return <span className="num">{t('staffLists.match.draft', { time })}</span>
}

type MatchingProps = {
  list: StaffList
  reading: NonNullable<StaffList['reading']>
  onChanged: (list: StaffList) => void
}

function Matching({ list, reading, onChanged }: MatchingProps) {
  const { t } = useTranslation()
  const { organisation } = usePlace()
  const navigate = useNavigate()
  const { change, saving, error } = useMapping(list, onChanged)
  const [changed, setChanged] = useState(false)
  const place = { slug: organisation.slug, id: list.id }
  const question = reading.questions[0]
  async function go() {
    const columns = changed ? undefined : confirmed(reading)
    if (columns && !(await change(() => ({ columns })))) return
    await navigate(paths.staffListCheck(place))
  }
  const decide: ChangeMapping = (make) => {
    setChanged(true)
    void change(make)
  }
  const busy = saving || list.state === 'analysing'
  return (
    <Form
      error={error}
      submit={t('staffLists.match.continue')}
      busy={busy}
      reason={
        busy
          ? t('staffLists.match.saving')
          : question && t('staffLists.match.answerFirst', { detail: question.detail })
      }
      cancel={{
        link: paths.staffLists({ slug: organisation.slug }),
        label: t('staffLists.match.later'),
      }}
      end={t('staffLists.file.nothingYet')}
      onSubmit={go}
    >
      <MatchTable list={list} reading={reading} busy={busy} onChange={decide} />
      {list.values.length > 0 ? <ValueMatches list={list} busy={busy} onChange={decide} /> : null}
    </Form>
  )
}

function Reading() {
  const { t } = useTranslation()
  return (
    <>
      <p className="in reading" role="status">
        {t('staffLists.match.analysing')}
      </p>
      <Loading rows={6} />
    </>
  )
}

function Failed({ list }: { list: StaffList }) {
  const { t } = useTranslation()
  const { organisation } = usePlace()
  return (
    <Empty
      title={t('staffLists.match.failed')}
      action={
        <ActionLink
          filled
          allowed
          link={paths.newStaffList({ slug: organisation.slug })}
          label={t('staffLists.match.startAgain')}
        />
      }
    >
      {list.problem?.detail}
    </Empty>
  )
}
