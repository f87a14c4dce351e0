import { keepPreviousData, useQueryClient } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../../api/client.ts'
import type { Consequences, Person } from '../../api/types.ts'
import { paths } from '../../app/paths.ts'
import { usePlace } from '../../app/place.tsx'
import { Form, useProblem } from '../../ui/form.tsx'
import { announce } from '../../ui/notice.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Loaded } from '../../ui/states.tsx'
import { lastList } from '../people/last-list.ts'
import { nameOf } from '../people/person-actions.tsx'
import { LeaveFields } from './leave-fields.tsx'
import './leave-page.css'
import { Sentences } from '../../ui/sentences.tsx'
import { isTheName, type Leaving, type Way } from './leaving-ways.ts'
import { SuccessorPicker } from './successor-picker.tsx'
import { useLeave } from './use-leave.ts'
import { WayChoice } from './way-choice.tsx'
import { WhenChoice } from './when-choice.tsx'

const route = getRouteApi('/inside/s/$slug/people/$id/leave')

/** Somebody leaves, for a while, for another school or for good: what that would do, all of it before anything is done. */
export function LeavePage() {
  const { id } = route.useParams()
  const query = api.useQuery('get', '/api/v1/people/{id}', { params: { path: { id } } })
  return (
    <div className="sheet">
      <Loaded query={query}>{(person) => <Leave key={person.id} person={person} />}</Loaded>
    </div>
  )
}

function Leave({ person }: { person: Person }) {
  const { t } = useTranslation()
  const { organisation } = usePlace()
  const { as } = route.useSearch()
  const open = person.actions.filter((each) => each.allowed).map((each) => each.action)
  const [way, setWay] = useState<Way>(as ?? (open.includes('person.archive') ? 'archive' : 'delete'))
  const [leaving, setLeaving] = useState<Leaving>({ reason: '', tell: false, name: '' })
  const { on } = leaving
  const query = api.useQuery(
    'get',
    '/api/v1/people/{id}/consequences',
    { params: { path: { id: person.id }, query: { action: way, ...(on && takesDay(way) ? { on } : {}) } } },
    // What was true when it was last looked at may not be now.
    { gcTime: 0, refetchOnWindowFocus: false, placeholderData: keepPreviousData },
  )
  const back = paths.person({ slug: organisation.slug, id: person.id })
  const chosen = { way, leaving, onLeaving: setLeaving }
  return (
    <>
      <PageHead
        title={t(`leave.title.${way}`, { name: nameOf(person) })}
        lead={t('leave.lead')}
        back={{ link: back, label: nameOf(person) }}
      />
      <Asked
        person={person}
        {...chosen}
        known={query.data?.action === `person.${way}` ? query.data : undefined}
      >
        <WayChoice person={person} way={way} onWay={setWay} />
        {query.isError ? <Loaded query={query}>{() => null}</Loaded> : null}
      </Asked>
    </>
  )
}

const takesDay = (way: Way) => way === 'archive' || way === 'pause'

type AskedProps = {
  person: Person
  way: Way
  leaving: Leaving
  onLeaving: (leaving: Leaving) => void
  /** What it would do; undefined until that is known. */
  known: Consequences | undefined
  children: React.ReactNode
}

function Asked({ person, way, leaving, onLeaving, known, children }: AskedProps) {
  const { t } = useTranslation()
  const { organisation } = usePlace()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const leave = useLeave(person.id)
  const { of } = useProblem(leave.error)
  const name = nameOf(person)
  const slug = organisation.slug
  const blocked = known !== undefined && known.blocks.length > 0
  const ready = known !== undefined && !blocked

  async function go() {
    const sentence = await leave.go(way, leaving, known)
    if (sentence === null) return
    await navigate(
      way === 'delete'
        ? { ...paths.people({ slug }), search: lastList(slug) }
        : paths.person({ slug, id: person.id }),
    )
    await queries.invalidateQueries()
    announce(sentence)
  }

  return (
    <Form
      error={leave.error}
      submit={t(`leave.go.${way}`, { name })}
      busy={leave.busy}
      cancel={{ link: paths.person({ slug, id: person.id }), label: t('leave.not') }}
      reason={whyNotYet()}
      end={t('leave.recorded')}
      onSubmit={go}
    >
      {children}
      {ready ? (
        <>
          {takesDay(way) ? <WhenChoice today={known.today} leaving={leaving} onLeaving={onLeaving} /> : null}
          <Sentences title={t('leave.changes')} mark="~" sentences={known.changes} />
          <Sentences title={t('leave.handsOver')} mark="!" sentences={known.handsOver} />
          {known.handOver ? (
            <SuccessorPicker
              handOver={known.handOver}
              organisationId={person.organisation.id}
              below={false}
              isLeaving={(id) => id === person.id}
              successor={leaving.successor}
              onSuccessor={(successor) => onLeaving({ ...leaving, successor })}
              error={of('handOverTo')}
            />
          ) : null}
          <Sentences title={t('leave.keeps')} mark="=" sentences={known.keeps} />
          <LeaveFields way={way} known={known} leaving={leaving} onLeaving={onLeaving} error={leave.error} />
        </>
      ) : null}
      {blocked ? (
        <div className="in banner trouble" role="alert">
          <span className="mark" aria-hidden>
            !
          </span>
          {known.blocks.map(({ code, sentence }) => (
            <p key={code}>{sentence}</p>
          ))}
        </div>
      ) : null}
    </Form>
  )

  function whyNotYet(): string | undefined {
    if (!known) return t('leave.looking')
    if (blocked) return t('leave.blocked')
    if (way === 'delete' && !isTheName(leaving.name, known.name)) return t('leave.nameNeeded')
    if (way === 'move' && !leaving.to) return t('leave.toNeeded')
    return undefined
  }
}
